//! Any HTML, ours or not: what in it would shut a reader out. It knows of no site.
//!
//! The way: bytes to a tree (`parse/`), what it looks like (`css/`), roles and names (`roles.rs`, `names.rs`), rules (`rules/`).
//! Scripts never run: where one may touch an element, a rule says that a person has to look.

pub mod address;
mod agent;
pub mod aria;
pub mod bytes;
mod contrast;
pub mod css;
mod focus;
mod found;
mod language;
mod media;
mod names;
pub mod page;
mod parse;
mod playing;
mod roles;
mod rules;
mod spacing;
mod speech;
mod table;
pub mod tree;
mod visible;
pub mod wcag;

use std::panic::{AssertUnwindSafe, catch_unwind};

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

/// Returns every rule.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::RULES.iter()
}

/// Returns every kind of finding that the audit has.
pub fn kinds() -> Vec<&'static FindingKind> {
    rules::RULES.iter().map(|rule| &rule.kind).collect()
}

/// What looking at a page came to.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// Findings, in the order of the page.
    pub found: Vec<Found>,
    /// Whether only the start of the page was read, because its markup would grow without end.
    pub cut_short: bool,
}

/// Returns where the start tags of the elements stand that selectors find, the first of each; nothing for one that finds none.
pub fn places(text: &str, selectors: &[&str]) -> Vec<Option<tree::Place>> {
    let find = || {
        let parsed = parse::parse(text);
        let place = |written: &&str| {
            let id = css::selector::first(&parsed.tree, written, parsed.quirks)?;
            parsed.tree.element(id).map(|element| element.place)
        };
        selectors.iter().map(place).collect()
    };
    catch_unwind(AssertUnwindSafe(find)).unwrap_or_else(|_| vec![None; selectors.len()])
}

/// Looks at a page with all rules.
pub fn look(text: &str, beside: &dyn Beside) -> Looked {
    let all: Vec<&Rule> = rules().collect();
    look_for(&all, text, beside)
}

/// Looks at a page with some rules.
pub fn look_for(rules: &[&'static Rule], text: &str, beside: &dyn Beside) -> Looked {
    // What a hostile page does to the parsers must not end the work on other pages.
    let looked = catch_unwind(AssertUnwindSafe(|| look_at(rules, text, beside)));
    looked.unwrap_or(Looked { found: Vec::new(), cut_short: true })
}

fn look_at(rules: &[&'static Rule], text: &str, beside: &dyn Beside) -> Looked {
    let parsed = parse::parse(text);
    let sheets = page::sheets(&parsed.tree, beside);
    let page = Page::new(text, &parsed, &sheets, beside);
    let mut found = Vec::new();
    for rule in rules {
        (rule.look)(&page, &mut Report::new(&page, &rule.kind, &mut found));
    }
    found.sort_by(|a, b| (a.place.start, a.kind.code, a.outcome).cmp(&(b.place.start, b.kind.code, b.outcome)));
    Looked { found, cut_short: parsed.cut_short }
}
