//! The page has no title.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H011",
        name: "page-title-missing",
        severity: Severity::Error,
        wcag: &["2.4.2"],
        act: &["2779a5"],
        doc: include_str!("page_title_missing.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(root) = page.elements.iter().copied().find(|id| page.tree.is(*id, "html")) else { return };
    if page.is_part() {
        return;
    }
    let title = page.elements.iter().copied().find(|id| page.tree.is(*id, "title"));
    let words = title.map_or(String::new(), |title| page.tree.words(title));
    if words.trim().is_empty() {
        let help = "write what the page is about between `<title>` and `</title>` in its head";
        report.add(title.unwrap_or(root), "the page has no title", help);
    }
}
