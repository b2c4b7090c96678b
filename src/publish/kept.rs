//! A file whose bytes are the ones that the old output has stays the file that it was, with its time: whoever sends the
//! output elsewhere, such as `rsync`, sees at once what is new.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

/// How much of a file is held while it is compared and copied, in bytes.
const PIECE: usize = 64 * 1024;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// How many bytes it has.
    pub bytes: u64,
    /// Whether the old output had another file there, or none.
    pub changed: bool,
}

/// Why a file could not be written.
pub enum Failed {
    /// What is copied could not be read.
    Read(io::Error),
    /// The copy could not be written.
    Write(io::Error),
}

/// Writes `from` to `new`, which is not there yet. Where `old` has the same bytes, `new` becomes another name of it: the
/// folder that `old` lies in is removed when the new one has taken its place. No more than two pieces are held at a time.
///
/// `from` has about so many bytes: what is short needs no long piece.
pub fn write(from: &mut dyn Read, about: usize, old: &Path, new: &Path) -> Result<Written, Failed> {
    let mut bytes = 0;
    let mut known = known(old);
    let mut to: Option<fs::File> = None;
    // One byte more, so that the end of the file is seen at once.
    let (mut piece, mut other) = (vec![0; PIECE.min(about.saturating_add(1))], Vec::new());
    loop {
        let read = fill(from, &mut piece).map_err(Failed::Read)?;
        if let Some(file) = &mut known {
            other.resize(piece.len(), 0);
            // An old file that cannot be read is as good as none.
            let same = fill(file, &mut other).is_ok_and(|held| piece[..read] == other[..held]);
            if !same {
                known = None;
                to = Some(started(old, bytes, new).map_err(Failed::Write)?);
            }
        }
        if known.is_none() {
            let file = match &mut to {
                Some(file) => file,
                None => to.insert(fs::File::create(new).map_err(Failed::Write)?),
            };
            file.write_all(&piece[..read]).map_err(Failed::Write)?;
        }
        bytes += read as u64;
        if read < piece.len() {
            break;
        }
    }
    if known.is_some() && fs::hard_link(old, new).is_err() {
        // A disk that knows no second name.
        fs::copy(old, new).map_err(Failed::Write)?;
    }
    Ok(Written { bytes, changed: known.is_none() })
}

/// Opens the old file, where it is one. A link is none: what it leads to is not ours.
fn known(old: &Path) -> Option<fs::File> {
    let is_file = fs::symlink_metadata(old).is_ok_and(|known| known.is_file());
    is_file.then(|| fs::File::open(old).ok())?
}

/// Starts the new file with the bytes that it has in common with the old one.
fn started(old: &Path, bytes: u64, new: &Path) -> io::Result<fs::File> {
    let mut to = fs::File::create(new)?;
    if bytes > 0 {
        let copied = io::copy(&mut fs::File::open(old)?.take(bytes), &mut to)?;
        if copied != bytes {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the old file has changed meanwhile"));
        }
    }
    Ok(to)
}

/// Reads until the piece is full or the file ends, and returns how many bytes were read.
fn fill(from: &mut dyn Read, piece: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < piece.len() {
        match from.read(&mut piece[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;
    use std::path::PathBuf;

    use super::{PIECE, Written, write};

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("handbill-kept-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    /// Writes `new` where the old output has `old`, and says whether it changed.
    fn check(name: &str, old: Option<&[u8]>, new: &[u8], changed: bool) {
        let folder = folder(name);
        let (before, after) = (folder.join("old"), folder.join("new"));
        if let Some(old) = old {
            fs::write(&before, old).expect("written");
        }
        let written = write(&mut &new[..], new.len(), &before, &after).ok().expect("written");
        assert_eq!(written, Written { bytes: new.len() as u64, changed }, "{name}");
        let mut held = Vec::new();
        fs::File::open(&after).and_then(|mut file| file.read_to_end(&mut held)).expect("read");
        assert!(held == new, "{name}");
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn only_the_same_bytes_are_kept() {
        let long = vec![7; PIECE * 2];
        let other_end = [&long[..PIECE * 2 - 1], &[8]].concat();
        check("none", None, b"a", true);
        check("same", Some(b"a"), b"a", false);
        check("empty", Some(b""), b"", false);
        check("new-empty", Some(b"a"), b"", true);
        check("old-empty", Some(b""), b"a", true);
        check("long", Some(&long), &long, false);
        check("other-end", Some(&long), &other_end, true);
        check("shorter", Some(&long), &long[..PIECE], true);
        check("longer", Some(&long[..PIECE]), &long, true);
        check("start", Some(b"ab"), b"a", true);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_old_output_is_not_followed() {
        let folder = folder("link");
        fs::write(folder.join("secret"), "a").expect("written");
        std::os::unix::fs::symlink(folder.join("secret"), folder.join("old")).expect("a link");
        let written = write(&mut &b"a"[..], PIECE, &folder.join("old"), &folder.join("new")).ok().expect("written");
        assert!(written.changed && fs::symlink_metadata(folder.join("new")).expect("there").is_file());
        fs::remove_dir_all(&folder).expect("removed");
    }
}
