//! Headings more than four levels deep.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::plain_text;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A049",
        name: "heading-deep",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("heading_deep.md"),
    },
    look: Look::Body(look),
};

/// The deepest level that readers can follow. Source: NHS digital service manual, formatting.
const DEEPEST: u8 = 4;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for heading in body.headings().filter(|heading| heading.level > DEEPEST) {
        let message = format!("the heading `{}` is level {}", plain_text(&heading.content), heading.level);
        report.add(heading.span, message, "split the section into its own page, or write it as a list");
    }
}
