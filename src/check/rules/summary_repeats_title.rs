//! Summaries that say the title again.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A073",
        name: "summary-repeats-title",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("summary_repeats_title.md"),
    },
    look: Look::Body(look),
};

/// Words that say nothing when they stand before a title.
const EMPTY: &[&str] = &[
    "this page is about ",
    "this page tells you about ",
    "information about ",
    "information on ",
    "about ",
    "the ",
    "a ",
    "an ",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    if bare(&page.meta.summary) == bare(&page.meta.title) {
        let message = format!("the summary `{}` says no more than the title", page.meta.summary.trim());
        let help = "say what a reader can do or learn here, such as `Who can apply, and how much we pay.`";
        report.add(page.key_span("summary"), message, help);
    }
}

/// Returns words in lower case, without stops and without what says nothing before them.
fn bare(words: &str) -> String {
    let words: String = words.to_lowercase().chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = words.as_str();
    while let Some(shorter) = EMPTY.iter().find_map(|empty| rest.strip_prefix(empty)) {
        rest = shorter;
    }
    rest.to_string()
}
