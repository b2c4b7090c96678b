//! A zip file, the same bytes for the same files: documents in Word and EPUB are such files, and packs of leaflets.

use std::io::{self, Cursor, Read, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::format::RenderError;

/// A zip file as it is written.
pub struct Archive<W: Write + Seek = Cursor<Vec<u8>>> {
    zip: ZipWriter<W>,
}

/// The bytes that a zip file has for a file besides its own and twice its name, and those at its end. Source: PKWARE, APPNOTE
/// 6.3.10, 4.3.7, 4.3.12 and 4.3.16.
const OF_EACH: u64 = 30 + 46;
const END: u64 = 22;

/// Returns how many bytes a zip file has that holds files as they are, given the name of each and how many bytes it has.
pub fn size<'n>(files: impl IntoIterator<Item = (&'n str, u64)>) -> u64 {
    files.into_iter().map(|(name, bytes)| OF_EACH + 2 * name.len() as u64 + bytes).sum::<u64>() + END
}

impl Archive {
    /// Returns one in memory, without files.
    pub fn new() -> Archive {
        Archive::to(Cursor::new(Vec::new()))
    }

    /// Puts a file in as it is: one that is small already, or that programs look for at a fixed place.
    ///
    /// # Errors
    ///
    /// A fault of ours: nothing is written but memory.
    pub fn store(&mut self, name: &str, bytes: &[u8]) -> Result<(), RenderError> {
        self.put(name, bytes, CompressionMethod::Stored)
    }

    /// Puts a file in, made smaller.
    ///
    /// # Errors
    ///
    /// A fault of ours.
    pub fn pack(&mut self, name: &str, bytes: &[u8]) -> Result<(), RenderError> {
        self.put(name, bytes, CompressionMethod::Deflated)
    }

    /// Returns the bytes of the whole.
    ///
    /// # Errors
    ///
    /// A fault of ours.
    pub fn finish(self) -> Result<Vec<u8>, RenderError> {
        self.end().map(Cursor::into_inner).map_err(|error| broken(&error))
    }

    /// Puts a file in, whole: how small it becomes must not depend on pieces.
    fn put(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), RenderError> {
        let put = self.start(name, method).and_then(|()| self.zip.write_all(bytes));
        put.map_err(|error| broken(&error))
    }
}

impl<W: Write + Seek> Archive<W> {
    /// Returns one that is written to `to`, without files.
    pub fn to(to: W) -> Archive<W> {
        Archive { zip: ZipWriter::new(to) }
    }

    /// Puts a file in as it is, a piece at a time.
    ///
    /// # Errors
    ///
    /// It cannot be read, or not be written.
    pub fn copy(&mut self, name: &str, from: &mut dyn Read) -> io::Result<()> {
        self.start(name, CompressionMethod::Stored)?;
        io::copy(from, &mut self.zip)?;
        Ok(())
    }

    /// Writes the end, and returns what it was written to.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn end(self) -> io::Result<W> {
        Ok(self.zip.finish()?)
    }

    /// The day is always the first that such a file knows. Source: PKWARE, APPNOTE 6.3.10, 4.4.6.
    fn start(&mut self, name: &str, method: CompressionMethod) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644);
        Ok(self.zip.start_file(name, options)?)
    }
}

fn broken(error: &dyn std::error::Error) -> RenderError {
    RenderError::Mistake { what: format!("a zip file could not be written: {error}") }
}

#[cfg(test)]
mod tests {
    use super::{Archive, size};

    #[test]
    fn its_size_is_known_before_it_is_written() {
        for files in [&[][..], &[("a.txt", "A.")], &[("a.txt", ""), ("łódź.txt", "Words of a file."), ("b/c", "x")]]
        {
            let mut archive = Archive::new();
            for (name, words) in files {
                archive.store(name, words.as_bytes()).expect("written");
            }
            let told = size(files.iter().map(|(name, words)| (*name, words.len() as u64)));
            assert_eq!(archive.finish().expect("written").len() as u64, told, "{files:?}");
        }
    }
}
