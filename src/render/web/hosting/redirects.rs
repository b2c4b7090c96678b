//! Old and short addresses, and where they lead.

use std::collections::BTreeSet;

use super::pattern::decoded;
use crate::diag::Span;
use crate::model::{Alias, AliasTo, LEAFLETS, Site};
use crate::render::address::base_path;
use crate::render::web::escape;

/// An address that leads to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The address that leads on, decoded, with the folder that the site stands in.
    pub from: String,
    /// Where it leads, as an address.
    pub to: String,
    /// What it leads to.
    pub target: AliasTo,
    /// The address that leads on as the site knows it.
    pub route: String,
    /// Whether it is a short address, and not an old one.
    pub short: bool,
    /// Where the alias stands.
    pub span: Span,
}

impl Redirect {
    /// Returns the address that leads on without a slash at its end, where that is another address.
    pub fn bare(&self) -> Option<&str> {
        let bare = self.from.trim_end_matches('/');
        (bare.len() < self.from.len() && !bare.is_empty()).then_some(bare)
    }
}

/// Returns every address that a host can send on.
pub fn of(site: &Site) -> Vec<Redirect> {
    let base = decoded(&base_path(&site.about.base_url));
    // A leaflet's short address that is also a page's stays, so that the register tells of it.
    let present: BTreeSet<&str> = site.pages.iter().map(|page| page.route.as_str()).collect();
    let free = |alias: &Alias| (alias.short || !present.contains(alias.from.as_str())) && is_address(&alias.from);
    let fits = |alias: &&Alias| match alias.to {
        AliasTo::Page(page) => site.page(page).is_on_the_web() && free(alias),
        AliasTo::Leaflet(_) => free(alias),
    };
    let to = |alias: &Alias| match alias.to {
        AliasTo::Page(page) => escape::listed(&format!("{base}{}", site.page(page).route)),
        AliasTo::Leaflet(leaflet) => {
            format!("{}#{}", escape::listed(&format!("{base}{LEAFLETS}")), site.leaflet(leaflet).anchor())
        }
    };
    let redirect = |alias: &Alias| Redirect {
        from: format!("{base}{}", alias.from),
        to: to(alias),
        target: alias.to,
        short: alias.short,
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
