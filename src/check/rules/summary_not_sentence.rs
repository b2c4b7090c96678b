//! Summaries that are no sentence.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A074",
        name: "summary-not-sentence",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("summary_not_sentence.md"),
    },
    look: Look::Body(look),
};

/// The fewest words that say something about a page.
const FEWEST: usize = 2;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let summary = page.meta.summary.trim();
    let span = page.key_span("summary");
    let end = summary.trim_end_matches(['"', '\'', '\u{2019}', '\u{201d}', ')']);
    // A gap that is still to be filled has a rule of its own.
    if summary.is_empty() || summary.starts_with("[[") {
        return;
    }
    if summary.split_whitespace().count() < FEWEST {
        let help = "write one sentence, such as `Who can apply, and how much we pay.`";
        report.add(span, format!("the summary `{summary}` is no sentence"), help);
    } else if !end.ends_with(['.', '!', '?']) {
        report.add(
            span,
            "the summary has no full stop at its end",
            format!("write `{}.`", summary.trim_end_matches([',', ';', ':'])),
        );
    }
}
