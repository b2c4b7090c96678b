//! All that the public reads of one build, and how it is kept in a file.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::html::{self, NotRead, address};
use super::leaflet::{self, Leaflet};
use super::page::{Page, Read, Sentence};
use crate::model::{A_TO_Z, SEARCH};

/// What a file that keeps a build starts with, so that no other is taken for one.
pub const FORM: &str = "handbill-summary";

/// The bytes that such a file starts with.
pub const SUMMARY_MARK: &str = "{\"form\":\"handbill-summary\",";

/// The version of its form. A file of another version cannot be read.
pub const VERSION: u32 = 1;

/// The file that tells for which moment a site was built.
pub const BUILT: &str = "built.txt";

/// All that the public reads of one build.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// What the file is: [`FORM`].
    pub form: String,
    /// The version of its form.
    pub version: u32,
    /// The moment that the site was built for, as RFC 3339 has it; empty where that is not known.
    pub built: String,
    /// Its pages, by address.
    pub pages: Vec<Page>,
    /// What stands around their words: header, navigation, footer.
    pub frames: Vec<Vec<Sentence>>,
    /// Addresses that lead on, and where.
    pub moved: BTreeMap<String, String>,
    /// Its leaflets, by code and language.
    pub leaflets: Vec<Leaflet>,
    /// Files that an author brought, by path under the output folder.
    pub files: BTreeMap<String, FileMark>,
}

/// What tells one file from another of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMark {
    /// Its size in bytes.
    pub bytes: u64,
    /// Its hash, FNV-1a with 64 bits.
    pub hash: u64,
}

/// What one file of an output folder is to the public.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A page, with what stands around its words.
    Page(Box<Page>, Vec<Sentence>),
    /// An address that leads on.
    Moved(String, String),
    /// The words of a leaflet.
    Leaflet(Leaflet),
    /// The moment of the build.
    Built(String),
}

/// Returns whether a file of an output folder says something to the public that is compared.
pub fn is_read(path: &str) -> bool {
    // The list by title says nothing that each page's own title does not, and the page to search says nothing of its own.
    let at = |route: &str| path.starts_with(route.trim_start_matches('/'));
    let of_pages = at(A_TO_Z) || at(SEARCH) || path.ends_with(&format!("{SEARCH}index.html"));
    path.ends_with(".html") && !of_pages || path == BUILT || leaflet::at(path).is_some()
}

/// Reads a file of an output folder that [`is_read`] wants; nothing where it is a file that an author brought.
///
/// # Errors
///
/// It is no file that Handbill made, or is damaged.
pub fn part(path: &str, bytes: &[u8]) -> Result<Option<Part>, NotRead> {
    if let Some(name) = leaflet::at(path) {
        let text = std::str::from_utf8(bytes).map_err(|_| NotRead::Encoding)?;
        return Ok(Some(Part::Leaflet(leaflet::read(name, text))));
    }
    if path == BUILT {
        let text = std::str::from_utf8(bytes).map_err(|_| NotRead::Encoding)?;
        return Ok(Some(Part::Built(text.trim().chars().take(40).collect())));
    }
    match html::read(path, bytes) {
        Ok(Read::Page(page, frame)) => Ok(Some(Part::Page(page, frame))),
        Ok(Read::Moved(to)) => Ok(Some(Part::Moved(address(path), to))),
        // A file by which a search engine knows the owner of a site is no page.
        Err(NotRead::NoMain) if !path.ends_with("index.html") => Ok(None),
        Err(why) => Err(why),
    }
}

impl Output {
    /// Puts together what the files of an output folder are.
    pub fn of(parts: impl IntoIterator<Item = Part>) -> Output {
        let mut output = Output { form: FORM.to_string(), version: VERSION, ..Output::default() };
        let mut pages: Vec<(Box<Page>, Vec<Sentence>)> = Vec::new();
        for part in parts {
            match part {
                Part::Page(page, frame) => pages.push((page, frame)),
                Part::Moved(from, to) => drop(output.moved.insert(from, to)),
                Part::Leaflet(leaflet) => output.leaflets.push(leaflet),
                Part::Built(built) => output.built = built,
            }
        }
        pages.sort_by(|(a, _), (b, _)| a.address.cmp(&b.address));
        // An address that leads on does not know in which folder its site stands.
        let base = pages.iter().map(|(page, _)| page.base.as_str()).find(|base| !base.is_empty());
        if let Some(base) = base {
            for to in output.moved.values_mut() {
                *to = to.strip_prefix(base).filter(|rest| rest.starts_with('/')).unwrap_or(to).to_string();
            }
        }
        output.leaflets.sort_by(|a, b| (&a.reference, &a.lang).cmp(&(&b.reference, &b.lang)));
        let mut known: HashMap<Vec<Sentence>, usize> = HashMap::new();
        for (mut page, frame) in pages {
            let next = known.len();
            page.frame = *known.entry(frame).or_insert(next);
            output.pages.push(*page);
        }
        let mut frames: Vec<(Vec<Sentence>, usize)> = known.into_iter().collect();
        frames.sort_by_key(|(_, number)| *number);
        output.frames = frames.into_iter().map(|(frame, _)| frame).collect();
        output
    }

    /// Returns it as a file.
    pub fn kept(&self) -> String {
        let mut text = serde_json::to_string(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads what [`Output::kept`] returned.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, in plain words.
    pub fn from_kept(text: &[u8]) -> Result<Output, String> {
        #[derive(Deserialize)]
        struct Head {
            form: String,
            version: u32,
        }
        let foreign = "it is no summary that `handbill build --summary` wrote";
        let head: Head = serde_json::from_slice(text).map_err(|_| foreign.to_string())?;
        if head.form != FORM {
            return Err(foreign.to_string());
        }
        if head.version != VERSION {
            return Err(format!(
                "it is a summary of form {}, and this Handbill reads form {VERSION}: name the old output folder instead",
                head.version
            ));
        }
        serde_json::from_slice(text)
            .map_err(|error| format!("it is damaged at line {}, column {}", error.line(), error.column()))
    }

    /// Returns the frame of a page; nothing where a damaged file names one that is not there.
    pub fn frame(&self, page: &Page) -> &[Sentence] {
        self.frames.get(page.frame).map_or(&[], Vec::as_slice)
    }
}
