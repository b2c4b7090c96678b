//! What is written once for all pages, and not in a language that pages are in: told where it is written, with the first page
//! that shows it.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::problems;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Block, Contact, ContactField, Fact, Inline, Lang, Site, Source, phone, walk};
use crate::words::Worded;

/// What one language lacks: by where the words stand, the name of what they belong to, their keys, and who shows them first.
type Lacking = BTreeMap<Span, (String, BTreeSet<&'static str>, String)>;

/// Looks through every page and leaflet in another language than the site's own.
pub fn judge(site: &Site, path_of: &dyn Fn(FileId) -> String) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut languages: BTreeMap<String, (Lang, Lacking)> = BTreeMap::new();
    let mut whole: BTreeMap<String, bool> = BTreeMap::new();
    let foreign = |lang: &Lang| !lang.is_same_language(&site.about.language);
    for page in site.pages.iter().filter(|page| foreign(&page.lang)) {
        if *whole.entry(page.lang.primary()).or_insert_with(|| is_whole(site, &page.lang)) {
            languages.entry(page.lang.primary()).or_insert((page.lang.clone(), Lacking::new()));
            continue;
        }
        let parts = std::iter::once(page.blocks.as_slice()).chain(page.notes.iter().map(|note| note.blocks.as_slice()));
        let (lang, lacking) = languages.entry(page.lang.primary()).or_insert((page.lang.clone(), Lacking::new()));
        let mut look = Look { site, lang, lacking, path: &page.path };
        parts.for_each(|blocks| look.blocks(blocks));
        look.sources(&page.sources);
        if page.is_on_the_web()
            && let Some(office) = site.shared.get(page.lang.tag()).and_then(|shared| shared.office.as_deref())
        {
            look.contact(office);
        }
    }
    for leaflet in site.leaflets.iter().filter(|leaflet| foreign(&leaflet.lang)) {
        let (lang, lacking) = languages.entry(leaflet.lang.primary()).or_insert((leaflet.lang.clone(), Lacking::new()));
        let path = path_of(leaflet.file);
        let mut look = Look { site, lang, lacking, path: &path };
        leaflet.panels.iter().flat_map(|panel| [&panel.head, &panel.foot]).for_each(|blocks| look.blocks(blocks));
        look.sources(&leaflet.sources);
    }
    unchecked(site, &mut found);
    for (lang, lacking) in languages.into_values() {
        let name = site.words.english().name_of(&lang);
        settings(site, &lang, &name, &mut found);
        emergency(site, &lang, &name, &mut found);
        for (span, (of, keys, path)) in lacking {
            let keys: Vec<String> = keys.into_iter().map(|key| format!("`{key}`")).collect();
            let listed = listed(site, &keys);
            let message = format!("`{of}` has no {listed} in {name}, and `{path}` shows it");
            let (own, tag) = (site.about.language.primary(), lang.primary());
            let help = format!("write it in both languages: `{{ {own}: …, {tag}: … }}`");
            found.push(Diagnostic::new(&problems::NOT_TRANSLATED, span, message, help));
        }
    }
    found
}

/// Returns whether everything in the stores is given in a language, so that no page need be looked through.
fn is_whole(site: &Site, lang: &Lang) -> bool {
    let contacts = site.contacts.values().flat_map(|one| [&one.title, &one.name, &one.hours, &one.note]);
    let facts = site.facts.values().flat_map(|one| [&one.statement, &one.base, &one.place]);
    let publisher = &site.about.organisation;
    let all = contacts.chain(facts).chain(site.glossary.values().map(|term| &term.full));
    !all.chain([&publisher.hours, &publisher.note]).any(|worded| worded.lacks(lang))
}

/// Tells which settings a language lacks.
fn settings(site: &Site, lang: &Lang, name: &str, found: &mut Vec<Diagnostic>) {
    let about = &site.about;
    let usual = *about.exit.label == *site.words.of(&about.language).web.leave;
    let all = [
        ("title", &about.title),
        ("organisation", &about.organisation.name),
        ("emergency", &about.emergency),
        ("notice", &about.notice),
        ("exit", &about.exit.label),
    ];
    let lacking = all.into_iter().filter(|(key, worded)| worded.lacks(lang) && !(*key == "exit" && usual));
    let keys: Vec<String> = lacking.map(|(key, _)| format!("`{key}`")).collect();
    if keys.is_empty() {
        return;
    }
    let message = format!("there is no {} in {name}, and pages in {name} show it", listed(site, &keys));
    let help = format!("write it under `[translations.{}]`, also where it is the same", lang.primary());
    found.push(Diagnostic::new(&problems::NOT_TRANSLATED, about.languages_span, message, help));
}

/// Tells that nobody has looked at the line about emergencies for more than a year.
fn unchecked(site: &Site, found: &mut Vec<Diagnostic>) {
    let Some((day, span)) = site.about.emergency_checked else { return };
    let today = site.today();
    let over = (today.year(), today.month(), today.day()) > (day.year() + 1, day.month(), day.day());
    if over && !site.about.emergency.is_empty() {
        let message = format!(
            "somebody last looked at `emergency` on {}, more than a year ago",
            day.in_words(&site.about.language)
        );
        let help = "compare the line with what police.uk says, then write today’s day here";
        let finding = Diagnostic::new(&problems::EMERGENCY_UNCHECKED, span, message, help);
        found.push(Diagnostic { timed: true, ..finding });
    }
}

/// Tells where the line about emergencies names other numbers in a language than in the site's own: a reader who trusts it
/// calls nobody.
fn emergency(site: &Site, lang: &Lang, name: &str, found: &mut Vec<Diagnostic>) {
    let line = &site.about.emergency;
    if line.is_empty() || line.lacks(lang) {
        return;
    }
    let numbers = |text: &str| -> BTreeSet<String> {
        phone::numbers(text).into_iter().map(|range| phone::dialled(&text[range])).collect()
    };
    let (own, other) = (numbers(line), numbers(line.in_lang(lang)));
    if own != other {
        let listed = |numbers: &BTreeSet<String>| match numbers.is_empty() {
            true => "no number".to_string(),
            false => numbers.iter().cloned().collect::<Vec<_>>().join(", "),
        };
        let (own, other, tag) = (listed(&own), listed(&other), lang.primary());
        let message = format!("`emergency` names {other} in {name}, and {own} in the site’s own language");
        let help = format!("correct the one that is wrong, here or under `[translations.{tag}]`");
        found.push(Diagnostic::new(&problems::EMERGENCY_DIFFERS, site.about.languages_span, message, help));
    }
}

fn listed(site: &Site, keys: &[String]) -> String {
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    site.words.english().figures().or(&keys)
}

struct Look<'a> {
    site: &'a Site,
    lang: &'a Lang,
    lacking: &'a mut Lacking,
    path: &'a str,
}

impl Look<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        walk::blocks(blocks, &mut |block| {
            match block {
                Block::Contact(used) => used.contact.iter().for_each(|contact| self.contact(contact)),
                Block::Statistic(used) if used.sentence.is_empty() => {
                    used.fact.iter().for_each(|fact| self.lacks(fact.span, &fact.key, "statement", &fact.statement));
                }
                _ => {}
            }
            for run in walk::own_runs(block) {
                walk::each(run, &mut |inline| self.inline(inline));
            }
        });
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Contact(used) if used.text.is_empty() => {
                let Some(contact) = self.site.contacts.get(&used.contact) else { return };
                let Ok(field) = used.field else { return };
                let words = match field {
                    ContactField::Name => &contact.name,
                    ContactField::Hours => &contact.hours,
                    ContactField::Note => &contact.note,
                    // Numbers and addresses are the same in every language.
                    ContactField::Phone | ContactField::Textphone | ContactField::Email | ContactField::Address => {
                        return;
                    }
                };
                self.lacks(contact.span, &contact.key, field.name(), words);
            }
            Inline::Abbreviation(used) => {
                let Some(term) = self.site.glossary.get(&used.short) else { return };
                self.lacks(term.span, &term.short, "full", &term.full);
            }
            _ => {}
        }
    }

    fn sources(&mut self, sources: &[Source]) {
        for Fact { key, span, base, place, .. } in sources.iter().map(|source| &*source.fact) {
            self.lacks(*span, key, "base", base);
            self.lacks(*span, key, "place", place);
        }
    }

    fn contact(&mut self, contact: &Contact) {
        let usual = *contact.title == *self.site.words.of(&self.site.about.language).web.talk;
        if !usual {
            self.lacks(contact.span, &contact.key, "title", &contact.title);
        }
        self.lacks(contact.span, &contact.key, "hours", &contact.hours);
        self.lacks(contact.span, &contact.key, "note", &contact.note);
    }

    fn lacks(&mut self, span: Span, of: &str, key: &'static str, worded: &Worded) {
        if worded.lacks(self.lang) {
            let first = || (of.to_string(), BTreeSet::new(), self.path.to_string());
            self.lacking.entry(span).or_insert_with(first).1.insert(key);
        }
    }
}
