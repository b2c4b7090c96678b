//! Abbreviations in a page's title.

use super::abbreviation_unexpanded::{WELL_KNOWN, abbreviations, spelt_out};
use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A068",
        name: "abbreviation-in-title",
        severity: Severity::Error,
        wcag: &["3.1.4"],
        act: &[],
        doc: include_str!("abbreviation_in_title.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let title = &page.meta.title;
    for (_, word) in abbreviations(title) {
        let term = site.glossary.get(word).filter(|term| !term.full.is_empty());
        if WELL_KNOWN.contains(&word) || term.is_some_and(|term| term.well_known) || spelt_out(title, word) {
            continue;
        }
        let help = match term {
            Some(term) => format!("write `{}`", term.full),
            None => "write out what the letters stand for".to_string(),
        };
        report.add(page.key_span("title"), format!("the title has the abbreviation `{word}`"), help);
    }
}
