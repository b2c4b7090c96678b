//! A drawing that is marked as a picture has no name.

use crate::audit::tree::Vocabulary;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H022",
        name: "svg-unnamed",
        severity: Severity::Error,
        wcag: &["1.1.1"],
        act: &["7d6734"],
        doc: include_str!("svg_unnamed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let svg = page.tree.element(*id).is_some_and(|element| element.vocabulary == Vocabulary::Svg);
        let role = page.explicit_role(*id).map_or("", |role| role.name);
        let shows = matches!(role, "img" | "image" | "graphics-document" | "graphics-symbol");
        if svg && shows && page.is_exposed(*id) && !page.has_name(*id) {
            let help = "write what it shows in a `<title>` at its start; `aria-hidden=\"true\"` where it tells nothing";
            report.add(*id, "this drawing has no name", help);
        }
    }
}
