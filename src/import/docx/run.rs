//! Running text of Word: runs and what stands around them. Source: ECMA-376, part 1, 17.3.2 and 17.3.3.

use super::super::document::{Inline, Remark, Sort, To, Told, words};
use super::super::raised::{lowered, raised};
use super::super::refusal::Refusal;
use super::super::xml::Element;
use super::field::Field;
use super::look::Look;
use super::reader::Reader;
use super::symbols;
use crate::model::Lang;

/// The most letters of the words that a comment stands at, in its remark.
const MOST_ABOUT: usize = 80;

/// How many comments may be open at one place for their words to be noted.
const MOST_RANGES: usize = 50;

impl Reader<'_> {
    /// Reads the running text that an element holds. `base` is how its letters look where a run says nothing.
    ///
    /// # Errors
    ///
    /// A part that it leads to is damaged.
    pub fn inlines(&mut self, parent: &Element, base: &Look) -> Result<(), Refusal> {
        for element in parent.elements() {
            match &*element.name {
                "w:r" => self.run(element, base)?,
                "w:hyperlink" => self.hyperlink(element, base)?,
                "w:ins" | "w:moveTo" => {
                    if &*element.name == "w:ins" && element.elements().next().is_some() {
                        self.document.tell(Told::Inserted);
                    }
                    self.inlines(element, base)?;
                }
                "w:del" => self.deleted(element, base)?,
                "w:moveFrom" => self.document.tell(Told::Moved),
                "w:sdt" => {
                    if let Some(content) = element.child("w:sdtContent") {
                        self.inlines(content, base)?;
                    }
                }
                "w:smartTag" | "w:customXml" | "w:dir" | "w:bdo" => self.inlines(element, base)?,
                "w:fldSimple" => {
                    let code = element.attribute("w:instr").unwrap_or_default().to_string();
                    self.open_field(Field { code, in_result: true });
                    self.inlines(element, base)?;
                    self.end_field();
                }
                "w:bookmarkStart" => {
                    let place = element.attribute("w:name").filter(|name| *name != "_GoBack");
                    if let Some(place) = place {
                        self.push(Inline::Place(place.to_string()));
                    }
                }
                "w:commentRangeStart" => {
                    let id = element.attribute("w:id").unwrap_or_default();
                    if self.ranges.len() < MOST_RANGES {
                        self.ranges.insert(id.to_string(), String::new());
                    }
                }
                "m:oMath" | "m:oMathPara" => {
                    self.words(&element.text(), base);
                    self.push(Inline::Remark(Remark::lost("a formula, of which only the letters are here")));
                }
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.inlines(chosen, base)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn hyperlink(&mut self, element: &Element, base: &Look) -> Result<(), Refusal> {
        let content = self.gathered(|reader| reader.inlines(element, base))?;
        let anchor = element.attribute("w:anchor").filter(|anchor| !anchor.is_empty());
        let part = self.part.clone();
        let target = match element.attribute("r:id") {
            Some(id) => self.package.relation(&part, id)?.map(|relation| relation.target),
            None => None,
        };
        let to = match (target, anchor) {
            (Some(target), Some(anchor)) if !target.contains('#') => To::Address(format!("{target}#{anchor}")),
            (Some(target), _) => match target.strip_prefix('#') {
                Some(place) => To::Place(place.to_string()),
                None => To::Address(target),
            },
            (None, Some(anchor)) => To::Place(anchor.to_string()),
            (None, None) => {
                content.into_iter().for_each(|inline| self.push(inline));
                return Ok(());
            }
        };
        self.push(Inline::Link(to, content));
        Ok(())
    }

    /// Keeps words that were struck out as a remark.
    fn deleted(&mut self, element: &Element, base: &Look) -> Result<(), Refusal> {
        let outer = std::mem::replace(&mut self.in_deleted, true);
        let content = self.gathered(|reader| reader.inlines(element, base))?;
        self.in_deleted = outer;
        let said = words(&content);
        let has_picture = content.iter().any(|inline| matches!(inline, Inline::Picture(_)));
        let what = if said.trim().is_empty() && has_picture { "a picture".to_string() } else { said };
        if !what.trim().is_empty() {
            let value = |name: &str| element.attribute(name).unwrap_or_default();
            self.push(Inline::Remark(Remark::deleted(&what, value("w:author"), value("w:date"))));
        }
        // What others wrote beside it stays.
        for inline in content {
            if matches!(&inline, Inline::Remark(remark) if remark.sort == Sort::Comment) {
                self.push(inline);
            }
        }
        Ok(())
    }

    fn run(&mut self, run: &Element, base: &Look) -> Result<(), Refusal> {
        let properties = run.child("w:rPr");
        if properties.is_some_and(|properties| properties.child("w:rPrChange").is_some()) {
            self.document.tell(Told::FormattingChanged);
        }
        let own = Look::of(properties);
        let (style, is_code) = own.style.as_deref().map(|id| self.styles.letter_look(id)).unwrap_or_default();
        let mut look = own.over(&style).over(base);
        look.code = is_code || look.is_typewriter() && !base.is_typewriter();
        let says = run.elements().any(|part| &*part.name == "w:t" && !part.text().trim().is_empty());
        if look.underlined == Some(true) && says && !self.in_link() {
            self.document.tell(Told::Underlined);
        }
        if look.highlighted == Some(true) && says {
            self.document.tell(Told::Highlighted);
        }
        self.within_run(run, &look)
    }

    fn in_link(&self) -> bool {
        self.sinks.len() > 1
    }

    /// Adds words as they look, and to what open comments stand at.
    fn words(&mut self, words: &str, look: &Look) {
        for about in self.ranges.values_mut().filter(|about| about.chars().count() < MOST_ABOUT) {
            about.push_str(words);
        }
        if look.hidden == Some(true) && !words.trim().is_empty() {
            self.push(Inline::Remark(Remark { sort: Sort::Hidden, words: words.to_string() }));
        } else if look.code {
            self.push(Inline::Code(words.to_string()));
        } else {
            self.push(marked(words.to_string(), look));
        }
    }

    fn within_run(&mut self, run: &Element, look: &Look) -> Result<(), Refusal> {
        for element in run.elements() {
            let value = |name: &str| element.attribute(name).unwrap_or_default();
            match &*element.name {
                "w:t" => {
                    let said = element.text();
                    let face = look.face.as_deref().unwrap_or_default();
                    // Symbols may stand as letters of a range that only their face knows.
                    for part in said.split_inclusive(symbols::is_private) {
                        let symbol = part.chars().last().filter(|c| symbols::is_private(*c));
                        let words = part.trim_end_matches(symbols::is_private);
                        if !words.is_empty() {
                            self.words(words, look);
                        }
                        if let Some(symbol) = symbol {
                            self.symbol(face, &format!("{:X}", symbol as u32), look);
                        }
                    }
                }
                "w:delText" if self.in_deleted => self.push(Inline::Text(element.text())),
                "w:tab" | "w:ptab" => self.words("\t", look),
                "w:br" if matches!(value("w:type"), "page" | "column") => self.words(" ", look),
                "w:br" | "w:cr" => self.push(Inline::LineBreak),
                "w:noBreakHyphen" => self.words("-", look),
                "w:sym" => self.symbol(value("w:font"), value("w:char"), look),
                "w:footnoteReference" => self.note("footnotes", value("w:id"))?,
                "w:endnoteReference" => self.note("endnotes", value("w:id"))?,
                "w:commentReference" => self.comment(value("w:id")),
                "w:fldChar" => match value("w:fldCharType") {
                    "begin" => self.open_field(Field::default()),
                    "separate" => self.begin_result(),
                    "end" => self.end_field(),
                    _ => {}
                },
                "w:instrText" => self.add_code(&element.text()),
                "w:drawing" | "w:pict" | "w:object" => self.drawing(element)?,
                "w:ruby" => {
                    for (part, before, after) in [("w:rubyBase", "", ""), ("w:rt", " (", ")")] {
                        if let Some(part) = element.child(part) {
                            self.words(before, look);
                            self.inlines(part, look)?;
                            self.words(after, look);
                        }
                    }
                }
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.within_run(chosen, look)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn symbol(&mut self, face: &str, number: &str, look: &Look) {
        let number = u32::from_str_radix(number, 16).unwrap_or(0);
        match symbols::letter(face, number) {
            Some(letter) => self.words(letter.encode_utf8(&mut [0; 4]), look),
            None => {
                let told = format!("a symbol, number {number:X} of the face {face}");
                self.push(Inline::Remark(Remark::lost(told)));
            }
        }
    }
}

/// Returns words with the marks of their look.
fn marked(words: String, look: &Look) -> Inline {
    let apart = match look.height.as_deref() {
        Some("superscript") => raised(&words),
        Some("subscript") => lowered(&words),
        _ => None,
    };
    let is_seen = words.chars().any(|c| !c.is_whitespace());
    let lang = if look.rtl == Some(true) { &look.lang_rtl } else { &look.lang };
    let lang = lang.as_deref().and_then(Lang::parse).filter(|_| words.chars().any(char::is_alphabetic));
    let mut inline = Inline::Text(apart.unwrap_or(words));
    if look.struck == Some(true) && is_seen {
        inline = Inline::Strikethrough(vec![inline]);
    }
    if look.italic == Some(true) && is_seen {
        inline = Inline::Emphasis(vec![inline]);
    }
    if look.bold == Some(true) && is_seen {
        inline = Inline::Strong(vec![inline]);
    }
    match lang {
        Some(lang) => Inline::Language(lang, vec![inline]),
        None => inline,
    }
}

/// Returns which of several forms of the same thing is read: the first whose means are known. Source: ECMA-376, part 3, 9.4.
pub fn chosen(element: &Element) -> Option<&Element> {
    let known = ["wps", "wpg", "wpc", "w14", "w15", "w16se", "w16du", "a14", "wp14", "cx"];
    let choice = element.elements().find(|one| {
        let needs = one.attribute("Requires").unwrap_or_default();
        &*one.name == "mc:Choice" && needs.split_whitespace().all(|need| known.contains(&need))
    });
    choice.or_else(|| element.child("mc:Fallback"))
}
