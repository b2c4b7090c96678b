//! A part of the page is marked with a language that does not exist.

use crate::audit::language;
use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H005",
        name: "part-language-unknown",
        severity: Severity::Error,
        wcag: &["3.1.2"],
        act: &["de46e4"],
        doc: include_str!("part_language_unknown.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(body) = page.elements.iter().copied().find(|id| page.tree.is(*id, "body")) else { return };
    for id in &page.elements {
        let Some(said) = page.tree.get(*id, "lang").filter(|said| !said.is_empty()) else { continue };
        if !page.tree.is_inside(*id, body) || language::is_known(said) || !has_words(page, *id) {
            continue;
        }
        let message = format!("there is no language `{said}`");
        report.add_at(*id, "lang", message, "write the tag of the language, such as `cy` for Welsh or `pl` for Polish");
    }
}

/// Returns whether something in an element is read in its language, and not in that of a part of it.
fn has_words(page: &Page<'_>, top: Id) -> bool {
    page.tree.descendants(top).any(|node| {
        let speaks = match page.tree.text(node) {
            Some(text) => !text.trim().is_empty() && page.tree.parent(node).is_some_and(|parent| !page.is_gone(parent)),
            None => {
                page.tree.get(node, "alt").is_some_and(|alt| !alt.trim().is_empty())
                    && !page.is_gone(node)
                    && !page.tree.has(node, "lang")
            }
        };
        let own = |at: &Id| *at != top && page.tree.has(*at, "lang");
        speaks && !page.tree.ancestors(node).take_while(|at| *at != top).any(|at| own(&at))
    })
}
