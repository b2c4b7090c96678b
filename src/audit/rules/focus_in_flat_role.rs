//! Something that can have the focus stands in something that is read as words alone, such as a link in a button.

use crate::audit::tree::Vocabulary;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H006",
        name: "focus-in-flat-role",
        severity: Severity::Error,
        wcag: &["4.1.2"],
        act: &["307n5z"],
        doc: include_str!("focus_in_flat_role.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(role) = page.role(*id).filter(|role| role.flattens()) else { continue };
        if page.is_hidden(*id) || page.tree.element(*id).is_some_and(|element| element.vocabulary == Vocabulary::Svg) {
            continue;
        }
        if let Some(inner) = page.tree.descendants(*id).find(|inner| page.is_tabbable(*inner)) {
            let message = format!("this can have the focus, and stands in something with the role `{}`", role.name);
            report.add(inner, message, "move it out, so that the two stand beside each other");
        }
    }
}
