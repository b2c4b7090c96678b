//! A heading has no words.

use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H029",
        name: "heading-unnamed",
        severity: Severity::Warning,
        wcag: &[],
        act: &["ffd0e9"],
        doc: include_str!("heading_unnamed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let heading = page.has_role(*id, &["heading"]) || is_silenced(page, *id);
        if heading && !page.is_hidden(*id) && !page.is_flattened(*id) && !page.has_name(*id) {
            report.add(*id, "this heading has no words", "write what comes below it, or take the heading out");
        }
    }
}

/// Returns whether a heading is taken out by its author, and browsers keep it because it has an attribute of ARIA.
fn is_silenced(page: &Page<'_>, id: Id) -> bool {
    matches!(page.tree.html_name(id), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
        && page.has_role(id, &["none", "presentation"])
        && page.tree.has(id, "aria-label")
}
