//! A link or a picture leads to a file that is not there.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H057",
        name: "file-missing",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("file_missing.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    // A page may say that its addresses start elsewhere.
    if page.elements.iter().any(|id| page.tree.is(*id, "base") && page.tree.has(*id, "href")) {
        return;
    }
    for id in &page.elements {
        let attribute = match page.tree.html_name(*id) {
            "a" | "area" => "href",
            "img" | "audio" | "video" | "source" | "track" | "iframe" => "src",
            _ => continue,
        };
        let Some(address) = page.tree.get(*id, attribute) else { continue };
        if page.beside.has(address) == Some(false) {
            let message = format!("`{}` is not there", address.trim());
            report.add_at(*id, attribute, message, "correct the address, or take it out");
        }
    }
}
