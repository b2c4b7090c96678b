//! Which pages are looked at, and what lies beside them.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use handbill::audit::css::cascade::Placed;
use handbill::audit::css::index::{Index, Indexes};
use handbill::audit::css::sheet::{self, Sheet};
use handbill::audit::{self, Beside, Found, address, bytes};
use handbill::content::files::{Disk, Files, Why};
use handbill::diag::reason;
use rayon::prelude::*;

use crate::cli::terminal::Terminal;

/// A page that is to be looked at.
pub struct Page {
    /// What it is called in the report.
    name: String,
    /// Its path from the folder that it is in.
    path: String,
    place: Place,
}

enum Place {
    Folder(Arc<Shelf>),
    Input,
    /// It is told why this is no page.
    Refused(String),
}

/// What was found on a page.
#[derive(Default)]
pub struct Looked {
    /// What it is called in the report.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The findings.
    pub found: Vec<Found>,
    /// What else is to be told of it.
    pub asides: Vec<String>,
    /// Whether it could not be looked at.
    pub unread: bool,
    /// Whether it was looked at. One that is left out is neither.
    pub seen: bool,
}

/// Which texts of pages are kept once they were looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// Those of pages with findings.
    WithFindings,
    /// All.
    All,
}

/// A folder, with the style sheets and scripts that were read of it.
struct Shelf {
    disk: Disk,
    texts: Mutex<BTreeMap<String, Option<Arc<str>>>>,
    sheets: Mutex<BTreeMap<String, Arc<Sheet>>>,
    indexes: Indexes,
}

/// What lies beside one page.
struct Around<'a> {
    shelf: &'a Shelf,
    page: &'a str,
    missing: Mutex<Vec<String>>,
}

/// The largest file that is read beside a page, in bytes. Source: ours.
const MOST_BESIDE: u64 = 4_000_000;

/// The largest film or sound that is read, in bytes. Source: ours.
const MOST_MEDIA: u64 = 64_000_000;

impl Shelf {
    fn text(&self, path: &str) -> Option<Arc<str>> {
        let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = texts.get(path) {
            return known.clone();
        }
        let small = self.disk.size(path).is_some_and(|size| size <= MOST_BESIDE);
        let read = small.then(|| self.disk.read(path).ok()).flatten();
        let text = read.map(|bytes| Arc::from(String::from_utf8_lossy(&bytes).as_ref()));
        texts.insert(path.to_string(), text.clone());
        text
    }
}

impl Beside for Around<'_> {
    fn text(&self, address: &str) -> Option<String> {
        let path = address::beside(self.page, address)?;
        let text = self.shelf.text(&path);
        if text.is_none() && path.ends_with(".css") {
            self.missing.lock().unwrap_or_else(PoisonError::into_inner).push(path);
        }
        text.map(|text| text.to_string())
    }

    fn sheet(&self, address: &str) -> Option<Arc<Sheet>> {
        let path = address::beside(self.page, address)?;
        let known = |shelf: &Shelf| shelf.sheets.lock().unwrap_or_else(PoisonError::into_inner).get(&path).cloned();
        if let Some(known) = known(self.shelf) {
            return Some(known);
        }
        let sheet = Arc::new(sheet::parse(&self.text(address)?));
        self.shelf.sheets.lock().unwrap_or_else(PoisonError::into_inner).insert(path, Arc::clone(&sheet));
        Some(sheet)
    }

    fn index(&self, sheets: &[Placed], quirks: bool) -> Arc<Index> {
        self.shelf.indexes.of(sheets, quirks)
    }

    fn bytes(&self, address: &str) -> Option<Vec<u8>> {
        let path = address::beside(self.page, address)?;
        let small = self.shelf.disk.size(&path).is_some_and(|size| size <= MOST_MEDIA);
        small.then(|| self.shelf.disk.read(&path).ok()).flatten()
    }

    fn has(&self, address: &str) -> Option<bool> {
        let path = address::beside(self.page, address)?;
        // Where a host's own root is, is known only of a folder that has a first page.
        let rooted = address.trim_start().starts_with('/');
        (!rooted || self.shelf.disk.has("index.html")).then(|| self.shelf.disk.has(&path))
    }

    fn known_as(&self, address: &str) -> Option<String> {
        let path = address::beside(self.page, address)?;
        self.shelf.disk.size(&path).map(|_| path)
    }
}

/// Returns the pages that paths mean: files, and all pages of folders.
///
/// # Errors
///
/// A path leads nowhere; one sentence.
pub fn of(paths: &[PathBuf]) -> Result<Vec<Page>, String> {
    let mut pages = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            pages.push(Page { name: "-".to_string(), path: String::new(), place: Place::Input });
        } else if path.is_dir() {
            in_folder(path, paths.len() == 1, &mut pages)?;
        } else {
            let folder = path.parent().unwrap_or(Path::new(""));
            let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            path.symlink_metadata()
                .map_err(|error| format!("`{}` cannot be read: {}", path.display(), reason(&error)))?;
            pages.push(Page { name: slashed(path), path: file, place: Place::Folder(shelf(folder)) });
        }
    }
    Ok(pages)
}

fn shelf(folder: &Path) -> Arc<Shelf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    Arc::new(Shelf {
        disk: Disk::new(folder),
        texts: Mutex::default(),
        sheets: Mutex::default(),
        indexes: Indexes::default(),
    })
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn in_folder(folder: &Path, alone: bool, pages: &mut Vec<Page>) -> Result<(), String> {
    let shelf = shelf(folder);
    let wanted = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        !name.starts_with('.') && name != "node_modules"
    };
    let listing = shelf.disk.list("", &wanted);
    let listing = listing.map_err(|error| format!("`{}` cannot be read: {}", folder.display(), reason(&error)))?;
    let called = |path: &str| if alone { path.to_string() } else { format!("{}/{path}", slashed(folder)) };
    for refused in listing.refused {
        let why = match refused.why {
            Why::Loop => "is a link to a folder that holds it".to_string(),
            Why::Outside => "is a link that leads out of the folder".to_string(),
            Why::Name => "has a name that is not written in Unicode".to_string(),
            Why::Unreadable(why) => format!("cannot be read: {why}"),
        };
        let (name, path) = (called(&refused.path), refused.path);
        pages.push(Page { name, path, place: Place::Refused(why) });
    }
    let is_page = |path: &str| {
        let ending = path.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
        matches!(ending.as_str(), "html" | "htm" | "xhtml")
    };
    for found in listing.files.into_iter().filter(|found| is_page(&found.path)) {
        let name = called(&found.path);
        pages.push(Page { name, path: found.path, place: Place::Folder(Arc::clone(&shelf)) });
    }
    Ok(())
}

/// Looks at pages side by side; the findings stand in the order of the pages.
pub fn looked_at(pages: &[Page], texts: Texts, terminal: &Terminal) -> Vec<Looked> {
    let done = std::sync::atomic::AtomicUsize::new(0);
    let look = |page: &Page| {
        let looked = look(page, texts);
        let done = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        terminal.progress(done, pages.len());
        looked
    };
    pages.par_iter().map(look).collect()
}

fn look(page: &Page, texts: Texts) -> Looked {
    let mut looked = Looked { name: page.name.clone(), ..Looked::default() };
    let read = match &page.place {
        Place::Folder(shelf) => read(shelf, &page.path),
        Place::Input => from_input(),
        Place::Refused(why) => {
            looked.asides.push(format!("`{}` {why}; it is left out", page.name));
            return looked;
        }
    };
    let text = match read.and_then(|bytes| bytes::text(&bytes)) {
        Ok(text) => text,
        Err(why) => {
            looked.asides.push(format!("`{}` cannot be looked at: {why}", page.name));
            looked.unread = true;
            return looked;
        }
    };
    let found = match &page.place {
        Place::Folder(shelf) => {
            let around = Around { shelf, page: &page.path, missing: Mutex::default() };
            let found = audit::look(&text, &around);
            let missing = around.missing.into_inner().unwrap_or_else(PoisonError::into_inner);
            let missing = missing.into_iter().map(|path| {
                format!(
                    "`{}` asks for the style sheet `{path}`, which is not there: colours are looked at without it",
                    page.name
                )
            });
            looked.asides.extend(missing);
            found
        }
        Place::Input | Place::Refused(_) => audit::look(&text, &audit::Alone),
    };
    if found.cut_short {
        looked
            .asides
            .push(format!("`{}` was looked at only in part: its tags are too many, or closed too badly", page.name));
    }
    looked.found = found.found;
    looked.seen = true;
    if texts == Texts::All || !looked.found.is_empty() {
        looked.text = text;
    }
    looked
}

fn read(shelf: &Shelf, path: &str) -> Result<Vec<u8>, String> {
    let file = shelf.disk.open(path).map_err(|error| reason(&error))?;
    whole(file)
}

fn from_input() -> Result<Vec<u8>, String> {
    whole(std::io::stdin().lock())
}

fn whole(from: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    from.take(bytes::MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    Ok(bytes)
}
