//! The names beside the output folder that a build works under: a lock, the new folder, the old one. Names that others
//! have taken are left alone; what a killed build of ours left behind is cleared away.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::{PublishError, failed, manifest};

/// What stands in the lock, so that we know it again.
const MARK: &str = "A build by Handbill is at work here, or was stopped.\n";

/// How many names are tried before we give up.
const TRIES: usize = 100;

/// The names that a build works under, held by a lock.
#[derive(Debug)]
pub struct Slot {
    /// The folder being filled; after the swap, the old output.
    pub new: PathBuf,
    /// Where the old output stands between two steps, on disks that cannot exchange two folders in one.
    pub old: PathBuf,
    lock: PathBuf,
    _locked: File,
}

impl Slot {
    /// Takes the first names beside `out` that are free or ours.
    pub fn take(out: &Path, shown: &Path) -> Result<Slot, PublishError> {
        for number in 0..TRIES {
            let name = |ending: &str| {
                let mut name = std::ffi::OsString::from(".");
                name.push(out.file_name().unwrap_or_default());
                name.push(if number == 0 { ".handbill".to_string() } else { format!(".handbill-{number}") });
                name.push(ending);
                out.with_file_name(name)
            };
            let (lock, new, old) = (name(".lock"), name(".new"), name(".old"));
            if !(is_lock(&lock) && is_folder(&new) && is_folder(&old)) {
                continue;
            }
            let Some(locked) = take_lock(&lock, shown)? else { continue };
            return Ok(Slot { new, old, lock, _locked: locked });
        }
        Err(PublishError::Busy { path: shown.display().to_string() })
    }

    /// Clears away what a killed build left behind, and makes an empty folder that is known as ours. A site that was
    /// killed between the two steps of its swap is put back.
    pub fn clear(&self, out: &Path) -> Result<(), PublishError> {
        if !out.exists() && self.old.exists() {
            fs::rename(&self.old, out).map_err(|error| failed(out, error))?;
        }
        for left_over in [&self.new, &self.old] {
            if left_over.exists() {
                remove(left_over).map_err(|error| failed(left_over, error))?;
            }
        }
        fs::create_dir(&self.new).map_err(|error| failed(&self.new, error))?;
        manifest::mark(&self.new).map_err(|error| failed(&self.new, error))
    }

    /// Removes everything; the old output only where there is a new one.
    pub fn leave(&self, out: &Path) {
        // What cannot be removed is known as ours, and the next build tries again.
        let _ = remove(&self.new);
        if out.exists() && self.old.exists() {
            let _ = remove(&self.old);
        }
        let _ = fs::remove_file(&self.lock);
    }
}

/// Removes a folder of ours, also one that its owner has closed to writing.
fn remove(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let known = fs::metadata(folder)?;
        if known.permissions().readonly() {
            fs::set_permissions(folder, fs::Permissions::from_mode(known.permissions().mode() | 0o700))?;
        }
    }
    manifest::remove(folder)
}

/// Returns whether a name is free, or is a lock of ours.
fn is_lock(path: &Path) -> bool {
    let Ok(known) = path.symlink_metadata() else { return true };
    let mut start = String::new();
    // A build that was killed at once leaves a lock with nothing in it.
    let mut read = || File::open(path).and_then(|file| file.take(MARK.len() as u64).read_to_string(&mut start));
    known.is_file() && read().is_ok() && (start.is_empty() || start == MARK)
}

/// Returns whether a name is free, or is a folder of ours.
fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().map_or(true, |known| known.is_dir() && manifest::is_ours(path))
}

/// Takes the lock; nothing where the name is no longer ours.
fn take_lock(path: &Path, shown: &Path) -> Result<Option<File>, PublishError> {
    let error = |error: io::Error| failed(path, error);
    let mut options = OpenOptions::new();
    let mut file = options.read(true).write(true).create(true).truncate(false).open(path).map_err(error)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(PublishError::Busy { path: shown.display().to_string() }),
        Err(TryLockError::Error(source)) => return Err(error(source)),
    }
    // Another build may have ended in between, and taken the file away with it.
    if !is_there(&file, path) {
        return Err(PublishError::Busy { path: shown.display().to_string() });
    }
    if !is_lock(path) {
        return Ok(None);
    }
    file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(MARK.as_bytes())).map_err(error)?;
    Ok(Some(file))
}

/// Returns whether an open file still stands under its name.
#[cfg(unix)]
fn is_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    matches!((file.metadata(), path.symlink_metadata()), (Ok(a), Ok(b)) if (a.dev(), a.ino()) == (b.dev(), b.ino()))
}

/// Returns whether an open file still stands under its name.
#[cfg(not(unix))]
fn is_there(_: &File, path: &Path) -> bool {
    path.exists()
}
