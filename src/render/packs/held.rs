//! One file of a pack.

/// A file that a format made, as it lies in a pack.
pub struct Held {
    /// Its name in the pack.
    pub name: String,
    /// What it is, in words.
    pub label: String,
    /// Its address on the site.
    pub route: String,
}
