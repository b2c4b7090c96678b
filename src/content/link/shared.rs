//! What all pages of one language share: the navigation, the foot, whom to call. Worked out once for each language.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::phone::dialled;
use crate::model::{Contact, Lang, Outline, PageId, Shared, Site, in_order};

/// Pages that every page's foot leads to, where they exist.
const FOOT: [&str; 4] = ["/accessibility/", "/formats/", "/contact/", "/safe-online/"];

/// Returns what the pages of each language share, by the language's tag.
pub fn of_site(site: &Site, outlines: &[Arc<Outline>]) -> BTreeMap<String, Arc<Shared>> {
    let (about, office) = (Arc::new(site.about.clone()), office(site));
    let (has_topics, has_changes) = (site.has_topic_list(), !site.changes_told().is_empty());
    let mut all = BTreeMap::new();
    let pages = site.pages.iter().map(|page| &page.lang);
    for lang in pages.chain(site.sheets.iter().map(|sheet| &sheet.lang)).chain([&site.about.language]) {
        if all.contains_key(lang.tag()) {
            continue;
        }
        let of = |id: &PageId| Arc::clone(&outlines[id.0 as usize]);
        let translated = |id: &PageId| of(&in_language(site, *id, lang));
        let navigation: Vec<Arc<Outline>> = site.navigation.iter().map(translated).collect();
        let foot = FOOT.iter().filter_map(|route| site.page_ids().find(|(_, page)| page.route == *route));
        let others = std::iter::once(&site.about.language).chain(&site.about.languages);
        let others = others.filter(|other| other.primary() != lang.primary());
        let shared = Shared {
            lang: lang.clone(),
            words: Arc::clone(&site.words),
            about: Arc::clone(&about),
            office: office.clone(),
            home: outlines.iter().find(|page| page.home && here(page, lang)).cloned(),
            ways_in: in_order(navigation.iter().filter(|page| page.on_web).cloned().collect()),
            navigation,
            foot: foot.map(|(id, _)| translated(&id)).collect(),
            languages: others.filter_map(|other| first_in(outlines, other)).collect(),
            has_leaflets: !site.sheets.is_empty(),
            has_topics,
            has_changes,
            today: site.today(),
        };
        all.insert(lang.tag().to_string(), Arc::new(shared));
    }
    all
}

/// Returns whom readers are to call: the contact in the store with the publisher's number, which says more than the
/// settings do, or else the publisher; nobody where there is no number.
fn office(site: &Site) -> Option<Arc<Contact>> {
    let publisher = &site.about.organisation;
    let number = dialled(&publisher.phone);
    let stored = site.contacts.values().find(|contact| dialled(&contact.phone) == number);
    let office = stored.cloned().unwrap_or_else(|| Arc::new(publisher.clone()));
    (!office.phone.is_empty()).then_some(office)
}

fn here(page: &Outline, lang: &Lang) -> bool {
    page.lang.primary() == lang.primary() && page.on_web
}

/// Returns a page in a language, where there is a translation of it.
fn in_language(site: &Site, id: PageId, lang: &Lang) -> PageId {
    let page = site.page(id);
    if page.lang.primary() == lang.primary() {
        return id;
    }
    let same = |other: &&PageId| {
        let other = site.page(**other);
        other.lang.primary() == lang.primary() && other.has_format("web")
    };
    page.translations.iter().find(same).copied().unwrap_or(id)
}

/// Returns where a reader of a language starts: its home page, or its first page where it has none.
fn first_in(outlines: &[Arc<Outline>], lang: &Lang) -> Option<Arc<Outline>> {
    let mut pages = outlines.iter().filter(|page| here(page, lang));
    let first = pages.clone().next();
    pages.find(|page| page.home).or(first).cloned()
}
