//! What is written once and used everywhere: facts, contacts, the glossary.

use super::{Date, Target};
use crate::diag::Span;

/// A figure with all that a reader needs to trust it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The name that pages use.
    pub key: String,
    /// The figure as it stands in text, such as `85%` or `£415,169`.
    pub display: String,
    /// The figure as a number.
    pub value: f64,
    /// `%`, `£` or a word.
    pub unit: String,
    /// The whole sentence.
    pub statement: String,
    /// Where it comes from.
    pub source: FactSource,
    /// How many people or cases it was counted from.
    pub base: String,
    /// Where it was counted.
    pub place: String,
    /// When it was counted.
    pub period: String,
    /// When somebody last compared it with its source.
    pub checked: Option<Date>,
    /// When somebody must look again.
    pub review: Option<Date>,
    /// Where it stands in the store.
    pub span: Span,
}

/// Where a figure comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FactSource {
    /// The publication.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The series and number.
    pub series: String,
    /// The web address, where there is one.
    pub url: String,
    /// When it was published, as written for readers, such as `June 2007`.
    pub date: String,
}

impl Fact {
    /// Returns the share of a hundred that the figure is, where it is one that can be drawn.
    pub fn percent(&self) -> Option<u32> {
        let drawable = self.unit == "%" && (0.0..=100.0).contains(&self.value);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share from 0 to 100 fits")]
        drawable.then_some(self.value.round() as u32)
    }

    /// Returns the sentence that says where the figure comes from, without a full stop.
    pub fn source_note(&self) -> String {
        let source = &self.source;
        let parts = [&source.publisher, &source.title, &source.series, &source.date, &self.base, &self.place];
        let said: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        said.join(", ")
    }
}

/// How to reach somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// The name that pages use.
    pub key: String,
    /// The heading of the block.
    pub title: String,
    /// Who answers.
    pub name: String,
    /// The telephone number, in groups.
    pub phone: String,
    /// The textphone number.
    pub textphone: String,
    /// The email address.
    pub email: String,
    /// When somebody answers.
    pub hours: String,
    /// The postal address, a line an element.
    pub address: Vec<String>,
    /// What else a caller should know.
    pub note: String,
    /// Where it stands in the store.
    pub span: Span,
}

impl Contact {
    /// The fields that a page may ask for.
    pub const FIELDS: [&'static str; 7] = ["name", "phone", "textphone", "email", "hours", "address", "note"];

    /// Returns a detail as it stands in text; nothing where there is no such field or it is not known.
    pub fn field(&self, name: &str) -> Option<String> {
        let text = match name {
            "name" => self.name.clone(),
            "phone" => self.phone.clone(),
            "textphone" => self.textphone.clone(),
            "email" => self.email.clone(),
            "hours" => self.hours.clone(),
            "address" => self.address.join(", "),
            "note" => self.note.clone(),
            _ => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    /// Returns where a detail leads when it is followed: a number to ring, an address to write to.
    pub fn target(&self, field: &str) -> Option<Target> {
        match field {
            "phone" => Some(Target::Phone(self.phone.clone())),
            "textphone" => Some(Target::Phone(self.textphone.clone())),
            "email" => Some(Target::Email(self.email.clone())),
            _ => None,
        }
    }
}

/// An abbreviation and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The letters.
    pub short: String,
    /// What they stand for.
    pub full: String,
    /// What it is, in a sentence.
    pub meaning: String,
    /// Whether nearly everybody knows it, so that it is never expanded.
    pub well_known: bool,
    /// Where it stands in the store.
    pub span: Span,
}
