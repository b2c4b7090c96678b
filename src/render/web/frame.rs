//! What every page of one language has around it: header, navigation, footer. Worked out once for each language.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::alerts::Alerts;
use super::emergency::EmergencyLine;
use super::html::SafeHtml;
use super::link::{NavLink, Translation, href, link};
use super::listed::CHANGES;
use super::searched::search_page;
use crate::model::{A_TO_Z, LEAFLETS, Lang, Shared, TOPICS};
use crate::render::address::base_path;
use crate::render::prose;
use crate::words::{Said, Web, Wording};

/// What stands around the pages of one language.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Frame {
    /// The fixed words.
    #[serde(skip)]
    pub fixed: Arc<Wording>,
    /// What every page must say for a time.
    #[serde(skip)]
    pub alerts: Alerts,
    /// What the addresses that templates are told begin with; see [`super::website::WebsitePress::root`].
    #[serde(skip)]
    pub root: String,
    /// The fixed words, for attributes of templates.
    #[serde(serialize_with = "web")]
    #[schemars(with = "Web")]
    words: Arc<Wording>,
    /// The same as HTML, for the text of templates. A word in another language than the others is marked.
    #[schemars(with = "Web")]
    said: BTreeMap<String, SafeHtml>,
    /// Marks the fixed words where they are not in the page's language.
    mark: SafeHtml,
    /// Marks words in the site's language among the fixed words.
    site_mark: SafeHtml,
    /// Marks the site's name where it is in another language than the fixed words.
    title_mark: SafeHtml,
    /// Marks the publisher's name where it is in another language than the fixed words.
    organisation_mark: SafeHtml,
    /// Marks what a caller should know, likewise.
    note_mark: SafeHtml,
    /// Marks what to do in an emergency, likewise.
    emergency_mark: SafeHtml,
    /// Marks the small note, likewise.
    notice_mark: SafeHtml,
    site_title: String,
    /// The publisher's name; empty where it is the site's.
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
    nav: Vec<NavLink>,
    /// Where readers search the site; empty where they cannot.
    search: String,
    /// The folder that the site stands in, such as `/safer`; empty at its host's root.
    base: String,
    foot: Vec<NavLink>,
    languages: Vec<Translation>,
    emergency: EmergencyLine,
    notice: String,
    exit_url: String,
    exit_label: String,
    exit_mark: SafeHtml,
}

impl Frame {
    /// Returns what stands around the pages of a language.
    pub fn new(shared: &Shared, root: &str) -> Frame {
        let (words, about) = (shared.words.of(&shared.lang), &shared.about);
        let site_mark = SafeHtml::mark(about.language.tag(), words.lang.tag());
        let said = |route: &str, said: &Said| NavLink::said(root, route, said, &words.lang);
        let mut nav: Vec<NavLink> = shared.navigation.iter().map(|page| link(page, words.lang.tag(), root)).collect();
        nav.extend(shared.has_leaflets.then(|| said(LEAFLETS, &words.web.leaflets)));
        let mut foot: Vec<NavLink> = shared.foot.iter().map(|page| link(page, words.lang.tag(), root)).collect();
        if shared.lang.primary() == about.language.primary() {
            foot.push(said(A_TO_Z, &words.web.a_to_z));
            foot.extend(shared.has_topics.then(|| said(TOPICS, &words.web.topics)));
            foot.extend(shared.has_changes.then(|| said(CHANGES, &words.web.changes)));
        }
        let languages = shared.languages.iter().map(|page| Translation::new(page, words, root));
        let office = shared.office.as_deref();
        let mark = |said: &Said| SafeHtml::mark(said.lang.tag(), words.lang.tag());
        let (title, name) = (about.title.in_lang(&shared.lang), about.organisation.name.in_lang(&shared.lang));
        let note = office.map(|office| office.note.in_lang(&shared.lang).clone()).unwrap_or_default();
        let (emergency, notice) = (about.emergency.in_lang(&shared.lang), about.notice.in_lang(&shared.lang));
        let exit = about.exit.label.in_lang(&shared.lang);
        let own_label = about.exit.label.is_empty()
            || *about.exit.label == *shared.words.of(&about.language).web.leave && !about.exit.label.is_translated();
        let exit = if own_label { &words.web.leave } else { exit };
        Frame {
            fixed: Arc::clone(words),
            alerts: Alerts::new(shared, root),
            root: root.to_string(),
            words: Arc::clone(words),
            said: as_html(words),
            mark: SafeHtml::mark(words.lang.tag(), shared.lang.tag()),
            title_mark: mark(title),
            organisation_mark: mark(name),
            note_mark: mark(&note),
            emergency_mark: mark(emergency),
            notice_mark: mark(notice),
            site_title: title.to_string(),
            organisation: if **name == **title { String::new() } else { name.to_string() },
            publisher: name.to_string(),
            phone: about.organisation.phone.clone(),
            dial: prose::dial(&about.organisation.phone),
            textphone: office
                .map(|office| (office.textphone.clone(), prose::dial(&office.textphone)))
                .unwrap_or_default(),
            note: note.to_string(),
            search: if about.search { search(root, shared) } else { String::new() },
            base: base_path(&about.base_url),
            home: href(root, shared.home.as_ref().map_or("/", |page| &page.route)),
            nav,
            foot,
            languages: languages.collect(),
            emergency: EmergencyLine::new(emergency),
            notice: notice.to_string(),
            exit_url: about.exit.url.clone(),
            exit_label: exit.to_string(),
            exit_mark: mark(exit),
            site_mark,
        }
    }
}

/// Returns where readers search, with the place of its field, so that they can type at once.
fn search(root: &str, shared: &Shared) -> String {
    format!("{}#find", href(root, &search_page(&shared.lang, &shared.about)))
}

/// Hands templates the fixed words of web pages.
fn web<S: Serializer>(words: &Arc<Wording>, serializer: S) -> Result<S::Ok, S::Error> {
    words.web.serialize(serializer)
}

/// Returns the fixed words as HTML. Those that the language has are only escaped; the others are marked as English.
fn as_html(words: &Wording) -> BTreeMap<String, SafeHtml> {
    let said = serde_json::to_value(&words.web).unwrap_or_default();
    let html = |(id, value): (&String, &serde_json::Value)| {
        let lacking = !words.has(&format!("web-{}", id.replace('_', "-")));
        let lang = if lacking { Lang::default() } else { words.lang.clone() };
        let said = Said::new(value.as_str().unwrap_or_default(), &lang);
        (id.clone(), SafeHtml::said(&said, &words.lang))
    };
    said.as_object().into_iter().flatten().map(html).collect()
}
