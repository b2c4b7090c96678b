//! A page and its pictures put into their folder, all or nothing. Nothing that is there is written over.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::content::files::create_new;

/// Writes new files into a folder, the last of them last. Each lies ready beside the folder's files before the first takes its
/// place; where one cannot, those that had are taken away again.
///
/// # Errors
///
/// A file is there already, or cannot be written; the folder is as it was.
pub fn place(folder: &Path, files: &[(&str, &[u8])]) -> io::Result<()> {
    let ready = folder.join(format!(".import-{}", std::process::id()));
    let done = lay_ready(&ready, files).and_then(|()| take_places(&ready, folder, files));
    // What is left of it is no loss: no page is made from a folder whose name begins with a dot.
    _ = fs::remove_dir_all(&ready);
    done
}

fn lay_ready(ready: &Path, files: &[(&str, &[u8])]) -> io::Result<()> {
    files.iter().try_for_each(|(name, bytes)| create_new(&ready.join(name), bytes))
}

fn take_places(ready: &Path, folder: &Path, files: &[(&str, &[u8])]) -> io::Result<()> {
    let mut placed: Vec<PathBuf> = Vec::new();
    for (name, _) in files {
        let (from, to) = (ready.join(name), folder.join(name));
        if let Err(error) = take_place(&from, &to) {
            placed.iter().for_each(|done| _ = fs::remove_file(done));
            return Err(error);
        }
        placed.push(to);
    }
    Ok(())
}

/// A second name for the file fails where there is one already. Where a disk knows no second names, the file is moved.
fn take_place(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            if to.symlink_metadata().is_ok() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            fs::rename(from, to)
        }
        done => done,
    }
}
