//! What is written once and used everywhere: facts, contacts, the glossary.

use super::{Date, Lang, Target};
use crate::diag::Span;
use crate::words::{Said, Worded, Wording};

/// A figure with all that a reader needs to trust it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The name that pages use.
    pub key: String,
    /// The figure as it stands in text, such as `85%` or `£415,169`.
    pub display: Worded,
    /// Whether an author wrote the figure as it stands in text.
    pub displayed: bool,
    /// The figure as a number.
    pub value: f64,
    /// `%`, `£` or a word.
    pub unit: String,
    /// The whole sentence.
    pub statement: Worded,
    /// Where it comes from.
    pub source: FactSource,
    /// How many people or cases it was counted from.
    pub base: Worded,
    /// Where it was counted.
    pub place: Worded,
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

    /// Returns the figure as it stands in text for readers of a language: a share or a sum as the language writes it, but
    /// what an author wrote as it is.
    pub fn shown(&self, words: &Wording) -> Said {
        let display = self.display.in_lang(&words.lang);
        let (tenths, whole) = (self.value * 10.0, self.value.fract() == 0.0);
        if self.displayed || display.lang.is_same_language(&words.lang) || tenths.fract() != 0.0 || tenths < 0.0 {
            return display.clone();
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a public figure is far below 2^53"
        )]
        let (digits, decimals) = if whole { (self.value as u64, 0) } else { (tenths as u64, 1) };
        let number = words.figures().number(digits, decimals);
        match self.unit.as_str() {
            "%" => words.say(&words.sentences.percent, &[("number", (&number).into())]),
            "£" => words.say(&words.sentences.money, &[("sum", (&number).into())]),
            "" => words.said(number),
            _ => display.clone(),
        }
    }

    /// Returns the sentence that says where the figure comes from, without a full stop, for readers of a language.
    pub fn source_note(&self, lang: &Lang) -> String {
        let source = &self.source;
        let (base, place) = (self.base.in_lang(lang).to_string(), self.place.in_lang(lang).to_string());
        let parts = [&source.publisher, &source.title, &source.series, &source.date, &base, &place];
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
    pub title: Worded,
    /// Who answers.
    pub name: Worded,
    /// The telephone number, in groups.
    pub phone: String,
    /// The textphone number.
    pub textphone: String,
    /// The email address.
    pub email: String,
    /// When somebody answers.
    pub hours: Worded,
    /// The postal address, a line an element.
    pub address: Vec<String>,
    /// What else a caller should know.
    pub note: Worded,
    /// Where it stands in the store.
    pub span: Span,
}

/// A detail of a contact that a page may ask for, as in `[](contact:office.phone)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContactField {
    /// Who answers.
    Name,
    /// The telephone number.
    Phone,
    /// The textphone number.
    Textphone,
    /// The email address.
    Email,
    /// When somebody answers.
    Hours,
    /// The postal address.
    Address,
    /// What else a caller should know.
    Note,
}

impl ContactField {
    /// All of them, in the order in which authors are told of them.
    pub const ALL: [ContactField; 7] = [
        ContactField::Name,
        ContactField::Phone,
        ContactField::Textphone,
        ContactField::Email,
        ContactField::Hours,
        ContactField::Address,
        ContactField::Note,
    ];

    /// Returns its name in the store.
    pub fn name(self) -> &'static str {
        match self {
            ContactField::Name => "name",
            ContactField::Phone => "phone",
            ContactField::Textphone => "textphone",
            ContactField::Email => "email",
            ContactField::Hours => "hours",
            ContactField::Address => "address",
            ContactField::Note => "note",
        }
    }

    /// Returns the detail that has a name.
    pub fn parse(name: &str) -> Option<ContactField> {
        ContactField::ALL.into_iter().find(|field| field.name() == name)
    }
}

impl Contact {
    /// Returns a detail as it stands in text for readers of a language; nothing where it is not known. Numbers and
    /// addresses are the same in every language.
    pub fn field(&self, field: ContactField, lang: &Lang) -> Option<Said> {
        let of_all = |text: &str| Said::new(text, lang);
        let said = match field {
            ContactField::Name => self.name.in_lang(lang).clone(),
            ContactField::Phone => of_all(&self.phone),
            ContactField::Textphone => of_all(&self.textphone),
            ContactField::Email => of_all(&self.email),
            ContactField::Hours => self.hours.in_lang(lang).clone(),
            ContactField::Address => of_all(&self.address.join(", ")),
            ContactField::Note => self.note.in_lang(lang).clone(),
        };
        (!said.is_empty()).then_some(said)
    }

    /// Returns where a detail leads when it is followed: a number to ring, an address to write to.
    pub fn target(&self, field: ContactField) -> Option<Target> {
        match field {
            ContactField::Phone => Some(Target::Phone(self.phone.clone())),
            ContactField::Textphone => Some(Target::Phone(self.textphone.clone())),
            ContactField::Email => Some(Target::Email(self.email.clone())),
            ContactField::Name | ContactField::Hours | ContactField::Address | ContactField::Note => None,
        }
    }
}

/// An abbreviation and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The letters.
    pub short: String,
    /// What they stand for.
    pub full: Worded,
    /// What it is, in a sentence.
    pub meaning: Worded,
    /// How it is said, with the stressed part in capitals, such as `WEL-in`; empty where nobody told.
    pub say: String,
    /// Whether nearly everybody knows it, so that it is never expanded.
    pub well_known: bool,
    /// Where it stands in the store.
    pub span: Span,
}
