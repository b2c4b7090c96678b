//! Something that is hidden from screen readers can have the focus.

use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H032",
        name: "hidden-focusable",
        severity: Severity::Error,
        wcag: &["4.1.2"],
        act: &["6cfa84"],
        doc: include_str!("hidden_focusable.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let hides =
        |id: &Id| page.tree.get(*id, "aria-hidden").is_some_and(|value| value.trim().eq_ignore_ascii_case("true"));
    for id in page.elements.iter().copied().filter(hides) {
        if page.tree.ancestors(id).any(|at| hides(&at)) {
            continue;
        }
        let inside = std::iter::once(id).chain(page.tree.descendants(id)).filter(|at| page.is_tabbable(*at));
        for at in inside {
            let message = "this is hidden from screen readers and can have the focus";
            let help = "take out `aria-hidden`, or add `tabindex=\"-1\"` to what can have the focus";
            if page.is_scripted(at) {
                report.unsure(at, message, "look whether a script takes the focus away from it at once");
            } else {
                report.add(at, message, help);
            }
        }
    }
}
