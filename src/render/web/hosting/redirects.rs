//! Old addresses, and where they lead.

use std::collections::BTreeSet;

use super::pattern::decoded;
use crate::diag::Span;
use crate::model::{Alias, PageId, Site};
use crate::render::address::base_path;
use crate::render::web::escape;

/// An old address, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The old address, decoded, with the folder that the site stands in.
    pub from: String,
    /// The present one, as an address.
    pub to: String,
    /// The page that it leads to.
    pub page: PageId,
    /// The old address as the site knows it.
    pub route: String,
    /// Where the alias stands.
    pub span: Span,
}

impl Redirect {
    /// Returns the old address without a slash at its end, where that is another address.
    pub fn bare(&self) -> Option<&str> {
        let bare = self.from.trim_end_matches('/');
        (bare.len() < self.from.len() && !bare.is_empty()).then_some(bare)
    }
}

/// Returns every old address that a host can send on.
pub fn of(site: &Site) -> Vec<Redirect> {
    let base = decoded(&base_path(&site.about.base_url));
    let present: BTreeSet<&str> = site.pages.iter().map(|page| page.route.as_str()).collect();
    let fits = |alias: &&Alias| {
        site.page(alias.page).is_on_the_web() && !present.contains(alias.from.as_str()) && is_address(&alias.from)
    };
    let redirect = |alias: &Alias| Redirect {
        from: format!("{base}{}", alias.from),
        to: escape::listed(&format!("{base}{}", site.page(alias.page).route)),
        page: alias.page,
        route: alias.from.clone(),
        span: alias.span,
    };
    site.aliases.iter().filter(fits).map(redirect).collect()
}

/// Returns whether an address can be a file of the output folder and a line of a list.
fn is_address(route: &str) -> bool {
    let plain = |part: &str| part != ".." && part != "." && !part.contains(['\\', ':']);
    route.starts_with('/') && route.len() > 1 && route.split('/').all(plain) && !route.contains(char::is_control)
}
