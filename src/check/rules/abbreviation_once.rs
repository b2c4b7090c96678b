//! Abbreviations that a page uses once.

use std::collections::BTreeMap;

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::Inline;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A069",
        name: "abbreviation-once",
        severity: Severity::Info,
        wcag: &[],
        act: &[],
        doc: include_str!("abbreviation_once.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let mut used: BTreeMap<&str, (usize, &str, Span)> = BTreeMap::new();
    for inline in body.inlines() {
        if let Inline::Abbreviation(word) = inline {
            used.entry(&word.short).or_insert((0, &word.full, word.span)).0 += 1;
        }
    }
    for (short, (count, full, span)) in used {
        // Where the page spells the word out itself, the letters may be there to be found by a search.
        let spelt = report.written_before(span).trim_end().ends_with('(');
        if count == 1 && span.file == body.file && !spelt {
            report.add(span, format!("`{short}` is used once on this page"), format!("write `{full}` instead"));
        }
    }
}
