//! Words are cut off at a fixed height.

use crate::audit::spacing;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H072",
        name: "words-cut-off",
        severity: Severity::Warning,
        wcag: &["1.4.4"],
        act: &[],
        doc: include_str!("words_cut_off.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(look) = page.looks.first() else { return };
    for id in &page.elements {
        let style = page.style(*id);
        let cuts = style.said("overflow-y").is_some_and(|value| value.split_whitespace().last() == Some("hidden"));
        let height = style.pixels("height").or_else(|| style.pixels("max-height"));
        let (Some(height), Some(size)) = (height.filter(|_| cuts), style.size) else { continue };
        if !page.is_seen(*id, &look.styles) || height >= size * TALL {
            continue;
        }
        if spacing::is_wrapped(page, *id, size) {
            let message = "words are cut off at a fixed height, and so are more of them where letters are larger";
            report.unsure(*id, message, "take out `height`, or write `min-height`");
        }
    }
}

/// From so many lines on, a box is one to scroll in and not one that cuts lines off, in sizes of letters.
const TALL: f32 = 6.0;
