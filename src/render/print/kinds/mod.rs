//! What can be wrong with words only on paper. Each kind has its page beside it.

use crate::diag::{FindingKind, Severity};

/// A sheet that does not exist.
pub const UNKNOWN_SHEET: FindingKind = FindingKind {
    code: "P001",
    name: "unknown-sheet",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("unknown_sheet.md"),
};

/// A design that does not exist.
pub const UNKNOWN_DESIGN: FindingKind = FindingKind {
    code: "P002",
    name: "unknown-design",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("unknown_design.md"),
};

/// More or fewer panels than the sheet has.
pub const PANEL_COUNT: FindingKind = FindingKind {
    code: "P003",
    name: "panel-count",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("panel_count.md"),
};

/// Text that does not fit its panel.
pub const PANEL_FULL: FindingKind = FindingKind {
    code: "P004",
    name: "panel-full",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("panel_full.md"),
};

/// A character that no font has.
pub const MISSING_CHARACTER: FindingKind = FindingKind {
    code: "P005",
    name: "missing-character",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("missing_character.md"),
};

/// A picture that cannot be printed.
pub const UNREADABLE_PICTURE: FindingKind = FindingKind {
    code: "P006",
    name: "unreadable-picture",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("unreadable_picture.md"),
};

/// Every kind of this layer.
pub const ALL: &[&FindingKind] =
    &[&UNKNOWN_SHEET, &UNKNOWN_DESIGN, &PANEL_COUNT, &PANEL_FULL, &MISSING_CHARACTER, &UNREADABLE_PICTURE];
