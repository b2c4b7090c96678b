//! What can be wrong with words only on paper. Each kind has its page beside it.

use crate::diag::{FindingKind, Severity};

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

/// An address that no envelope's window or label has room for.
pub const ADDRESS_TOO_LONG: FindingKind = FindingKind {
    code: "P038",
    name: "address-too-long",
    severity: Severity::Warning,
    wcag: &[],
    act: &[],
    doc: include_str!("address_too_long.md"),
};

/// Empty pages in a booklet.
pub const BOOKLET_PADDED: FindingKind = FindingKind {
    code: "P040",
    name: "booklet-padded",
    severity: Severity::Info,
    wcag: &[],
    act: &[],
    doc: include_str!("booklet_padded.md"),
};

/// A booklet of more pages than staples hold.
pub const BOOKLET_TOO_THICK: FindingKind = FindingKind {
    code: "P041",
    name: "booklet-too-thick",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("booklet_too_thick.md"),
};

/// A picture that a panel has no room for.
pub const PICTURE_LEFT_OUT: FindingKind = FindingKind {
    code: "P045",
    name: "picture-left-out",
    severity: Severity::Info,
    wcag: &[],
    act: &[],
    doc: include_str!("picture_left_out.md"),
};

/// An Easy Read text of many pages.
pub const EASY_READ_LONG: FindingKind = FindingKind {
    code: "C078",
    name: "easy-read-long",
    severity: Severity::Warning,
    wcag: &[],
    act: &[],
    doc: include_str!("easy_read_long.md"),
};

/// An Easy Read text of too many pages.
pub const EASY_READ_TOO_LONG: FindingKind = FindingKind {
    code: "C079",
    name: "easy-read-too-long",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("easy_read_too_long.md"),
};

/// Every kind of this layer.
pub const ALL: &[&FindingKind] = &[
    &PANEL_FULL,
    &MISSING_CHARACTER,
    &UNREADABLE_PICTURE,
    &ADDRESS_TOO_LONG,
    &BOOKLET_PADDED,
    &BOOKLET_TOO_THICK,
    &PICTURE_LEFT_OUT,
    &EASY_READ_LONG,
    &EASY_READ_TOO_LONG,
];
