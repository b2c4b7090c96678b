//! A picture has no text alternative, and does not say that it needs none.

use crate::audit::tree::Vocabulary;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H015",
        name: "image-unnamed",
        severity: Severity::Error,
        wcag: &["1.1.1"],
        act: &["23a2a8"],
        doc: include_str!("image_unnamed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let html = page.tree.element(*id).is_some_and(|element| element.vocabulary == Vocabulary::Html);
        if !html || !page.has_role(*id, &["img", "image"]) || page.is_hidden(*id) || page.is_flattened_apart(*id) {
            continue;
        }
        if !page.has_name(*id) {
            let help = if page.tree.is(*id, "img") {
                "write what it tells in `alt`; write `alt=\"\"` where it tells nothing"
            } else {
                "write what it tells in `aria-label`"
            };
            report.add(*id, "this picture has no text alternative", help);
        }
    }
}
