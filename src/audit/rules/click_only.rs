//! Something that is not a button or a link does something when it is clicked, and cannot have the focus.

use crate::audit::tree::Vocabulary;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H067",
        name: "click-only",
        severity: Severity::Warning,
        wcag: &["2.1.1"],
        act: &[],
        doc: include_str!("click_only.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(element) = page.tree.element(*id).filter(|element| element.vocabulary == Vocabulary::Html) else {
            continue;
        };
        if !page.tree.has(*id, "onclick") || page.is_hidden(*id) || page.could_focus(*id) {
            continue;
        }
        // A click on these is passed on, or is caught for what stands in them.
        let passes = matches!(
            &*element.name,
            "body" | "html" | "label" | "form" | "dialog" | "option" | "a" | "video" | "audio"
        );
        let reached = page.tree.ancestors(*id).chain(page.tree.descendants(*id)).any(|at| page.is_focusable(at));
        if passes || reached || page.is_disabled(*id) {
            continue;
        }
        let message = "this does something when it is clicked, and the keyboard does not come to it";
        report.unsure(*id, message, "make it a `<button>`, or look whether the same can be done elsewhere");
    }
}
