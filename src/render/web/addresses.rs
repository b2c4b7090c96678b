//! The addresses that the website has by itself, which a link in a template may lead to.

use std::collections::BTreeSet;

use super::assets::ThemeAssets;
use super::hosting::{Table, decoded};
use super::{listed, searched};
use crate::diag::nearest;
use crate::model::{Site, generated};

/// The most addresses that a dead one is compared with to say what may have been meant.
const MOST_COMPARED: usize = 500;

/// Addresses that there are on the site, decoded and without the folder that the site stands in.
#[derive(Debug, Default)]
pub struct Addresses(BTreeSet<String>);

impl Addresses {
    /// Returns every address that the website has, whatever other formats there are.
    pub fn of(site: &Site, assets: &ThemeAssets, table: &Table) -> Addresses {
        let pages = site.pages.iter().filter(|page| page.is_on_the_web()).map(|page| page.route.clone());
        let files = site.going_out().map(|(_, asset)| format!("/{}", asset.path));
        let theme = assets.all().map(|asset| format!("/{}", asset.path));
        let lists = listed::routes(site).into_iter();
        let of_leaflets = site.leaflets.iter().map(|leaflet| listed::leaflet_page(&leaflet.reference));
        let places = site.leaflet_places().into_keys().map(|place| listed::leaflets_for(&place));
        let searches = searched::searched(site).into_iter().map(|one| one.route);
        let feeds = listed::feeds(site).into_iter().map(|feed| format!("/{}", feed.file()));
        let lists = lists.chain(of_leaflets).chain(places).chain(feeds).chain(searches);
        let old = table.redirects.iter().map(|redirect| redirect.route.clone());
        // A start page that is missing is told once, as what it is.
        let once = generated().iter().chain(&["/"]).map(|address| (*address).to_string());
        let all = pages.chain(files).chain(theme).chain(lists).chain(old).chain(once);
        Addresses(all.map(|address| decoded(&address)).collect())
    }

    /// Returns whether an address, as it is written in HTML, leads to something on the website.
    pub fn has(&self, address: &str) -> bool {
        self.0.contains(&bare(address))
    }

    /// Returns help for a dead address: which one may have been meant. On a site with more than [`MOST_COMPARED`] addresses only
    /// a missing slash is found, because this is asked for every page.
    pub fn near(&self, address: &str) -> String {
        let wanted = bare(address);
        let near = self.0.get(&format!("{wanted}/")).cloned();
        let all = if self.0.len() <= MOST_COMPARED { Some(&self.0) } else { None };
        match near.or_else(|| nearest(&wanted, all?.iter().map(String::as_str))) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "link to a page or file that there is, or remove the link".to_string(),
        }
    }
}

/// Returns an address without what comes after the path.
fn bare(address: &str) -> String {
    decoded(address.split(['?', '#']).next().unwrap_or("").replace("&amp;", "&").as_str())
}
