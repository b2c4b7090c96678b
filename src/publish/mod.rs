//! Files as they are made, into a folder beside the old output, and one swap at the end. There is no moment without a
//! whole site: a build that fails or is killed leaves the old one as it was.

mod manifest;
mod swap;

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::render::File;

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
    out: PathBuf,
    folder: PathBuf,
    lock: PathBuf,
    _locked: fs::File,
    made: Mutex<HashSet<PathBuf>>,
    written: Mutex<Vec<(String, u64)>>,
}

/// What a build published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// How many files.
    pub files: usize,
    /// How many bytes.
    pub bytes: u64,
}

/// How much of a file is held while it is copied, in bytes.
const PIECE: usize = 64 * 1024;

fn failed(path: &Path, source: io::Error) -> PublishError {
    PublishError::Write { path: path.display().to_string(), reason: reason(&source), source }
}

fn reason(source: &io::Error) -> String {
    match source.kind() {
        io::ErrorKind::StorageFull => "the disk is full".to_string(),
        io::ErrorKind::PermissionDenied => "you may not write there".to_string(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk can only be read".to_string(),
        _ => source.to_string().split(" (os error").next().unwrap_or_default().to_lowercase(),
    }
}

impl Staging {
    /// Starts to fill a folder beside `out`. What a killed build left behind is removed.
    ///
    /// # Errors
    ///
    /// `out` is not a folder that Handbill made, another build is at work, or nothing can be written there.
    pub fn begin(out: &Path) -> Result<Staging, PublishError> {
        let shown = || out.display().to_string();
        let name = out.file_name().map(|name| name.to_string_lossy().into_owned());
        let Some(name) = name else { return Err(PublishError::NotOurs { path: shown() }) };
        if out.exists() && !manifest::is_ours(out) {
            return Err(PublishError::NotOurs { path: shown() });
        }
        let beside = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(beside).map_err(|error| failed(beside, error))?;
        let lock = beside.join(format!(".{name}.lock"));
        let locked = fs::File::create(&lock).map_err(|error| failed(&lock, error))?;
        if locked.try_lock().is_err() {
            return Err(PublishError::Busy { path: shown() });
        }
        let folder = beside.join(format!(".{name}.new"));
        for left_over in [&folder, &beside.join(format!(".{name}.old"))] {
            if left_over.exists() {
                fs::remove_dir_all(left_over).map_err(|error| failed(left_over, error))?;
            }
        }
        fs::create_dir(&folder).map_err(|error| failed(&folder, error))?;
        let (made, written) = (Mutex::default(), Mutex::default());
        Ok(Staging { out: out.to_path_buf(), folder, lock, _locked: locked, made, written })
    }

    /// Writes one file. May be called from many threads at once.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn write(&self, file: &File) -> Result<(), PublishError> {
        self.copy(&file.path, &mut file.bytes.as_slice())?;
        Ok(())
    }

    /// Writes one file from where it is read, a piece at a time, and returns how many bytes it has. May be called from
    /// many threads at once.
    ///
    /// # Errors
    ///
    /// The file cannot be read or written.
    pub fn copy(&self, path: &str, from: &mut dyn Read) -> Result<u64, PublishError> {
        let full = self.ready(path)?;
        let refuse = |error| failed(&self.out.join(path), error);
        let mut to = fs::File::create(&full).map_err(refuse)?;
        let mut piece = vec![0; PIECE];
        let mut bytes = 0;
        loop {
            let read = match from.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(source) => {
                    let reason = reason(&source);
                    return Err(PublishError::Read { path: path.to_string(), reason, source });
                }
            };
            to.write_all(&piece[..read]).map_err(refuse)?;
            bytes += read as u64;
        }
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        written.push((path.to_string(), bytes));
        Ok(bytes)
    }

    /// Returns where a file is written, with its folders made.
    fn ready(&self, path: &str) -> Result<PathBuf, PublishError> {
        let full = self.folder.join(path);
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
        written.sort();
        manifest::write(&self.folder, &written).map_err(|error| failed(&self.folder, error))?;
        swap::swap(&self.folder, &self.out).map_err(|error| failed(&self.out, error))?;
        Ok(Published { files: written.len(), bytes: written.iter().map(|(_, bytes)| bytes).sum() })
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // After a swap this is the old output; after a failure, what was made so far. Nobody needs either.
        let _ = fs::remove_dir_all(&self.folder);
        let _ = fs::remove_file(&self.lock);
    }
}
