//! Files as they are made, into a folder beside the old output, and one swap at the end. There is no moment without a
//! whole site: a build that fails or is killed leaves the old one as it was.

mod kept;
mod manifest;
mod place;
mod slot;
pub mod sounds;
mod swap;

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use self::kept::{Failed, Written};
use self::slot::Slot;
use crate::diag::reason;
use crate::render::File;

pub use manifest::NAME as LIST;

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A file or folder could not be written.
    #[error("`{path}` cannot be written: {reason}")]
    Write {
        /// The file or folder.
        path: String,
        /// The reason in plain words.
        reason: String,
        /// The system's error.
        #[source]
        source: io::Error,
    },
    /// A file that is copied could not be read.
    #[error("`{path}` cannot be copied: {reason}")]
    Read {
        /// The file.
        path: String,
        /// The reason in plain words.
        reason: String,
        /// The system's error.
        #[source]
        source: io::Error,
    },
    /// The output folder holds what Handbill did not make.
    #[error("`{path}` holds files that Handbill did not make, so it is left alone; name another folder with --out")]
    NotOurs {
        /// The folder.
        path: String,
    },
    /// The output folder is a file.
    #[error("`{path}` is not a folder, so it is left alone; name another folder with --out")]
    NotFolder {
        /// The file.
        path: String,
    },
    /// The output folder is a link to nothing.
    #[error("`{path}` is a link that leads nowhere; make the folder that it should lead to, or remove the link")]
    Link {
        /// The link.
        path: String,
    },
    /// The output folder holds what the site is made from, or lies in it.
    #[error("`{path}` {meets} the site's `{what}`, and each build replaces the whole folder; name another with --out")]
    Sources {
        /// The folder.
        path: String,
        /// How it meets the sources: `holds` or `lies in`.
        meets: &'static str,
        /// What of the site it meets.
        what: String,
    },
    /// The output folder cannot be moved.
    #[error(
        "`{path}` is where a disk or a folder is mounted, and a new site cannot take its place in one step; name a folder \
         inside it with --out, such as `{path}/site`"
    )]
    Mount {
        /// The folder.
        path: String,
    },
    /// Another build is at work.
    #[error("another build is writing to `{path}`; wait until it has ended")]
    Busy {
        /// The folder.
        path: String,
    },
}

/// A folder beside the output folder, being filled.
#[derive(Debug)]
pub struct Staging {
    /// The output folder as the operator named it, for messages.
    shown: PathBuf,
    /// The folder that it really is.
    out: PathBuf,
    slot: Slot,
    made: Mutex<HashSet<PathBuf>>,
    /// How many files were put together.
    parts: AtomicUsize,
    written: Mutex<Vec<(String, Written)>>,
}

/// What a build published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// How many files.
    pub files: usize,
    /// How many bytes.
    pub bytes: u64,
    /// The files that are new or not as they were, in order. The others are the same files as before, with their times.
    pub changed: Vec<String>,
    /// The files that the build before wrote and this one did not, in order; nothing where there was none.
    pub removed: Option<Vec<String>>,
}

fn failed(path: &Path, source: io::Error) -> PublishError {
    PublishError::Write { path: path.display().to_string(), reason: reason(&source), source }
}

impl Staging {
    /// Starts to fill a folder beside `out`, or beside the folder that the link `out` leads to, given the site's folder.
    /// What a killed build left behind is removed.
    ///
    /// # Errors
    ///
    /// `out` is not a folder that Handbill may replace, another build is at work, or nothing can be written there.
    pub fn begin(out: &Path, site: Option<&Path>) -> Result<Staging, PublishError> {
        let shown = out.to_path_buf();
        let out = place::find(out, site)?;
        let beside = out.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(beside).map_err(|error| failed(beside, error))?;
        let slot = Slot::take(&out, &shown)?;
        let staging = Staging {
            shown,
            out,
            slot,
            made: Mutex::default(),
            parts: AtomicUsize::default(),
            written: Mutex::default(),
        };
        staging.slot.clear(&staging.out)?;
        Ok(staging)
    }

    /// Writes one file. May be called from many threads at once.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn write(&self, file: &File) -> Result<(), PublishError> {
        self.put(&file.path, &mut file.bytes.as_slice(), file.bytes.len())?;
        Ok(())
    }

    /// Opens a file that was written, for what is put together from files.
    ///
    /// # Errors
    ///
    /// It was not written, or cannot be read.
    pub fn open(&self, path: &str) -> io::Result<fs::File> {
        fs::File::open(self.slot.new.join(path))
    }

    /// Writes one file that `write` puts together, piece by piece. May be called from many threads at once.
    ///
    /// # Errors
    ///
    /// The file cannot be put together or written.
    pub fn put_together(
        &self,
        path: &str,
        write: &mut dyn FnMut(&mut fs::File) -> io::Result<()>,
    ) -> Result<(), PublishError> {
        let number = self.parts.fetch_add(1, Ordering::Relaxed);
        let part = self.slot.new.join(format!(".handbill-part-{number}"));
        let failed = |error| failed(&self.shown.join(path), error);
        let mut file = fs::File::create_new(&part).map_err(failed)?;
        write(&mut file).map_err(failed)?;
        drop(file);
        let mut file = fs::File::open(&part).map_err(failed)?;
        self.copy(path, &mut file)?;
        fs::remove_file(&part).map_err(failed)
    }

    /// Writes one file from where it is read, a piece at a time, and returns how many bytes it has. May be called from
    /// many threads at once.
    ///
    /// # Errors
    ///
    /// The file cannot be read or written.
    pub fn copy(&self, path: &str, from: &mut dyn Read) -> Result<u64, PublishError> {
        self.put(path, from, usize::MAX)
    }

    fn put(&self, path: &str, from: &mut dyn Read, about: usize) -> Result<u64, PublishError> {
        let full = self.ready(path)?;
        let written = kept::write(from, about, &self.out.join(path), &full).map_err(|error| match error {
            Failed::Write(error) => failed(&self.shown.join(path), error),
            Failed::Read(source) => {
                let reason = reason(&source);
                PublishError::Read { path: path.to_string(), reason, source }
            }
        })?;
        let mut all = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        all.push((path.to_string(), written));
        Ok(written.bytes)
    }

    /// Returns where a file is written, with its folders made.
    fn ready(&self, path: &str) -> Result<PathBuf, PublishError> {
        let full = self.slot.new.join(path);
        let climbs = path.split('/').any(|part| part == ".." || part.is_empty());
        if climbs {
            let error = io::Error::new(io::ErrorKind::InvalidInput, "the path leads out of the folder");
            return Err(failed(&full, error));
        }
        if let Some(parent) = full.parent() {
            let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            if !made.contains(parent) {
                fs::create_dir_all(parent).map_err(|error| failed(parent, error))?;
                made.insert(parent.to_path_buf());
            }
        }
        Ok(full)
    }

    /// Puts the filled folder in the place of the old output.
    ///
    /// # Errors
    ///
    /// The folders cannot be swapped; the old output stays.
    pub fn finish(self) -> Result<Published, PublishError> {
        let mut written = std::mem::take(&mut *self.written.lock().unwrap_or_else(PoisonError::into_inner));
        written.sort_by(|a, b| a.0.cmp(&b.0));
        let Slot { new, old, .. } = &self.slot;
        let before = manifest::read(&self.out);
        let sizes = written.iter().map(|(path, written)| (path.as_str(), written.bytes));
        manifest::write(new, sizes).map_err(|error| failed(new, error))?;
        // Whoever may read the old folder may read the new one.
        if let Some(known) = fs::metadata(&self.out).ok().filter(|known| !known.permissions().readonly()) {
            fs::set_permissions(new, known.permissions()).map_err(|error| failed(new, error))?;
        }
        swap::swap(new, &self.out, old).map_err(|error| self.not_swapped(error))?;
        let there = |path: &String| written.binary_search_by(|(known, _)| known.cmp(path)).is_ok();
        let removed = before.map(|before| before.into_iter().filter(|path| !there(path)).collect());
        let bytes = written.iter().map(|(_, written)| written.bytes).sum();
        let changed = written.iter().filter(|(_, written)| written.changed).map(|(path, _)| path.clone()).collect();
        Ok(Published { files: written.len(), bytes, changed, removed })
    }

    /// Returns why the folders cannot be swapped. A disk that is mounted there only shows now on some systems.
    fn not_swapped(&self, error: io::Error) -> PublishError {
        match error.kind() {
            io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => {
                PublishError::Mount { path: self.shown.display().to_string() }
            }
            _ => failed(&self.shown, error),
        }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // After a swap this is the old output; after a failure, what was made so far. Nobody needs either.
        self.slot.leave(&self.out);
    }
}
