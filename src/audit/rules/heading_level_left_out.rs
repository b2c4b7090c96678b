//! A heading is more than one level below the heading before it.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H049",
        name: "heading-level-left-out",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("heading_level_left_out.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let mut above = None;
    for id in page.elements.iter().copied().filter(|id| page.has_role(*id, &["heading"]) && page.is_exposed(*id)) {
        let Some(level) = page.heading_level(id) else { continue };
        if let Some(above) = above.filter(|above| level > above + 1) {
            let message = format!("a heading of level {level} follows one of level {above}");
            report.add(id, message, format!("make it level {}", above + 1));
        }
        above = Some(level);
    }
}
