//! What the public reads of a site: of an output folder, of a kept summary, and of the site as it is now, which is made in
//! memory for that. Each is read by `compare`, which puts them side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::{Built, Error, Options, Reading, content, made, publishable};
use crate::compare::{
    self, BUILT, Document, DocumentHow, FileMark, MOST_BYTES, Next, Output, PageName, Part, Report, compare_leaflets,
};
use crate::content::files::{Disk, Files, Why};
use crate::content::pictures::Content;
use crate::diag;
use crate::model::{Instant, Site, fnv};
use crate::render::Copied;

/// The most bytes of a kept summary. Chosen here; no source decides: 10,000 pages take about 60 MB.
const MOST_SUMMARY: u64 = 1_000_000_000;

/// The earlier site.
pub struct Earlier {
    output: Output,
    /// The folder that it lies in; nothing where it is a summary.
    folder: Option<Disk>,
}

impl Earlier {
    /// Reads an output folder, or a summary that [`summary`] made.
    ///
    /// # Errors
    ///
    /// It cannot be read, in one plain sentence that names the file.
    pub fn read(path: &Path) -> Result<Earlier, String> {
        let shown = path.display();
        let kind = path.metadata().map_err(|error| format!("`{shown}` cannot be read: {}", diag::reason(&error)))?;
        if !kind.is_dir() {
            return Ok(Earlier { output: kept(path, kind.len(), kind.is_file())?, folder: None });
        }
        let disk = Disk::new(path);
        let output = folder(&disk, &shown.to_string())?;
        Ok(Earlier { output, folder: Some(disk) })
    }

    /// Returns what tells a file from another of its name; nothing where there was none. `bytes` is the size of the other: a
    /// file of another size is not read.
    fn mark(&self, path: &str, bytes: u64) -> Option<FileMark> {
        let Some(disk) = &self.folder else { return self.output.files.get(path).copied() };
        let size = disk.size(path)?;
        if size != bytes {
            return Some(FileMark { bytes: size, hash: 0 });
        }
        disk.open(path).ok().and_then(|mut file| marked(&mut file))
    }

    /// Returns whether there was a file that an author may have brought.
    fn has(&self, path: &str) -> bool {
        self.folder.as_ref().map_or_else(|| self.output.files.contains_key(path), |disk| disk.size(path).is_some())
    }
}

fn kept(path: &Path, bytes: u64, is_file: bool) -> Result<Output, String> {
    let shown = path.display();
    if !is_file {
        return Err(format!("`{shown}` is neither a folder nor a file"));
    }
    if bytes > MOST_SUMMARY {
        return Err(format!("`{shown}` is larger than 1 GB, so it is no summary of a build"));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let bytes =
        Disk::new(folder).read(name).map_err(|error| format!("`{shown}` cannot be read: {}", diag::reason(&error)))?;
    Output::from_kept(&bytes).map_err(|why| format!("`{shown}` cannot be read: {why}"))
}

/// Reads an output folder. Links in it are not followed out of it, and no file that is too large is opened.
fn folder(disk: &Disk, shown: &str) -> Result<Output, String> {
    let told = |path: &str, why: &str| format!("`{shown}/{path}` cannot be read: {why}");
    let listing =
        disk.list("", &|_| true).map_err(|error| format!("`{shown}` cannot be read: {}", diag::reason(&error)))?;
    if let Some(refused) = listing.refused.first() {
        let why = match &refused.why {
            Why::Loop => "it is a link to a folder that holds it",
            Why::Outside => "it is a link that leads out of the folder",
            Why::Name => "its name is not written in Unicode",
            Why::Unreadable(why) => why.as_str(),
        };
        return Err(told(&refused.path, why));
    }
    let wanted: Vec<_> = listing.files.iter().filter(|found| compare::is_read(&found.path)).collect();
    let parts: Result<Vec<Option<Part>>, String> = wanted
        .par_iter()
        .map(|found| {
            if found.bytes > MOST_BYTES {
                return Err(told(&found.path, &compare::NotRead::Large.to_string()));
            }
            let bytes = disk.read(&found.path).map_err(|error| told(&found.path, &diag::reason(&error)))?;
            compare::part(&found.path, &bytes).map_err(|why| told(&found.path, &why.to_string()))
        })
        .collect();
    let output = Output::of(parts?.into_iter().flatten());
    if output.pages.is_empty() {
        return Err(format!("`{shown}` has no page in it: name the folder that `handbill build` wrote"));
    }
    Ok(output)
}

fn marked(file: &mut dyn std::io::Read) -> Option<FileMark> {
    let (mut hash, mut bytes, mut buffer) = (fnv::BASIS, 0, vec![0; 1 << 16]);
    loop {
        let read = file.read(&mut buffer).ok()?;
        if read == 0 {
            return Some(FileMark { bytes, hash });
        }
        bytes += read as u64;
        hash = fnv::fold(hash, fnv::PRIME, buffer.get(..read)?.iter().copied());
    }
}

/// Returns what was just built as a file, to compare a later site with it.
///
/// # Errors
///
/// The output cannot be read again.
pub fn summary(out: &Path, built: &Built) -> Result<String, String> {
    let earlier = Earlier::read(out)?;
    let mut output = earlier.output;
    let made: BTreeSet<&str> = built.catalogue.offers().map(|offer| offer.route.trim_start_matches('/')).collect();
    let brought: BTreeSet<String> = output.pages.iter().flat_map(|page| &page.files).cloned().collect();
    let disk = Disk::new(out);
    for path in brought.into_iter().filter(|path| !made.contains(path.as_str())) {
        // Two names lead to the same file where one has a fingerprint; such a file was made.
        if disk.size(&path).is_some()
            && let Some(mark) = disk.open(&path).ok().and_then(|mut file| marked(&mut file))
        {
            output.files.insert(path, mark);
        }
    }
    Ok(output.kept())
}

/// The site as it is now, and what has changed since an earlier one.
pub struct Changed {
    /// The site as it was read, with what is wrong in it.
    pub reading: Reading,
    /// What has changed; nothing where there is an error in the content, as nothing would be published.
    pub report: Option<Report>,
}

/// Compares the site with an earlier one, and looks ahead to what changes next by the clock.
///
/// # Errors
///
/// What the operator must mend.
pub fn changes(files: &dyn Files, earlier: &Earlier, options: &Options<'_>) -> Result<Changed, Error> {
    let (mut reading, now, copied) = output(files, options)?;
    diag::unattended(&mut reading.diagnostics);
    let Some(site) = reading.site.clone().filter(|_| publishable(&reading)) else {
        return Ok(Changed { reading, report: None });
    };
    let mut report = compared(&earlier.output, &now, &site);
    report.documents = documents(files, earlier, &now, &copied)?;
    report.nothing = is_nothing(&report);
    report.next = match site.next_change {
        Some(at) => Some(next(files, &site, at, &now, options)?),
        None => None,
    };
    Ok(Changed { reading, report: Some(report) })
}

fn compared(then: &Output, now: &Output, site: &Site) -> Report {
    let mut report = compare::compare(then, now);
    report.site = site.about.title.in_lang(&site.about.language).to_string();
    report.url.clone_from(&site.about.base_url);
    report.leaflets = compare_leaflets(then, now, site);
    report.nothing = is_nothing(&report);
    report
}

fn is_nothing(report: &Report) -> bool {
    let Report { changes, new, gone, moved, redirects, documents, leaflets, .. } = report;
    changes.is_empty()
        && new.is_empty()
        && gone.is_empty()
        && moved.is_empty()
        && redirects.is_empty()
        && documents.is_empty()
        && leaflets.is_empty()
}

/// Makes the site in memory, and returns what the public reads of it, with the files that authors brought.
fn output(files: &dyn Files, options: &Options<'_>) -> Result<(Reading, Output, BTreeMap<String, Copied>), Error> {
    let parts: Mutex<Vec<Part>> = Mutex::default();
    let (made, _) = made(files, options, &|file| {
        if compare::is_read(&file.path) || file.path == BUILT {
            // What a site makes itself can be read.
            if let Ok(Some(part)) = compare::part(&file.path, &file.bytes) {
                parts.lock().unwrap_or_else(PoisonError::into_inner).push(part);
            }
        }
        false
    })?;
    let parts = parts.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok((made.reading, Output::of(parts), made.copied))
}

/// Returns the files of authors that are not as they were.
fn documents(
    files: &dyn Files,
    earlier: &Earlier,
    now: &Output,
    copied: &BTreeMap<String, Copied>,
) -> Result<Vec<Document>, Error> {
    let mut found = Vec::new();
    for (path, copied) in copied {
        let how = match earlier.mark(path, copied.bytes) {
            None => DocumentHow::New,
            Some(mark) if mark.bytes != copied.bytes => DocumentHow::Replaced,
            Some(mark) => {
                let now = match content(files, copied)? {
                    Content::Picture(bytes) => marked(&mut bytes.as_slice()),
                    Content::File(mut file) => marked(&mut file.by_ref()),
                };
                if now == Some(mark) {
                    continue;
                }
                DocumentHow::Replaced
            }
        };
        found.push((path.as_str(), how));
    }
    let made: BTreeSet<&str> = now.pages.iter().flat_map(|page| &page.files).map(String::as_str).collect();
    let there: BTreeSet<&str> = now.pages.iter().map(|page| page.address.as_str()).collect();
    // A file beside a page that is gone went with it.
    let pages = earlier.output.pages.iter().map(|page| page.address.as_str());
    let went: BTreeSet<&str> =
        pages.filter(|address| !there.contains(address)).map(|at| at.trim_matches('/')).collect();
    let parent = |path: &'_ str| path.rsplit_once('/').map_or("", |(folder, _)| folder).to_string();
    let gone: BTreeSet<&str> = earlier
        .output
        .pages
        .iter()
        .filter(|page| there.contains(page.address.as_str()))
        .flat_map(|page| &page.files)
        .map(String::as_str)
        .filter(|path| !made.contains(path) && !copied.contains_key(*path) && earlier.has(path))
        .filter(|path| !went.contains(parent(path).as_str()))
        .collect();
    found.extend(gone.into_iter().map(|path| (path, DocumentHow::Gone)));
    // What is gone is shown on the pages as they were.
    let mut shown: BTreeMap<(&str, bool), Vec<PageName>> = BTreeMap::new();
    shown.extend(found.iter().map(|(path, how)| ((*path, *how == DocumentHow::Gone), Vec::new())));
    for (output, was) in [(now, false), (&earlier.output, true)] {
        for page in &output.pages {
            for path in &page.files {
                if let Some(pages) = shown.get_mut(&(path.as_str(), was)) {
                    pages.push(PageName::of(page));
                }
            }
        }
    }
    found.sort_by_key(|(path, _)| *path);
    let mut documents = Vec::with_capacity(found.len());
    for (path, how) in found {
        let pages = shown.remove(&(path, how == DocumentHow::Gone)).unwrap_or_default();
        documents.push(Document { address: format!("/{path}"), how, pages });
    }
    Ok(documents)
}

/// Returns what changes at the next moment at which something does by the clock alone.
fn next(files: &dyn Files, site: &Site, at: Instant, now: &Output, options: &Options<'_>) -> Result<Next, Error> {
    let then =
        Options { at: &|_| at, root: options.root, drafts: options.drafts, only: options.only, progress: &|_, _| {} };
    let (reading, later, _) = output(files, &then)?;
    let report = reading.site.as_deref().map(|site| compared(now, &later, site));
    Ok(Next { at: site.clock.zone.rfc3339(at), then: report.map(Box::new) })
}
