//! Which pages are named by the lists that the website makes by itself, and the addresses of these lists. Only the site is
//! asked, so that the table of headers and the links of every page know it before a list is made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::long_lists::{self, DATED};
use crate::model::kinds::Recommendation;
use crate::model::{
    A_TO_Z, Date, Details, LEAFLETS, Lang, Leaflet, Moment, OPEN_RECOMMENDATIONS, Outline, Page, PageId, Site, TOPICS,
    Topic,
};
use crate::words::{Said, Wording};

/// The address of what changes next.
pub const CHANGES: &str = "/what-changes-next/";

/// The most entries of the feed.
const NEWEST: usize = 20;

/// The most titles on one page of the list from A to Z.
pub const TITLES: usize = 200;

/// Returns the addresses of the lists that the site has.
pub fn routes(site: &Site) -> Vec<String> {
    let topics = site.topics.keys().cloned();
    let all = site.has_topic_list().then(|| TOPICS.to_string());
    let changes = (!site.changes_told().is_empty()).then(|| CHANGES.to_string());
    let more = long_lists::more(site).into_iter().map(|list| list.route);
    a_to_z(site).into_iter().chain(all).chain(topics).chain(changes).chain(more).collect()
}

/// Returns the pages that the list from A to Z names: those in the site's own language, but for the first.
pub fn by_title(site: &Site) -> impl Iterator<Item = PageId> + '_ {
    let own = site.about.language.primary();
    let told = move |page: &Page| page.is_on_the_web() && !page.is_home() && page.lang.primary() == own;
    site.page_ids().filter(move |(_, page)| told(page)).map(|(id, _)| id)
}

/// Returns the leaflets that it names: each once, in the site's own language where it is there.
pub fn leaflets_by_title(site: &Site) -> impl Iterator<Item = &Leaflet> {
    let own = &site.about.language;
    let mut each: BTreeMap<&str, &Leaflet> = BTreeMap::new();
    for leaflet in site.leaflets.iter() {
        let one = each.entry(&leaflet.reference).or_insert(leaflet);
        if !one.lang.is_same_language(own) && leaflet.lang.is_same_language(own) {
            *one = leaflet;
        }
    }
    each.into_values()
}

/// Returns the addresses of the list from A to Z, so many titles a page. Only how many titles there are decides which.
pub fn a_to_z(site: &Site) -> Vec<String> {
    let titles = by_title(site).count() + leaflets_by_title(site).count();
    long_lists::numbered(A_TO_Z, titles, TITLES)
}

/// The most addresses in one map of the site. Source: sitemaps.org, protocol.
pub const MAPPED: usize = 50_000;

/// Returns every address of the site for its map, with the day of its last change.
pub fn mapped(site: &Site) -> Vec<(String, Option<Date>)> {
    let issued = (!site.leaflets.is_empty())
        .then(|| (LEAFLETS.to_string(), site.leaflets.iter().map(|leaflet| leaflet.issued).max()));
    let references: BTreeSet<&str> = site.leaflets.iter().map(|leaflet| leaflet.reference.as_str()).collect();
    let lists = routes(site).into_iter().chain(references.into_iter().map(leaflet_page));
    let lists = lists.chain(site.leaflet_places().into_keys().map(|place| leaflets_for(&place)));
    let pages = site.pages.iter().filter(|page| page.is_on_the_web());
    let pages = pages.map(|page| (page.route.clone(), page.changed()));
    let open = recommendations_address(site).map(|(route, changed)| (route.to_string(), changed));
    pages.chain(issued).chain(lists.map(|route| (route, None))).chain(open).collect()
}

/// Returns the files of the parts of a map of so many addresses; none where it is one.
pub fn maps(addresses: usize) -> Vec<String> {
    let parts = addresses.div_ceil(MAPPED);
    if parts > 1 { (1..=parts).map(|part| format!("sitemap-{part}.xml")).collect() } else { Vec::new() }
}

/// The name of a feed's file, beside the page of the list that it is of.
pub const FEED: &str = "atom.xml";

/// A feed of what lies below a section or is about a topic.
pub struct Feed<'s> {
    /// The address of the list that it is of.
    pub route: &'s str,
    /// What it is called.
    pub title: String,
    /// The language of that.
    pub lang: &'s Lang,
    /// The pages that it has, the newest first.
    pub pages: Vec<PageId>,
}

impl Feed<'_> {
    /// Returns the path of its file.
    pub fn file(&self) -> String {
        format!("{}{FEED}", self.route.trim_start_matches('/'))
    }
}

/// Returns whether there is a feed of what lies below a page: one of the kinds that are listed with their day. A list that may put
/// a reader in danger has none: programs that read feeds keep them.
pub fn has_feed(page: &Page) -> bool {
    let told = |child: &Arc<Outline>| child.on_web && child.published.is_some() && DATED.contains(&child.kind);
    !page.is_home() && page.is_on_the_web() && !page.meta.sensitive && page.around.children.iter().any(told)
}

/// Returns whether there is a feed of a topic.
pub fn topic_has_feed(site: &Site, topic: &Topic) -> bool {
    let pages = || topic.pages.iter().map(|id| site.page(*id));
    let told = |page: &Page| page.meta.published.is_some() && DATED.contains(&page.meta.kind);
    pages().any(told) && !pages().any(|page| page.meta.sensitive)
}

/// Returns the feeds of sections and topics.
pub fn feeds(site: &Site) -> Vec<Feed<'_>> {
    let named = |name: &str, lang: &Lang| format!("{name} – {}", site.about.title.in_lang(lang));
    let sections = site.pages.iter().filter(|page| has_feed(page)).map(|page| Feed {
        route: &page.route,
        title: named(&page.meta.title, &page.lang),
        lang: &page.lang,
        pages: latest(site, page.children.iter().copied()).into_iter().map(|(id, _, _)| id).collect(),
    });
    let topics = site.topics.iter().filter(|(_, topic)| topic_has_feed(site, topic)).map(|(route, topic)| Feed {
        route,
        title: named(&capitalised(&topic.name), &site.about.language),
        lang: &site.about.language,
        pages: latest(site, topic.pages.iter().copied()).into_iter().map(|(id, _, _)| id).collect(),
    });
    sections.chain(topics).collect()
}

/// Returns the newest of some pages.
fn latest(site: &Site, pages: impl Iterator<Item = PageId>) -> Vec<(PageId, &Page, Moment)> {
    let listed = pages.map(|id| (id, site.page(id))).filter(|(_, page)| page.is_on_the_web() && !page.is_home());
    let mut newest: Vec<(PageId, &Page, Moment)> =
        listed.filter_map(|(id, page)| page.meta.published.map(|moment| (id, page, moment))).collect();
    newest.sort_by(|(_, a, a_day), (_, b, b_day)| b_day.cmp(a_day).then_with(|| a.route.cmp(&b.route)));
    newest.truncate(NEWEST);
    newest
}

/// Returns the name of a topic as a title has it.
pub fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// Returns the pages that the feed has, the newest first.
pub fn newest(site: &Site) -> Vec<(PageId, &Page, Moment)> {
    latest(site, site.page_ids().map(|(id, _)| id))
}

/// Returns the address of the list of open recommendations and the day of its last change; `None` where no report has a
/// recommendation.
pub fn recommendations_address(site: &Site) -> Option<(&'static str, Option<Date>)> {
    let mut reports = reports(site).peekable();
    reports.peek()?;
    let days = reports.flat_map(|(_, page)| recommendations(page)).filter_map(|one| one.updated);
    Some((OPEN_RECOMMENDATIONS, days.max()))
}

/// Returns whether a page is a report with recommendations.
fn has(page: &Page) -> bool {
    !recommendations(page).is_empty()
}

/// Returns what a page that is a report recommends; none where it is another kind of page.
pub fn recommendations(page: &Page) -> &[Recommendation] {
    if let Details::Report(report) = &page.meta.details { &report.recommendations } else { &[] }
}

/// Returns every report with recommendations. Of a translated one, it is the page in the site's own language.
pub fn reports(site: &Site) -> impl Iterator<Item = (PageId, &Page)> {
    let own = site.about.language.primary();
    let here = move |page: &Page| page.lang.primary() == own;
    let told = move |page: &Page| {
        let others = page.translations.iter().map(|other| site.page(*other));
        here(page) || !others.into_iter().any(|other| here(other) && has(other))
    };
    site.reports().filter(move |(_, page, _)| told(page)).map(|(id, page, _)| (id, page))
}

/// Returns the address of the list of leaflets that a place prints.
pub fn leaflets_for(place: &str) -> String {
    format!("{LEAFLETS}for/{place}/")
}

/// Returns the address of the page of a leaflet, by the leaflet's code.
pub fn leaflet_page(reference: &str) -> String {
    format!("{LEAFLETS}{reference}/")
}

/// Returns the address of a place's pack: all that it prints, in one file.
pub fn pack(place: &str) -> String {
    format!("/packs/{place}.zip")
}

/// Returns what readers call a place: `emergency-department` has a name among the fixed words; any other place is named by
/// its own words, such as `Town hall` for `town-hall`.
pub fn place_name(place: &str, words: &Wording) -> Said {
    words.place(place).cloned().unwrap_or_else(|| {
        let spaced = place.replace(['-', '_'], " ");
        let mut characters = spaced.chars();
        let first = characters.next().into_iter().flat_map(char::to_uppercase);
        words.said(first.chain(characters).collect::<String>())
    })
}

#[cfg(test)]
mod tests {
    use super::place_name;
    use crate::words::Wordings;

    #[test]
    fn places_are_named_as_readers_call_them() {
        let words = Wordings::built_in();
        let of = |place| place_name(place, words.english()).to_string();
        assert_eq!(of("emergency-department"), "Emergency departments (A&E)");
        assert_eq!(of("town-hall"), "Town hall");
    }
}
