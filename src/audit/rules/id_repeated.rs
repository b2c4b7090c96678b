//! Two elements have the same `id`.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H046",
        name: "id-repeated",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("id_repeated.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(own) = page.tree.get(*id, "id").filter(|own| !own.is_empty()) else { continue };
        if page.by_id(*id, own) != Some(*id) {
            let message = format!("`{own}` is the `id` of an element before this one, too");
            report.add_at(*id, "id", message, "give each element an `id` of its own");
        }
    }
}
