//! A label is for a field that is not there.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H058",
        name: "label-without-field",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("label_without_field.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| page.tree.is(*id, "label")) {
        let Some(name) = page.tree.get(id, "for").filter(|name| !name.is_empty()) else { continue };
        if page.by_id(id, name).is_none() && !page.is_gone(id) && !page.scripts_say(name) {
            let message = format!("there is no field `{name}`");
            report.add_at(id, "for", message, "write the `id` of the field that the label is for");
        }
    }
}
