//! The page leads elsewhere or loads again by itself, however late.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H018",
        name: "page-refreshes-ever",
        severity: Severity::Warning,
        wcag: &["2.2.4", "3.2.5"],
        act: &["bisz58"],
        doc: include_str!("page_refreshes_ever.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    if let Some((id, seconds)) = page.refresh().filter(|(_, seconds)| *seconds > 0) {
        let message = format!("the page goes away by itself after {seconds} seconds");
        report.add(id, message, "let readers go on by a link, or lead on at once with `0`");
    }
}
