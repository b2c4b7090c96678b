//! Where source files come from: a folder on disk, or memory. The one reader of the file system.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::reason;

/// A place that holds a site's source files, by path from its root with forward slashes.
pub trait Files: Sync {
    /// Returns every file under a folder, sorted by path, with what could not be entered. `wanted` is asked of each
    /// file and folder by its path from the root: what it refuses is passed over in silence, and never entered.
    ///
    /// # Errors
    ///
    /// The root itself cannot be read.
    fn list(&self, folder: &str, wanted: &dyn Fn(&str) -> bool) -> io::Result<Listing>;

    /// Returns a file's bytes.
    ///
    /// # Errors
    ///
    /// The file is not there or cannot be read.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;

    /// Opens a file, to read only parts of it or one part after another.
    ///
    /// # Errors
    ///
    /// The file is not there or cannot be read.
    fn open(&self, path: &str) -> io::Result<Box<dyn Opened>>;

    /// Returns a file's size in bytes; nothing where it is no file, or a link that leads out of the site's folder.
    fn size(&self, path: &str) -> Option<u64>;

    /// Returns whether anything stands at a path: a file, a folder or a link, also one that leads nowhere.
    fn has(&self, path: &str) -> bool {
        self.root().is_none_or(|root| root.join(path).symlink_metadata().is_ok())
    }

    /// Returns a number that becomes another when a file does.
    fn stamp(&self, path: &str) -> u64;

    /// Returns another hand on the same files, which may be kept.
    fn shared(&self) -> Arc<dyn Files + Send + Sync>;

    /// Returns the folder on disk, where it is one.
    fn root(&self) -> Option<&Path> {
        None
    }
}

/// A file that is open.
pub trait Opened: io::Read + io::Seek + Send {}

impl<T: io::Read + io::Seek + Send> Opened for T {}

/// What a folder holds.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Files, sorted by path.
    pub files: Vec<Found>,
    /// What was not entered, and why.
    pub refused: Vec<Refused>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its path from the root.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u64,
}

/// A file or folder that was not entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its path from the root.
    pub path: String,
    /// Why.
    pub why: Why,
}

/// Why something was not entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is a link to a folder that holds it.
    Loop,
    /// It is a link that leads out of the site's folder.
    Outside,
    /// Its name is not written in Unicode.
    Name,
    /// It cannot be read; the system's own reason.
    Unreadable(String),
}

/// A folder on disk.
#[derive(Clone, Debug)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// Returns the files under `root`.
    pub fn new(root: impl Into<PathBuf>) -> Disk {
        Disk { root: root.into() }
    }

    /// Returns where a file lies on disk.
    pub(in crate::content) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn relative(&self, path: &Path) -> Option<String> {
        let relative = path.strip_prefix(&self.root).ok()?;
        let parts: Option<Vec<&str>> = relative.iter().map(|part| part.to_str()).collect();
        Some(parts?.join("/"))
    }

    /// Returns a file's path from the root as a report may show it, also where its name is not written in Unicode.
    fn shown(&self, path: &Path) -> String {
        let relative = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }

    fn leads_outside(&self, path: &Path) -> bool {
        let (root, real) = (self.root.canonicalize(), path.canonicalize());
        matches!((root, real), (Ok(root), Ok(real)) if !real.starts_with(&root))
    }
}

impl Files for Disk {
    fn list(&self, folder: &str, wanted: &dyn Fn(&str) -> bool) -> io::Result<Listing> {
        let top = self.root.join(folder);
        let mut listing = Listing::default();
        if !top.try_exists()? {
            return Ok(listing);
        }
        let mut walk = walkdir::WalkDir::new(&top).follow_links(true).sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().map_or_else(|| folder.to_string(), |path| self.shown(path));
                    if path != folder && !wanted(&path) {
                        continue;
                    }
                    let unreadable = || Why::Unreadable(error.io_error().map_or_else(String::new, reason));
                    let why = if error.loop_ancestor().is_some() { Why::Loop } else { unreadable() };
                    listing.refused.push(Refused { path, why });
                    continue;
                }
            };
            if entry.depth() > 0 && self.relative(entry.path()).is_some_and(|path| !wanted(&path)) {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                continue;
            }
            if entry.path_is_symlink() && self.leads_outside(entry.path()) {
                listing.refused.push(Refused { path: self.shown(entry.path()), why: Why::Outside });
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                continue;
            }
            if !entry.file_type().is_file() {
                continue;
            }
            match self.relative(entry.path()) {
                Some(path) => {
                    let bytes = entry.metadata().map_or(0, |metadata| metadata.len());
                    listing.files.push(Found { path, bytes });
                }
                None => listing.refused.push(Refused { path: self.shown(entry.path()), why: Why::Name }),
            }
        }
        listing.files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(listing)
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let full = self.root.join(path);
        std::fs::read(&full).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound if full.symlink_metadata().is_ok() => {
                io::Error::other("it is a link that leads nowhere")
            }
            _ => error,
        })
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Opened>> {
        Ok(Box::new(std::fs::File::open(self.root.join(path))?))
    }

    fn size(&self, path: &str) -> Option<u64> {
        let full = self.root.join(path);
        let data = full.symlink_metadata().ok()?;
        let data = if data.is_symlink() { full.metadata().ok().filter(|_| !self.leads_outside(&full))? } else { data };
        data.is_file().then_some(data.len())
    }

    fn stamp(&self, path: &str) -> u64 {
        let data = self.root.join(path).metadata();
        let changed = data.and_then(|data| data.modified()).ok();
        let since = changed.and_then(|changed| changed.duration_since(std::time::UNIX_EPOCH).ok());
        since.map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX))
    }

    fn shared(&self) -> Arc<dyn Files + Send + Sync> {
        Arc::new(self.clone())
    }

    fn root(&self) -> Option<&Path> {
        Some(&self.root)
    }
}

/// Writes a file that is not there yet, with its folders.
///
/// # Errors
///
/// The file is there already, or cannot be written.
pub fn create_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
}

/// Files in memory: for tests, and for what the binary carries.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// Adds a file or replaces it.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Removes a file, where there is one.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }
}

impl Files for Memory {
    fn list(&self, folder: &str, wanted: &dyn Fn(&str) -> bool) -> io::Result<Listing> {
        let inside = |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let entered = |path: &str| {
            let slashes = path.match_indices('/').map(|(at, _)| at).filter(|at| *at > folder.len());
            slashes.chain([path.len()]).all(|end| wanted(&path[..end]))
        };
        let files = self.files.iter().filter(|(path, _)| inside(path) && entered(path));
        let files = files.map(|(path, bytes)| Found { path: path.clone(), bytes: bytes.len() as u64 });
        Ok(Listing { files: files.collect(), refused: Vec::new() })
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.files.get(path).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Opened>> {
        let bytes = self.files.get(path).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        Ok(Box::new(io::Cursor::new(bytes.clone())))
    }

    fn size(&self, path: &str) -> Option<u64> {
        self.files.get(path).map(|bytes| bytes.len() as u64)
    }

    fn has(&self, path: &str) -> bool {
        let inside = format!("{path}/");
        let within = self.files.range(inside.clone()..).next().is_some_and(|(first, _)| first.starts_with(&inside));
        within || self.files.contains_key(path)
    }

    fn stamp(&self, path: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.files.get(path).hash(&mut hasher);
        hasher.finish()
    }

    fn shared(&self) -> Arc<dyn Files + Send + Sync> {
        Arc::new(self.clone())
    }
}
