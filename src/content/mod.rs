//! Content in: files to a [`Site`] and what is wrong with it. Nothing is returned early: every mistake is found.

mod bytes;
#[cfg(feature = "formats")]
mod inspect;
mod kinds;
mod link;
pub mod mend;
#[cfg(feature = "formats")]
pub mod pictures;
pub mod problems;
mod read;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::config::Config;
use crate::diag::{Diagnostic, FileId, Source, Sources, Span, fault, reason};
use crate::model::phone::dialled;
use crate::model::{Clock, Contact, Fact, Lang, Site, Term};
use crate::words::Worded;
use link::{abbreviations, consent, fill, films, include, notes, takedown, targets, translated, uses};
use read::files::{Files, Found, Why};
use read::text::Decoded;
use read::{assets, front_matter, headers, leaflet, limits, locales, names, page, stores, text, unseen};
use yaml::shape;

pub use kinds::{KINDS, PageKind};
#[cfg(test)]
pub use link::finish;
pub use read::files;
pub use read::markdown::slug;
pub use read::page::unknown_format;

/// What a build is asked for.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The moment the site is built for, and the site's clocks.
    pub clock: Clock,
    /// Whether pages that are not ready are built too.
    pub drafts: bool,
    /// Whether pages that are kept back are taken as if their moment had come: to look for mistakes before it has.
    pub ahead: bool,
    /// The formats that there are.
    pub formats: &'a [&'static str],
}

/// What reading gathers besides the site: the sources, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Loading {
    /// Every source file read.
    pub sources: Sources,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
    /// Whether there is a page whose moment is still to come.
    pub to_come: bool,
    /// Pictures that were decoded and are sound, by path under `content/`: who looks ahead need not do it again.
    pub sound: BTreeSet<String>,
}

impl Loading {
    /// Lists a folder, without what nobody wrote for the site; what could not be entered is reported.
    fn list(&mut self, files: &dyn Files, folder: &str) -> Vec<Found> {
        self.list_all(files, folder, &names::is_ours)
    }

    /// Lists `content/`, with the hidden files that `site.toml` names.
    fn list_content(&mut self, files: &dyn Files, config: &Config) -> Vec<Found> {
        let wanted = |path: &str| {
            let path = path.strip_prefix("content/").unwrap_or(path);
            let named = || config.also.iter().any(|also| also.names(path) || also.leads_into(path));
            !names::is_left_over(path) && (!names::is_hidden(path) || named())
        };
        self.list_all(files, "content", &wanted)
    }

    fn list_all(&mut self, files: &dyn Files, folder: &str, wanted: &dyn Fn(&str) -> bool) -> Vec<Found> {
        let listing = match files.list(folder, wanted) {
            Ok(listing) => listing,
            Err(error) => {
                self.unreadable(folder, &error);
                return Vec::new();
            }
        };
        for refused in listing.refused {
            let (message, help) = match &refused.why {
                Why::Loop => ("this link leads back to a folder that holds it".to_string(), "remove the link"),
                Why::Outside => (
                    "this link leads out of the site's folder".to_string(),
                    "copy what it leads to into the site's folder",
                ),
                Why::Name => ("this file's name is not written in Unicode".to_string(), "give it another name"),
                Why::Unreadable(why) => (format!("this cannot be read: {why}"), "check who may read it"),
            };
            self.report(&refused.path, &problems::FILE_OUTSIDE, message, help);
        }
        unseen::in_names(&listing.files, self);
        listing.files
    }

    /// Reports something about a file that has no text.
    fn report(&mut self, path: &str, kind: &'static crate::diag::Kind, message: String, help: &str) {
        let file = self.sources.add(path, "");
        self.found.push(Diagnostic::new(kind, Span::whole(file), message, help));
    }

    fn unreadable(&mut self, path: &str, error: &io::Error) {
        let message = format!("this cannot be read: {}", reason(error));
        self.report(path, &problems::FILE_OUTSIDE, message, "check who may read it");
    }

    /// Adds a file's bytes as a source; what is not text is reported.
    pub fn text(&mut self, path: &str, bytes: Vec<u8>) -> Option<(FileId, Arc<str>)> {
        self.add(decoded(path, bytes))
    }

    /// Adds `site.toml` as a source.
    pub fn settings(&mut self, bytes: Vec<u8>) -> Option<(FileId, Arc<str>)> {
        let (path, size, most) = ("site.toml", bytes.len() as u64, limits::MOST_SETTINGS_BYTES);
        if size <= most {
            return self.text(path, bytes);
        }
        let message = format!("the settings have {} kB, more than the {} kB that may be", size / 1_000, most / 1_000);
        self.add(Err(Unread { path: path.to_string(), message, help: "delete what is not a setting", line: 1 }))
    }

    fn add(&mut self, read: Result<Read, Unread>) -> Option<(FileId, Arc<str>)> {
        match read {
            Ok(Read { source, piled }) => {
                let text = Arc::clone(&source.text);
                let file = self.sources.push(source);
                self.found.extend(piled.map(|at| limits::marks_piled(Span::new(file, at, at))));
                Some((file, text))
            }
            Err(Unread { path, message, help, line }) => {
                let file = self.sources.add(path, "\n".repeat(line - 1));
                let end = line - 1;
                let span = Span::new(file, end, end);
                self.found.push(Diagnostic::new(&problems::TEXT_UNREADABLE, span, message, help));
                None
            }
        }
    }
}

/// A file that is text.
struct Read {
    source: Source,
    /// Where too many marks stand on one letter, the first time.
    piled: Option<usize>,
}

struct Unread {
    path: String,
    message: String,
    help: &'static str,
    line: usize,
}

fn decoded(path: &str, bytes: Vec<u8>) -> Result<Read, Unread> {
    match text::decode(bytes) {
        Ok(Decoded { text, piled }) => Ok(Read { source: Source::new(path.to_string(), Arc::from(text)), piled }),
        Err(not_text) => {
            let (message, help) = not_text.explain();
            Err(Unread { path: path.to_string(), message, help, line: not_text.line() })
        }
    }
}

/// Reads a file of at most so many bytes.
fn read_text(files: &dyn Files, found: &Found, most: u64) -> Result<Read, Unread> {
    if found.bytes > most {
        let (message, help) = text::NotText::TooLarge(found.bytes, most).explain();
        return Err(Unread { path: found.path.clone(), message, help, line: 1 });
    }
    match files.read(&found.path) {
        Ok(bytes) => decoded(&found.path, bytes),
        Err(error) => {
            let message = format!("this cannot be read: {}", reason(&error));
            Err(Unread { path: found.path.clone(), message, help: "check who may read it", line: 1 })
        }
    }
}

/// Returns the JSON Schema of what authors write as YAML: `front-matter`, `leaflet`, `facts`, `contacts`, `glossary`, or
/// one kind of page by its name.
pub fn schema(name: &str) -> Option<serde_json::Value> {
    let lang = Lang::parse("en")?;
    let of_kind = |kind: &'static PageKind| shape::object(&front_matter::keys(kind));
    match name {
        "front-matter" => {
            let all = KINDS.iter().map(|kind| {
                let mut schema = of_kind(kind);
                schema["properties"]["kind"] = serde_json::json!({ "const": kind.name, "description": kind.about });
                if kind.name != KINDS[0].name
                    && let Some(required) = schema["required"].as_array_mut()
                {
                    required.push("kind".into());
                }
                schema
            });
            Some(serde_json::json!({ "anyOf": all.collect::<Vec<_>>() }))
        }
        "leaflet" => Some(shape::object(&front_matter::sheet_keys(&lang))),
        store => {
            let stores = stores::keys(&lang);
            let keys = stores.iter().find(|(known, _)| *known == store).map(|(_, keys)| stores::schema(keys));
            keys.or_else(|| KINDS.iter().find(|kind| kind.name == store).map(of_kind))
        }
    }
}

/// Reads a whole site.
pub fn load(files: &dyn Files, config: &Config, asked: &Asked<'_>, loading: &mut Loading) -> Site {
    let content = loading.list_content(files, config);
    let theme = assets::theme(files, config, loading);
    let headers = headers::read(files, &content, &theme, loading);
    let words = locales::read(files, loading);
    let (data, rest): (Vec<Found>, Vec<Found>) =
        content.into_iter().partition(|f| f.path.starts_with("content/_data/"));
    let hidden = |found: &Found| found.path.split('/').any(|part| part.starts_with('_'));
    let rest = rest.into_iter().filter(|found| !hidden(found));
    let is_page = |found: &Found| found.path.ends_with(".md") && !names::is_hidden(&found.path);
    let (markdown, others): (Vec<Found>, Vec<Found>) = rest.partition(is_page);
    let mut stores = stores(files, &data, &config.about.language, loading);
    let sources = read_all(files, &markdown, loading);
    let originals = page::originals(&sources, "content/", &loading.sources, config);
    let page = |path: &str, text: &str, file, found: &mut Vec<Diagnostic>| {
        page::parse(path, text, file, (config, asked, &originals, &words), found)
    };
    let drafts = parse_all(&sources, loading, page);
    let leaflets = loading.list(files, "print");
    let leaflets = leaflets.into_iter().filter(|f| f.path.matches('/').count() == 1);
    let leaflets = assets::pages_only(leaflets.collect(), loading);
    let read = read_all(files, &leaflets, loading);
    let originals = page::originals(&read, "print/", &loading.sources, config);
    let sheet = |path: &str, text: &str, file, found: &mut Vec<Diagnostic>| {
        leaflet::parse(path, text, file, (config, &originals), found)
    };
    let sheets = parse_all(&read, loading, sheet);
    let complete = drafts.len() == markdown.len() && sheets.len() == leaflets.len();
    let wanted: BTreeSet<String> =
        drafts.iter().flat_map(page::Draft::wanted).chain(sheets.iter().flat_map(leaflet::wanted)).collect();
    let beside = assets::beside(files, others, &wanted, config, loading);
    let fonts = assets::fonts(files, loading);
    let designs = assets::designs(files, loading);
    let mut about = config.about.clone();
    fill_organisation(&mut about.organisation, &mut stores.contacts);
    let mut site = Site {
        about,
        clock: asked.clock.clone(),
        pages: Vec::new(),
        sheets: Vec::new(),
        facts: shared(stores.facts),
        contacts: shared(stores.contacts),
        glossary: stores.glossary,
        assets: beside.assets,
        aliases: Vec::new(),
        theme,
        fonts,
        designs,
        navigation: Vec::new(),
        topics: BTreeMap::new(),
        next_change: None,
        gaps: BTreeSet::new(),
        headers,
        words,
        shared: BTreeMap::new(),
    };
    let gone = page::arrange(&mut site, drafts, config, asked, loading);
    leaflet::arrange(&mut site, sheets, loading);
    targets::links(&mut site, &gone, &beside.refused, loading);
    films::look_up(&mut site, files, loading);
    takedown::links(&mut site, &gone, loading);
    let left = include::includes(&mut site, &gone, loading);
    takedown::includes(&mut site, &gone, &left, loading);
    consent::judge(&site, loading);
    films::judge(&site, &gone, loading);
    targets::headings(&mut site, loading);
    notes::number_all(&mut site, loading);
    abbreviations::mark(&mut site, &loading.sources);
    let uses = uses::settle(&mut site, &wanted, &gone, config, complete, loading);
    uses::judge_also(&site, &beside.refused, config, loading);
    judge_files(&mut site, &uses, files, asked, loading);
    fill::all(&mut site);
    translated::judge(&site, loading);
    unseen::in_sources(loading);
    takedown::soften(&gone, loading);
    site
}

/// Looks into the files that go out.
#[cfg(feature = "formats")]
fn judge_files(site: &mut Site, uses: &uses::Uses, files: &dyn Files, asked: &Asked<'_>, loading: &mut Loading) {
    pictures::judge(site, uses, files, loading);
    // What documents say is no error, and so nothing to look ahead for.
    if !asked.ahead {
        inspect::look(site, files, loading);
    }
}

/// Without formats nothing goes out.
#[cfg(not(feature = "formats"))]
fn judge_files(_: &mut Site, _: &uses::Uses, _: &dyn Files, _: &Asked<'_>, _: &mut Loading) {}

struct Stores {
    facts: BTreeMap<String, Fact>,
    contacts: BTreeMap<String, Contact>,
    glossary: BTreeMap<String, Term>,
}

fn stores(files: &dyn Files, data: &[Found], lang: &Lang, loading: &mut Loading) -> Stores {
    let mut read = |name: &str| {
        let found = data.iter().find(|found| found.path == format!("content/_data/{name}"))?;
        let source = read_text(files, found, text::MOST_BYTES);
        loading.add(source)
    };
    let (facts, contacts, glossary) = (read("facts.yaml"), read("contacts.yaml"), read("glossary.yaml"));
    let found = &mut loading.found;
    Stores {
        facts: facts.map(|(file, text)| stores::facts(&text, file, lang, found)).unwrap_or_default(),
        contacts: contacts.map(|(file, text)| stores::contacts(&text, file, lang, found)).unwrap_or_default(),
        glossary: glossary.map(|(file, text)| stores::glossary(&text, file, lang, found)).unwrap_or_default(),
    }
}

/// Returns entries of a store that many pages can hold.
fn shared<T>(entries: BTreeMap<String, T>) -> BTreeMap<String, Arc<T>> {
    entries.into_iter().map(|(key, entry)| (key, Arc::new(entry))).collect()
}

/// Takes what `site.toml` leaves out of the publisher's details from the first contact of the same name, or else of the
/// same number; and gives the contacts of that number its textphone, so that no place that shows one loses it.
fn fill_organisation(organisation: &mut Contact, contacts: &mut BTreeMap<String, Contact>) {
    let rings = |contact: &Contact, number: &str| !number.is_empty() && dialled(&contact.phone) == number;
    let number = dialled(&organisation.phone);
    let known = contacts.values().find(|contact| *contact.name == *organisation.name);
    let known = known.or_else(|| contacts.values().find(|contact| rings(contact, &number)));
    let Some(known) = known else { return };
    let fill = |own: &mut String, other: &String| {
        if own.is_empty() {
            own.clone_from(other);
        }
    };
    fill(&mut organisation.phone, &known.phone);
    fill(&mut organisation.textphone, &known.textphone);
    fill(&mut organisation.email, &known.email);
    let said = |own: &mut Worded, other: &Worded| {
        if own.is_empty() || **own == **other && !own.is_translated() {
            own.clone_from(other);
        }
    };
    said(&mut organisation.hours, &known.hours);
    said(&mut organisation.note, &known.note);
    if *organisation.name == *known.name {
        said(&mut organisation.name, &known.name);
    }
    if organisation.address.is_empty() {
        organisation.address.clone_from(&known.address);
    }
    let number = dialled(&organisation.phone);
    for contact in contacts.values_mut().filter(|contact| contact.textphone.is_empty() && rings(contact, &number)) {
        contact.textphone.clone_from(&organisation.textphone);
    }
}

fn read_all(files: &dyn Files, found: &[Found], loading: &mut Loading) -> Vec<(FileId, Arc<str>)> {
    let read = found.par_iter().map(|found| read_text(files, found, limits::MOST_PAGE_BYTES));
    let read: Vec<Result<Read, Unread>> = read.collect();
    read.into_iter().filter_map(|read| loading.add(read)).collect()
}

/// Parses files side by side; what is wrong is reported in the order of the files.
fn parse_all<T: Send>(
    sources: &[(FileId, Arc<str>)],
    loading: &mut Loading,
    parse: impl Fn(&str, &str, FileId, &mut Vec<Diagnostic>) -> Option<T> + Sync,
) -> Vec<T> {
    let all = &loading.sources;
    let parsed: Vec<(Option<T>, Vec<Diagnostic>)> = sources
        .par_iter()
        .map(|(file, text)| {
            let mut found = Vec::new();
            let one = fault::caught(|| parse(&all.get(*file).path, text, *file, &mut found));
            let one = one.unwrap_or_else(|why| {
                found.push(fault::fault(Span::whole(*file), "read this file", &why));
                None
            });
            (one, found)
        })
        .collect();
    let mut out = Vec::with_capacity(parsed.len());
    for (one, found) in parsed {
        loading.found.extend(found);
        out.extend(one);
    }
    out
}

/// Returns a file's path under `content/`, its letters in the form that text has: macOS stores names in another one.
fn plain_path(path: &str) -> String {
    path.strip_prefix("content/").unwrap_or(path).nfc().collect()
}
