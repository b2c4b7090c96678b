//! Which pages and leaflets readers find when they search, and where they do. Only the site is asked, so that the table of headers
//! and the links of every page know it before the index is made.

use super::listed::leaflets_by_title;
use crate::model::{About, Lang, Leaflet, PageId, SEARCH, Site};

/// What readers of one language find when they search.
pub struct Searched<'s> {
    /// The language.
    pub lang: &'s Lang,
    /// The address of the page on which they search.
    pub route: String,
    /// The pages.
    pub pages: Vec<PageId>,
    /// The leaflets.
    pub leaflets: Vec<&'s Leaflet>,
}

/// Returns the address of the page on which readers of a language search.
pub fn search_page(lang: &Lang, about: &About) -> String {
    if lang.is_same_language(&about.language) { SEARCH.to_string() } else { format!("/{}{SEARCH}", lang.primary()) }
}

/// Returns what can be searched, a language each, the site's own first; nothing where there is no search.
pub fn searched(site: &Site) -> Vec<Searched<'_>> {
    let about = &site.about;
    let own = &about.language;
    let new = |lang| Searched { lang, route: search_page(lang, about), pages: Vec::new(), leaflets: Vec::new() };
    let mut all = vec![new(own)];
    if !about.search {
        return Vec::new();
    }
    for (id, page) in site.page_ids().filter(|(_, page)| page.is_on_the_web()) {
        let at = all.iter().position(|one| one.lang.is_same_language(&page.lang)).unwrap_or_else(|| {
            all.push(new(&page.lang));
            all.len() - 1
        });
        if let Some(one) = all.get_mut(at).filter(|_| page.meta.search && !page.is_home()) {
            one.pages.push(id);
        }
    }
    for one in &mut all {
        let of_language = |leaflet: &&Leaflet| leaflet.lang.is_same_language(one.lang);
        one.leaflets = match one.lang.is_same_language(own) {
            true => leaflets_by_title(site).collect(),
            false => site.leaflets.iter().filter(of_language).collect(),
        };
    }
    if let Some((_, others)) = all.split_first_mut() {
        others.sort_by_key(|one| one.lang.primary());
    }
    all
}

/// Returns whether a page that may put a reader in danger, or a leaflet that is not to be noticed, can be found.
pub fn finds_danger(site: &Site) -> bool {
    site.pages.iter().any(|page| page.meta.sensitive) || site.leaflets.iter().any(|leaflet| site.is_sensitive(leaflet))
}
