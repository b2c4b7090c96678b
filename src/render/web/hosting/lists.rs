//! `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them. Both join what several rules say of one
//! address, and both ask browsers to look again before they use a copy, where nothing is said.

use std::fmt::Write as _;

use super::table::Table;
use crate::render::web::escape;

/// Lines of `_redirects` that are read. Source: Cloudflare Pages, Redirects, "Limitations".
pub const MOST_REDIRECTS: usize = 2_000;

/// Returns the text of `_headers`.
pub fn headers(table: &Table) -> String {
    let mut list = String::new();
    for rule in &table.rules {
        // Writing to a string cannot fail.
        _ = writeln!(list, "{}", rule.pattern.in_list());
        for name in &rule.removed {
            _ = writeln!(list, "  ! {name}");
        }
        for (name, value) in &rule.headers {
            _ = writeln!(list, "  {name}: {value}");
        }
    }
    list
}

/// Returns the text of `_redirects`. Where there are more than a host reads, an address without its last slash is left
/// out: hosts add the slash themselves.
pub fn redirects(table: &Table) -> String {
    let bare = table.redirects.iter().filter(|redirect| redirect.bare().is_some()).count();
    let with_bare = table.redirects.len() + bare <= MOST_REDIRECTS;
    let mut list = String::new();
    for redirect in &table.redirects {
        // Writing to a string cannot fail.
        if let Some(bare) = redirect.bare().filter(|_| with_bare) {
            _ = writeln!(list, "{} {} 301", escape::listed(bare), redirect.to);
        }
        _ = writeln!(list, "{} {} 301", escape::listed(&redirect.from), redirect.to);
    }
    list
}
