//! An element is given a name, and is of a kind that cannot have one.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H025",
        name: "name-forbidden",
        severity: Severity::Warning,
        wcag: &[],
        act: &["kb1m8s"],
        doc: include_str!("name_forbidden.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(role) = page.role(*id).filter(|role| role.is_nameless()) else { continue };
        if page.is_hidden(*id) || (page.tree.is(*id, "body")) {
            continue;
        }
        let names: &[&str] = if role.name == "generic" {
            &[
                "aria-label",
                "aria-labelledby",
                "aria-roledescription",
                "aria-braillelabel",
                "aria-brailleroledescription",
            ]
        } else {
            &["aria-label", "aria-labelledby", "aria-braillelabel"]
        };
        let said = names.iter().find(|name| page.tree.get(*id, name).is_some_and(|value| !value.trim().is_empty()));
        if let Some(name) = said {
            let message = format!("`{name}` is not heard here: this has the role `{}`", role.name);
            report.add_at(
                *id,
                name,
                message,
                "write the words in the page, or give the element a role that can have a name",
            );
        }
    }
}
