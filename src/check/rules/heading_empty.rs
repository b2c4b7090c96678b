//! Headings without words.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::plain_text;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A050",
        name: "heading-empty",
        severity: Severity::Error,
        wcag: &["1.3.1", "2.4.6"],
        act: &[],
        doc: include_str!("heading_empty.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for heading in body.headings() {
        if plain_text(&heading.content).trim().is_empty() {
            report.add(heading.span, "this heading has no words", "write its words after the # signs, or remove them");
        }
    }
}
