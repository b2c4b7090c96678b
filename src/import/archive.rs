//! Documents that are zip files: their parts by name, unpacked within limits. Nothing is written to disk, so that no name
//! in them leads anywhere. Source: PKWARE, APPNOTE; ECMA-376, part 2, 6.2 (names of parts, in any case of letters).

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::refusal::Refusal;

/// How many files a document may hold. Source: ours; no standard decides.
const MOST_FILES: usize = 10_000;

/// How much of a document is unpacked, in bytes: all of it, and one part of it. Source: ours; no standard decides.
const MOST_BYTES: u64 = 200_000_000;
const MOST_OF_ONE: u64 = 60_000_000;

/// How many times its packed size a part of more than a megabyte may have. XML of documents packs to a tenth, of long tables
/// to a fortieth; deflate itself cannot do more than 1,032. Source: ours.
const MOST_RATIO: u64 = 250;
const RATIO_FROM: u64 = 1_000_000;

/// A document's parts.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Where each part is, by its name in small letters.
    places: BTreeMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens a document.
    ///
    /// # Errors
    ///
    /// It is damaged, or holds too many files.
    pub fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Refusal> {
        // Asked before all of them are read.
        if said_files(bytes).is_some_and(|files| files > MOST_FILES) {
            return Err(Refusal::Unfolds);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        if zip.len() > MOST_FILES {
            return Err(Refusal::Unfolds);
        }
        let mut places = BTreeMap::new();
        for at in 0..zip.len() {
            if let Some(Ok(name)) = zip.name_for_index(at) {
                places.entry(name.replace('\\', "/").to_lowercase()).or_insert(at);
            }
        }
        Ok(Archive { zip, places, left: MOST_BYTES })
    }

    /// Returns whether there is a part with a name.
    pub fn has(&self, name: &str) -> bool {
        self.places.contains_key(&name.to_lowercase())
    }

    /// Returns a part's bytes; nothing where there is no such part.
    ///
    /// # Errors
    ///
    /// It is damaged, has a password, or unfolds to more than it should.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(at) = self.places.get(&name.to_lowercase()) else { return Ok(None) };
        let entry = match self.zip.by_index(*at) {
            Ok(entry) => entry,
            Err(ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword) => return Err(Refusal::Compound),
            Err(_) => return Err(damaged()),
        };
        let packed = entry.compressed_size();
        // What an entry says of its own size is not believed.
        let most = MOST_OF_ONE.min(self.left).min((packed.saturating_mul(MOST_RATIO)).max(RATIO_FROM));
        let mut bytes = Vec::new();
        entry.take(most + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let read = bytes.len() as u64;
        if read > most {
            return Err(Refusal::Unfolds);
        }
        self.left -= read;
        Ok(Some(bytes))
    }
}

/// Returns how many files an archive says that it holds. Source: PKWARE, APPNOTE, 4.3.16: the record at its end, with a comment of
/// 65,535 bytes at most.
fn said_files(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(22 + 65_535);
    let end = bytes.get(from..)?;
    let at = end.windows(4).rposition(|mark| mark == [b'P', b'K', 5, 6])?;
    match end.get(at + 10..at + 12)? {
        [low, high] => Some(usize::from(u16::from_le_bytes([*low, *high]))),
        _ => None,
    }
}

fn damaged() -> Refusal {
    Refusal::Damaged("it cannot be unpacked".to_string())
}
