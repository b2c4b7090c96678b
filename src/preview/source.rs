//! Where the files that are served come from, and what in the sources each part of a page was written from.

use std::collections::BTreeMap;
use std::io::SeekFrom;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use handbill::content::files::{Disk, Opened};
use handbill::content::pictures::{self, Content};
use handbill::diag::{Span, fault};
use handbill::pipeline::{Live, PublishedFile};
use handbill::render::braille::beside::Passage;
use handbill::render::print::proof::Proof;
use hyper::body::Bytes;

use super::finding::Finding;

/// Serves a site's files by path, as they would be published. A file may be made only when it is asked for, so a call may take
/// long. It must not be made on the thread that answers all requests.
pub trait Source: Send + Sync {
    /// Returns a file, made now where it was not yet.
    fn file(&self, path: &str) -> Option<Served>;

    /// Returns the elements of a page with the words that each was written from, in any order.
    fn traced_elements(&self, path: &str) -> Vec<TracedElement>;

    /// Returns what the audit finds on a page, with the byte of it at which each element starts.
    fn audited(&self, _path: &str) -> Vec<(Finding, Option<usize>)> {
        Vec::new()
    }

    /// Returns whether a page has an error of its own, such as a link that leads nowhere; nothing where that is no longer known.
    fn has_errors(&self, path: &str) -> Option<bool>;

    /// Returns the source file that a page was made from, such as `content/help.md` for `help/index.html`.
    fn written_in(&self, path: &str) -> Option<String>;

    /// Returns the address of the page that is made from a source file, such as `/help/`.
    fn address(&self, file: &str) -> Option<String>;

    /// Returns every leaflet as it is looked at before it is printed, with its source file.
    fn proofs(&self) -> Vec<(String, Proof)>;

    /// Returns the words of a braille file, by its path, with their cells.
    fn beside(&self, path: &str) -> Vec<Passage>;

    /// Returns a page of a leaflet's large print, from 0, as the bytes of a PNG; nothing where there is none.
    fn large_page(&self, reference: &str, lang: &str, page: usize) -> Option<Vec<u8>>;
}

/// Returns the file that is made for an address: `help/index.html` for `/help/`.
pub fn made_at(address: &str) -> String {
    format!("{}index.html", address.trim_start_matches('/'))
}

/// A file as it is served.
pub enum Served {
    /// Bytes in memory.
    Bytes(Bytes),
    /// A file to be read as it is sent, and its length in bytes.
    File(Box<dyn Opened>, u64),
}

impl Served {
    /// Returns the bytes, where they are in memory.
    pub fn bytes(self) -> Option<Bytes> {
        match self {
            Served::Bytes(bytes) => Some(bytes),
            Served::File(..) => None,
        }
    }
}

/// An element of a page, and the words that it was written from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TracedElement {
    /// The bytes of the page from the `<` of its start tag on.
    pub html: Range<usize>,
    /// The file, by path from the site's root.
    pub file: String,
    /// The bytes of that file.
    pub span: Range<u32>,
}

/// Makes the files of a site when they are asked for. It serves one state of the site. Once the site has changed, it has only
/// the files that were asked for before.
pub struct OnDemand {
    disk: Disk,
    live: Arc<Mutex<Live>>,
    /// Which state of the site it serves.
    version: u64,
    /// Addresses of pages by source file.
    addresses: Arc<BTreeMap<String, String>>,
    /// Pages that were made from this state.
    made: Mutex<BTreeMap<String, Bytes>>,
}

impl OnDemand {
    /// Returns the source of the state that a site is in.
    pub fn new(disk: Disk, live: &Arc<Mutex<Live>>) -> OnDemand {
        let (addresses, version) = {
            let live = live.lock().unwrap_or_else(PoisonError::into_inner);
            (live.addresses(), live.version())
        };
        OnDemand { disk, live: Arc::clone(live), version, addresses, made: Mutex::default() }
    }

    /// Returns the site, where it is still in the state that this serves.
    fn now(&self) -> Option<MutexGuard<'_, Live>> {
        let live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        (live.version() == self.version).then_some(live)
    }
}

impl Source for OnDemand {
    fn file(&self, path: &str) -> Option<Served> {
        let Some(mut live) = self.now() else {
            let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            return made.get(path).cloned().map(Served::Bytes);
        };
        // What stops a page from being made is among the findings.
        let file = fault::caught(|| live.file(path)).ok()?.ok()??;
        drop(live);
        let copied = match file {
            PublishedFile::Made(bytes) => {
                let bytes = Bytes::from(bytes);
                let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
                made.insert(path.to_string(), bytes.clone());
                return Some(Served::Bytes(bytes));
            }
            PublishedFile::Copied(copied) => copied,
        };
        match pictures::content(&self.disk, &copied.source).ok()? {
            Content::Picture(bytes) => Some(Served::Bytes(bytes.into())),
            Content::File(mut file) => {
                let length = file.seek(SeekFrom::End(0)).ok()?;
                Some(Served::File(file, length))
            }
        }
    }

    fn traced_elements(&self, path: &str) -> Vec<TracedElement> {
        let Some(mut live) = self.now() else { return Vec::new() };
        let traces = live.traces(path).unwrap_or_default();
        let place = |(html, span): &(Range<usize>, Span)| TracedElement {
            html: html.clone(),
            file: live.path_of(span.file),
            span: span.start..span.end,
        };
        traces.iter().flat_map(|trace| &trace.spans).map(place).collect()
    }

    fn audited(&self, path: &str) -> Vec<(Finding, Option<usize>)> {
        let Some(mut live) = self.now() else { return Vec::new() };
        let Ok(Ok((found, sources))) = fault::caught(|| live.audited(path)) else { return Vec::new() };
        found.iter().map(|(found, at)| (Finding::of(found, &sources), *at)).collect()
    }

    fn has_errors(&self, path: &str) -> Option<bool> {
        self.now().map(|live| live.has_errors(path))
    }

    fn written_in(&self, path: &str) -> Option<String> {
        let address = path.strip_suffix("index.html")?;
        let is_it = |known: &str| known.trim_start_matches('/') == address;
        self.addresses.iter().find(|(_, known)| is_it(known)).map(|(file, _)| file.clone())
    }

    fn address(&self, file: &str) -> Option<String> {
        self.addresses.get(file).cloned()
    }

    fn proofs(&self) -> Vec<(String, Proof)> {
        self.now().map_or_else(Vec::new, |live| live.proofs())
    }

    fn beside(&self, path: &str) -> Vec<Passage> {
        let passages = self.now().map(|mut live| fault::caught(|| live.beside(path)));
        passages.and_then(Result::ok).and_then(Result::ok).unwrap_or_default()
    }

    fn large_page(&self, reference: &str, lang: &str, page: usize) -> Option<Vec<u8>> {
        let live = self.now()?;
        fault::caught(|| live.large_page(reference, lang, page)).ok()?
    }
}
