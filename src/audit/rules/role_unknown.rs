//! An element has a role that WAI-ARIA does not have.

use crate::audit::aria;
use crate::audit::{Page, Report, Rule};
use crate::diag::nearest;
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H021",
        name: "role-unknown",
        severity: Severity::Warning,
        wcag: &[],
        act: &["674b10"],
        doc: include_str!("role_unknown.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(said) = page.tree.get(*id, "role").filter(|said| !said.trim().is_empty()) else { continue };
        if page.is_hidden(*id) || page.explicit_role(*id).is_some() {
            continue;
        }
        let message = format!("there is no role `{}`", said.trim());
        let near = nearest(said.trim(), aria::role_names());
        let help = near.map_or("take it out".to_string(), |near| format!("did you mean `{near}`?"));
        report.add_at(*id, "role", message, help);
    }
}
