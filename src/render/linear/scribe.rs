//! Who writes a document in reading order: what stands around its words, and the words of ours that go into it.

use super::document::{Line, Role};
use super::printed::PrintPages;
use super::runs::Around;
use crate::model::{Contact, Target};
use crate::render::manuscript::Offered;
use crate::words::{Said, Wording};

/// Writes the blocks of one document.
#[derive(Clone)]
pub struct Scribe<'a> {
    /// What stands around the words.
    pub around: Around<'a>,
    /// The words that we write ourselves.
    pub words: &'a Wording,
    /// Whom readers ask for another form.
    pub organisation: &'a Contact,
    /// Which forms the words come in already.
    pub offered: Offered,
    /// Where pages of the printed edition start.
    pub pages: &'a PrintPages,
}

impl Scribe<'_> {
    /// Returns words of ours as a line.
    pub fn said(&self, said: &Said) -> Line {
        vec![self.around.said(said)]
    }

    /// Returns words with the address that they point to.
    pub fn pointer(&self, said: &Said, target: &Target) -> Line {
        let link = self.around.linked("", target);
        let shown = link.link.as_ref().map(|link| link.shown.clone()).unwrap_or_default();
        vec![self.around.said(&Said::new(format!("{said} "), &said.lang)), self.around.linked(&shown, target)]
    }

    /// Returns lines one under the other.
    pub fn lines(&self, lines: impl IntoIterator<Item = Line>) -> Line {
        let mut all = Line::new();
        for line in lines.into_iter().filter(|line| !line.is_empty()) {
            if !all.is_empty() {
                all.push(self.around.run("", Role::LineBreak));
            }
            all.extend(line);
        }
        all
    }
}
