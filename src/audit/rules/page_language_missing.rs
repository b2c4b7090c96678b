//! The page does not say which language it is in.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H010",
        name: "page-language-missing",
        severity: Severity::Error,
        wcag: &["3.1.1"],
        act: &["b5c3f8"],
        doc: include_str!("page_language_missing.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(root) = page.elements.iter().copied().find(|id| page.tree.is(*id, "html")) else { return };
    if page.is_part() {
        return;
    }
    // A page in XHTML says it in XML's way too.
    let said = |name: &str| page.tree.get(root, name).is_some_and(|said| !said.trim().is_empty());
    let xhtml = page.text.trim_start().starts_with("<?xml");
    if !(said("lang") || (xhtml && said("xml:lang"))) {
        report.add(
            root,
            "the page does not say its language",
            "write it in the first tag, as in `<html lang=\"en-GB\">`",
        );
    }
}
