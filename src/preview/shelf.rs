//! The files that are served: what was made, in memory; what is only copied, from where it lies. A page that cannot be
//! read keeps its last good version.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use handbill::content::files::Disk;
use handbill::content::pictures::{self, Content};
use handbill::render::Copied;
use handbill::render::web::hosting::Table;

/// A finding, as a page shows it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its file.
    pub file: String,
    /// Its lines.
    pub text: String,
    /// Whether it stops publication.
    pub error: bool,
}

/// The files of the last build, and what was found in it.
#[derive(Debug)]
pub struct Shelf {
    files: Disk,
    inner: Mutex<Inner>,
    /// The number of the last build, for those who wait for a later one.
    changed: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct Inner {
    files: BTreeMap<String, Arc<[u8]>>,
    /// Files that are copied when the site is published, by path.
    copied: BTreeMap<String, Copied>,
    /// Addresses of pages by their source file, also of pages that could not be read this time.
    routes: BTreeMap<String, String>,
    findings: Vec<Finding>,
    /// How a host must answer; nothing before the first build.
    table: Option<Table>,
    version: u64,
}

/// What a page shows besides itself.
#[derive(Debug, Default)]
pub struct Notes {
    /// Findings in its own source.
    pub own: Vec<Finding>,
    /// Findings elsewhere.
    pub others: Vec<Finding>,
    /// The build that it comes from.
    pub version: u64,
}

impl Shelf {
    /// Returns an empty shelf for the site whose files these are.
    pub fn new(files: Disk) -> Shelf {
        Shelf { files, inner: Mutex::default(), changed: watch::Sender::new(0) }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes over a build: its files, what it would copy, findings, and the addresses of its pages by source file (none
    /// where the settings could not be read).
    pub fn replace(
        &self,
        made: BTreeMap<String, Vec<u8>>,
        mut copied: BTreeMap<String, Copied>,
        findings: Vec<Finding>,
        pages: Option<BTreeMap<String, String>>,
    ) {
        let mut inner = self.lock();
        if let Some(pages) = pages {
            let mut files: BTreeMap<String, Arc<[u8]>> =
                made.into_iter().map(|(path, bytes)| (path, Arc::from(bytes))).collect();
            let broken = |file: &String| findings.iter().any(|found| found.error && found.file == *file);
            // Without a template there is no page at all.
            let themeless = findings.iter().any(|found| found.error && found.file.starts_with("themes/"));
            let mut routes = pages;
            let mut kept = false;
            let keeps = |file: &String| themeless || broken(file);
            for (file, route) in inner.routes.iter().filter(|(file, _)| keeps(file)) {
                // The page could not be read, or it could not be made.
                let route = routes.entry(file.clone()).or_insert_with(|| route.clone());
                let page = format!("{}index.html", route.trim_start_matches('/'));
                if let (false, Some(bytes)) = (files.contains_key(&page), inner.files.get(&page)) {
                    files.insert(page, Arc::clone(bytes));
                    kept = true;
                }
            }
            // A last good page may name an older stylesheet: what it needs stays too.
            for (path, bytes) in inner.files.iter().filter(|_| kept) {
                if !path.ends_with(".html") && !files.contains_key(path) {
                    files.insert(path.clone(), Arc::clone(bytes));
                }
            }
            for (path, old) in inner.copied.iter().filter(|_| kept) {
                copied.entry(path.clone()).or_insert_with(|| old.clone());
            }
            inner.files = files;
            inner.copied = copied;
            inner.routes = routes;
        }
        inner.findings = findings;
        inner.version += 1;
        self.changed.send_replace(inner.version);
    }

    /// Takes over how a host must answer.
    pub fn answer_as(&self, table: Table) {
        self.lock().table = Some(table);
    }

    /// Returns the headers that a host sends with an address, as far as they are for a preview.
    pub fn protections(&self, path: &str) -> Vec<(String, String)> {
        self.lock().table.as_ref().map_or_else(Vec::new, |table| table.for_preview(path))
    }

    /// Keeps the files, and shows why there are no new ones.
    pub fn fail(&self, message: String) {
        let mut inner = self.lock();
        inner.findings = vec![Finding { file: String::new(), text: format!("{message}\n"), error: true }];
        inner.version += 1;
        self.changed.send_replace(inner.version);
    }

    /// Returns a file.
    pub fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        self.lock().files.get(path).cloned()
    }

    /// Returns whether a file is only copied.
    pub fn copies(&self, path: &str) -> bool {
        self.lock().copied.contains_key(path)
    }

    /// Returns a file that is only copied, as it would be published.
    pub fn copied(&self, path: &str) -> Option<Content> {
        let source = self.lock().copied.get(path).map(|copied| copied.source.clone())?;
        pictures::content(&self.files, &source).ok()
    }

    /// Returns what a page at a path shows besides itself.
    pub fn notes(&self, path: &str) -> Notes {
        let inner = self.lock();
        let route = format!("/{}", path.trim_end_matches("index.html"));
        let source = inner.routes.iter().find(|(_, known)| **known == route).map(|(file, _)| file.clone());
        let is_own = |found: &&Finding| source.as_ref().is_some_and(|file| found.file == *file);
        let (own, others) = inner.findings.iter().partition::<Vec<&Finding>, _>(is_own);
        let copy = |found: Vec<&Finding>| found.into_iter().cloned().collect();
        Notes { own: copy(own), others: copy(others), version: inner.version }
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
