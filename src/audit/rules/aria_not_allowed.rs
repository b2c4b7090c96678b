//! An element has an ARIA state or property that its role does not have.

use crate::audit::aria;
use crate::audit::tree::{Id, Vocabulary};
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H028",
        name: "aria-not-allowed",
        severity: Severity::Warning,
        wcag: &[],
        act: &["5c01ea"],
        doc: include_str!("aria_not_allowed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(element) = page.tree.element(*id).filter(|_| !page.is_hidden(*id)) else { continue };
        for attribute in &element.attributes {
            let Some(known) = aria::attribute(&attribute.name) else { continue };
            if known.global || attribute.value.trim().is_empty() || is_allowed(page, *id, known.name) {
                continue;
            }
            let role = page.role_name(*id);
            let what = if role.is_empty() { format!("`<{}>`", element.name) } else { format!("the role `{role}`") };
            report.add_at(
                *id,
                known.name,
                format!("{what} does not have `{}`", known.name),
                "take it out, or give the element the role that it is meant to have",
            );
        }
    }
}

fn is_allowed(page: &Page<'_>, id: Id, name: &str) -> bool {
    let short = name.strip_prefix("aria-").unwrap_or(name);
    if let Some(role) = page.role(id) {
        // A field that opens a list is read as both.
        let field = page.tree.is(id, "input") && matches!(role.name, "textbox" | "searchbox");
        return role.required.contains(&short) || role.supported.contains(&short) || (field && short == "expanded");
    }
    match page.tree.html_name(id) {
        // Source: ARIA in HTML, 4: what fields without a role may have.
        "input" => matches!(
            short,
            "placeholder" | "readonly" | "required" | "expanded" | "valuemin" | "valuemax" | "valuenow" | "valuetext"
        ),
        "summary" => matches!(short, "expanded" | "pressed"),
        "" => page.tree.element(id).is_some_and(|element| element.vocabulary != Vocabulary::Html),
        name => name.contains('-'),
    }
}
