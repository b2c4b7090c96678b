//! A button has no name.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H003",
        name: "button-unnamed",
        severity: Severity::Error,
        wcag: &["4.1.2"],
        act: &["97a4e1"],
        doc: include_str!("button_unnamed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let picture = page.tree.is(*id, "input")
            && page.tree.get(*id, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("image"));
        if page.has_role(*id, &["button"]) && !picture && page.is_exposed(*id) && !page.has_name(*id) {
            let help = "write what it does between its tags, or in `aria-label`";
            report.add(*id, "this button has no name", help);
        }
    }
}
