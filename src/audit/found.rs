//! What rules find.

use super::page::Page;
use super::tree::{Id, Place};
use crate::diag::FindingKind;

/// Whether something is wrong for sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It is wrong.
    Failed,
    /// A person has to look.
    CannotTell,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The rule's kind.
    pub kind: &'static FindingKind,
    /// Whether it is wrong for sure.
    pub outcome: Outcome,
    /// A fact, in lower case, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Where it stands in the text of the page.
    pub place: Place,
    /// A selector that finds the element.
    pub target: String,
    /// The element's start tag.
    pub html: String,
}

/// Where a rule says what it finds.
pub struct Report<'p> {
    page: &'p Page<'p>,
    kind: &'static FindingKind,
    found: &'p mut Vec<Found>,
}

impl<'p> Report<'p> {
    /// Returns a report of a rule on a page.
    pub fn new(page: &'p Page<'p>, kind: &'static FindingKind, found: &'p mut Vec<Found>) -> Report<'p> {
        Report { page, kind, found }
    }

    /// Adds that an element is wrong.
    pub fn add(&mut self, id: Id, message: impl Into<String>, help: impl Into<String>) {
        let place = self.page.tree.element(id).map_or_else(Place::default, |element| element.place);
        self.takes(id, place, Outcome::Failed, message.into(), help.into());
    }

    /// Adds that an attribute of an element is wrong.
    pub fn add_at(&mut self, id: Id, attribute: &str, message: impl Into<String>, help: impl Into<String>) {
        let place = self.page.tree.attribute(id, attribute).map_or_else(Place::default, |attribute| attribute.place);
        self.takes(id, place, Outcome::Failed, message.into(), help.into());
    }

    /// Adds that a person has to look at an element.
    pub fn unsure(&mut self, id: Id, message: impl Into<String>, help: impl Into<String>) {
        let place = self.page.tree.element(id).map_or_else(Place::default, |element| element.place);
        self.takes(id, place, Outcome::CannotTell, message.into(), help.into());
    }

    fn takes(&mut self, id: Id, place: Place, outcome: Outcome, message: String, help: String) {
        let (target, html) = (self.page.selector(id), self.page.shown(id));
        self.found.push(Found { kind: self.kind, outcome, message, help, place, target, html });
    }
}
