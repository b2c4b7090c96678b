//! Fixes written back to the files of an author: each file replaced whole, with its mode and owner, or left alone.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

pub use crate::content::bytes::with_fixes;
use crate::content::read::files::{Disk, Files, create_new};
use crate::diag::{FileId, Fix, Span, reason};

/// Why a file was not mended.
#[derive(Debug, PartialEq, Eq)]
pub enum NotMended {
    /// It was left alone on purpose; why, in words that follow its name.
    Left(String),
    /// It could not be written; the reason.
    Failed(String),
}

impl Disk {
    /// Applies fixes to a file, given the text that was read from it, and fixes in order that do not overlap. What they
    /// do not mend stays byte for byte. The file is replaced whole by a new one, so that it is never half-written; a
    /// link to it stays a link. Another name of the same file (a hard link) keeps the old words: it may be a backup.
    ///
    /// # Errors
    ///
    /// The file was left alone, or could not be written.
    pub fn mend(&self, path: &str, text: &str, fixes: &[&Fix]) -> Result<(), NotMended> {
        use io::ErrorKind::{PermissionDenied as Denied, ReadOnlyFilesystem as OnReadOnlyDisk};
        let failed = |error: io::Error| NotMended::Failed(reason(&error));
        let left = |why: &str| Err(NotMended::Left(why.to_string()));
        let before = self.read(path).map_err(failed)?;
        let Some(after) = with_fixes(&before, text, fixes) else {
            return left("has been changed since it was read; run this again");
        };
        let target = self.path(path).canonicalize().map_err(failed)?;
        let known = fs::metadata(&target).map_err(failed)?;
        if known.permissions().readonly() {
            return left("may only be read");
        }
        match OpenOptions::new().write(true).open(&target) {
            Ok(_) => {}
            Err(error) if matches!(error.kind(), Denied | OnReadOnlyDisk) => return left("may only be read"),
            Err(error) => return Err(failed(error)),
        }
        let (beside, file) = beside(&target).map_err(failed)?;
        let done = replace(&target, &beside, file, &known, &after);
        if done.is_err() {
            // What was begun is of no use to anybody; if it cannot be removed, the error that led here says more.
            let _ = fs::remove_file(&beside);
        }
        done
    }
}

impl Disk {
    /// Adds words at the end of a file, given the text that was read from it, as a fix would: what stands there stays byte for
    /// byte, and the new lines end as the old ones do. Makes the file where there was none to read.
    ///
    /// # Errors
    ///
    /// The file was left alone, or could not be written.
    pub fn append(&self, path: &str, text: Option<&str>, added: &str) -> Result<(), NotMended> {
        if let Some(text) = text {
            let end = Span::new(FileId(0), text.len(), text.len());
            return self.mend(path, text, &[&Fix { span: end, text: added.to_string(), safe: true }]);
        }
        match create_new(&self.path(path), added.as_bytes()) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(NotMended::Left("has been made since it was looked for; run this again".to_string()))
            }
            made => made.map_err(|error| NotMended::Failed(reason(&error))),
        }
    }
}

/// Fills the new file, gives it what the old one has, and puts it in its place.
fn replace(target: &Path, beside: &Path, mut file: File, known: &fs::Metadata, bytes: &[u8]) -> Result<(), NotMended> {
    let failed = |error: io::Error| NotMended::Failed(reason(&error));
    file.write_all(bytes).map_err(failed)?;
    if !has_owner_of(&file, known).map_err(failed)? {
        let why = "belongs to another person or group, who would lose it: a new file would be yours";
        return Err(NotMended::Left(why.to_string()));
    }
    file.set_permissions(known.permissions()).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    drop(file);
    fs::rename(beside, target).map_err(failed)
}

/// Gives a new file the owner of the old one, and returns whether it has it.
#[cfg(unix)]
fn has_owner_of(file: &File, known: &fs::Metadata) -> io::Result<bool> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let new = file.metadata()?;
    if (new.uid(), new.gid()) == (known.uid(), known.gid()) {
        return Ok(true);
    }
    Ok(fchown(file, Some(known.uid()), Some(known.gid())).is_ok())
}

/// A new file in a folder has the owner that the folder says.
#[cfg(not(unix))]
fn has_owner_of(_: &File, _: &fs::Metadata) -> io::Result<bool> {
    Ok(true)
}

/// Makes a new file beside another one, which only its owner may read until it takes the other's place. Nobody can know
/// its name before, and what stands there already, be it a link, is never opened.
fn beside(target: &Path) -> io::Result<(std::path::PathBuf, File)> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    loop {
        let path = target.with_file_name(format!(".handbill-{:016x}", chance()));
        match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            other => return other.map(|file| (path, file)),
        }
    }
}

/// Returns a number that nobody can guess. It names a file for a moment, and never reaches the output.
#[expect(clippy::disallowed_types, reason = "the standard library's one source of chance; nothing is ordered by it")]
fn chance() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::collections::hash_map::RandomState::new().build_hasher().finish()
}
