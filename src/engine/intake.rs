//! What changed, taken in: only what may be another is read again, and only what is another becomes an input.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;
use std::sync::Arc;

use rayon::prelude::*;
use salsa::Setter;

use super::db::{File, Rest, State, View};
use super::{Engine, Inputs, Purpose};
use crate::changes::Changes;
use crate::config::Config;
use crate::content::Asked;
use crate::content::editions::{EDITIONS, HOLDERS};
use crate::content::files::Found;
use crate::content::parts::{self, FileBeside, Listing, Part, ReadText, Stores};
use crate::content::read::checked::CHECKED;
use crate::content::read::images::IMAGES;
use crate::content::read::picture_set::FOLDER;
use crate::content::read::{limits, unseen};
use crate::diag::{Diagnostic, FileId, Names, Sources};
use crate::model::{
    About, Checked, Clock, Contact, Credit, Design, Editions, FontFile, HeaderRule, Instant, Sheets, Sounds, Theme,
    Zone,
};
use crate::words::Wordings;

/// How seldom a file gets another number or path.
const HIGH: salsa::Durability = salsa::Durability::HIGH;

/// How seldom something besides the texts becomes another.
const MEDIUM: salsa::Durability = salsa::Durability::MEDIUM;

/// How it is known which files there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listed {
    /// They are those that were there before.
    Before,
    /// Those that came or went are known by their paths.
    ByPath,
    /// All folders were walked through.
    Walked,
}

/// What there is besides the texts of pages and leaflets.
#[derive(Default)]
pub struct Parts {
    pub settings: Part<Option<Arc<Config>>>,
    pub listing: Part<Listing>,
    pub stores: Part<(Stores, Option<Contact>)>,
    pub theme: Part<Arc<Theme>>,
    pub headers: Part<Vec<HeaderRule>>,
    pub words: Part<Option<Arc<Wordings>>>,
    pub fonts: Part<Vec<FontFile>>,
    pub designs: Part<BTreeMap<String, Design>>,
    pub sheets: Part<Sheets>,
    pub editions: Part<Arc<Editions>>,
    pub checked: Part<Arc<Vec<Checked>>>,
    pub sounds: Part<Arc<Sounds>>,
    pub images: Part<Arc<BTreeMap<String, Credit>>>,
}

impl Parts {
    /// Returns what reading it found.
    pub fn read_found(&self) -> impl Iterator<Item = &Diagnostic> {
        [
            &self.settings.found,
            &self.listing.found,
            &self.stores.found,
            &self.theme.found,
            &self.headers.found,
            &self.words.found,
            &self.fonts.found,
            &self.designs.found,
            &self.sheets.found,
            &self.editions.found,
            &self.checked.found,
            &self.sounds.found,
            &self.images.found,
        ]
        .into_iter()
        .flatten()
    }

    /// Returns what is wrong with all of it.
    pub fn found(&self) -> Vec<Diagnostic> {
        let mut all: Vec<Diagnostic> = self.read_found().cloned().collect();
        let mut sources = Sources::named(Arc::clone(self.settings.sources.names()));
        self.sources(&mut sources);
        all.extend(sources.iter().flat_map(|(file, source)| unseen::in_text(file, &source.text)));
        all
    }

    /// Adds the texts of all of it.
    pub fn sources(&self, sources: &mut Sources) {
        for part in [
            &self.settings.sources,
            &self.listing.sources,
            &self.theme.sources,
            &self.headers.sources,
            &self.words.sources,
            &self.stores.sources,
            &self.fonts.sources,
            &self.designs.sources,
            &self.sheets.sources,
            &self.editions.sources,
            &self.checked.sources,
            &self.sounds.sources,
            &self.images.sources,
        ] {
            sources.extend(part);
        }
    }
}

impl Engine {
    /// Takes in what may have changed.
    pub(super) fn take_in(&mut self, changes: &Changes, purpose: &Purpose<'_>) -> io::Result<()> {
        self.taken_in += 1;
        self.owed.join(changes);
        let changes = &self.owed.clone();
        let (files, names) = (Arc::clone(&self.files), Arc::clone(&self.names));
        let mut anew = self.inputs.is_none();
        if anew || changes.touch("site.toml") {
            let bytes = files.read("site.toml")?;
            let settings = parts::settings(bytes, &names);
            anew |= settings.sources.iter().map(|(_, source)| &source.text).ne(self
                .parts
                .settings
                .sources
                .iter()
                .map(|(_, source)| &source.text));
            self.parts.settings = settings;
        }
        let Some(config) = self.parts.settings.value.clone() else { return Ok(()) };
        let listed = match self.come_or_gone(changes) {
            Some(paths) if !anew && paths.is_empty() => Listed::Before,
            Some(paths) if !anew && parts::relist(&mut self.parts.listing, &*files, &paths) => Listed::ByPath,
            _ => {
                self.parts.listing = parts::listing(&*files, &config, &names);
                Listed::Walked
            }
        };
        let relist = listed != Listed::Before;
        self.read_parts(changes, &config, relist, anew);
        let texts = self.texts(changes, listed);
        self.put(&config, texts, changes, relist);
        self.put_views(&config, purpose);
        self.owed = Changes::default();
        Ok(())
    }

    /// Returns the files and folders that came or went since the folders were listed, by path; nothing where that is not known.
    /// What stands in files that were there before is not among them, nor are files that came and went, as those that editors
    /// write first.
    fn come_or_gone<'c>(&self, changes: &'c Changes) -> Option<Vec<&'c String>> {
        let Changes::Paths(paths) = changes else { return None };
        let listed = |path: &&String| path.starts_with("content") || path.starts_with("print");
        let other = |path: &&String| {
            let path: &String = path;
            let known =
                self.known.get(&self.names.id(path)).is_some_and(|file| *file.state(&self.kept) != State::Missing);
            let store = self.parts.listing.value.stores.iter().chain(&self.parts.listing.value.headers);
            let part = ["print/fonts", "print/designs", "print/icons", "print/sheets", EDITIONS, HOLDERS, CHECKED]
                .iter()
                .any(|part| path.starts_with(part));
            if part {
                return false;
            }
            let known = known || store.into_iter().any(|found| found.path == *path);
            if known { self.files.size(path).is_none() } else { self.files.has(path) || self.was_listed(path) }
        };
        Some(paths.iter().filter(listed).filter(other).collect())
    }

    /// Returns whether the last listing had anything at a path, or below it.
    fn was_listed(&self, path: &str) -> bool {
        let Part { value: listing, sources, .. } = &self.parts.listing;
        let at = |one: &str| one.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let stores = listing.stores.iter().chain(&listing.headers);
        listing.pages.iter().chain(&listing.leaflets).chain(stores).any(|found| at(&found.path))
            || listing.beside.iter().chain(&listing.beside_leaflets).any(|beside| at(&beside.source))
            || listing.recordings.iter().any(|recording| at(&recording.found.path))
            || listing.refused.keys().any(|refused| at(&format!("content/{refused}")))
            || sources.iter().any(|(_, source)| at(&source.path))
    }

    /// Reads the parts that may be others.
    fn read_parts(&mut self, changes: &Changes, config: &Config, listed: bool, anew: bool) {
        let (files, names) = (&*self.files, &self.names);
        let theme = format!("themes/{}", config.theme);
        if anew || changes.touch(&theme) {
            self.parts.theme = parts::theme(files, config, names);
        }
        let listing = &self.parts.listing.value;
        if anew || listed || changes.touch(&theme) || changes.touch("content/_headers") {
            self.parts.headers = parts::headers(files, listing, &self.parts.theme, names);
        }
        if anew || changes.touch("content/_data") {
            self.parts.stores = parts::stores(files, listing, config, names);
        }
        if anew || changes.touch("locales") {
            self.parts.words = parts::words(files, names);
        }
        let drawn = config.logo.iter().map(|logo| logo.path.as_str());
        let (fonts, designs) = (
            anew || changes.touch("print/fonts"),
            anew || drawn.chain(["print/designs", "print/icons"]).any(|part| changes.touch(part)),
        );
        let sheets = anew || changes.touch("print/sheets");
        self.read_anew += u64::from(anew || fonts || designs || sheets);
        if fonts {
            self.parts.fonts = parts::fonts(files, names);
        }
        if designs {
            self.parts.designs = parts::designs(files, config, names);
        }
        if sheets {
            self.parts.sheets = parts::sheets(files, names);
        }
        if anew || [EDITIONS, HOLDERS].iter().any(|path| changes.touch(path)) {
            self.parts.editions = parts::editions(files, config, names);
        }
        let recordings = &self.parts.listing.value.recordings;
        if anew || listed || recordings.iter().any(|recording| changes.touch(&recording.found.path)) {
            self.read_anew += 1;
            self.parts.sounds = parts::sounds(files, &self.parts.listing.value, names);
        }
        if anew || changes.touch(CHECKED) {
            self.parts.checked = parts::checked(files, names);
        }
        if anew || listed || [IMAGES, FOLDER].iter().any(|path| changes.touch(path)) {
            self.parts.images = parts::images(files, names);
        }
    }

    /// Reads the texts that may be others, side by side.
    fn texts(&self, changes: &Changes, listed: Listed) -> Vec<(FileId, Arc<ReadText>)> {
        let listing = &self.parts.listing.value;
        let all = listing.pages.iter().chain(&listing.leaflets);
        let other = |found: &&Found| {
            if changes.touch(&found.path) {
                return true;
            }
            // What was listed again may be another without having been named.
            let known = self.known.get(&self.names.id(&found.path)).map(|file| file.state(&self.kept));
            listed == Listed::Walked
                && !matches!(known, Some(State::Text(text)) if text.source.text.len() as u64 == found.bytes)
        };
        let others: Vec<Found> = match changes {
            Changes::Paths(paths) if listed == Listed::Before => {
                let found = |path: &String| {
                    let text = self.known.get(&self.names.id(path)).map(|file| file.state(&self.kept));
                    let bytes = matches!(text, Some(State::Text(_))).then(|| self.files.size(path)).flatten()?;
                    Some(Found { path: path.clone(), bytes })
                };
                paths.iter().filter_map(found).collect()
            }
            _ => all.filter(other).cloned().collect(),
        };
        let (files, names) = (&*self.files, &self.names);
        // Numbers are given in the order of the paths, and not in that in which threads come to them.
        let others: Vec<(FileId, Found)> = others.into_iter().map(|found| (names.id(&found.path), found)).collect();
        let read =
            |(id, found): &(FileId, Found)| (*id, Arc::new(parts::text(files, found, limits::MOST_PAGE_BYTES, names)));
        others.par_iter().map(read).collect()
    }

    /// Puts what was read into the inputs.
    fn put(&mut self, config: &Arc<Config>, texts: Vec<(FileId, Arc<ReadText>)>, changes: &Changes, relist: bool) {
        for (id, text) in texts {
            self.state(id, State::Text(text));
        }
        let listing = std::mem::take(&mut self.parts.listing.value);
        if relist {
            self.put_listing(&listing, changes);
        } else {
            let all = listing.beside.iter().chain(&listing.beside_leaflets);
            for beside in all.filter(|beside| changes.touch(&beside.source)) {
                self.beside(beside, changes);
            }
        }
        self.parts.listing.value = listing;
        self.put_rest(config);
    }

    /// Puts in which files there are, and what each is.
    fn put_listing(&mut self, listing: &Listing, changes: &Changes) {
        let ids = |names: &Names, found: &[Found]| found.iter().map(|found| names.id(&found.path)).collect::<Vec<_>>();
        let (pages, leaflets) = (ids(&self.names, &listing.pages), ids(&self.names, &listing.leaflets));
        let mut there: HashSet<FileId> = pages.iter().chain(&leaflets).copied().collect();
        let mut gathered = |all: &[FileBeside]| {
            let mut beside: BTreeMap<String, File> = BTreeMap::new();
            for one in all {
                let (id, file) = self.beside(one, changes);
                there.insert(id);
                beside.insert(one.path.clone(), file);
            }
            Arc::new(beside)
        };
        let (beside, beside_leaflets) = (gathered(&listing.beside), gathered(&listing.beside_leaflets));
        let gone: Vec<FileId> = self.known.keys().filter(|id| !there.contains(id)).copied().collect();
        gone.into_iter().for_each(|id| _ = self.state(id, State::Missing));
        let files = |ids: &[FileId]| Arc::new(ids.iter().filter_map(|id| self.known.get(id).copied()).collect());
        self.lists = Lists {
            pages: files(&pages),
            leaflets: files(&leaflets),
            beside,
            beside_leaflets,
            refused: Arc::new(listing.refused.clone()),
            by_id: Arc::new(self.known.clone()),
        };
    }

    /// Puts in what there is besides texts; only what is another makes anything be worked out again.
    fn put_rest(&mut self, config: &Arc<Config>) {
        let (stores, publisher) = &self.parts.stores.value;
        let about = Arc::new(About {
            organisation: publisher.clone().unwrap_or_else(|| config.about.organisation.clone()),
            ..config.about.clone()
        });
        let mut texts = Sources::named(Arc::clone(&self.names));
        texts.extend(&self.parts.settings.sources);
        texts.extend(&self.parts.stores.sources);
        let (facts, contacts, glossary) =
            (Arc::new(stores.facts.clone()), Arc::new(stores.contacts.clone()), Arc::new(stores.glossary.clone()));
        let (own_words, alerts) = (Arc::new(stores.own_words.clone()), Arc::new(stores.alerts.clone()));
        let images = Arc::clone(&self.parts.images.value);
        let words = self.parts.words.value.clone().unwrap_or_else(Wordings::built_in);
        let for_pages = Arc::new(config.for_pages());
        let (lists, texts, db) = (self.lists.clone(), Arc::new(texts), &mut self.kept);
        let Some(Inputs { rest, .. }) = self.inputs else {
            let (config, formats) = (Arc::clone(config), Arc::clone(&self.formats));
            let Lists { pages, leaflets, by_id, beside, beside_leaflets, refused } = lists;
            let rest = Rest::builder(
                config,
                for_pages,
                formats,
                pages,
                leaflets,
                by_id,
                beside,
                beside_leaflets,
                refused,
                facts,
                contacts,
                glossary,
                images,
                own_words,
                alerts,
                words,
                about,
                texts,
            );
            let rest = rest.durability(MEDIUM).new(db);
            let asked = Arc::new(asked_for_nothing(self.formats.clone()));
            let (now, ahead) = (View::new(db, Arc::clone(&asked)), View::new(db, asked));
            self.inputs = Some(Inputs { rest, now, ahead });
            return;
        };
        if !Arc::ptr_eq(rest.config(db), config) {
            rest.set_config(db).with_durability(MEDIUM).to(Arc::clone(config));
        }
        if *rest.for_pages(db) != for_pages {
            rest.set_for_pages(db).with_durability(MEDIUM).to(for_pages);
        }
        if *rest.pages(db) != lists.pages {
            rest.set_pages(db).with_durability(MEDIUM).to(lists.pages);
        }
        if *rest.leaflets(db) != lists.leaflets {
            rest.set_leaflets(db).with_durability(MEDIUM).to(lists.leaflets);
        }
        if *rest.by_id(db) != lists.by_id {
            rest.set_by_id(db).with_durability(MEDIUM).to(lists.by_id);
        }
        if *rest.beside(db) != lists.beside {
            rest.set_beside(db).with_durability(MEDIUM).to(lists.beside);
        }
        if *rest.beside_leaflets(db) != lists.beside_leaflets {
            rest.set_beside_leaflets(db).with_durability(MEDIUM).to(lists.beside_leaflets);
        }
        if *rest.refused(db) != lists.refused {
            rest.set_refused(db).with_durability(MEDIUM).to(lists.refused);
        }
        if *rest.facts(db) != facts {
            rest.set_facts(db).with_durability(MEDIUM).to(facts);
        }
        if *rest.contacts(db) != contacts {
            rest.set_contacts(db).with_durability(MEDIUM).to(contacts);
        }
        if *rest.glossary(db) != glossary {
            rest.set_glossary(db).with_durability(MEDIUM).to(glossary);
        }
        if *rest.images(db) != images {
            rest.set_images(db).with_durability(MEDIUM).to(images);
        }
        if *rest.own_words(db) != own_words {
            rest.set_own_words(db).with_durability(MEDIUM).to(own_words);
        }
        if *rest.alerts(db) != alerts {
            rest.set_alerts(db).with_durability(MEDIUM).to(alerts);
        }
        if *rest.words(db) != words {
            rest.set_words(db).with_durability(MEDIUM).to(words);
        }
        if *rest.about(db) != about {
            rest.set_about(db).with_durability(MEDIUM).to(about);
        }
        if *rest.texts(db) != texts {
            rest.set_texts(db).with_durability(MEDIUM).to(texts);
        }
    }

    /// Says for when the site is looked at.
    fn put_views(&mut self, config: &Config, purpose: &Purpose<'_>) {
        let Some(Inputs { now, ahead, .. }) = self.inputs else { return };
        let clock = Clock { now: (purpose.at)(&config.zone), zone: Arc::clone(&config.zone) };
        for (view, ahead) in [(now, false), (ahead, true)] {
            let (formats, scopes) = (Arc::clone(&self.formats), Arc::clone(&self.scopes));
            let asked = Arc::new(Asked { clock: clock.clone(), drafts: purpose.drafts, ahead, formats, scopes });
            if *view.asked(&self.kept) != asked {
                view.set_asked(&mut self.kept).with_durability(MEDIUM).to(asked);
            }
        }
    }

    /// Says what a file is, unless it is that already.
    fn state(&mut self, id: FileId, state: State) -> File {
        match self.known.get(&id).copied() {
            Some(file) => {
                if *file.state(&self.kept) != state {
                    file.set_state(&mut self.kept).to(state);
                }
                file
            }
            None => {
                let path = self.names.path(id).unwrap_or_default();
                let file = File::builder(id, path, state).id_durability(HIGH).path_durability(HIGH).new(&self.kept);
                self.known.insert(id, file);
                file
            }
        }
    }

    /// Says that a file lies beside the pages; one that may be another gets another number.
    fn beside(&mut self, beside: &FileBeside, changes: &Changes) -> (FileId, File) {
        let id = self.names.id(&beside.source);
        let named = matches!(changes, Changes::Paths(_)) && changes.touch(&beside.source);
        let before = match self.known.get(&id).map(|file| file.state(&self.kept)) {
            Some(State::Beside(before, stamp)) if **before == *beside && !named => Some(*stamp),
            _ => None,
        };
        let stamp = match (changes, before) {
            // What was not named is as it was.
            (Changes::Paths(_), Some(stamp)) => stamp,
            (Changes::Paths(_), None) => {
                self.taken_in.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ self.files.stamp(&beside.source)
            }
            (Changes::Everything, _) => self.files.stamp(&beside.source),
        };
        let size = if named { self.files.size(&beside.source).unwrap_or(beside.size) } else { beside.size };
        let beside = Arc::new(FileBeside { size, ..beside.clone() });
        (id, self.state(id, State::Beside(beside, stamp)))
    }
}

/// Which files there are.
#[derive(Clone, Default)]
pub struct Lists {
    pages: Arc<Vec<File>>,
    leaflets: Arc<Vec<File>>,
    by_id: Arc<HashMap<FileId, File>>,
    beside: Arc<BTreeMap<String, File>>,
    beside_leaflets: Arc<BTreeMap<String, File>>,
    refused: Arc<BTreeMap<String, String>>,
}

/// Returns what stands in a view before anything was asked for.
fn asked_for_nothing(formats: Arc<[&'static str]>) -> Asked {
    let clock = Clock { now: Instant(0), zone: Arc::new(Zone::utc()) };
    Asked { clock, drafts: false, ahead: false, formats, scopes: Arc::from([]) }
}
