//! The kinds of page: what each adds to the front matter, and what readers are told of it. One file a kind, with a function
//! that reads its keys and a function that writes blocks from them, and one line in [`PAGE_KINDS`].

mod case_study;
mod compose;
mod consultation;
mod easy_read;
mod event;
mod film;
mod funding;
mod guide;
mod news;
mod notice;
mod plain;
mod report;
mod strategy;

pub use compose::{Compose, Composed, OwnWords, Placement};

use crate::content::yaml::fields::{Fields, Written};
use crate::model::{Details, PageKind};

/// What there is to know of a kind of page.
pub struct KindDefinition {
    /// The kind.
    pub kind: PageKind,
    /// What it is for, in a sentence.
    pub about: &'static str,
    /// The folder under `content/` that such pages usually stand in; empty where there is none.
    pub folder: &'static str,
    /// Whether a page of it is kept as a record, and marked, once it has expired; otherwise it is taken away.
    pub kept: bool,
    /// The lines of front matter that a new page starts with; `[[…]]` marks what must be written.
    pub starter: &'static str,
    /// The keys that a translation has from its original where it does not name them: what is the same in every language.
    pub shared: &'static [&'static str],
    /// Reads the keys that only this kind has.
    pub read: fn(&mut Fields<'_>) -> Keys,
    /// Writes what readers are told of them as blocks around a page's text, once all is known that it depends on: the moment,
    /// and who publishes.
    pub compose: fn(&Details, &Markdown, &mut Compose<'_, '_>),
}

impl KindDefinition {
    /// Returns the kind's name in front matter.
    pub fn name(&self) -> &'static str {
        self.kind.name()
    }
}

/// What a page's kind read from its keys.
#[derive(Debug, Default)]
pub struct Keys {
    /// What formats and checks may ask for.
    pub details: Details,
    /// What the author wrote in them in Markdown.
    pub markdown: Markdown,
}

/// What an author wrote in a kind's keys in Markdown, with its places in the file: it is read as blocks when the page is
/// linked.
#[derive(Clone, Debug, Default)]
pub enum Markdown {
    /// The kind has no such keys.
    #[default]
    Nothing,
    /// The aims of a strategy.
    Strategy(Vec<Written>),
    /// Notes for editors.
    News(Vec<Written>),
    /// Who may apply, and who may not.
    Funding(funding::Applicants),
    /// What came of a consultation.
    Consultation(consultation::Answered),
    /// What is said of an event.
    Event(Box<event::EventWords>),
    /// The recommendations of a report, in its order.
    Report(Vec<report::Recommended>),
}

/// Every kind of page.
pub const PAGE_KINDS: &[KindDefinition] = &[
    plain::PAGE,
    plain::SECTION,
    strategy::KIND,
    plain::EXPLAINER,
    news::KIND,
    notice::KIND,
    funding::KIND,
    consultation::KIND,
    case_study::KIND,
    report::KIND,
    film::KIND,
    easy_read::KIND,
    guide::KIND,
    event::KIND,
];
