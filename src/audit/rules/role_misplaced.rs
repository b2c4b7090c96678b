//! An element with a role does not stand in what the role belongs to, such as a list item in no list.

use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
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
    unmade(page, report);
    for id in &page.elements {
        let Some(role) = page.explicit_role(*id).filter(|role| page.role(*id) == Some(role)) else { continue };
        if role.context.is_empty() || page.is_hidden(*id) {
            continue;
        }
        let around = page.owner(*id).or_else(|| above(page, *id));
        if around.is_some_and(|around| page.has_role(around, &role.context)) {
            continue;
        }
        if around.is_none() && page.is_part() {
            continue;
        }
        let message = format!("the role `{}` is for what stands in a `{}`", role.name, role.context.join("` or `"));
        report.add(*id, message, "put it in one, or take out the role");
    }
}

/// Says where a script makes a shadow tree, and an element outside takes in by `aria-owns` what only stands in it.
fn unmade(page: &Page<'_>, report: &mut Report<'_>) {
    if !page.scripts_say("attachShadow") {
        return;
    }
    for id in &page.elements {
        let owned = page.tree.get(*id, "aria-owns").unwrap_or("");
        let missing = owned.split_ascii_whitespace().find(|name| page.by_id(*id, name).is_none());
        if let Some(name) = missing.filter(|name| page.scripts_say(name)) {
            let message = format!("a script makes `{name}`, which this takes in by `aria-owns`");
            report.unsure(
                *id,
                message,
                "look whether it stands outside a shadow tree: into one, `aria-owns` does not reach",
            );
        }
    }
}

/// Returns the element around that means something.
fn above(page: &Page<'_>, id: Id) -> Option<Id> {
    page.tree.ancestors(id).find(|at| !matches!(page.role_name(*at), "" | "none" | "presentation" | "generic"))
}
