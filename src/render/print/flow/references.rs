//! The links of a document that are to be made good on paper, where nobody can follow them. How they are is `links.rs`'s.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{OnPaper, PageId};
use crate::render::print::display::Destination;
use crate::render::print::structure::NodeId;
use crate::words::Said;

/// The links of a document that are to be made good on paper.
#[derive(Debug, Default)]
pub struct References {
    /// The leaves that say on which page a named place stands.
    pub pages: BTreeMap<NodeId, PageReference>,
    /// Where links to the rest of the site lead, in the order of their marks.
    pub further: Vec<Further>,
}

/// A leaf that says on which page a named place stands.
#[derive(Clone, Debug)]
pub struct PageReference {
    /// The place.
    pub anchor: Arc<str>,
    /// Whether it is set in bold.
    pub bold: bool,
}

/// A place of the site that a link leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Further {
    /// The page; nothing where it is a file, or made by the site itself.
    pub page: Option<PageId>,
    /// What it is called.
    pub title: Said,
    /// Where the link leads.
    pub to: Destination,
    /// Its address as readers type it: the short one, where it has one.
    pub shown: String,
    /// The leaflets that lead there too, which readers can ask for.
    pub leaflets: Arc<Vec<OnPaper>>,
}

impl References {
    /// Returns the mark of a place, such as `A`, and adds the place where it is new.
    pub fn mark(&mut self, further: Further) -> String {
        let same = |known: &Further| match (known.page, further.page) {
            (Some(known), Some(page)) => known == page,
            (None, None) => known.to == further.to,
            (Some(_), None) | (None, Some(_)) => false,
        };
        let at = self.further.iter().position(same).unwrap_or_else(|| {
            self.further.push(further);
            self.further.len() - 1
        });
        letters(at)
    }

    /// Sets aside what is known, for a rehearsal.
    pub fn set_aside(&mut self) -> SetAside {
        SetAside { pages: std::mem::take(&mut self.pages), further: self.further.len() }
    }

    /// Goes back to what was set aside.
    pub fn go_back(&mut self, to: SetAside) {
        self.pages = to.pages;
        self.further.truncate(to.further);
    }
}

/// What was known before a rehearsal.
#[derive(Debug)]
pub struct SetAside {
    pages: BTreeMap<NodeId, PageReference>,
    further: usize,
}

/// Returns a number from 0 as letters: `A` to `Z`, then `AA`.
pub fn letters(number: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = number + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn marks_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
