//! Words stand out too little from what is behind them.

use crate::audit::contrast;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H038",
        name: "contrast-low",
        severity: Severity::Error,
        wcag: &["1.4.3"],
        act: &["afw4f7"],
        doc: include_str!("contrast_low.md"),
    },
    look,
};

/// The least contrast, and that of large letters. Source: WCAG 2.2, 1.4.3.
const LEAST: f32 = 4.5;
const LEAST_LARGE: f32 = 3.0;

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    contrast::look(page, report, LEAST, LEAST_LARGE);
}
