//! What shows where the focus is, is taken away, and nothing else shows it.

use crate::audit::css::cascade::Winner;
use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H061",
        name: "focus-ring-removed",
        severity: Severity::Error,
        wcag: &["2.4.7"],
        act: &[],
        doc: include_str!("focus_ring_removed.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(look) = page.looks.first() else { return };
    let mut bare: Vec<Id> = Vec::new();
    for id in page.elements.iter().copied().filter(|id| page.is_tabbable(*id) && page.is_seen(*id, &look.styles)) {
        // The frame of a field, and the mark in it, are the system's.
        let field = matches!(page.tree.html_name(id), "iframe" | "textarea" | "select" | "input");
        let focused = page.cascade.focused(id, &look.holding);
        let said = |property: &str| {
            focused.iter().find(|won| &*won.declaration.property == property).map(|won| &*won.declaration.value)
        };
        let gone = said("outline-style").is_some_and(is_nothing) || said("outline-width").is_some_and(is_nothing);
        if !gone || field || page.cascade.shows_within() {
            continue;
        }
        let plain = page.cascade.winners(id, &look.holding);
        let outline = |won: &&Winner| !won.declaration.property.starts_with("outline");
        let differs = focused.iter().filter(outline).any(|won| !plain.contains(won));
        if !differs {
            bare.push(id);
        }
    }
    if let Some(first) = bare.first() {
        let more = bare.len() - 1;
        let also = if more > 0 { format!(", here and at {more} others") } else { String::new() };
        let message = format!("nothing shows when this has the focus{also}");
        if page.has_scripts() {
            report.unsure(
                *first,
                message,
                "look whether the focus can be seen, and add an outline to `:focus-visible` if not",
            );
        } else {
            report.add(*first, message, "add an outline to `:focus-visible` in the style sheet");
        }
    }
}

fn is_nothing(value: &str) -> bool {
    value.split_whitespace().any(|part| matches!(part, "none" | "0" | "0px"))
}
