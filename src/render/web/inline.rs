//! Running text as HTML.

use std::fmt::Write as _;

use super::escape;
use super::html::Writer;
use super::words;
use crate::model::{AssetKind, AssetOutline, AssetUse, ContactUse, FactUse, Image, Inline, Link, Target, plain_text};
use crate::words::Wording;

impl<'a> Writer<'a> {
    /// Writes running text.
    pub(super) fn inlines(&mut self, content: &'a [Inline]) {
        for inline in content {
            self.inline(inline);
        }
    }

    /// Returns running text as HTML that may stand inside a link.
    pub(super) fn unlinked(&mut self, content: &'a [Inline]) -> String {
        let was = std::mem::replace(&mut self.unlinked, true);
        let html = self.aside(|writer| writer.inlines(content));
        self.unlinked = was;
        html
    }

    fn inline(&mut self, inline: &'a Inline) {
        match inline {
            // Markup that an author wrote is shown, never obeyed.
            Inline::Text(text) | Inline::RawHtml(text) => self.text(&text.text),
            Inline::Emphasis(nested) => self.nested("em", &nested.content),
            Inline::Strong(nested) => self.nested("strong", &nested.content),
            Inline::Strikethrough(nested) => self.nested("s", &nested.content),
            Inline::Code(code) => {
                self.push("<code>");
                self.text(&code.text);
                self.push("</code>");
            }
            Inline::Link(link) => self.traced(link.span, |writer| writer.link(link, "")),
            Inline::Image(image) if self.unlinked => self.text(&image.alt),
            Inline::Image(image) => self.image(image),
            Inline::Fact(fact) => self.fact(fact),
            Inline::Contact(contact) => self.contact_detail(contact, ""),
            Inline::Abbreviation(abbreviation) => {
                let expand = abbreviation.expand && !self.unlinked;
                let mark = words::mark(abbreviation.full.lang.tag(), self.lang.tag());
                if expand {
                    let full = words::html(&abbreviation.full, self.lang);
                    self.push(&full);
                    self.push(" (");
                }
                self.push("<abbr");
                self.push(&mark);
                self.push(" title=\"");
                self.text(&abbreviation.full);
                self.push("\">");
                self.text(&abbreviation.short);
                self.push(if expand { "</abbr>)" } else { "</abbr>" });
            }
            Inline::Language(foreign) => {
                let mark = words::mark(foreign.lang.tag(), self.lang.tag());
                // A tag with a region may differ where the language does not.
                _ = write!(self.out, "<span{mark}>");
                self.in_language(&foreign.lang, |writer| writer.inlines(&foreign.content));
                self.push("</span>");
            }
            Inline::FootnoteMark(mark) => {
                if let Some(number) = mark.number {
                    self.note_mark(number);
                }
            }
            Inline::LineBreak(_) => self.push("<br>"),
        }
    }

    fn nested(&mut self, tag: &str, content: &'a [Inline]) {
        // Writing to a string cannot fail.
        _ = write!(self.out, "<{tag}>");
        self.inlines(content);
        _ = write!(self.out, "</{tag}>");
    }

    /// Writes a link. One that leads nowhere is written as its words alone.
    pub(super) fn link(&mut self, link: &'a Link, attributes: &str) {
        let opened = self.open_link(&link.target, attributes);
        let was = self.unlinked;
        self.unlinked = was || opened;
        self.inlines(&link.content);
        self.unlinked = was;
        if let Target::Asset(AssetUse { outline: Some(asset), .. }) = &link.target {
            let details = file_details(asset, self.words);
            // An author may have said it already.
            if !plain_text(&link.content).contains(details.split(',').next().unwrap_or("")) {
                self.push(" (");
                self.text(&details);
                self.push(")");
            }
        }
        if opened {
            self.push("</a>");
        }
    }

    /// Writes a picture. Of one that is not there, its alt text is written.
    pub(super) fn image(&mut self, image: &Image) {
        let Some(asset) = image.asset.as_ref().and_then(|asset| asset.outline.as_ref()) else {
            self.text(&image.alt);
            return;
        };
        self.push("<img src=\"");
        self.file_path(asset);
        if let AssetKind::Image { width, height } = asset.kind {
            // Writing to a string cannot fail.
            _ = write!(self.out, "\" width=\"{width}\" height=\"{height}");
        }
        self.push("\" alt=\"");
        if !image.decorative {
            self.text(&image.alt);
        }
        self.push("\" loading=\"lazy\">");
    }

    fn fact(&mut self, used: &FactUse) {
        match used.shown.as_ref().filter(|_| used.text.is_empty()) {
            Some(shown) => {
                let shown = words::html(shown, self.lang);
                self.push(&shown);
            }
            None => self.text(&used.text),
        }
        if let Some(number) = used.number {
            self.note_mark(number);
        }
    }

    fn note_mark(&mut self, number: usize) {
        if self.unlinked {
            return;
        }
        let first = self.is_first_mark(number);
        let note = self.words.say(&self.words.sentences.note, &[("number", number.into())]);
        let (note, mark) = (escape::escaped(&note), words::mark(note.lang.tag(), self.lang.tag()));
        let id = if first { format!(" id=\"ref-{number}\"") } else { String::new() };
        // Writing to a string cannot fail.
        _ = write!(
            self.out,
            "<sup class=\"ref\"><a href=\"#note-{number}\"{id} role=\"doc-noteref\" aria-label=\"{note}\"{mark}>{number}</a></sup>"
        );
    }

    /// Writes a contact's detail, such as a phone number, as a link where it leads somewhere.
    pub(super) fn contact_detail(&mut self, used: &ContactUse, attributes: &str) {
        let opened = used.target().is_some_and(|target| self.open_link(target, attributes));
        match used.detail.as_ref().filter(|_| used.text.is_empty()) {
            Some(detail) => {
                let words = words::html(&detail.words, self.lang);
                self.push(&words);
            }
            None => self.text(&used.text),
        }
        if opened {
            self.push("</a>");
        }
    }
}

/// Returns a file's type and size, such as `PDF, 545 KB`. Source: NHS digital service manual, links.
pub(super) fn file_details(asset: &AssetOutline, words: &Wording) -> String {
    let size = words.size(asset.size).to_string();
    match asset.path.rsplit_once('.') {
        Some((_, ending)) if !ending.contains('/') => format!("{}, {size}", ending.to_ascii_uppercase()),
        _ => size,
    }
}
