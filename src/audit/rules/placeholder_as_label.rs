//! The only name of a form field is what stands in it until somebody writes.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H068",
        name: "placeholder-as-label",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("placeholder_as_label.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| matches!(page.tree.html_name(*id), "input" | "textarea")) {
        let Some(placeholder) = page.tree.get(id, "placeholder").map(str::trim).filter(|words| !words.is_empty())
        else {
            continue;
        };
        let titled = page.tree.get(id, "title").is_some_and(|title| !title.trim().is_empty());
        if page.is_exposed(id) && page.labels(id).is_empty() && !page.is_labelled(id) && !titled {
            let message =
                format!("the only name of this field is `{placeholder}`, which is gone as soon as somebody writes");
            report.add(id, message, "put a `<label>` before it");
        }
    }
}
