//! The page leads elsewhere or loads again by itself after a time.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H017",
        name: "page-refreshes",
        severity: Severity::Error,
        wcag: &["2.2.1"],
        act: &["bc659a"],
        doc: include_str!("page_refreshes.md"),
    },
    look,
};

/// What nobody has to wait for: 20 hours, in seconds. Source: WCAG 2.2, 2.2.1.
const LONG: i64 = 72_000;

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    if let Some((id, seconds)) = page.refresh().filter(|(_, seconds)| (1..=LONG).contains(seconds)) {
        let message = format!("the page goes away by itself after {seconds} seconds");
        report.add(id, message, "let readers go on by a link, or lead on at once with `0`");
    }
}
