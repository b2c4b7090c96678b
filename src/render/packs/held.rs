//! One file of a pack.

use crate::render::folding::HOW_TO_PRINT;

/// A file that a format made, as it lies in a pack.
pub struct Held {
    /// Its name in the pack.
    pub name: String,
    /// What it is, in words.
    pub label: String,
    /// Its address on the site.
    pub route: String,
    /// How many bytes it has.
    pub bytes: u64,
}

impl Held {
    /// Returns whether it says how a leaflet is printed and folded.
    pub fn is_how_to_print(&self) -> bool {
        self.route.ends_with(HOW_TO_PRINT)
    }
}
