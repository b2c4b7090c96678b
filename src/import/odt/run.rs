//! Running text of an OpenDocument text. Source: OpenDocument 1.3, part 3, 6 and 7.

use super::Reader;
use super::changes::{Change, said, signed};
use super::style::{Look, Position};
use crate::import::document::{Block, Inline, Remark, Sort, To, Told, words};
use crate::import::raised::{lowered, raised};
use crate::import::xml::{Element, Node};
use crate::model::Lang;

/// Running text while it is read.
pub struct Run {
    /// What the words look like here.
    pub look: Look,
    /// What all words of the paragraph look like: that is no mark of them.
    pub ground: Look,
    /// Whether blanks and line ends count, as in code.
    pub keeps_blanks: bool,
    /// Whether the words are those of a link.
    in_link: bool,
    content: Vec<Inline>,
    /// Blocks that stand in the text, such as a box: they come after it.
    pub after: Vec<Block>,
    /// How many letters there are of each size.
    sizes: Vec<(f32, usize)>,
}

impl Run {
    /// Starts running text that looks in one way.
    pub fn new(look: Look) -> Run {
        Run {
            look,
            ground: Look::default(),
            keeps_blanks: false,
            in_link: false,
            content: Vec::new(),
            after: Vec::new(),
            sizes: Vec::new(),
        }
    }

    /// Adds a piece.
    pub fn push(&mut self, inline: Inline) {
        self.content.push(inline);
    }

    /// Returns the size of most letters in points; 0 where it is not known.
    pub fn points(&self) -> f32 {
        self.sizes.iter().max_by_key(|(_, letters)| *letters).map_or(0.0, |(size, _)| *size)
    }

    /// Returns the text, and the blocks that stand in it. A paragraph of blanks is nothing.
    pub fn finish(self) -> (Vec<Inline>, Vec<Block>) {
        let blank = |inline: &Inline| matches!(inline, Inline::Text(words) if words.trim().is_empty());
        let only_blanks =
            !self.keeps_blanks && self.content.iter().all(|inline| blank(inline) || *inline == Inline::LineBreak);
        (if only_blanks { Vec::new() } else { self.content }, self.after)
    }

    fn count(&mut self, letters: usize) {
        let points = self.look.points;
        match self.sizes.iter_mut().find(|(size, _)| (*size - points).abs() < 0.01) {
            Some((_, count)) => *count += letters,
            None => self.sizes.push((points, letters)),
        }
    }

    /// Returns what was read since a moment.
    fn since(&mut self, start: usize) -> Vec<Inline> {
        self.content.split_off(start.min(self.content.len()))
    }
}

impl Reader<'_> {
    /// Reads the running text in an element.
    pub fn running(&mut self, element: &Element, run: &mut Run) {
        for node in &element.nodes {
            match node {
                Node::Text(text) => self.text(text, run),
                Node::Element(inner) => self.inline(inner, run),
            }
        }
    }

    fn text(&mut self, text: &str, run: &mut Run) {
        run.count(text.chars().filter(|c| !c.is_whitespace()).count());
        if run.keeps_blanks {
            run.push(Inline::Text(text.to_string()));
            return;
        }
        if text.trim().is_empty() {
            run.push(Inline::Text(text.to_string()));
            return;
        }
        if run.look.hidden {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            run.push(Inline::Remark(Remark { sort: Sort::Hidden, words }));
            return;
        }
        let look = &run.look;
        let other = match look.position {
            Position::On => None,
            Position::Raised => raised(text),
            Position::Lowered => lowered(text),
        };
        let mut inline = Inline::Text(other.unwrap_or_else(|| text.to_string()));
        if look.struck {
            inline = Inline::Strikethrough(vec![inline]);
        }
        if look.italic && !run.ground.italic {
            inline = Inline::Emphasis(vec![inline]);
        }
        if look.bold && !run.ground.bold {
            inline = Inline::Strong(vec![inline]);
        }
        if look.underlined && !run.in_link {
            self.document.tell(Told::Underlined);
        }
        if look.highlighted {
            self.document.tell(Told::Highlighted);
        }
        if let Some(lang) = spoken(text, look) {
            inline = Inline::Language(lang.clone(), vec![inline]);
        }
        run.push(inline);
    }

    fn inline(&mut self, element: &Element, run: &mut Run) {
        match &*element.name {
            "text:span" => self.span(element, run),
            "text:a" => self.link(element, run),
            "text:s" => {
                let count = element.attribute("text:c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                run.push(Inline::Text(" ".repeat(count.min(200))));
            }
            "text:tab" => run.push(Inline::Text("\t".to_string())),
            "text:line-break" => run.push(Inline::LineBreak),
            "text:note" => self.note(element, run),
            "office:annotation" => {
                let parts = element.elements().filter(|part| part.name.starts_with("text:")).map(said);
                let words = parts.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ¶ ");
                if !words.is_empty() {
                    let (by, day) = signed(element);
                    run.push(Inline::Remark(Remark::comment(&by, &day, "", &words)));
                }
            }
            "text:bookmark" | "text:bookmark-start" | "text:reference-mark" | "text:reference-mark-start" => {
                if let Some(name) = element.attribute("text:name").filter(|name| self.targets.contains(*name)) {
                    run.push(Inline::Place(name.to_string()));
                }
            }
            "text:bookmark-ref" | "text:reference-ref" => {
                let start = run.content.len();
                self.running(element, run);
                let inner = run.since(start);
                match element.attribute("text:ref-name") {
                    Some(name) if !words(&inner).trim().is_empty() => {
                        run.push(Inline::Link(To::Place(name.to_string()), inner));
                    }
                    _ => run.content.extend(inner),
                }
                if matches!(element.attribute("text:reference-format"), None | Some("page")) {
                    run.push(Inline::Remark(Remark::lost(
                        "this was the number of a page, and pages of a site have none",
                    )));
                }
            }
            "text:change" | "text:change-start" => {
                if let Some(remark) = self.change(element) {
                    run.push(Inline::Remark(remark));
                }
            }
            "text:hidden-text" => {
                let words = element.attribute("text:string-value").map_or_else(|| said(element), str::to_string);
                if !words.trim().is_empty() {
                    run.push(Inline::Remark(Remark { sort: Sort::Hidden, words }));
                }
            }
            "text:ruby" => {
                let part = |name: &str| element.child(name).map(said).unwrap_or_default();
                self.text(&format!("{} ({})", part("text:ruby-base"), part("text:ruby-text")), run);
            }
            "text:script" | "office:script" => {
                run.push(Inline::Remark(Remark::lost("a program stood here")));
            }
            "office:annotation-end"
            | "text:bookmark-end"
            | "text:reference-mark-end"
            | "text:change-end"
            | "text:soft-page-break"
            | "text:hidden-paragraph" => {}
            name if name.ends_with("-mark") || name.ends_with("-mark-start") || name.ends_with("-mark-end") => {}
            name if name.starts_with("draw:") => self.drawn(element, run),
            // A block in running text: LibreOffice writes none, and others may.
            "text:p" | "text:h" | "text:list" | "table:table" => {
                let mut inner = Vec::new();
                self.block(element, &mut inner);
                run.after.extend(inner);
            }
            // Fields have in them what they showed when the document was saved.
            _ => self.running(element, run),
        }
    }

    fn span(&mut self, element: &Element, run: &mut Run) {
        let style = element.attribute("text:style-name").unwrap_or_default();
        let names = self.styles.names("text", style);
        let is_code = names
            .iter()
            .any(|name| matches!(*name, "source text" | "verbatim char" | "teletype" | "user entry" | "html code"));
        let look = self.styles.look("text", style, &run.look);
        let around = std::mem::replace(&mut run.look, look);
        let start = run.content.len();
        self.running(element, run);
        run.look = around;
        if is_code && !run.keeps_blanks {
            let inner = run.since(start);
            if inner.iter().any(|inline| {
                matches!(inline, Inline::Picture(_) | Inline::Note(_) | Inline::Remark(_) | Inline::LineBreak)
            }) {
                run.content.extend(inner);
            } else if !words(&inner).is_empty() {
                run.push(Inline::Code(words(&inner)));
            }
        }
    }

    fn link(&mut self, element: &Element, run: &mut Run) {
        let address = element.attribute("xlink:href").unwrap_or_default().trim();
        let was = std::mem::replace(&mut run.in_link, true);
        let start = run.content.len();
        self.running(element, run);
        run.in_link = was;
        let inner = run.since(start);
        let shows = inner.iter().any(|inline| matches!(inline, Inline::Picture(_))) || !words(&inner).trim().is_empty();
        let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        match (address.strip_prefix('#'), scheme.as_deref()) {
            _ if !shows => run.content.extend(inner),
            (Some(place), _) => run.push(Inline::Link(To::Place(place.to_string()), inner)),
            (None, Some("http" | "https" | "mailto" | "tel" | "sms")) => {
                run.push(Inline::Link(To::Address(address.to_string()), inner))
            }
            _ => {
                run.content.extend(inner);
                if !address.is_empty() {
                    let name = address.rsplit(['/', '\\']).next().unwrap_or_default();
                    let told = format!(
                        "this led to a file beside the document, {name}; put it beside the page and link to it"
                    );
                    run.push(Inline::Remark(Remark::lost(told)));
                }
            }
        }
    }

    fn note(&mut self, element: &Element, run: &mut Run) {
        let blocks = element.child("text:note-body").map(|body| self.body(body)).unwrap_or_default();
        if blocks.is_empty() {
            return;
        }
        run.push(Inline::Note(self.document.notes.len()));
        self.document.notes.push(blocks);
    }

    /// Returns what is to be told where a change stands; notes what is told once.
    pub fn change(&mut self, element: &Element) -> Option<Remark> {
        let id = element.attribute("text:change-id")?;
        match self.changes.get(id)? {
            Change::Inserted => self.document.tell(Told::Inserted),
            Change::Formatted => self.document.tell(Told::FormattingChanged),
            Change::Deleted(remark) => return Some(remark.clone()),
        }
        None
    }
}

/// Returns the language of words: by their letters, a style has one for each sort of script. Source: OpenDocument 1.3, part 3,
/// 20.202 to 20.205.
fn spoken<'l>(text: &str, look: &'l Look) -> Option<&'l Lang> {
    // An address or a code is in no language.
    let coded = |word: &str| {
        word.trim_end_matches(['.', ',']).contains(['.', '/', '@', '_']) || !word.chars().any(char::is_lowercase)
    };
    if text.is_ascii() && text.split_whitespace().all(coded) {
        return None;
    }
    let (mut latin, mut complex, mut asian) = (0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match u32::from(c) {
            0x0590..=0x1fff
                if !(0x10a0..=0x10ff).contains(&u32::from(c)) && !(0x13a0..=0x167f).contains(&u32::from(c)) =>
            {
                complex += 1;
            }
            0xfb1d..=0xfdff | 0xfe70..=0xfeff => complex += 1,
            0x2e80..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0x20000..=0x3ffff => asian += 1,
            _ => latin += 1,
        }
    }
    match latin.max(complex).max(asian) {
        0 => None,
        most if most == latin => look.lang.as_ref(),
        most if most == complex => look.complex.as_ref(),
        _ => look.asian.as_ref(),
    }
}
