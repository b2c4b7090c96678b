//! A `style` attribute keeps readers from setting the space between words wider.

use crate::audit::spacing;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H034",
        name: "word-spacing-fixed",
        severity: Severity::Error,
        wcag: &["1.4.12"],
        act: &["9e45ec"],
        doc: include_str!("word_spacing_fixed.md"),
    },
    look,
};

/// The least space that must be possible, in sizes of letters. Source: WCAG 2.2, 1.4.12.
const LEAST: f32 = 0.16;

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for (id, pixels, size) in spacing::fixed(page, "word-spacing", 0.0) {
        if pixels + spacing::SLACK < LEAST * size {
            let message =
                format!("the space between words is fixed at {} times their size", spacing::times(pixels, size));
            report.add_at(id, "style", message, "take out `!important`, or allow at least 0.16 times");
        }
    }
}
