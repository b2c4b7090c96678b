//! The page has no heading of level 1.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H050",
        name: "heading-first-missing",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("heading_first_missing.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(body) = page.elements.iter().copied().find(|id| page.tree.is(*id, "body")) else { return };
    if page.is_part() {
        return;
    }
    let mut headings =
        page.elements.iter().copied().filter(|id| page.has_role(*id, &["heading"]) && page.is_exposed(*id));
    if !headings.any(|id| page.heading_level(id) == Some(1)) && !page.read_out(body).is_empty() {
        report.add(
            body,
            "the page has no heading of level 1",
            "make what the page is about an `<h1>` at the start of its main part",
        );
    }
}
