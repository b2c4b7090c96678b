//! What opens more has no words.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H023",
        name: "summary-unnamed",
        severity: Severity::Error,
        wcag: &["4.1.2"],
        act: &["2t702h"],
        doc: include_str!("summary_unnamed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| page.tree.is(*id, "summary")) {
        let opens = page.tree.parent(id).is_some_and(|parent| {
            page.tree.is(parent, "details")
                && page.tree.elements_of(parent).find(|child| page.tree.is(*child, "summary")) == Some(id)
        });
        if opens && page.is_exposed(id) && page.explicit_role(id).is_none() && !page.has_name(id) {
            report.add(id, "what this opens has no name", "write what it opens between its tags");
        }
    }
}
