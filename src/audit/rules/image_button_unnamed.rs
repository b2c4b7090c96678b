//! A button that is a picture has no name.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H014",
        name: "image-button-unnamed",
        severity: Severity::Error,
        wcag: &["1.1.1", "4.1.2"],
        act: &["59796f"],
        doc: include_str!("image_button_unnamed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let picture = page.tree.is(*id, "input")
            && page.tree.get(*id, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("image"));
        if picture && page.is_exposed(*id) && !page.has_name(*id) {
            report.add(*id, "this button has no name", "write what it does in `alt`");
        }
    }
}
