//! An element has a role and not what belongs to the role, such as a checkbox that does not say whether it is ticked.

use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H007",
        name: "role-incomplete",
        severity: Severity::Warning,
        wcag: &[],
        act: &["4e8ab6"],
        doc: include_str!("role_incomplete.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(role) = page.explicit_role(*id).filter(|role| page.role(*id) == Some(role)) else { continue };
        if page.is_hidden(*id) || is_native(page, *id, role.name) {
            continue;
        }
        let mut required = role.required.clone();
        if role.name == "separator" && page.is_focusable(*id) {
            required.push("valuenow");
        }
        for name in required {
            let name = format!("aria-{name}");
            if page.tree.get(*id, &name).is_none_or(|value| value.trim().is_empty()) {
                let message = format!("the role `{}` needs `{name}`", role.name);
                report.add(*id, message, format!("add `{name}`, and let the script that changes it keep it right"));
            }
        }
    }
}

/// Returns whether HTML itself says what the role needs.
fn is_native(page: &Page<'_>, id: Id, role: &str) -> bool {
    if page.implicit_role(id).is_some_and(|own| own.name == role) {
        return true;
    }
    let kind = page.tree.get(id, "type").unwrap_or("").trim().to_ascii_lowercase();
    page.tree.is(id, "input")
        && matches!(kind.as_str(), "checkbox" | "radio")
        && matches!(role, "checkbox" | "radio" | "switch" | "menuitemcheckbox" | "menuitemradio" | "option")
}
