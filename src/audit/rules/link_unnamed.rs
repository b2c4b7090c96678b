//! A link has no words.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H036",
        name: "link-unnamed",
        severity: Severity::Error,
        wcag: &["4.1.2", "2.4.4"],
        act: &["c487ae"],
        doc: include_str!("link_unnamed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let link = page.has_role(*id, &["link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"]);
        if link && page.is_exposed(*id) && !page.has_name(*id) {
            report.add(
                *id,
                "this link has no words",
                "write where it leads between its tags, or in the `alt` of its picture",
            );
        }
    }
}
