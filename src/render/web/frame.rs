//! What every page of one language has around it: header, navigation, footer. Worked out once for each language.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::component::office;
use super::escape;
use super::lists;
use super::words;
use crate::model::{Lang, Page, PageId, Site};
use crate::render::prose;
use crate::words::{Said, Web, Wording};

/// Pages that every page's footer leads to, where they exist.
const FOOT: [&str; 4] = ["/accessibility/", "/formats/", "/contact/", "/safe-online/"];

/// What stands around the pages of one language.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Frame {
    /// The fixed words.
    #[serde(skip)]
    pub fixed: Arc<Wording>,
    /// The fixed words, for attributes of templates.
    #[serde(serialize_with = "web")]
    #[schemars(with = "Web")]
    words: Arc<Wording>,
    /// The same as HTML, for the text of templates: marked where one is in another language than the others.
    #[schemars(with = "Web")]
    said: Value,
    /// Marks the fixed words where they are not in the page's language.
    mark: String,
    /// Marks words in the site's language among the fixed words.
    site_mark: String,
    site_title: String,
    /// The publisher, where it is not called as the site is.
    organisation: String,
    publisher: String,
    phone: String,
    dial: String,
    /// The textphone's number, shown and as it is dialled.
    textphone: (String, String),
    /// What a caller should know.
    note: String,
    /// Where the site's name leads.
    home: String,
    nav: Vec<Link>,
    foot: Vec<Link>,
    languages: Vec<Translation>,
    /// What to do in an emergency: its first sentence, and the others.
    emergency: (String, String),
    notice: String,
    exit_url: String,
    exit_label: String,
    exit_mark: String,
    #[serde(skip)]
    nav_pages: Vec<PageId>,
}

/// A link of the page's furniture.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub text: String,
    /// Attributes where its words are in another language than those around it.
    pub mark: String,
}

/// A link to words in another language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Translation {
    href: String,
    lang: String,
    /// The direction, where it is not that of the words around.
    dir: &'static str,
    /// The language's name in itself.
    own: String,
    /// Its name for the reader of this page, where that is another.
    name: String,
    name_lang: String,
}

impl Frame {
    /// Returns what stands around the pages of a language.
    pub fn new(site: &Site, lang: &Lang) -> Frame {
        let (words, about) = (site.words.of(lang), &site.about);
        let site_mark = words::mark(about.language.tag(), words.lang.tag());
        let here = |page: &&Page| page.lang.primary() == lang.primary() && page.has_format("web");
        let home = site.pages.iter().filter(here).find(|page| page.is_home());
        let nav_pages: Vec<PageId> = site.navigation.iter().map(|id| in_language(site, *id, lang)).collect();
        let mut nav: Vec<Link> = nav_pages.iter().map(|id| link(site.page(*id), words.lang.tag())).collect();
        if !site.sheets.is_empty() {
            nav.push(Link::said("/leaflets/", &words.web.leaflets, &words.lang));
        }
        let foot = FOOT.iter().filter_map(|route| site.page_ids().find(|(_, page)| page.route == *route));
        let mut foot: Vec<Link> =
            foot.map(|(id, _)| link(site.page(in_language(site, id, lang)), words.lang.tag())).collect();
        if lang.primary() == about.language.primary() {
            foot.extend(lists::links(site, words));
        }
        let others = std::iter::once(&about.language).chain(&about.languages);
        let others = others.filter(|other| other.primary() != lang.primary());
        let languages = others.filter_map(|other| first_in(site, other)).map(|page| Translation::new(page, words));
        let office = office(site);
        let own_label = about.exit.label.is_empty() || *about.exit.label == *site.words.of(&about.language).web.leave;
        Frame {
            fixed: Arc::clone(words),
            words: Arc::clone(words),
            said: as_html(words),
            mark: words::mark(words.lang.tag(), lang.tag()),
            site_title: about.title.clone(),
            organisation: if about.organisation.name == about.title {
                String::new()
            } else {
                about.organisation.name.clone()
            },
            publisher: about.organisation.name.clone(),
            phone: about.organisation.phone.clone(),
            dial: prose::dial(&about.organisation.phone),
            textphone: office
                .map(|office| (office.textphone.clone(), prose::dial(&office.textphone)))
                .unwrap_or_default(),
            note: office.map(|office| office.note.clone()).unwrap_or_default(),
            home: home.map_or_else(|| "/".to_string(), |page| escape::encoded(&page.route)),
            nav,
            foot,
            languages: languages.collect(),
            emergency: sentences(&about.emergency),
            notice: about.notice.clone(),
            exit_url: about.exit.url.clone(),
            exit_label: if own_label { words.web.leave.to_string() } else { about.exit.label.clone() },
            exit_mark: if own_label {
                words::mark(words.web.leave.lang.tag(), words.lang.tag())
            } else {
                site_mark.clone()
            },
            site_mark,
            nav_pages,
        }
    }

    /// Returns the navigation's links that are pages: the home page's cards.
    pub fn ways_in(&self) -> &[PageId] {
        &self.nav_pages
    }

    /// Returns the address of the navigation's page that a page is or lies below.
    pub fn section(&self, site: &Site, id: PageId) -> Option<String> {
        let mut at = Some(id);
        while let Some(page) = at {
            if self.nav_pages.contains(&page) {
                return Some(escape::encoded(&site.page(page).route));
            }
            at = site.page(page).parent;
        }
        None
    }
}

impl Link {
    /// Returns a link in fixed words, among others that are marked as such.
    pub fn said(href: &str, said: &Said, around: &Lang) -> Link {
        let mark = words::mark(said.lang.tag(), around.tag());
        Link { href: href.to_string(), text: said.to_string(), mark }
    }
}

/// Hands templates the fixed words of web pages.
fn web<S: Serializer>(words: &Arc<Wording>, serializer: S) -> Result<S::Ok, S::Error> {
    words.web.serialize(serializer)
}

/// Returns the fixed words as HTML. Those that the language has are only escaped; the others are marked as English.
fn as_html(words: &Wording) -> Value {
    let mut said = serde_json::to_value(&words.web).unwrap_or_default();
    let lacking = |id: &str| !words.has(&format!("web-{}", id.replace('_', "-")));
    let Some(all) = said.as_object_mut() else { return said };
    for (id, value) in all.iter_mut() {
        let text = value.as_str().unwrap_or_default();
        let lang = if lacking(id) { Lang::default() } else { words.lang.clone() };
        *value = words::html(&Said::new(text, &lang), &words.lang).into();
    }
    said
}

impl Translation {
    /// Returns a link to a page in another language, for readers of these words.
    pub fn new(page: &Page, words: &Wording) -> Translation {
        let name = words.name_of(&page.lang);
        let own = page.lang.own_name().to_string();
        let around = words.lang.direction().name();
        let dir = page.lang.direction().name();
        Translation {
            href: escape::encoded(&page.route),
            lang: page.lang.tag().to_string(),
            dir: if dir == around { "" } else { dir },
            name_lang: name.lang.tag().to_string(),
            name: if *own == *name { String::new() } else { name.to_string() },
            own,
        }
    }
}

/// Returns a link to a page by its short name, among words of a language.
pub fn link(page: &Page, around: &str) -> Link {
    Link {
        href: escape::encoded(&page.route),
        text: short_title(page).to_string(),
        mark: words::mark(page.lang.tag(), around),
    }
}

/// Returns a page's name in navigation.
pub fn short_title(page: &Page) -> &str {
    if page.meta.nav_title.is_empty() { &page.meta.title } else { &page.meta.nav_title }
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
fn first_in<'a>(site: &'a Site, lang: &Lang) -> Option<&'a Page> {
    let mut pages = site.pages.iter().filter(|page| page.lang.primary() == lang.primary() && page.has_format("web"));
    let first = pages.clone().next();
    pages.find(|page| page.is_home()).or(first)
}

/// Splits the first sentence from the others.
fn sentences(text: &str) -> (String, String) {
    match text.split_once(". ") {
        Some((first, rest)) => (format!("{first}."), rest.to_string()),
        None => (text.to_string(), String::new()),
    }
}
