//! Sound that lies ready for pages and leaflets: recordings beside them, and what a voice said earlier.

use std::collections::BTreeMap;

use crate::diag::FileId;
use crate::sound::{Chapter, Level};

/// All sound of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sounds {
    /// What people recorded, by the file of the page or leaflet.
    pub recordings: BTreeMap<FileId, Sound>,
    /// What a voice said, by what stands for its words.
    pub spoken: BTreeMap<u64, Sound>,
}

/// One sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// Where it lies, from the site's folder on.
    pub source: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// How long it is, in milliseconds.
    pub millis: u64,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
    /// What stands for the voice that said it; nought where a person did.
    pub voice: u64,
    /// How loud a recording is; nothing where that is not known.
    pub level: Option<Level>,
}
