//! What is served: the files of the last build, its findings, and which of them a page shows. A page that cannot be read
//! keeps its last good version, and so does one that a change elsewhere broke.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use hyper::body::Bytes;
use tokio::sync::watch;

use handbill::render::braille::beside::Passage;
use handbill::render::print::proof::Proof;
use handbill::render::web::hosting::Table;

use super::finding::Finding;
use super::messages::Messages;
use super::source::{Served, Source, TracedElement, made_at};

/// The page that answers for addresses which have none.
const NOT_FOUND: &str = "404.html";

/// The outcome of one build.
#[derive(Clone)]
pub struct Build {
    /// Its files.
    pub source: Arc<dyn Source>,
    /// How a host must answer.
    pub table: Arc<Table>,
    /// What the preview says, in the language of the site.
    pub messages: Arc<Messages>,
    /// Source files that were saved since they last had no error.
    pub edited: BTreeSet<String>,
}

/// Pages as somebody last saw them without an error of their own, by path.
type Seen = Mutex<BTreeMap<String, Bytes>>;

/// The last build, and what was found in it.
pub struct Shelf {
    state: Mutex<Arc<State>>,
    seen: Arc<Seen>,
    /// The number of the last build, for those who wait for a later one.
    changed: watch::Sender<u64>,
}

/// What is served between one build and the next. A request is answered from one state, so that its parts belong together even
/// if another build ends meanwhile.
#[derive(Default)]
pub struct State {
    /// The last build; nothing before the first.
    build: Option<Build>,
    /// Last good versions of pages that could not be made this time, and what they need.
    kept: BTreeMap<String, Bytes>,
    /// Addresses of such pages by source file.
    kept_addresses: BTreeMap<String, String>,
    seen: Arc<Seen>,
    /// Every finding, sorted, but for what the audit finds on pages.
    findings: Arc<[Arc<Finding>]>,
    /// What the audit found on the pages that somebody has looked at, by path.
    audited: Mutex<BTreeMap<String, Vec<Arc<Finding>>>>,
    /// The number of the build.
    pub version: u64,
}

/// What a page shows besides itself.
#[derive(Debug, Default)]
pub struct Notes {
    /// Its own findings, and those that keep every page from being made.
    pub own: Vec<Arc<Finding>>,
    /// For elements of the page, by the byte at which each starts: the places of findings in `own`.
    pub marks: BTreeMap<usize, Vec<usize>>,
    /// How many findings there are elsewhere.
    pub elsewhere: usize,
    /// How many of those stop publication.
    pub errors_elsewhere: usize,
    /// The file that the page was made from.
    pub source: Option<String>,
    /// The braille file that the page offers.
    pub braille: Option<String>,
    /// The build that it comes from.
    pub version: u64,
}

/// What was found at an address.
pub enum Found {
    /// A page, and what it shows besides.
    Page(Bytes, Notes),
    /// Another file.
    File(Served),
    /// Nothing, but there is a page at the same address with a slash.
    Moved,
    /// Nothing; the site's page for that, where it has one.
    Missing(Option<Bytes>, Notes),
}

impl Shelf {
    /// Returns an empty shelf.
    pub fn new() -> Shelf {
        Shelf { state: Mutex::default(), seen: Arc::default(), changed: watch::Sender::new(0) }
    }

    /// Returns what is served now.
    pub fn state(&self) -> Arc<State> {
        Arc::clone(&self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes over a build, with what was found in it.
    pub fn replace(&self, build: Build, findings: Vec<Arc<Finding>>) {
        let old = self.state();
        let broken: BTreeSet<&str> =
            findings.iter().filter(|found| found.is_error()).map(|found| found.file.as_str()).collect();
        let mut kept = Kept { old: &old, new: build.source.as_ref(), files: BTreeMap::new() };
        let mut kept_addresses = BTreeMap::new();
        for file in broken {
            // The page could not be read, or it could not be made.
            let Some(address) = build.source.address(file).or_else(|| old.address(file)) else { continue };
            if kept.keep(&made_at(&address)) {
                kept_addresses.insert(file.to_string(), address);
            }
        }
        let kept = kept.files;
        self.put(Some(build), (kept, kept_addresses), findings);
    }

    /// Goes on serving the files of the last build, with findings that say why there are no new ones.
    pub fn fail(&self, findings: Vec<Arc<Finding>>) {
        let old = self.state();
        let build = old.build.clone();
        self.put(build, (old.kept.clone(), old.kept_addresses.clone()), findings);
    }

    fn put(
        &self,
        build: Option<Build>,
        (kept, kept_addresses): (BTreeMap<String, Bytes>, BTreeMap<String, String>),
        findings: Vec<Arc<Finding>>,
    ) {
        let mut now = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let (version, seen) = (now.version + 1, Arc::clone(&self.seen));
        self.changed.send_replace(version);
        *now = Arc::new(State {
            build,
            kept,
            kept_addresses,
            seen,
            findings: findings.into(),
            audited: Mutex::default(),
            version,
        });
    }

    /// Returns the number of the last build.
    pub fn version(&self) -> u64 {
        *self.changed.borrow()
    }

    /// Waits until there is a later build than `version`, and returns its number.
    pub async fn later(&self, version: u64) -> u64 {
        let mut builds = self.changed.subscribe();
        let later = builds.wait_for(|latest| *latest > version).await.map(|latest| *latest);
        later.unwrap_or(version)
    }
}

impl State {
    /// Returns the headers that a host sends with an address, as far as they are for a preview.
    pub fn protections(&self, path: &str) -> Vec<(String, String)> {
        self.build.as_ref().map_or_else(Vec::new, |build| build.table.for_preview(path))
    }

    /// Looks a file up, or the page in a folder. It may have to be made first, which may take long.
    pub fn find(&self, file: &str) -> Found {
        match self.file(file) {
            Some(Served::Bytes(bytes)) if file.ends_with(".html") => {
                let shown = self.shown(file, &bytes);
                // A page that stays was written from other words than those that there are now, so it has no marks.
                let marked: &[u8] = if shown == bytes { &bytes } else { &[] };
                let notes = self.notes(file, marked);
                Found::Page(shown, notes)
            }
            Some(served) => Found::File(served),
            None if self.file(&format!("{file}/index.html")).is_some() => Found::Moved,
            None => Found::Missing(self.file(NOT_FOUND).and_then(Served::bytes), self.notes(NOT_FOUND, &[])),
        }
    }

    /// Returns a page as it is shown. One that its author has saved is shown as it is, with its errors. One that has an error
    /// because of something else stays as somebody last saw it without one.
    fn shown(&self, page: &str, made: &Bytes) -> Bytes {
        let Some(build) = &self.build else { return made.clone() };
        if self.written_in(page).is_some_and(|file| build.edited.contains(&file)) {
            return made.clone();
        }
        let has_errors = build.source.has_errors(page);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match has_errors {
            Some(true) => seen.get(page).unwrap_or(made).clone(),
            Some(false) => {
                seen.insert(page.to_string(), made.clone());
                made.clone()
            }
            None => made.clone(),
        }
    }

    fn file(&self, path: &str) -> Option<Served> {
        match self.kept.get(path) {
            Some(bytes) => Some(Served::Bytes(bytes.clone())),
            None => self.build.as_ref()?.source.file(path),
        }
    }

    /// Returns the bytes of a file that is made, by its path.
    pub fn bytes(&self, path: &str) -> Option<Bytes> {
        self.file(path)?.bytes()
    }

    /// Returns the address of the page that is made from a source file.
    pub fn address(&self, file: &str) -> Option<String> {
        self.kept_addresses.get(file).cloned().or_else(|| self.build.as_ref()?.source.address(file))
    }

    /// Returns every leaflet as it is looked at before it is printed, with its source file.
    pub fn proofs(&self) -> Vec<(String, Proof)> {
        self.build.as_ref().map_or_else(Vec::new, |build| build.source.proofs())
    }

    /// Returns a page of a leaflet's large print as the bytes of a PNG; nothing where there is none.
    pub fn large_page(&self, reference: &str, lang: &str, page: usize) -> Option<Vec<u8>> {
        self.build.as_ref()?.source.large_page(reference, lang, page)
    }

    fn written_in(&self, page: &str) -> Option<String> {
        let kept = self.kept_addresses.iter().find(|(_, address)| made_at(address) == page);
        kept.map(|(file, _)| file.clone()).or_else(|| self.build.as_ref()?.source.written_in(page))
    }

    /// Returns the words of a braille file, by its path, with their cells.
    pub fn beside(&self, path: &str) -> Vec<Passage> {
        self.build.as_ref().map_or_else(Vec::new, |build| build.source.beside(path))
    }

    /// Returns what the preview says: English until a site could be read.
    pub fn messages(&self) -> Arc<Messages> {
        let own = self.build.as_ref().map(|build| Arc::clone(&build.messages));
        own.unwrap_or_else(|| Arc::new(Messages::english()))
    }

    /// Returns every finding but what the audit finds on pages, sorted by file and line.
    pub fn findings(&self) -> &[Arc<Finding>] {
        &self.findings
    }

    /// Returns every finding, sorted by file and line, with what the audit found on the pages that somebody has looked at.
    pub fn all_findings(&self) -> Vec<Arc<Finding>> {
        let mut all = self.findings.to_vec();
        let audited = self.audited.lock().unwrap_or_else(PoisonError::into_inner);
        for found in audited.values().flatten() {
            if !all.iter().any(|known| known.is_same(found)) {
                all.push(Arc::clone(found));
            }
        }
        all.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
        all
    }

    /// Adds what the audit finds on a page that is looked at.
    fn audits(&self, page: &str, html: &[u8], notes: &mut Notes) {
        let made = self.build.as_ref().filter(|_| !html.is_empty() && !self.kept.contains_key(page));
        let Some(build) = made else { return };
        let mut audited = Vec::new();
        for (found, at) in build.source.audited(page) {
            let found = Arc::new(found);
            let known = notes.own.iter().position(|known| known.is_same(&found));
            let number = known.unwrap_or_else(|| {
                notes.own.push(Arc::clone(&found));
                notes.own.len() - 1
            });
            if let Some(at) = at {
                let marks = notes.marks.entry(at).or_default();
                if !marks.contains(&number) {
                    marks.push(number);
                }
            }
            audited.push(found);
        }
        self.audited.lock().unwrap_or_else(PoisonError::into_inner).insert(page.to_string(), audited);
    }

    /// Returns what a page shows besides itself, given its HTML.
    pub fn notes(&self, page: &str, html: &[u8]) -> Notes {
        let source = self.written_in(page);
        // A page that is kept was written from other words than those that there are now.
        let made = self.build.as_ref().filter(|_| !self.kept.contains_key(page));
        let places = made.map_or_else(Vec::new, |build| build.source.traced_elements(page));
        let braille = braille_offered(html);
        let mut notes = Notes { source, braille, version: self.version, ..Notes::default() };
        let mut by_file: BTreeMap<&str, Vec<&TracedElement>> = BTreeMap::new();
        // Words that stand in no element of their own are marked at the next one around them.
        let is_element = |place: &&TracedElement| html.get(place.html.start) == Some(&b'<');
        for place in places.iter().filter(is_element) {
            by_file.entry(&place.file).or_default().push(place);
        }
        for found in self.findings.iter() {
            let at = by_file.get(found.file.as_str()).and_then(|places| place_of(found, places));
            let is_own = at.is_some() || found.stops_every_page() || notes.source.as_ref() == Some(&found.file);
            if is_own {
                if let Some(at) = at {
                    notes.marks.entry(at).or_default().push(notes.own.len());
                }
                notes.own.push(Arc::clone(found));
            } else {
                notes.elsewhere += 1;
                notes.errors_elsewhere += usize::from(found.is_error());
            }
        }
        self.audits(page, html, &mut notes);
        notes
    }
}

/// Returns the path of the braille file that a page offers.
fn braille_offered(html: &[u8]) -> Option<String> {
    let html = std::str::from_utf8(html).ok()?;
    let before = html.split_once(".brf\"")?.0;
    let start = before.rfind("href=\"")?;
    Some(format!("{}.brf", before.get(start + 6..)?.strip_prefix('/')?))
}

/// Returns the start of the smallest element that was written from the words that a finding is about.
fn place_of(found: &Finding, places: &[&TracedElement]) -> Option<usize> {
    // What concerns a whole file has no words of its own.
    let holds = |place: &&&TracedElement| !found.span.is_empty() && place.span.contains(&found.span.start);
    let narrowest = |place: &&&TracedElement| (place.span.len(), place.html.len(), place.html.start);
    places.iter().filter(holds).min_by_key(narrowest).map(|place| place.html.start)
}

/// Last good files as they are gathered.
struct Kept<'a> {
    old: &'a State,
    new: &'a dyn Source,
    files: BTreeMap<String, Bytes>,
}

impl Kept<'_> {
    /// Keeps a file that is no longer made. Files that it names and that are no longer made are kept too: an older page needs an
    /// older stylesheet. Returns whether the file is kept.
    fn keep(&mut self, path: &str) -> bool {
        if self.files.contains_key(path) || self.new.file(path).is_some() {
            return false;
        }
        let Some(bytes) = self.old.file(path).and_then(Served::bytes) else { return false };
        self.files.insert(path.to_string(), bytes.clone());
        if path.ends_with(".html") || path.ends_with(".css") {
            for named in named_in(&String::from_utf8_lossy(&bytes), path) {
                // Other pages are kept for themselves, or not at all.
                if !named.ends_with('/') && !named.ends_with(".html") {
                    self.keep(&named);
                }
            }
        }
        true
    }
}

/// Returns the files that a page or a stylesheet names, by path from the site's root.
fn named_in(text: &str, path: &str) -> BTreeSet<String> {
    let folder = path.rfind('/').map_or("", |at| &path[..=at]);
    let mut named = BTreeSet::new();
    for start in ["href=\"", "src=\"", "url(\""] {
        for (at, _) in text.match_indices(start) {
            let address = text[at + start.len()..].split(['"', '#', '?']).next().unwrap_or("");
            match address.strip_prefix('/') {
                Some(address) => named.insert(address.to_string()),
                None => named.insert(format!("{folder}{address}")),
            };
        }
    }
    named
}
