//! Sound that is kept between builds, in the site's own folder: whole files or none.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{PublishError, failed};

/// Keeps a file at a path from the site's folder on. It is there whole, or as it was before.
///
/// # Errors
///
/// It cannot be written, or its folder is a link that leads out of the site's.
pub fn keep(root: &Path, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
    let target = root.join(path);
    let written = (|| {
        let folder = target.parent().unwrap_or(root);
        fs::create_dir_all(folder)?;
        if !folder.canonicalize()?.starts_with(root.canonicalize()?) {
            return Err(io::Error::other("its folder is a link that leads out of the site's folder"));
        }
        let (beside, mut file) = beside(&target)?;
        let written = file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&beside, &target));
        if written.is_err() {
            // Nothing unfinished stays.
            drop(fs::remove_file(&beside));
        }
        written
    })();
    written.map_err(|error| failed(&target, error))
}

/// Removes the files of a folder whose paths are told to be old. What cannot be removed stays: it is in nobody's way.
pub fn sweep(root: &Path, folder: &str, is_old: &dyn Fn(&str) -> bool) {
    for entry in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| is_old(&format!("{folder}/{name}"))) {
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// Makes a file beside another, of a name that no other process has.
fn beside(target: &Path) -> io::Result<(PathBuf, File)> {
    let mut name = target.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.tmp", std::process::id()));
    let path = target.with_file_name(name);
    // What a killed build left there is ours.
    drop(fs::remove_file(&path));
    OpenOptions::new().write(true).create_new(true).open(&path).map(|file| (path, file))
}
