//! Where the files that are served come from, and what in the sources each part of a page was written from.

use std::collections::BTreeMap;
use std::io::SeekFrom;
use std::ops::Range;

use handbill::content::files::{Disk, Opened};
use handbill::content::pictures::{self, Content};
use handbill::render::Copied;
use hyper::body::Bytes;

/// What serves a site's files by path, as they would be published. A file may be made only when it is asked for, so a call
/// may take long, and is never made where somebody waits for something else.
pub trait Source: Send + Sync {
    /// Returns a file, made now where it was not yet.
    fn file(&self, path: &str) -> Option<Served>;

    /// Returns which parts of a page were written from which words, in any order.
    fn places(&self, path: &str) -> Vec<Place>;

    /// Returns the source file that a page was made from, such as `content/help.md` for `help/index.html`.
    fn written_in(&self, path: &str) -> Option<String>;

    /// Returns the address of the page that is made from a source file, such as `/help/`.
    fn address(&self, file: &str) -> Option<String>;
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
pub struct Place {
    /// The bytes of the page from the `<` of its start tag on.
    pub html: Range<usize>,
    /// The file, by path from the site's root.
    pub file: String,
    /// The bytes of that file.
    pub span: Range<u32>,
}

/// Files that were all made beforehand.
pub struct Made {
    disk: Disk,
    files: BTreeMap<String, Bytes>,
    copied: BTreeMap<String, Copied>,
    places: BTreeMap<String, Vec<Place>>,
    /// Addresses of pages by source file, and the other way round.
    addresses: BTreeMap<String, String>,
    sources: BTreeMap<String, String>,
}

impl Made {
    /// Returns these files, and those on disk that are only copied when the site is published. `addresses` are those of
    /// the pages by source file; `places` are those of each page that has some.
    pub fn new(
        disk: Disk,
        files: BTreeMap<String, Vec<u8>>,
        copied: BTreeMap<String, Copied>,
        addresses: BTreeMap<String, String>,
        places: BTreeMap<String, Vec<Place>>,
    ) -> Made {
        let files = files.into_iter().map(|(path, bytes)| (path, bytes.into())).collect();
        let sources = addresses.iter().map(|(file, address)| (made_at(address), file.clone())).collect();
        Made { disk, files, copied, places, addresses, sources }
    }
}

impl Source for Made {
    fn file(&self, path: &str) -> Option<Served> {
        if let Some(bytes) = self.files.get(path) {
            return Some(Served::Bytes(bytes.clone()));
        }
        match pictures::content(&self.disk, &self.copied.get(path)?.source).ok()? {
            Content::Picture(bytes) => Some(Served::Bytes(bytes.into())),
            Content::File(mut file) => {
                let length = file.seek(SeekFrom::End(0)).ok()?;
                Some(Served::File(file, length))
            }
        }
    }

    fn places(&self, path: &str) -> Vec<Place> {
        self.places.get(path).cloned().unwrap_or_default()
    }

    fn written_in(&self, path: &str) -> Option<String> {
        self.sources.get(path).cloned()
    }

    fn address(&self, file: &str) -> Option<String> {
        self.addresses.get(file).cloned()
    }
}
