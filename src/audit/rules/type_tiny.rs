//! Words are smaller than 12 pixels.

use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H065",
        name: "type-tiny",
        severity: Severity::Info,
        wcag: &[],
        act: &[],
        doc: include_str!("type_tiny.md"),
    },
    look,
};

/// The smallest that words may be, in CSS pixels. Source: ours, well below what guides ask.
const SMALLEST: f32 = 12.0;

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(look) = page.looks.first() else { return };
    let tiny: Vec<(Id, f32)> = page
        .seen_texts(&look.styles)
        .into_iter()
        .filter(|(id, _)| !matches!(page.tree.html_name(*id), "sub" | "sup" | "rt" | "rp"))
        .filter_map(|(id, _)| Some((id, look.styles.get(id.at())?.size?)))
        .filter(|(_, size)| *size + SLACK < SMALLEST)
        .collect();
    if let Some((id, size)) = tiny.first() {
        let more = tiny.len() - 1;
        let also = if more > 0 { format!(", here and at {more} others") } else { String::new() };
        report.add(*id, format!("these words have {size:.1} pixels{also}"), "make them at least 12 pixels, better 16");
    }
}

/// What only rounding takes away, in CSS pixels. Small print of 10 points in two steps of 1/1.2 must not be told.
const SLACK: f32 = 0.5;
