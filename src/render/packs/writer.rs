//! A pack as it is written: file by file, so that none of them is ever held whole.

use std::io::{self, Read, Seek, Write};

use crate::render::archive::Archive;
use crate::render::format::{Holds, Packed};

/// Opens a file that a job made, by its path under the output folder.
pub type OpenMade<'a> = dyn Fn(&str) -> io::Result<Box<dyn Read>> + 'a;

/// Writes a pack. PDF files are small already, so they stay as they are.
///
/// # Errors
///
/// A file cannot be opened or read, or the pack cannot be written.
pub fn write(packed: &Packed, to: impl Write + Seek, open: &OpenMade<'_>) -> io::Result<()> {
    let mut archive = Archive::to(to);
    for file in &packed.files {
        match &file.holds {
            Holds::Words(words) => archive.copy(&file.name, &mut words.as_bytes())?,
            Holds::Made(path) => archive.copy(&file.name, &mut open(path)?)?,
        }
    }
    archive.end()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{self, Cursor, Read};

    use super::write;
    use crate::render::archive;
    use crate::render::format::{Holds, Packed, PackedFile};

    /// The most that may be asked of a file at a time, in bytes.
    const PIECE: usize = 256 * 1024;

    /// A long file that is never read whole.
    struct Long(io::Take<io::Repeat>);

    impl Read for Long {
        fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
            assert!(piece.len() <= PIECE, "{} bytes at a time", piece.len());
            self.0.read(piece)
        }
    }

    #[test]
    fn files_are_read_a_piece_at_a_time() {
        let long = 4_000_000;
        let words = PackedFile { name: "1.txt".to_string(), holds: Holds::Words("Print on both sides.".to_string()) };
        let made = PackedFile { name: "T-1.pdf".to_string(), holds: Holds::Made("leaflets/T-1.pdf".to_string()) };
        let pack = Packed { path: "packs/a.zip".to_string(), files: vec![words, made] };
        let mut to = Cursor::new(Vec::new());
        let open = |path: &str| {
            assert_eq!(path, "leaflets/T-1.pdf");
            Ok(Box::new(Long(io::repeat(7).take(long))) as Box<dyn Read>)
        };
        write(&pack, &mut to, &open).expect("written");
        assert_eq!(to.get_ref().len() as u64, archive::size([("1.txt", 20), ("T-1.pdf", long)]));
        let missing = write(&pack, &mut Cursor::new(Vec::new()), &|_| Err(io::ErrorKind::NotFound.into()));
        assert_eq!(missing.expect_err("it is not there").kind(), io::ErrorKind::NotFound);
    }
}
