//! The names of formats. Which formats there are is said where they are made, and nowhere here.

use std::fmt;

/// The name of a format that there is, such as `large-print`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormatName(pub &'static str);

impl FormatName {
    /// The website: what a page is published in that names nothing else.
    pub const WEB: FormatName = FormatName("web");

    /// Returns a name as it is written, where it is one of those that there are.
    pub fn find(written: &str, among: &[&'static str]) -> Option<FormatName> {
        among.iter().find(|name| **name == written).map(|name| FormatName(name))
    }
}

impl fmt::Display for FormatName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
