//! The list of notes and sources at a page's end.

use std::fmt::Write as _;

use super::html::Writer;
use crate::model::{Block, EndNote};

impl<'a> Writer<'a> {
    /// Writes the list of notes and sources, each with the way back to its first mark.
    pub fn notes(&mut self) {
        if self.end_notes.is_empty() {
            return;
        }
        let (title, mark) = (self.said(&self.words.web.notes), self.mark.clone());
        self.push("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\"");
        self.push(&mark);
        self.push(">");
        self.push(&title);
        self.push("</h2>\n<ol>\n");
        for end in self.end_notes.clone() {
            let number = end.number();
            // Writing to a string cannot fail.
            _ = write!(self.out, "<li id=\"note-{number}\">");
            match end {
                EndNote::Note(note) => self.footnote(&note.blocks),
                EndNote::Source(source) => {
                    self.push(&format!("<p{mark}>"));
                    self.source(&source.fact, true);
                }
            }
            if self.marked.contains(&number) {
                let words = self.words.say(&self.words.sentences.back_to_note, &[("number", number.into())]);
                let words = self.said(&words);
                // A source's paragraph is in the language of the fixed words already.
                let mark = if matches!(end, EndNote::Source(_)) { "" } else { mark.as_str() };
                _ = write!(
                    self.out,
                    " <a class=\"ref-back\" href=\"#ref-{number}\" role=\"doc-backlink\"{mark}>{words}</a>"
                );
            }
            self.push("</p></li>\n");
        }
        self.push("</ol>\n</section>\n");
        let html = if mark.is_empty() { title } else { format!("<span{mark}>{title}</span>") };
        self.entry("notes", html);
    }

    /// Writes a footnote's blocks and leaves its last paragraph open for the way back.
    fn footnote(&mut self, blocks: &'a [Block]) {
        let last = match blocks.last() {
            Some(Block::Paragraph(paragraph)) => {
                self.blocks(&blocks[..blocks.len() - 1]);
                Some(paragraph)
            }
            _ => {
                self.blocks(blocks);
                None
            }
        };
        self.push("<p>");
        if let Some(paragraph) = last {
            self.inlines(&paragraph.content);
        }
    }
}
