//! What the last run wrote: a list in the output folder, which is also the sign that Handbill made the folder.

use std::fmt::Write;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// The list's name.
pub const NAME: &str = ".handbill";

/// The list's first line.
const MARK: &str = "Made by Handbill. This folder is replaced whole by each build.\n";

/// Writes the list of files with their sizes in bytes.
pub fn write(folder: &Path, written: &[(String, u64)]) -> io::Result<()> {
    let mut text = String::from(MARK);
    for (path, bytes) in written {
        let _ = writeln!(text, "{bytes}\t{path}");
    }
    fs::write(folder.join(NAME), text)
}

/// Returns whether a folder is empty or has the list.
pub fn is_ours(folder: &Path) -> bool {
    let empty = || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    is_marked(&folder.join(NAME)) || empty()
}

/// Returns whether a file is a list that Handbill wrote, and no file of that name by somebody else.
fn is_marked(path: &Path) -> bool {
    let mut start = String::new();
    let read = fs::File::open(path).and_then(|file| file.take(MARK.len() as u64).read_to_string(&mut start));
    read.is_ok() && start == MARK
}
