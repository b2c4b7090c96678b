//! Running text as runs with properties and links.

use super::body::Writer;
use crate::render::linear::{Line, Link, Role, Run};
use crate::words::{Direction, Lang};

impl Writer {
    /// Writes running text.
    pub fn line(&mut self, line: &Line) {
        let mut rest = line.as_slice();
        while let Some(first) = rest.first() {
            // Runs of one link are one link to readers.
            let same = rest.iter().take_while(|run| run.link == first.link).count();
            let (these, after) = rest.split_at(same);
            let linked = first.link.as_ref().is_some_and(|link| self.open(link));
            these.iter().for_each(|run| self.run(run));
            if linked {
                self.body.xml.end();
            }
            rest = after;
        }
    }

    /// Opens a link; returns whether there is one.
    fn open(&mut self, link: &Link) -> bool {
        if let Some(id) = &link.here {
            let Some(number) = self.bookmarks.get(id) else { return false };
            let anchor = format!("heading{number}");
            self.body.xml.start("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")]);
            return true;
        }
        let known = self.body.links.iter().position(|known| *known == link.address);
        let at = known.unwrap_or_else(|| {
            self.body.links.push(link.address.clone());
            self.body.links.len() - 1
        });
        self.body.xml.start("w:hyperlink", &[("r:id", &relation(at)), ("w:history", "1")]);
        true
    }

    fn run(&mut self, run: &Run) {
        if let Role::NoteMark(number) = run.role {
            let anchor = format!("note{number}");
            self.body.xml.start("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")]);
            self.words(run, &format!("\u{a0}[{number}]"), "NoteMark");
            self.body.xml.end();
            return;
        }
        match run.role {
            Role::LineBreak => {
                self.body.xml.start("w:r", &[]).empty("w:br", &[]).end();
            }
            Role::PictureAlt => self.words(run, &format!("[{}]", run.text), ""),
            // A number is never broken.
            Role::Phone => self.words(run, &run.text.replace(' ', "\u{a0}"), "Hyperlink"),
            Role::Words | Role::NoteMark(_) => {
                let style = if run.link.is_some() { "Hyperlink" } else { "" };
                self.words(run, &run.text, style);
            }
        }
    }

    /// Writes words with their properties, in the order that the format wants. Source: ECMA-376, part 1, 17.3.2.28.
    fn words(&mut self, run: &Run, words: &str, style: &str) {
        if words.is_empty() {
            return;
        }
        let xml = &mut self.body.xml;
        let rtl = run.lang.as_ref().map_or(self.rtl, |lang| lang.direction() == Direction::Rtl);
        xml.start("w:r", &[]).start("w:rPr", &[]);
        if !style.is_empty() {
            xml.empty("w:rStyle", &[("w:val", style)]);
        } else if run.style.code {
            xml.empty("w:rStyle", &[("w:val", "CodeWords")]);
        }
        if run.style.strong {
            xml.empty("w:b", &[]).empty("w:bCs", &[]);
        }
        // A stress in the voice is bold too: slanted letters are hard to read.
        if run.style.emphasis && !run.style.strong {
            xml.empty("w:b", &[]).empty("w:bCs", &[]);
        }
        if run.style.struck {
            xml.empty("w:strike", &[]);
        }
        if rtl {
            xml.empty("w:rtl", &[]);
        }
        if let Some(lang) = &run.lang {
            let tag = word_lang(lang);
            xml.empty("w:lang", &[(if rtl { "w:bidi" } else { "w:val" }, &tag)]);
        }
        xml.end();
        for (at, part) in words.split('\n').enumerate() {
            if at > 0 {
                xml.empty("w:br", &[]);
            }
            xml.leaf("w:t", &[("xml:space", "preserve")], part);
        }
        xml.end();
    }
}

/// Returns the name of the relation of a link, by its number from 0.
pub fn relation(link: usize) -> String {
    format!("link{}", link + 1)
}

/// Returns a language as Word has it: with a country, which its spelling checkers go by.
pub fn word_lang(lang: &Lang) -> String {
    match lang.tag() {
        "en" => "en-GB".to_string(),
        "cy" => "cy-GB".to_string(),
        "pl" => "pl-PL".to_string(),
        "ur" => "ur-PK".to_string(),
        tag => tag.to_string(),
    }
}
