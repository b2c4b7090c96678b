//! A form field has no name.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H008",
        name: "field-unnamed",
        severity: Severity::Error,
        wcag: &["4.1.2"],
        act: &["e086e5"],
        doc: include_str!("field_unnamed.md"),
    },
    look,
};

/// Roles of form fields. Source: ACT rule e086e5.
const FIELDS: &[&str] = &[
    "checkbox",
    "combobox",
    "listbox",
    "menuitemcheckbox",
    "menuitemradio",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "textbox",
];

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let kind = page.tree.get(*id, "type").unwrap_or("").trim().to_ascii_lowercase();
        let native = page.role(*id).is_none()
            && page.tree.is(*id, "input")
            && !matches!(kind.as_str(), "hidden" | "image" | "submit" | "reset" | "button");
        if (page.has_role(*id, FIELDS) || native) && page.is_exposed(*id) && !page.has_name(*id) {
            let help = if matches!(page.tree.html_name(*id), "input" | "select" | "textarea") {
                "put a `<label>` round it, or one with its `id` in `for`"
            } else {
                "give it a name with `aria-labelledby` or `aria-label`"
            };
            report.add(*id, "this form field has no name", help);
        }
    }
}
