//! What all pages of one language share: the navigation, the foot, whom to call. Worked out once for each language.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::alerts;
use crate::model::phone::dialled;
use crate::model::{About, Alert, Clock, Contact, Lang, Outline, PageId, Shared, in_order};
use crate::words::Wordings;

/// Pages that every page's foot leads to, where they exist.
const FOOT: [&str; 4] = ["/accessibility/", "/formats/", "/contact/", "/safe-online/"];

/// What it is worked out from.
pub struct Given<'a> {
    /// What `site.toml` says to readers, with what the contacts know of the publisher.
    pub about: &'a Arc<About>,
    /// The contacts of the store.
    pub contacts: &'a BTreeMap<String, Arc<Contact>>,
    /// The words that Handbill itself writes.
    pub words: &'a Arc<Wordings>,
    /// What is shown of every page, by address.
    pub outlines: &'a [Arc<Outline>],
    /// Returns what is shown of a page.
    pub outline: &'a dyn Fn(PageId) -> Option<Arc<Outline>>,
    /// Returns a page's translations.
    pub translations: &'a dyn Fn(PageId) -> Vec<PageId>,
    /// The pages of the main navigation.
    pub navigation: &'a [PageId],
    /// The languages of the leaflets.
    pub leaflets: &'a [Lang],
    /// Whether there is a list of topics.
    pub has_topics: bool,
    /// Whether there is a list of what changes next.
    pub has_changes: bool,
    /// What every page must say for a time.
    pub alerts: &'a [Alert],
    /// The moment that the site is built for.
    pub clock: &'a Clock,
}

/// Returns what the pages of each language share, by the language's tag.
pub fn by_language(given: &Given<'_>) -> BTreeMap<String, Arc<Shared>> {
    let (about, office) = (given.about, office(given));
    let mut all = BTreeMap::new();
    let pages = given.outlines.iter().map(|page| &page.lang);
    for lang in pages.chain(given.leaflets).chain([&about.language]) {
        if all.contains_key(lang.tag()) {
            continue;
        }
        let navigation: Vec<Arc<Outline>> =
            given.navigation.iter().filter_map(|id| given.translated(*id, lang)).collect();
        let foot = FOOT.iter().filter_map(|route| given.outlines.iter().find(|page| page.route == *route));
        let others = std::iter::once(&about.language).chain(&about.languages);
        let others = others.filter(|other| other.primary() != lang.primary());
        let shared = Shared {
            lang: lang.clone(),
            words: Arc::clone(given.words),
            about: Arc::clone(about),
            office: office.clone(),
            home: given.outlines.iter().find(|page| page.home && here(page, lang)).cloned(),
            ways_in: in_order(navigation.iter().filter(|page| page.on_web).cloned().collect()),
            navigation,
            foot: foot.filter_map(|page| given.translated(page.id, lang)).collect(),
            languages: others.filter_map(|other| first_in(given.outlines, other)).collect(),
            has_leaflets: !given.leaflets.is_empty(),
            has_topics: given.has_topics,
            has_changes: given.has_changes,
            alerts: alerts::shown(given.alerts, given.clock, lang, &|path| given.at_path(path, lang)),
            today: given.clock.moment().date,
        };
        all.insert(lang.tag().to_string(), Arc::new(shared));
    }
    all
}

/// Returns whom readers are to call: the contact in the store with the publisher's number, which says more than the
/// settings do, or else the publisher; nobody where there is no number.
fn office(given: &Given<'_>) -> Option<Arc<Contact>> {
    let publisher = &given.about.organisation;
    let number = dialled(&publisher.phone);
    let stored = given.contacts.values().find(|contact| dialled(&contact.phone) == number);
    let office = stored.cloned().unwrap_or_else(|| Arc::new(publisher.clone()));
    (!office.phone.is_empty()).then_some(office)
}

fn here(page: &Outline, lang: &Lang) -> bool {
    page.lang.primary() == lang.primary() && page.on_web
}

impl Given<'_> {
    /// Returns the page at a path under `content/`, in a language where there is a translation of it.
    fn at_path(&self, path: &str, lang: &Lang) -> Option<Arc<Outline>> {
        let page = self.outlines.iter().find(|page| page.path == path)?;
        self.translated(page.id, lang)
    }

    /// Returns a page in a language, where there is a translation of it.
    fn translated(&self, id: PageId, lang: &Lang) -> Option<Arc<Outline>> {
        let page = (self.outline)(id)?;
        if page.lang.primary() == lang.primary() {
            return Some(page);
        }
        let mut others = (self.translations)(id).into_iter().filter_map(self.outline);
        Some(others.find(|other| here(other, lang)).unwrap_or(page))
    }
}

/// Returns where a reader of a language starts: its home page, or its first page where it has none.
fn first_in(outlines: &[Arc<Outline>], lang: &Lang) -> Option<Arc<Outline>> {
    let mut pages = outlines.iter().filter(|page| here(page, lang));
    let first = pages.clone().next();
    pages.find(|page| page.home).or(first).cloned()
}
