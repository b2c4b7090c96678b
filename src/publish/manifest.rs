//! What the last run wrote: a list in the output folder, which is also the sign that Handbill made the folder.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

/// The list's name.
pub const NAME: &str = ".handbill";

/// Writes the list of files with their sizes in bytes.
pub fn write(folder: &Path, written: &[(String, u64)]) -> io::Result<()> {
    let mut text = String::from("Made by Handbill. This folder is replaced whole by each build.\n");
    for (path, bytes) in written {
        let _ = writeln!(text, "{bytes}\t{path}");
    }
    fs::write(folder.join(NAME), text)
}

/// Returns whether a folder is empty or has the list.
pub fn is_ours(folder: &Path) -> bool {
    let empty = || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    folder.join(NAME).is_file() || empty()
}
