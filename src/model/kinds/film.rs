//! A film: the file, what is said in it as captions, and who signs it.

use crate::diag::Span;
use crate::model::AssetId;

/// What a film's front matter says, with its files looked up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Film {
    /// The film's file, as written.
    pub video: String,
    /// The same, looked up.
    pub video_file: Option<AssetId>,
    /// Its captions.
    pub captions: Captions,
    /// The file of the page with its transcript, as written; empty where the transcript stands on this page.
    pub transcript: String,
    /// How long it is, in seconds.
    pub seconds: Option<u32>,
    /// The same film in British Sign Language.
    pub bsl: Option<Bsl>,
}

/// Captions: the file, and what it says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Captions {
    /// The file, as written.
    pub wanted: String,
    /// The same, looked up.
    pub file: Option<AssetId>,
    /// What is said, and when.
    pub cues: Vec<Cue>,
}

/// One caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// When it comes, in milliseconds.
    pub start: u64,
    /// When it goes, in milliseconds.
    pub end: u64,
    /// Its lines as they are shown, without marks; none where nothing is shown.
    pub lines: Vec<CueLine>,
    /// Where its times stand in the file.
    pub span: Span,
}

/// One line of a caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueLine {
    /// The words.
    pub text: String,
    /// Where the line stands in the file.
    pub span: Span,
}

impl Cue {
    /// Returns how many signs a reader sees: a change of line counts as a space.
    pub fn signs(&self) -> usize {
        let words: usize = self.lines.iter().map(|line| line.text.chars().count()).sum();
        words + self.lines.len().saturating_sub(1)
    }
}

/// A film in British Sign Language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bsl {
    /// The film's file, as written.
    pub video: String,
    /// The same, looked up.
    pub video_file: Option<AssetId>,
    /// Who signs, with their registration.
    pub interpreter: String,
}
