//! Who may use a picture, and where it is from.

use super::Site;
use crate::diag::Span;

/// What is known of a picture besides what a page says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// What it shows, in a few words.
    pub shows: String,
    /// The terms under which it may be used, such as `CC BY 4.0`.
    pub licence: String,
    /// Who made it, or where it is from.
    pub source: String,
    /// Where that stands.
    pub span: Span,
}

impl Credit {
    /// Returns the line that readers are shown: where it is from, and the terms.
    pub fn line(&self) -> String {
        let parts = [self.source.as_str(), self.licence.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

impl Site {
    /// Returns the credit of a picture by its path under `content/`. One of the picture set is known without its ending.
    pub fn credit(&self, path: &str) -> Option<&Credit> {
        let bare = path.rsplit_once('.').map_or(path, |(bare, _)| bare);
        self.images.get(path).or_else(|| self.images.get(bare))
    }
}
