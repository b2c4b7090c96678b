//! Long lists, in pages: those of a section and of a topic by year, that of all titles by number. A short list is one page.
//!
//! A year has an address of its own, so that what somebody keeps or sends still shows the same in ten years. Only the site is
//! asked, so that the table of headers and the map know every address before a list is made.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Date, Outline, Page, PageId, PageKind, Site, Topic, in_order};

/// Kinds whose pages are listed with their day.
pub const DATED: [PageKind; 7] = [
    PageKind::CaseStudy,
    PageKind::Consultation,
    PageKind::Event,
    PageKind::Funding,
    PageKind::News,
    PageKind::Notice,
    PageKind::Report,
];

/// The most pages with their summaries on one page of a list. We chose it: with the frame it is 20 kB of HTML.
const LISTED: usize = 40;

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPage {
    /// Its address.
    pub route: String,
    /// The year of all that it names; nothing on the first page, and where it names pages without a day.
    pub year: Option<u16>,
    /// The pages that it names, each with the year that it belongs to.
    pub items: Vec<(Arc<Outline>, Option<u16>)>,
}

/// Returns the addresses of the pages of a list of so many items, no more than `most` on each: there is always a first.
pub fn numbered(first: &str, items: usize, most: usize) -> Vec<String> {
    let number = |at: usize| if at == 0 { first.to_string() } else { format!("{first}{}/", at + 1) };
    (0..items.div_ceil(most).max(1)).map(number).collect()
}

/// Returns the pages of a list at an address, given what it names in the order of a short one. The first has what readers can
/// act on, what has no day, and of the newest years as many as fit; each other year has pages of its own.
pub fn paged(first: &str, items: Vec<Arc<Outline>>) -> Vec<ListPage> {
    if items.len() <= LISTED {
        let items = items.into_iter().map(|item| (item, None)).collect();
        return vec![ListPage { route: first.to_string(), year: None, items }];
    }
    let (mut dated, others): (Vec<_>, Vec<_>) =
        items.into_iter().map(|item| (day(&item), item)).partition(|(day, _)| day.is_some());
    dated.sort_by_key(|(day, _)| Reverse(*day));
    let mut years: BTreeMap<Reverse<u16>, Vec<Arc<Outline>>> = BTreeMap::new();
    for (day, item) in dated {
        years.entry(Reverse(day.map_or(0, Date::year))).or_default().push(item);
    }
    let others: Vec<Arc<Outline>> = others.into_iter().map(|(_, item)| item).collect();
    let mut pages = chunks(first, None, &others);
    if pages.is_empty() {
        pages.push(ListPage { route: first.to_string(), year: None, items: Vec::new() });
    }
    let mut room = LISTED.saturating_sub(others.len());
    for (Reverse(year), items) in years {
        // A year is not torn: what of it is on the first page is all of it.
        if items.len() <= room {
            room -= items.len();
            pages[0].items.extend(items.into_iter().map(|item| (item, Some(year))));
        } else {
            room = 0;
            pages.extend(chunks(&format!("{first}{year}/"), Some(year), &items));
        }
    }
    pages
}

/// Returns items as pages, so many on each.
fn chunks(first: &str, year: Option<u16>, items: &[Arc<Outline>]) -> Vec<ListPage> {
    let routes = numbered(first, items.len(), LISTED);
    let page = |(items, route): (&[Arc<Outline>], String)| ListPage {
        route,
        year,
        items: items.iter().map(|item| (Arc::clone(item), year)).collect(),
    };
    items.chunks(LISTED).zip(routes).map(page).collect()
}

/// Returns the day that a page belongs to in a list: that of its end where it is over, else that of its publication. What readers
/// can still act on has none, for it comes first; nor has a kind of page that lists show without its day.
fn day(item: &Outline) -> Option<Date> {
    let published = item.published.filter(|_| DATED.contains(&item.kind));
    match item.standing {
        Some(standing) if standing.state.is_live() => None,
        Some(standing) => standing.day.map(|day| day.date).or(published),
        None => published,
    }
}

/// Returns the pages of the list of what lies below a section; one for a page that is none.
pub fn below(page: &Page) -> Vec<ListPage> {
    let listed = page.around.children.iter().filter(|child| child.on_web && child.route != page.route);
    let listed: Vec<Arc<Outline>> = if page.is_home() { Vec::new() } else { listed.cloned().collect() };
    paged(&page.route, listed)
}

/// Returns the pages of the list of what is about a topic.
pub fn of_topic(site: &Site, route: &str, topic: &Topic) -> Vec<ListPage> {
    let outline = |id: &PageId| Arc::new(Outline::of(*id, site.page(*id), &site.clock));
    paged(route, in_order(topic.pages.iter().map(outline).collect()))
}

/// Returns every page of a long list but the first, of all lists of sections and topics.
pub fn more(site: &Site) -> Vec<ListPage> {
    let long = |page: &&Page| page.is_on_the_web() && page.children.len() > LISTED;
    let sections = site.pages.iter().filter(long).flat_map(|page| below(page).into_iter().skip(1));
    let long = site.topics.iter().filter(|(_, topic)| topic.pages.len() > LISTED);
    let topics = long.flat_map(|(route, topic)| of_topic(site, route, topic).into_iter().skip(1));
    sections.chain(topics).collect()
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn a_list_has_a_first_page_and_as_many_more_as_it_needs() {
        assert_eq!(numbered("/a-z/", 0, 200), ["/a-z/"]);
        assert_eq!(numbered("/a-z/", 200, 200), ["/a-z/"]);
        assert_eq!(numbered("/a-z/", 401, 200), ["/a-z/", "/a-z/2/", "/a-z/3/"]);
    }
}
