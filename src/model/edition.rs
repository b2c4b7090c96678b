//! Editions of leaflets that have gone out: who has which, what they say, and what of that is no longer so.

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::Scope;
use super::{
    Block, ContactField, ContactUse, Date, Details, Image, Inline, Lang, Leaflet, Page, Site, fnv, plain_text, walk,
};
use crate::diag::{Span, unseen};

/// All that is written down of editions that are out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Editions {
    /// What went to whom, in the order in which it was written down.
    pub issues: Vec<Issue>,
    /// Who holds copies, by name.
    pub holders: BTreeMap<String, Holder>,
}

/// Copies of one edition that went to one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// The leaflet's code.
    pub reference: String,
    /// Its language.
    pub language: Lang,
    /// The format of the copies, such as `braille`; empty for the sheet itself.
    pub form: String,
    /// The edition.
    pub edition: u32,
    /// The day on which they went out.
    pub issued: Date,
    /// Who has them.
    pub to: String,
    /// How many.
    pub copies: u32,
    /// What they say.
    pub carried: Carried,
    /// Where it stands in the file.
    pub span: Span,
    /// Where the holder's name stands.
    pub to_span: Span,
}

/// Who holds copies.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    /// The name by which issues know it.
    pub name: String,
    /// The postal address, a line an element, without the postcode.
    pub address: Vec<String>,
    /// The postcode.
    pub postcode: String,
    /// Whom a letter is for, such as `Practice manager`; empty where that is not known.
    pub contact: String,
    /// The email address; empty where that is not known.
    pub email: String,
    /// Where it stands in the file.
    pub span: Span,
}

/// What a leaflet says of one fact or contact: the words of each detail, by its name, such as `phone`.
pub type Printed = BTreeMap<String, String>;

/// What a leaflet says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// Its panels in reading order, each as a fingerprint of its own words.
    pub panels: Vec<String>,
    /// What it says of each fact: its `figure`, and its `statement` where that stands there too.
    pub facts: BTreeMap<String, Printed>,
    /// What it says of each contact.
    pub contacts: BTreeMap<String, Printed>,
    /// The stories that it tells, by path under `content/`.
    pub stories: BTreeSet<String>,
    /// Its pictures in reading order, that of the cover too, each as a fingerprint of what is printed.
    pub pictures: Vec<String>,
}

/// What has changed since an edition went out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Changed {
    /// There is no such leaflet any more, or it is left out because words of it may not be told.
    Gone,
    /// There is another edition.
    Edition(u32),
    /// A fact has other words or another figure.
    Fact(Other),
    /// A contact has another number, address or name.
    Contact(Other),
    /// The words of a panel are others, by its number from 1.
    Panel(usize),
    /// Its pictures are others.
    Pictures,
    /// A story may not be told any more, by its path under `content/`.
    Story(String),
    /// Nobody has looked at it since the day by which somebody should have.
    Review(Date),
}

/// A fact or a contact of which the copies say something else than what is so now.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Other {
    /// Its name in the store.
    pub key: String,
    /// What the copies say; empty where it was not on them.
    pub then: Printed,
    /// What is so now; empty where the leaflet has it no longer.
    pub now: Printed,
}

/// A detail that has become another: its name, what it was and what it is, each empty where there was or is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangedDetail<'o> {
    /// Its name, such as `phone`.
    pub name: &'o str,
    /// What the copies say.
    pub then: &'o str,
    /// What is so now.
    pub now: &'o str,
}

impl Other {
    /// Returns the details that have become others.
    pub fn details(&self) -> Vec<ChangedDetail<'_>> {
        let names: BTreeSet<&str> = self.then.keys().chain(self.now.keys()).map(String::as_str).collect();
        let detail = |name| ChangedDetail { name, then: said(&self.then, name), now: said(&self.now, name) };
        names.into_iter().map(detail).filter(|detail| detail.then != detail.now).collect()
    }

    /// Returns in an author's words what has become of it, such as "`phone` was `01438 1` and is `01438 2`".
    pub fn told(&self) -> String {
        if self.then.is_empty() {
            return "is new on it".to_string();
        }
        if self.now.is_empty() {
            return "is no longer on it".to_string();
        }
        let one = |ChangedDetail { name, then, now }: ChangedDetail<'_>| match (shortened(then), shortened(now)) {
            (then, now) if then.is_empty() => format!("`{name}` is new: `{now}`"),
            (then, now) if now.is_empty() => format!("`{name}` was `{then}` and is gone"),
            (then, now) => format!("`{name}` was `{then}` and is `{now}`"),
        };
        self.details().into_iter().map(one).collect::<Vec<_>>().join(", ")
    }

    /// Returns whether the leaflet has it as the copies have it, but with other words.
    pub fn is_known(&self) -> bool {
        !self.then.is_empty() && !self.now.is_empty()
    }
}

/// The most letters of words that a message shows. Chosen here; no source decides.
const SHOWN: usize = 100;

/// Returns words as a message shows them: on one line, without their end where they are long.
fn shortened(words: &str) -> String {
    let words = unseen::on_one_line(words);
    match words.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or("")),
        None => words,
    }
}

fn said<'p>(printed: &'p Printed, name: &str) -> &'p str {
    printed.get(name).map_or("", String::as_str)
}

impl Changed {
    /// Returns whether a reader of the leaflet as it is now reads or sees something else than a reader of the copies.
    pub fn is_of_words(&self) -> bool {
        match self {
            Changed::Fact(_) | Changed::Contact(_) | Changed::Panel(_) | Changed::Pictures => true,
            Changed::Gone | Changed::Edition(_) | Changed::Story(_) | Changed::Review(_) => false,
        }
    }
}

impl Leaflet {
    /// Returns what the leaflet says now.
    pub fn carried(&self, site: &Site) -> Carried {
        let mut carried = Carried::default();
        for panel in &self.panels {
            let mut words = String::new();
            for blocks in [&panel.head, &panel.foot] {
                walk::blocks(blocks, &mut |block| self.gather(site, block, &mut words, &mut carried));
            }
            carried.panels.push(format!("{:016x}", fnv::hash(words.as_bytes())));
        }
        carried.pictures = self.pictures();
        for page in self.pages.iter().filter_map(|id| site.pages.find(*id)) {
            if let Details::CaseStudy(_) = page.meta.details {
                carried.stories.insert(page.path.clone());
            }
        }
        carried
    }

    /// Returns a fingerprint of each picture that it shows, in reading order.
    fn pictures(&self) -> Vec<String> {
        let mut pictures = Vec::new();
        let mut add = |image: &Image| {
            let shown = image.asset.as_ref().and_then(|asset| asset.outline.as_ref()?.bytes.as_ref());
            pictures.extend(shown.map(|bytes| format!("{:016x}", fnv::hash(bytes))));
        };
        for blocks in self.parts() {
            walk::blocks(blocks, &mut |block| {
                if let Block::Figure(figure) = block {
                    add(&figure.image);
                }
                for run in walk::own_runs(block) {
                    walk::each(run, &mut |inline| {
                        if let Inline::Image(image) = inline {
                            add(image);
                        }
                    });
                }
            });
        }
        pictures
    }

    /// Adds the words of a block, and the facts and contacts in it. What facts and contacts say is kept apart, so a panel that only
    /// shows another figure is told of once.
    fn gather(&self, site: &Site, block: &Block, words: &mut String, carried: &mut Carried) {
        if let Block::Statistic(statistic) = block {
            carried.add_fact(&statistic.key, fact(site, &statistic.key, &self.lang));
        }
        if let Block::Contact(block) = block {
            let whole = contact(site, &block.key, &self.lang);
            carried.contacts.entry(block.key.clone()).or_default().extend(whole);
        }
        for run in walk::own_runs(block) {
            walk::each(run, &mut |inline| match inline {
                Inline::Fact(used) => {
                    let mut said = fact(site, &used.key, &self.lang);
                    said.remove(STATEMENT);
                    carried.add_fact(&used.key, said);
                }
                Inline::Contact(used) => {
                    let mut said = contact(site, &used.contact, &self.lang);
                    said.retain(|name, _| stands_with(used, name));
                    carried.contacts.entry(used.contact.clone()).or_default().extend(said);
                }
                Inline::Emphasis(_)
                | Inline::Strong(_)
                | Inline::Strikethrough(_)
                | Inline::Link(_)
                | Inline::Language(_) => {}
                Inline::Text(_)
                | Inline::Code(_)
                | Inline::Image(_)
                | Inline::Abbreviation(_)
                | Inline::FootnoteMark(_)
                | Inline::LineBreak(_)
                | Inline::RawHtml(_) => words.push_str(&plain_text(std::slice::from_ref(inline))),
            });
            words.push('\n');
        }
    }
}

/// The names of what a fact says.
const FIGURE: &str = "figure";
const STATEMENT: &str = "statement";

impl Carried {
    fn add_fact(&mut self, key: &str, said: Printed) {
        self.facts.entry(key.to_string()).or_default().extend(said);
    }
}

/// Returns whether a detail of a contact stands where another one of it is asked for: with a telephone number always what its
/// callers should know.
fn stands_with(used: &ContactUse, name: &str) -> bool {
    let with_phone = [ContactField::Textphone, ContactField::Note].map(ContactField::name);
    used.field_name() == name || used.field == Ok(ContactField::Phone) && with_phone.contains(&name)
}

/// Returns what a fact says to readers of a language; nothing where there is no such fact.
fn fact(site: &Site, key: &str, lang: &Lang) -> Printed {
    let Some(fact) = site.facts.get(key) else { return Printed::new() };
    let figure = fact.shown(site.words.of(lang)).to_string();
    let said = [(FIGURE, figure), (STATEMENT, fact.statement.in_lang(lang).to_string())];
    said.map(|(name, said)| (name.to_string(), said)).into()
}

/// Returns what a contact says to readers of a language; nothing where there is no such contact.
fn contact(site: &Site, key: &str, lang: &Lang) -> Printed {
    let Some(contact) = site.contacts.get(key) else { return Printed::new() };
    let detail = |field: ContactField| Some((field.name().to_string(), contact.field(field, lang)?.to_string()));
    let mut said: Printed = ContactField::ALL.into_iter().filter_map(detail).collect();
    if !contact.title.is_empty() {
        said.insert("title".to_string(), contact.title.in_lang(lang).to_string());
    }
    said
}

/// Returns what has changed since each issue went out, in the order of the issues: nothing where all is as it was.
pub fn changes(site: &Site) -> Vec<(&Issue, Vec<Changed>)> {
    let mut leaflets: BTreeMap<(&str, &Lang), (&Leaflet, Carried)> = BTreeMap::new();
    let out: BTreeSet<(&str, &Lang)> =
        site.editions.issues.iter().map(|issue| (issue.reference.as_str(), &issue.language)).collect();
    for leaflet in site.leaflets.iter() {
        let name = (leaflet.reference.as_str(), &leaflet.lang);
        if out.contains(&name) {
            leaflets.insert(name, (leaflet, leaflet.carried(site)));
        }
    }
    let told = if site.editions.issues.iter().any(|issue| !issue.carried.stories.is_empty()) {
        site.pages.iter().filter(|page| may_be_told(page)).map(|page| page.path.as_str()).collect()
    } else {
        BTreeSet::new()
    };
    let mut all = Vec::with_capacity(site.editions.issues.len());
    for issue in &site.editions.issues {
        let now = leaflets.get(&(issue.reference.as_str(), &issue.language));
        let mut changed = now.map_or_else(|| vec![Changed::Gone], |now| since(site, issue, now));
        let untold = issue.carried.stories.iter().filter(|path| !told.contains(path.as_str()));
        changed.extend(untold.cloned().map(Changed::Story));
        all.push((issue, changed));
    }
    all
}

/// Returns what has changed since an issue went out, but for its stories, given its leaflet with what that says now.
fn since(site: &Site, issue: &Issue, (leaflet, now): &(&Leaflet, Carried)) -> Vec<Changed> {
    let then = &issue.carried;
    let mut changed = Vec::new();
    if leaflet.edition != issue.edition {
        changed.push(Changed::Edition(leaflet.edition));
    }
    // An entry that somebody wrote by hand may not say what the copies say: then only what it does say is compared.
    let whole = !then.panels.is_empty();
    let known = |other: &Other| whole || !other.then.is_empty();
    let facts = others(&then.facts, &now.facts, |key| fact(site, key, &leaflet.lang));
    changed.extend(facts.into_iter().filter(known).map(Changed::Fact));
    let contacts = others(&then.contacts, &now.contacts, |key| contact(site, key, &leaflet.lang));
    changed.extend(contacts.into_iter().filter(known).map(Changed::Contact));
    let count = if whole { then.panels.len().max(now.panels.len()) } else { 0 };
    changed
        .extend((0..count).filter(|at| then.panels.get(*at) != now.panels.get(*at)).map(|at| Changed::Panel(at + 1)));
    if whole && then.pictures != now.pictures {
        changed.push(Changed::Pictures);
    }
    if leaflet.review < site.today() {
        changed.push(Changed::Review(leaflet.review));
    }
    changed
}

/// Returns the facts or contacts that are not as they were. What is no longer on the leaflet is compared with the store, as
/// the copies still say it.
fn others(
    then: &BTreeMap<String, Printed>,
    now: &BTreeMap<String, Printed>,
    stored: impl Fn(&str) -> Printed,
) -> Vec<Other> {
    let keys: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    let other = |key: &String| {
        let before = then.get(key).cloned().unwrap_or_default();
        let after = now.get(key).cloned().unwrap_or_else(|| {
            let mut said = stored(key);
            said.retain(|name, _| before.contains_key(name));
            if said == before { Printed::new() } else { said }
        });
        (before != after).then(|| Other { key: key.clone(), then: before, now: after })
    };
    keys.into_iter().filter_map(other).collect()
}

/// Returns whether a page that is published may stand on paper: a story only where its people agreed to that.
fn may_be_told(page: &Page) -> bool {
    let Details::CaseStudy(story) = &page.meta.details else { return true };
    story.consent.as_ref().is_some_and(|consent| consent.covers(Scope::Print.name()))
}
