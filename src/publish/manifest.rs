//! What the last run wrote: a list in the output folder, which is also the sign that Handbill made the folder. The sign
//! is the first thing that is written into a folder of ours and the last that is removed from it, so that what a killed
//! build leaves is known again.

use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

/// The list's name.
pub const NAME: &str = ".handbill";

/// The list's first line.
const MARK: &str = "Made by Handbill. This folder is replaced whole by each build.\n";

/// Marks an empty folder as ours.
pub fn mark(folder: &Path) -> io::Result<()> {
    fs::write(folder.join(NAME), MARK)
}

/// Returns the files that the last run wrote, in order; nothing where there was none. What is no list of ours is none.
pub fn read(folder: &Path) -> Option<Vec<String>> {
    let path = folder.join(NAME);
    let list = is_marked(&path).then(|| fs::File::open(&path).and_then(io::read_to_string).ok())??;
    let lines = list.strip_prefix(MARK)?.lines().filter_map(|line| line.split_once('\t'));
    let mut files: Vec<String> = lines.map(|(_, path)| path.to_string()).collect();
    files.sort();
    Some(files)
}

/// Adds the list of files with their sizes in bytes to the mark.
pub fn write<'p>(folder: &Path, written: impl Iterator<Item = (&'p str, u64)>) -> io::Result<()> {
    let mut text = String::new();
    for (path, bytes) in written {
        let _ = writeln!(text, "{bytes}\t{path}");
    }
    OpenOptions::new().append(true).open(folder.join(NAME))?.write_all(text.as_bytes())
}

/// Removes a folder of ours, the mark last.
pub fn remove(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else if entry.file_name() != NAME {
            fs::remove_file(entry.path())?;
        }
    }
    fs::remove_dir_all(folder)
}

/// Returns whether a folder is empty or is marked as ours.
pub fn is_ours(folder: &Path) -> bool {
    is_marked(&folder.join(NAME)) || is_empty(folder)
}

/// Returns whether a file is a list that Handbill wrote, and no file of that name by somebody else.
fn is_marked(path: &Path) -> bool {
    let mut start = String::new();
    let read = fs::File::open(path).and_then(|file| file.take(MARK.len() as u64).read_to_string(&mut start));
    read.is_ok() && start == MARK
}

/// Returns whether a folder holds nothing, or a mark that a killed build had no time to write.
fn is_empty(folder: &Path) -> bool {
    let nothing = |entry: io::Result<fs::DirEntry>| {
        entry.is_ok_and(|entry| entry.file_name() == NAME && entry.metadata().is_ok_and(|known| known.len() == 0))
    };
    fs::read_dir(folder).is_ok_and(|mut entries| entries.all(nothing))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{MARK, NAME, is_ours, mark, read, remove, write};

    #[test]
    fn a_folder_of_ours_is_known_whenever_a_build_was_killed_and_no_other_is() {
        let folder = std::env::temp_dir().join(format!("handbill-manifest-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let list = folder.join(NAME);
        assert!(is_ours(&folder), "an empty folder");
        fs::write(&list, "").expect("written");
        assert!(is_ours(&folder), "killed before the mark was written");
        fs::write(folder.join("letter.txt"), "Dear all").expect("written");
        assert!(!is_ours(&folder), "an empty file beside a stranger's");
        fs::write(&list, "A note of my own").expect("written");
        assert!(!is_ours(&folder), "a stranger's file of that name");
        mark(&folder).and_then(|()| write(&folder, [("letter.txt", 8)].into_iter())).expect("written");
        assert_eq!(
            fs::File::open(&list).and_then(std::io::read_to_string).expect("read"),
            format!("{MARK}8\tletter.txt\n")
        );
        assert!(is_ours(&folder), "a finished folder");
        assert_eq!(read(&folder), Some(vec!["letter.txt".to_string()]));
        remove(&folder).expect("removed");
        assert!(!folder.exists());
    }
}
