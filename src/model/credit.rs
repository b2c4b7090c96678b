//! Who may use a picture, and where it is from.

use std::collections::BTreeMap;

use super::{Date, Site};
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
    /// The last day on which it may be shown; nothing where there is none.
    pub until: Option<Date>,
    /// Where that stands.
    pub span: Span,
}

impl Credit {
    /// Returns the line that readers are shown: where it is from, and the terms.
    pub fn line(&self) -> String {
        let parts = [self.source.as_str(), self.licence.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Returns the last day on which the picture could be shown, where that has passed.
    pub fn ended(&self, today: Date) -> Option<Date> {
        self.until.filter(|until| *until < today)
    }
}

/// Returns the credit of a picture among those of a site, by its path under `content/`, or from the site's folder on where it lies
/// beside the leaflets. One of the picture set is known without its ending.
pub fn credit_of<'c>(all: &'c BTreeMap<String, Credit>, path: &str) -> Option<&'c Credit> {
    let bare = path.rsplit_once('.').map_or(path, |(bare, _)| bare);
    all.get(path).or_else(|| all.get(bare))
}

impl Site {
    /// Returns the credit of a picture by its path, as [`credit_of`] has it.
    pub fn credit(&self, path: &str) -> Option<&Credit> {
        credit_of(&self.images, path)
    }
}
