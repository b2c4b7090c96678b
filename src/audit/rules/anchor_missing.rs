//! A link leads to a place in the page that is not there.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H056",
        name: "anchor-missing",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("anchor_missing.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| matches!(page.tree.html_name(*id), "a" | "area")) {
        let Some(name) = page.tree.get(id, "href").and_then(|href| href.trim().strip_prefix('#')) else { continue };
        let free = name.is_empty()
            || name.eq_ignore_ascii_case("top")
            || name.starts_with([':', '!', '/'])
            || name.contains(":~:");
        if free || page.is_gone(id) || page.is_scripted(id) || page.is_anchor(id, name) {
            continue;
        }
        let message = format!("there is no `{name}` in this page");
        report.add_at(id, "href", message, format!("give what it should lead to `id=\"{name}\"`"));
    }
}
