//! Words stand out too little from what is behind them for people with very low sight.

use crate::audit::contrast;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H039",
        name: "contrast-enhanced",
        severity: Severity::Info,
        wcag: &["1.4.6"],
        act: &["09o5cg"],
        doc: include_str!("contrast_enhanced.md"),
    },
    look,
};

/// The least contrast, and that of large letters. Source: WCAG 2.2, 1.4.6.
const LEAST: f32 = 7.0;
const LEAST_LARGE: f32 = 4.5;

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    contrast::look(page, report, LEAST, LEAST_LARGE);
}
