//! Words move or blink by themselves.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H055",
        name: "moving-text",
        severity: Severity::Error,
        wcag: &["2.2.2"],
        act: &[],
        doc: include_str!("moving_text.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        if page.tree.is(*id, "marquee") && !page.is_gone(*id) {
            report.add(*id, "words move by themselves", "make it a `<p>`");
        }
    }
}
