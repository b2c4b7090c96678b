//! Running text with everything said: figures and contacts as readers see them, abbreviations written out where the page does,
//! links with their addresses.

use std::sync::Arc;

use super::document::{Line, Link, Role, Run, Style};
use crate::model::{Inline, Lang, Target, phone};
use crate::render::address;
use crate::render::manuscript::shown_address;
use crate::render::prose;
use crate::words::Said;

/// What running text is set in: the document, and what stands around the words.
#[derive(Clone)]
pub struct Around<'a> {
    /// The site's address, without a slash at the end.
    pub base: &'a str,
    /// The address of the page itself; empty where it is none.
    pub here: &'a str,
    /// The document's language.
    pub document: &'a Lang,
    /// The language of the words, where it is not the document's.
    pub lang: Option<Lang>,
    style: Style,
    link: Option<Arc<Link>>,
}

impl<'a> Around<'a> {
    /// Returns what stands around the words of a document.
    pub fn of(base: &'a str, here: &'a str, document: &'a Lang) -> Around<'a> {
        Around { base, here, document, lang: None, style: Style::default(), link: None }
    }

    /// Returns the same for words of another language.
    #[must_use]
    pub fn in_lang(&self, lang: &Lang) -> Around<'a> {
        let lang = (!lang.is_same_language(self.document)).then(|| lang.clone());
        Around { lang, ..self.clone() }
    }

    /// Returns words as a run.
    pub fn run(&self, text: &str, role: Role) -> Run {
        Run { text: text.to_string(), lang: self.lang.clone(), style: self.style, role, link: self.link.clone() }
    }

    /// Returns words of ours or of a store as a run, in their own language.
    pub fn said(&self, said: &Said) -> Run {
        self.in_lang(&said.lang).run(&said.text, Role::Words)
    }

    /// Returns running text of the author's.
    pub fn line(&self, content: &[Inline]) -> Line {
        let mut line = Line::new();
        self.push(content, &mut line);
        line
    }

    /// Returns words of ours that lead somewhere.
    pub fn linked(&self, text: &str, target: &Target) -> Run {
        let role = if matches!(target, Target::Phone(_) | Target::TextMessage(_)) { Role::Phone } else { Role::Words };
        Around { link: self.link_to(target, text), ..self.clone() }.run(text, role)
    }

    fn push(&self, content: &[Inline], line: &mut Line) {
        for inline in content {
            match inline {
                Inline::Text(text) | Inline::RawHtml(text) => line.push(self.run(&text.text, Role::Words)),
                Inline::Code(text) => self.styled(|style| style.code = true).push_words(&text.text, line),
                Inline::Emphasis(held) => self.styled(|style| style.emphasis = true).push(&held.content, line),
                Inline::Strong(held) => self.styled(|style| style.strong = true).push(&held.content, line),
                Inline::Strikethrough(held) => self.styled(|style| style.struck = true).push(&held.content, line),
                Inline::Language(foreign) => self.in_lang(&foreign.lang).push(&foreign.content, line),
                Inline::Link(link) => {
                    let words = crate::model::plain_text(&link.content);
                    let link_to = self.link_to(&link.target, &words);
                    Around { link: link_to, ..self.clone() }.push(&link.content, line);
                }
                Inline::Image(image) if image.alt.is_empty() => {}
                Inline::Image(image) => line.push(self.run(&image.alt, Role::PictureAlt)),
                Inline::Fact(fact) => {
                    let shown = fact.shown.as_ref().filter(|_| fact.text.is_empty());
                    line.push(shown.map_or_else(|| self.run(fact.words(), Role::Words), |said| self.said(said)));
                    self.mark(fact.number, line);
                }
                Inline::Contact(used) => {
                    let detail = used.detail.as_ref().filter(|_| used.text.is_empty());
                    let around = detail.map_or_else(|| self.clone(), |detail| self.in_lang(&detail.words.lang));
                    line.push(match used.target() {
                        Some(target) if self.link.is_none() => around.linked(used.words(), target),
                        Some(_) | None => around.run(used.words(), Role::Words),
                    });
                }
                Inline::Abbreviation(used) if used.expand => {
                    line.push(self.said(&used.full));
                    line.push(self.run(&format!(" ({})", used.short), Role::Words));
                }
                Inline::Abbreviation(used) => line.push(self.run(&used.short, Role::Words)),
                Inline::FootnoteMark(mark) => self.mark(mark.number, line),
                Inline::LineBreak(_) => line.push(self.run("", Role::LineBreak)),
            }
        }
    }

    fn push_words(&self, text: &str, line: &mut Line) {
        line.push(self.run(text, Role::Words));
    }

    fn mark(&self, number: Option<usize>, line: &mut Line) {
        if let Some(number) = number {
            line.push(Around { link: None, ..self.clone() }.run(&number.to_string(), Role::NoteMark(number)));
        }
    }

    fn styled(&self, set: impl FnOnce(&mut Style)) -> Around<'a> {
        let mut around = self.clone();
        set(&mut around.style);
        around
    }

    /// Returns where words lead; nothing where that is nowhere, or where they stand in a link already.
    fn link_to(&self, target: &Target, words: &str) -> Option<Arc<Link>> {
        if self.link.is_some() {
            return self.link.clone();
        }
        let base = self.base;
        let (address, shown, here) = match target {
            Target::Page { page, heading } => {
                let to = page.outline.as_ref()?;
                let place = heading.as_ref().map(|id| format!("#{id}")).unwrap_or_default();
                let here = heading.clone().filter(|_| to.route == self.here);
                // A place on this page is found by its heading, and not by an address.
                let shown = match (&here, heading) {
                    (Some(_), _) => String::new(),
                    (None, Some(_)) => format!("{base}{}{place}", to.route),
                    (None, None) => format!("{base}{}", to.printed_address()),
                };
                (format!("{base}{}{place}", address::encoded(&to.route)), shown, here)
            }
            Target::Asset(asset) => {
                let path = &asset.outline.as_ref()?.path;
                (format!("{base}/{}", address::encoded(path)), format!("{base}/{path}"), None)
            }
            Target::Route(route) => (format!("{base}{}", address::with_place(route)), format!("{base}{route}"), None),
            Target::Web(address) => (address.clone(), address.clone(), None),
            Target::Email(address) => (format!("mailto:{address}"), address.clone(), None),
            Target::Phone(number) => (format!("tel:{}", prose::dial(number)), number.clone(), None),
            Target::TextMessage(written) => (prose::text_address(written), phone::texted(written).0.to_string(), None),
            Target::Broken(_) | Target::Unread(_) => return None,
        };
        let shown = shown_address(&shown);
        let rung = matches!(target, Target::Phone(_) | Target::TextMessage(_));
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let told = words.contains(shown) || rung && digits(words).contains(&digits(shown));
        let shown = if told { String::new() } else { shown.to_string() };
        Some(Arc::new(Link { address, shown, here }))
    }
}
