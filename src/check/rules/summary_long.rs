//! Summaries that search results cut off.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A072",
        name: "summary-long",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("summary_long.md"),
    },
    look: Look::Body(look),
};

/// The first length that is too long, in characters. Source: GOV.UK content design, summaries: under 160.
const TOO_LONG: usize = 160;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let length = page.meta.summary.chars().count();
    if length >= TOO_LONG {
        let message = format!("the summary has {length} characters");
        report.add(page.key_span("summary"), message, "say it in fewer than 160, the most important words first");
    }
}
