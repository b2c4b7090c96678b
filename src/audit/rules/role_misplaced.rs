//! An element with a role does not stand in what the role belongs to, such as a list item in no list.

use crate::audit::{Page, Report, Rule};
use crate::audit::tree::Id;
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H026",
        name: "role-misplaced",
        severity: Severity::Error,
        wcag: &["1.3.1"],
        act: &["ff89c9"],
        doc: include_str!("role_misplaced.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(role) = page.explicit_role(*id).filter(|role| page.role(*id) == Some(role)) else { continue };
        if role.context.is_empty() || page.is_hidden(*id) {
            continue;
        }
        let around = page.owner(*id).or_else(|| above(page, *id));
        if around.is_some_and(|around| page.has_role(around, &role.context)) {
            continue;
        }
        let message = format!("the role `{}` is for what stands in a `{}`", role.name, role.context.join("` or `"));
        report.add(*id, message, "put it in one, or take out the role");
    }
}

/// Returns the element around that means something.
fn above(page: &Page<'_>, id: Id) -> Option<Id> {
    page.tree.ancestors(id).find(|at| !matches!(page.role_name(*at), "" | "none" | "presentation" | "generic"))
}
