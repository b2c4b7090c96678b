//! A `style` attribute keeps readers from setting lines further apart.

use crate::audit::spacing;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H035",
        name: "line-height-fixed",
        severity: Severity::Error,
        wcag: &["1.4.12"],
        act: &["78fd32"],
        doc: include_str!("line_height_fixed.md"),
    },
    look,
};

/// The least distance of lines that must be possible, in sizes of letters. Source: WCAG 2.2, 1.4.12.
const LEAST: f32 = 1.5;

/// How far apart lines are where nobody says so, in sizes of letters. Source: what browsers do with most faces.
const NORMAL: f32 = 1.2;

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for (id, pixels, size) in spacing::fixed(page, "line-height", NORMAL) {
        if pixels + spacing::SLACK < LEAST * size && spacing::is_wrapped(page, id, size) {
            let message =
                format!("the distance of lines is fixed at {} times the size of letters", spacing::times(pixels, size));
            report.add_at(id, "style", message, "take out `!important`, or allow at least 1.5 times");
        }
    }
}
