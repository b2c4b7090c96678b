//! What a site has besides its pages and leaflets, each part read from the disk by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::{self, Config};
use crate::content::Loading;
use crate::content::editions::{EDITIONS, HOLDERS};
use crate::content::loading::read_text;
use crate::content::read::files::{Files, Found};
use crate::content::read::images::IMAGES;
use crate::content::read::sounds::Recording;
use crate::content::read::{
    assets, checked, editions, headers, images, locales, names, picture_files, picture_set, sounds, stores, text,
};
use crate::diag::{Diagnostic, Names, Source, Sources};
use crate::model::phone::dialled;
use crate::model::{
    Alert, Checked, Contact, Credit, Design, Editions, Fact, FontFile, HeaderRule, Lang, Sheets, Sounds, Term, Theme,
};
use crate::words::{Worded, Wordings};

pub use crate::content::read::assets::File as FileBeside;

/// A part of a site, as it was read.
#[derive(Clone, Debug, Default)]
pub struct Part<T> {
    /// What it is.
    pub value: T,
    /// The texts that it was read from.
    pub sources: Sources,
    /// What is wrong with them.
    pub found: Vec<Diagnostic>,
}

impl<T> Part<T> {
    fn read(names: &Arc<Names>, read: impl FnOnce(&mut Loading) -> T) -> Part<T> {
        let mut loading = Loading { sources: Sources::named(Arc::clone(names)), found: Vec::new() };
        let value = read(&mut loading);
        Part { value, sources: loading.sources, found: loading.found }
    }
}

/// What lies under `content/` and `print/`, sorted by what it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// Pages.
    pub pages: Vec<Found>,
    /// Leaflets.
    pub leaflets: Vec<Found>,
    /// Files that may go out.
    pub beside: Vec<FileBeside>,
    /// Pictures beside the leaflets, by path from the site's folder on.
    pub beside_leaflets: Vec<FileBeside>,
    /// Files that never do, by path under `content/`, each with the ending by which it could run.
    pub refused: BTreeMap<String, String>,
    /// Recordings of pages and leaflets.
    pub recordings: Vec<Recording>,
    /// The stores that there are.
    pub stores: Vec<Found>,
    /// The site's own headers.
    pub headers: Option<Found>,
}

/// What is said once for all pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stores {
    /// Facts by name.
    pub facts: BTreeMap<String, Arc<Fact>>,
    /// Contacts by name.
    pub contacts: BTreeMap<String, Arc<Contact>>,
    /// The glossary by abbreviation.
    pub glossary: BTreeMap<String, Term>,
    /// Words that no dictionary has and the site uses.
    pub own_words: BTreeSet<String>,
    /// What every page must say for a time: that of the settings first, then by name.
    pub alerts: Vec<Alert>,
}

/// Reads the settings from the bytes of `site.toml`; nothing where they cannot be understood.
pub fn settings(bytes: Vec<u8>, names: &Arc<Names>) -> Part<Option<Arc<Config>>> {
    Part::read(names, |loading| {
        let (file, text) = loading.settings(bytes)?;
        match config::read(&text, file) {
            Ok(config) => Some(Arc::new(config)),
            Err(problem) => {
                loading.found.push(*problem);
                None
            }
        }
    })
}

/// Lists the site's folders.
pub fn listing(files: &dyn Files, config: &Config, names: &Arc<Names>) -> Part<Listing> {
    Part::read(names, |loading| {
        let mut listing = Listing::default();
        let content = loading.list_content(files, config);
        listing.headers = content.iter().find(|found| found.path == headers::OWN).cloned();
        let (data, rest): (Vec<Found>, Vec<Found>) =
            content.into_iter().partition(|found| found.path.starts_with("content/_data/"));
        listing.stores = data;
        let hidden = |found: &Found| found.path.split('/').any(|part| part.starts_with('_'));
        let rest = rest.into_iter().filter(|found| !hidden(found));
        let is_page = |found: &Found| found.path.ends_with(".md") && !names::is_hidden(&found.path);
        let (pages, others): (Vec<Found>, Vec<Found>) = rest.partition(is_page);
        listing.pages = pages;
        let printed = loading.list(files, "print");
        let (pictures, leaflets): (Vec<Found>, Vec<Found>) =
            printed.into_iter().partition(|found| assets::is_picture(&found.path));
        let (sound, leaflets): (Vec<Found>, Vec<Found>) = leaflets
            .into_iter()
            .filter(|found| found.path.matches('/').count() == 1)
            .partition(|found| found.path.ends_with(".opus"));
        listing.leaflets = assets::pages_only(leaflets, loading);
        let beside = |found: Found| FileBeside { path: found.path.clone(), source: found.path, size: found.bytes };
        let beside_leaflets = pictures.into_iter().filter(|found| !picture_set::has(&found.path));
        listing.beside_leaflets = beside_leaflets.map(beside).collect();
        (listing.beside, listing.refused) = assets::beside(others, config, loading);
        let language = &config.about.language;
        let at = |beside: &FileBeside| Found { path: beside.source.clone(), bytes: beside.size };
        (listing.beside, listing.recordings) =
            sounds::taken(std::mem::take(&mut listing.beside), &listing.pages, language, at);
        listing.recordings.extend(sounds::taken(sound, &listing.leaflets, language, Found::clone).1);
        // A file that a page's author put at the same address is meant.
        let taken: BTreeSet<String> = listing.beside.iter().map(|file| file.path.clone()).collect();
        let set = picture_files::files(files, loading);
        listing.beside.extend(set.into_iter().filter(|picture| !taken.contains(&picture.path)));
        listing
    })
}

/// Takes in that pages came or went, given the paths of all files that did, without walking through the folders again. Returns
/// whether that could be done; where not, nothing is another than before. It can where each is a page with a plain name of which
/// nothing was told, and a new one lies in a folder that has another.
pub fn relist(listing: &mut Part<Listing>, files: &dyn Files, paths: &[&String]) -> bool {
    let pages = &listing.value.pages;
    let plain = |path: &str| {
        let visible = path.split('/').all(|part| !part.starts_with('_')) && names::is_ours(path);
        let ascii = path.bytes().all(|byte| byte.is_ascii_graphic());
        let at = |rest: &str| rest.is_empty() || rest.starts_with('/');
        let told = listing.sources.iter().any(|(_, source)| path.strip_prefix(source.path.as_str()).is_some_and(at));
        path.starts_with("content/") && path.ends_with(".md") && visible && ascii && !told
    };
    let beside = |path: &str| {
        let folder = &path[..=path.rfind('/').unwrap_or(0)];
        pages.iter().any(|page| page.path.strip_prefix(folder).is_some_and(|name| !name.contains('/')))
    };
    // A recording lies there for whatever page comes.
    if !listing.value.recordings.is_empty() || listing.value.beside.iter().any(|file| file.path.ends_with(".opus")) {
        return false;
    }
    let twin = |path: &str| pages.iter().any(|page| page.path != path && page.path.eq_ignore_ascii_case(path));
    let mut came: Vec<Found> = Vec::new();
    for path in paths {
        match files.size(path) {
            Some(bytes) if plain(path) && beside(path) && !twin(path) => {
                came.push(Found { path: (*path).clone(), bytes });
            }
            None if plain(path) && !files.has(path) && pages.iter().any(|page| page.path == **path) => {}
            _ => return false,
        }
    }
    let pages = &mut listing.value.pages;
    pages.retain(|page| paths.binary_search(&&page.path).is_err());
    pages.append(&mut came);
    pages.sort_by(|one, other| one.path.cmp(&other.path));
    true
}

/// Reads `content/_data/`, and gives contacts and the publisher what the other has.
pub fn stores(
    files: &dyn Files,
    listing: &Listing,
    config: &Config,
    names: &Arc<Names>,
) -> Part<(Stores, Option<Contact>)> {
    Part::read(names, |loading| {
        let lang: &Lang = &config.about.language;
        let mut read = |name: &str| {
            let path = format!("content/_data/{name}");
            let found = listing.stores.iter().find(|found| found.path == path)?;
            loading.add(read_text(files, found, text::MOST_BYTES))
        };
        let (facts, contacts, glossary) = (read("facts.yaml"), read("contacts.yaml"), read("glossary.yaml"));
        let alerts = read("alerts.yaml");
        let own_words = read("words.txt").map(|(_, text)| stores::own_words(&text)).unwrap_or_default();
        let found = &mut loading.found;
        let facts = facts.map(|(file, text)| stores::facts(&text, file, lang, found)).unwrap_or_default();
        let mut contacts = contacts.map(|(file, text)| stores::contacts(&text, file, lang, found)).unwrap_or_default();
        let glossary = glossary.map(|(file, text)| stores::glossary(&text, file, lang, found)).unwrap_or_default();
        let stored = alerts.map(|(file, text)| stores::alerts(&text, file, lang, found)).unwrap_or_default();
        let alerts = config.alert.iter().cloned().chain(stored.into_values()).collect();
        let mut publisher = config.about.organisation.clone();
        fill_organisation(&mut publisher, &mut contacts);
        (Stores { facts: shared(facts), contacts: shared(contacts), glossary, own_words, alerts }, Some(publisher))
    })
}

/// Reads the theme.
pub fn theme(files: &dyn Files, config: &Config, names: &Arc<Names>) -> Part<Arc<Theme>> {
    Part::read(names, |loading| Arc::new(assets::theme(files, config, loading)))
}

/// Reads the headers that theme and site ask for.
pub fn headers(
    files: &dyn Files,
    listing: &Listing,
    theme: &Part<Arc<Theme>>,
    names: &Arc<Names>,
) -> Part<Vec<HeaderRule>> {
    Part::read(names, |loading| headers::read(files, listing.headers.as_ref(), (&theme.value, &theme.sources), loading))
}

/// Reads the words that Handbill itself writes: those in the binary, and before them what the site's own files say.
pub fn words(files: &dyn Files, names: &Arc<Names>) -> Part<Option<Arc<Wordings>>> {
    Part::read(names, |loading| Some(locales::read(files, loading)))
}

/// Reads the faces for print.
pub fn fonts(files: &dyn Files, names: &Arc<Names>) -> Part<Vec<FontFile>> {
    Part::read(names, |loading| assets::fonts(files, loading))
}

/// Reads the designs for print.
pub fn designs(files: &dyn Files, config: &Config, names: &Arc<Names>) -> Part<BTreeMap<String, Design>> {
    Part::read(names, |loading| assets::designs(files, config, loading))
}

/// Reads the sheets for print.
pub fn sheets(files: &dyn Files, names: &Arc<Names>) -> Part<Sheets> {
    Part::read(names, |loading| assets::sheets(files, loading))
}

/// Reads which editions of leaflets are out, and who holds them.
pub fn editions(files: &dyn Files, config: &Config, names: &Arc<Names>) -> Part<Arc<Editions>> {
    Part::read(names, |loading| {
        let lang: &Lang = &config.about.language;
        let mut read = |path: &str| {
            let found = Found { path: path.to_string(), bytes: files.size(path)? };
            loading.add(read_text(files, &found, text::MOST_BYTES))
        };
        let (issues, holders) = (read(EDITIONS), read(HOLDERS));
        let found = &mut loading.found;
        let issues = issues.map(|(file, text)| editions::issues(&text, file, lang, found)).unwrap_or_default();
        let holders = holders.map(|(file, text)| editions::holders(&text, file, lang, found)).unwrap_or_default();
        Arc::new(Editions { issues, holders })
    })
}

/// Reads which files that a machine made a person has read.
pub fn checked(files: &dyn Files, names: &Arc<Names>) -> Part<Arc<Vec<Checked>>> {
    Part::read(names, |loading| {
        let path = checked::CHECKED;
        let found = files.size(path).map(|bytes| Found { path: path.to_string(), bytes });
        let text = found.and_then(|found| loading.add(read_text(files, &found, text::MOST_BYTES)));
        Arc::new(text.map(|(file, text)| checked::read(&text, file, &mut loading.found)).unwrap_or_default())
    })
}

/// Reads what sound lies ready.
pub fn sounds(files: &dyn Files, listing: &Listing, names: &Arc<Names>) -> Part<Arc<Sounds>> {
    Part::read(names, |loading| Arc::new(sounds::read(files, &listing.recordings, loading)))
}

/// Reads who may use which picture: what the site says, and of pictures in the binary whose place none of its own takes.
pub fn images(files: &dyn Files, names: &Arc<Names>) -> Part<Arc<BTreeMap<String, Credit>>> {
    Part::read(names, |loading| {
        let mut all = images::built_in();
        for own in picture_files::files(files, loading) {
            if let (Some(_), Some(name)) = (files.size(&own.source), picture_set::name_of(&own.path)) {
                all.remove(&picture_set::credited(&format!("{}{name}", picture_set::SCHEME)));
            }
        }
        let read = |path: &str, loading: &mut Loading| {
            let found = files.size(path).map(|bytes| Found { path: path.to_string(), bytes })?;
            loading.add(read_text(files, &found, text::MOST_BYTES))
        };
        if let Some((file, text)) = read(images::SET, loading) {
            all.extend(images::read_set(&text, file, &mut loading.found));
        }
        if let Some((file, text)) = read(IMAGES, loading) {
            all.extend(images::read(&text, file, &mut loading.found));
        }
        Arc::new(all)
    })
}

/// Returns entries of a store that many pages can hold.
fn shared<T>(entries: BTreeMap<String, T>) -> BTreeMap<String, Arc<T>> {
    entries.into_iter().map(|(key, entry)| (key, Arc::new(entry))).collect()
}

/// The text of a file, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadText {
    /// What a finding points into: the text, or as many empty lines as it needs.
    pub source: Arc<Source>,
    /// Whether the text could be read.
    pub readable: bool,
    /// What is wrong with it.
    pub found: Vec<Diagnostic>,
}

/// Reads a file of at most so many bytes as text.
pub fn text(files: &dyn Files, found: &Found, most: u64, names: &Arc<Names>) -> ReadText {
    let mut loading = Loading { sources: Sources::named(Arc::clone(names)), found: Vec::new() };
    let readable = loading.add(read_text(files, found, most)).is_some();
    let source = Arc::new(loading.sources.get(names.id(&found.path)).clone());
    ReadText { source, readable, found: loading.found }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::files::Memory;

    #[test]
    fn a_page_that_came_or_went_is_listed_without_a_walk_and_anything_else_asks_for_one() {
        let mut files = Memory::default();
        for path in ["content/index.md", "content/help/now.md", "content/help/now.png"] {
            files.add(path, "");
        }
        let names = Arc::new(Names::default());
        let part = settings(b"title = \"T\"\nbase_url = \"https://a.example\"\nlanguage = \"en\"\n".to_vec(), &names);
        let config = part.value.expect("the settings are well");
        for (came, gone, by_path) in [
            (&["content/help/later.md"][..], &[][..], true),
            (&["content/help/later.md"], &["content/help/now.md"], true),
            (&["content/a.md", "content/b.md"], &["content/index.md"], true),
            // A folder that may lead elsewhere, a file beside the pages, names that need a closer look, and a whole folder.
            (&["content/new/page.md"], &[], false),
            (&["content/help/later.png"], &[], false),
            (&["content/help/Now.md"], &[], false),
            (&["content/help/caf\u{e9}.md"], &[], false),
            (&["content/help/_part.md"], &[], false),
            (&[], &["content/help/now.png"], false),
            (&[], &["content/help"], false),
        ] {
            let mut files = files.clone();
            let mut listed = listing(&files, &config, &names);
            let before = listed.value.clone();
            came.iter().for_each(|path| files.add(*path, "---\n"));
            let within = |path: &str, gone: &str| path == gone || path.starts_with(&format!("{gone}/"));
            for path in ["content/index.md", "content/help/now.md", "content/help/now.png"] {
                if gone.iter().any(|gone| within(path, gone)) {
                    files.remove(path);
                }
            }
            let mut paths: Vec<String> = came.iter().chain(gone).map(ToString::to_string).collect();
            paths.sort();
            let done = relist(&mut listed, &files, &paths.iter().collect::<Vec<_>>());
            assert_eq!(done, by_path, "{came:?} {gone:?}");
            let wanted = if by_path { listing(&files, &config, &names).value } else { before };
            assert_eq!(listed.value, wanted, "{came:?} {gone:?}");
        }
    }
}
