//! What authors must know of sound.

use crate::diag::{FindingKind, Severity};

/// A voice gave no sound.
pub const SOUND_NOT_MADE: FindingKind = kind("A150", "sound-not-made", include_str!("../problems/sound_not_made.md"));

/// What a voice said is of other words.
pub const SOUND_MISSING: FindingKind = kind("A151", "sound-missing", include_str!("../problems/sound_missing.md"));

/// A recording is shorter or longer than its words.
pub const RECORDING_LENGTH: FindingKind =
    kind("A153", "recording-length", include_str!("../problems/recording_length.md"));

/// A page with a recording does not come in audio.
pub const RECORDING_UNASKED: FindingKind =
    kind("A154", "recording-unasked", include_str!("../problems/recording_unasked.md"));

/// A recording is so quiet that many do not hear it.
pub const RECORDING_QUIET: FindingKind =
    kind("A156", "recording-quiet", include_str!("../problems/recording_quiet.md"));

/// A recording was driven too high.
pub const RECORDING_CLIPPED: FindingKind =
    kind("A157", "recording-clipped", include_str!("../problems/recording_clipped.md"));

/// Every kind of finding of audio.
pub const KINDS: &[&FindingKind] =
    &[&SOUND_NOT_MADE, &SOUND_MISSING, &RECORDING_LENGTH, &RECORDING_UNASKED, &RECORDING_QUIET, &RECORDING_CLIPPED];

const fn kind(code: &'static str, name: &'static str, doc: &'static str) -> FindingKind {
    FindingKind { code, name, severity: Severity::Warning, wcag: &[], act: &[], doc }
}
