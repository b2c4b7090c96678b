//! The words of a link say nothing of where it leads.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H051",
        name: "link-words-empty",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("link_words_empty.md"),
    },
    look,
};

/// Words that name no target, in small letters. Source: ours.
const EMPTY: &[&str] = &[
    "click",
    "click here",
    "details",
    "find out more",
    "go",
    "here",
    "info",
    "learn more",
    "link",
    "more",
    "more info",
    "more information",
    "read more",
    "see more",
    "this",
    "this link",
    "this page",
    "view more",
    "kliknij tutaj",
    "więcej",
    "cliciwch yma",
    "mwy",
    "darllen mwy",
];

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| page.has_role(*id, &["link"]) && page.is_exposed(*id)) {
        let name = page.name(id);
        let plain = name.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if EMPTY.contains(&plain.as_str()) && page.tree.has(id, "href") {
            let message = format!("`{name}` does not say where the link leads");
            report.add(id, message, "name the page that it leads to");
        }
    }
}
