//! The kinds of page: what each adds to the front matter, and what readers are told of it. One file a kind, and one
//! line in [`KINDS`].

mod case_study;
mod compose;
mod consultation;
mod easy_read;
mod film;
mod funding;
mod news;
mod notice;
mod plain;
mod report;
mod strategy;

pub use compose::{Compose, Composed, Part};

use std::sync::Arc;

use crate::content::yaml::fields::Fields;
use crate::model::Details;

/// A kind of page.
pub struct PageKind {
    /// The name in front matter.
    pub name: &'static str,
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
    pub read: fn(&mut Fields<'_>) -> Kind,
}

/// What a kind made of its keys.
pub struct Kind {
    /// What formats and checks may ask for.
    pub details: Details,
    /// Writes what readers are told of it, as blocks that every format knows.
    pub compose: Composer,
}

/// Writes blocks around a page's text, once all is known that it depends on: the moment, and who publishes.
pub type Composer = Arc<dyn Fn(&mut Compose<'_, '_>) + Send + Sync>;

impl Kind {
    /// Returns a kind that adds nothing to the text.
    fn silent(details: Details) -> Kind {
        Kind { details, compose: Arc::new(|_| {}) }
    }

    fn new(details: Details, compose: impl Fn(&mut Compose<'_, '_>) + Send + Sync + 'static) -> Kind {
        Kind { details, compose: Arc::new(compose) }
    }
}

/// Every kind of page.
pub const KINDS: &[PageKind] = &[
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
];
