//! An entry of a menu has no name.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H016",
        name: "menu-item-unnamed",
        severity: Severity::Error,
        wcag: &["4.1.2"],
        act: &["m6b1q3"],
        doc: include_str!("menu_item_unnamed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        if page.has_role(*id, &["menuitem"]) && page.is_exposed(*id) && !page.has_name(*id) {
            report.add(
                *id,
                "this entry of a menu has no name",
                "write what it does between its tags, or in `aria-label`",
            );
        }
    }
}
