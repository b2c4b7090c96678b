//! A host whose settings can be printed, and what the settings of several hosts have in common.

use super::table::Table;
use crate::render::web::escape;

/// A host whose settings can be printed.
pub struct Host {
    /// Its name on the command line.
    pub name: &'static str,
    /// Where the settings go, such as "inside a `server` block".
    pub about: &'static str,
    /// Writes the settings.
    pub write: fn(&Table) -> String,
}

/// Returns the comment above settings, with a line about the folder that the site stands in where it has one.
pub fn head(text: &str, table: &Table) -> String {
    let folder = address(&table.base);
    let folder = folder.trim_matches('/');
    let root = format!("# `root` is the folder that holds the site as `{folder}`.\n");
    format!("{text}{}", if folder.is_empty() { "" } else { root.as_str() })
}

/// Returns a decoded path in percent form, also for characters that mean something in the settings of hosts, such as `$`.
pub fn address(path: &str) -> String {
    escape::listed(path).replace('$', "%24")
}
