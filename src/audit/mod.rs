//! Any HTML, ours or not: what in it would shut a reader out. It knows of no site.
//!
//! The way: bytes to a tree (`parse/`), what it looks like (`css/`), roles and names (`roles.rs`, `names.rs`), rules (`rules/`).
//! Scripts never run: where one may touch an element, a rule says that a person has to look.

mod agent;
pub mod aria;
mod contrast;
pub mod css;
mod focus;
mod found;
mod language;
mod names;
pub mod page;
mod parse;
mod roles;
mod rules;
mod spacing;
mod table;
pub mod tree;
mod visible;

use crate::diag::FindingKind;

pub use found::{Found, Outcome, Report};
pub use page::{Alone, Beside, Page};

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its code, name, level, sources and page.
    pub kind: FindingKind,
    /// Looks at a page.
    pub look: fn(&Page<'_>, &mut Report<'_>),
}

/// Returns every kind of finding that the audit has.
pub fn kinds() -> Vec<&'static FindingKind> {
    rules::RULES.iter().map(|rule| &rule.kind).collect()
}

/// Looks at a page with all rules; findings stand in the order of the page.
pub fn look(text: &str, beside: &dyn Beside) -> Vec<Found> {
    let parsed = parse::parse(text);
    let sheets = page::sheets(&parsed.tree, beside);
    let page = Page::new(text, &parsed, &sheets, beside);
    let mut found = Vec::new();
    for rule in rules::RULES {
        (rule.look)(&page, &mut Report::new(&page, &rule.kind, &mut found));
    }
    found.sort_by(|a, b| (a.place.start, a.kind.code, a.outcome).cmp(&(b.place.start, b.kind.code, b.outcome)));
    found
}
