//! An element takes a place of its own in the order of the Tab key.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H053",
        name: "tab-order-forced",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("tab_order_forced.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        if let Some(index) = page.tabindex(*id).filter(|index| *index > 0) {
            let message = format!("`tabindex=\"{index}\"` puts this before what stands before it");
            report.add_at(
                *id,
                "tabindex",
                message,
                "take it out, and let the order of the page be the order of the keyboard",
            );
        }
    }
}
