//! A frame has no name.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H030",
        name: "frame-unnamed",
        severity: Severity::Error,
        wcag: &["4.1.2"],
        act: &["cae760"],
        doc: include_str!("frame_unnamed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| page.tree.is(*id, "iframe")) {
        let reached = page.tabindex(id).is_none_or(|index| index >= 0);
        if reached && page.is_exposed(id) && !page.has_name(id) {
            report.add(id, "this frame has no name", "write what it shows in `title`");
        }
    }
}
