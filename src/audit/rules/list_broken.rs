//! A list holds something other than items.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H066",
        name: "list-broken",
        severity: Severity::Error,
        wcag: &["1.3.1"],
        act: &[],
        doc: include_str!("list_broken.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| matches!(page.tree.html_name(*id), "ul" | "ol")) {
        if !page.has_role(id, &["list"]) || page.is_hidden(id) {
            continue;
        }
        let wrong = page.tree.elements_of(id).find(|child| {
            let name = page.tree.html_name(*child);
            // What a component makes of itself is not known.
            !matches!(name, "li" | "script" | "template" | "style" | "slot" | "")
                && !name.contains('-')
                && !page.is_hidden(*child)
                && !page.has_role(*child, &["listitem", "none", "presentation"])
                && !page.read_out(*child).is_empty()
        });
        if let Some(wrong) = wrong {
            report.add(wrong, "this stands in a list and is no item of it", "put it in an `<li>`");
        }
    }
}
