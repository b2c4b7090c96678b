//! The whole page is hidden from screen readers.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H062",
        name: "page-hidden",
        severity: Severity::Error,
        wcag: &["4.1.2"],
        act: &[],
        doc: include_str!("page_hidden.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| matches!(page.tree.html_name(*id), "html" | "body")) {
        if page.tree.get(id, "aria-hidden").is_some_and(|value| value.trim().eq_ignore_ascii_case("true")) {
            report.add_at(id, "aria-hidden", "the whole page is hidden from screen readers", "take out `aria-hidden`");
        }
    }
}
