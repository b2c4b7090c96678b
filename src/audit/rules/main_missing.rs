//! The page does not say where its main part begins.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H047",
        name: "main-missing",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("main_missing.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(body) = page.elements.iter().copied().find(|id| page.tree.is(*id, "body")) else { return };
    let missing = !page.is_part() && !page.elements.iter().any(|id| page.has_role(*id, &["main"]));
    if missing && !page.read_out(body).is_empty() {
        report.add(
            body,
            "the page does not say where its main part begins",
            "put `<main>` round what is this page's own",
        );
    }
}
