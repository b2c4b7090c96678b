//! What authors must know of files that a machine made and nobody has read.

use crate::diag::{FindingKind, Severity};

/// A format that the author asked for is not published, because nobody has read it.
pub const DRAFT_KEPT_BACK: FindingKind =
    kind("W020", "draft-kept-back", include_str!("../problems/draft_kept_back.md"));

/// A file was read, and its words have changed since.
pub const WORDS_NOT_READ_AGAIN: FindingKind =
    kind("W021", "words-not-read-again", include_str!("../problems/words_not_read_again.md"));

/// Every kind of finding of these formats.
pub const KINDS: &[&FindingKind] = &[&DRAFT_KEPT_BACK, &WORDS_NOT_READ_AGAIN];

const fn kind(code: &'static str, name: &'static str, doc: &'static str) -> FindingKind {
    FindingKind { code, name, severity: Severity::Warning, wcag: &[], act: &[], doc }
}
