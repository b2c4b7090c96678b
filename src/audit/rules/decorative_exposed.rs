//! Something is marked as decoration and is read out all the same, because it has a name or can have the focus.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H004",
        name: "decorative-exposed",
        severity: Severity::Warning,
        wcag: &[],
        act: &["46ca7f"],
        doc: include_str!("decorative_exposed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let silent = page.explicit_role(*id).is_some_and(|role| matches!(role.name, "none" | "presentation"));
        let empty = page.tree.is(*id, "img")
            && page.tree.get(*id, "alt").is_some_and(str::is_empty)
            && page.explicit_role(*id).is_none();
        if !(silent || empty) || page.is_hidden(*id) || page.is_flattened(*id) {
            continue;
        }
        if page.has_presentational_conflict(*id) && !page.has_role(*id, &["none", "presentation"]) {
            let (message, help) = if page.is_focusable(*id) {
                (
                    "this is marked as decoration and can have the focus",
                    "take out the mark, or what lets it have the focus",
                )
            } else {
                (
                    "this is marked as decoration and is read out all the same",
                    "take out the mark, or its `aria-` attributes",
                )
            };
            report.add(*id, message, help);
        }
    }
}
