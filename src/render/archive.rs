//! A zip file in memory, the same bytes for the same files: documents in Word and EPUB are such files.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::format::RenderError;

/// A zip file as it is written.
pub struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Archive {
    /// Returns one without files.
    pub fn new() -> Archive {
        Archive { zip: ZipWriter::new(Cursor::new(Vec::new())) }
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
        self.zip.finish().map(Cursor::into_inner).map_err(|error| broken(&error))
    }

    /// The day is always the first that such a file knows. Source: PKWARE, APPNOTE 6.3.10, 4.4.6.
    fn put(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), RenderError> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644);
        self.zip.start_file(name, options).map_err(|error| broken(&error))?;
        self.zip.write_all(bytes).map_err(|error| broken(&error))
    }
}

fn broken(error: &dyn std::error::Error) -> RenderError {
    RenderError::Mistake { what: format!("a zip file could not be written: {error}") }
}
