//! The page has more than one main part.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H048",
        name: "main-repeated",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("main_repeated.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let mains = page.elements.iter().copied().filter(|id| page.has_role(*id, &["main"]) && !page.is_hidden(*id));
    for id in mains.skip(1) {
        report.add(id, "the page has another main part before this one", "put `<main>` round both, or take one out");
    }
}
