//! An element with a role holds something that does not belong in it, or nothing that does, such as a list without items.

use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H027",
        name: "role-contents",
        severity: Severity::Error,
        wcag: &["1.3.1"],
        act: &["bc4a75"],
        doc: include_str!("role_contents.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(role) = page.explicit_role(*id).filter(|role| page.role(*id) == Some(role)) else { continue };
        let busy = page.tree.get(*id, "aria-busy").is_some_and(|value| value.eq_ignore_ascii_case("true"));
        if role.owned.is_empty() || busy || page.is_hidden(*id) || page.implicit_role(*id) == Some(role) {
            continue;
        }
        let owned = owned(page, *id);
        let wrong = owned.iter().copied().find(|inner| !belongs(page, *inner, &role.owned, 0));
        let right = owned.iter().any(|inner| page.has_role(*inner, &role.owned));
        if right && wrong.is_none() {
            continue;
        }
        if page.has_scripts() && owned.is_empty() {
            let message = format!("this has the role `{}` and holds none of what belongs in it yet", role.name);
            report.unsure(*id, message, "look whether a script fills it");
            continue;
        }
        let message = match wrong {
            Some(inner) => {
                format!(
                    "this has the role `{}` and holds something with the role `{}`",
                    role.name,
                    page.role_name(inner)
                )
            }
            None => format!("this has the role `{}` and holds none of what belongs in it", role.name),
        };
        report.add(*id, message, format!("put only `{}` in it, or take out the role", role.owned.join("`, `")));
    }
}

/// How deep groups in groups are followed.
const DEEPEST: usize = 32;

/// Returns whether an element may stand in one that holds these roles. A group must itself hold nothing else.
fn belongs(page: &Page<'_>, id: Id, roles: &[&str], depth: usize) -> bool {
    let name = page.role_name(id);
    // Source: WAI-ARIA 1.3, allowed accessibility child roles: lines between entries, and captions of tables.
    let beside = (name == "separator" && roles.contains(&"menuitem")) || (name == "caption" && roles.contains(&"row"));
    if beside || !roles.contains(&name) {
        return beside;
    }
    if name != "group" || depth > DEEPEST {
        return true;
    }
    owned(page, id).iter().all(|inner| belongs(page, *inner, roles, depth + 1))
}

/// Returns what an element holds: what means something, with only what means nothing between.
fn owned(page: &Page<'_>, id: Id) -> Vec<Id> {
    let mut found = Vec::new();
    let mut open: Vec<Id> = page.tree.elements_of(id).filter(|child| page.owner(*child).is_none()).collect();
    open.extend(page.by_ids(id, "aria-owns"));
    while let Some(at) = open.pop() {
        if page.is_hidden(at) {
            continue;
        }
        match page.role_name(at) {
            "" | "none" | "presentation" | "generic" => {
                open.extend(page.tree.elements_of(at).filter(|child| page.owner(*child).is_none()));
            }
            _ => found.push(at),
        }
    }
    found
}
