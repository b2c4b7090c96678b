//! MP4 and QuickTime: whether a film says where it was made. The boxes are walked by their lengths, so that the pictures
//! and the sound are never read. Source: ISO/IEC 14496-12, 4.2 and 8; QuickTime File Format, "User Data Atoms" and "Metadata";
//! 3GPP TS 26.244, 8.2 (`loci`); GoPro GPMF; Google, Camera Motion Metadata.

use std::io::{self, Read, SeekFrom};

use super::Said;
use crate::content::read::files::Opened;
use crate::model::Says;

/// How many boxes are looked at: more than any film has outside its tables.
const MOST_BOXES: usize = 20_000;

/// How deep boxes may stand inside one another.
const DEEPEST: usize = 8;

/// How much of one box is read, in bytes.
const MOST_BYTES: u64 = 1_000_000;

/// Boxes that hold boxes on the way to what is looked for.
const HOLD: [&[u8; 4]; 9] = [b"moov", b"udta", b"trak", b"mdia", b"minf", b"stbl", b"meta", b"moof", b"traf"];

/// Boxes that are a place by their name.
const PLACES: [&[u8; 4]; 3] = [b"\xA9xyz", b"loci", b"GPS "];

/// Tracks that are a place for each moment: GoPro's, and Google's for cameras.
const TRACKS: [&[u8; 4]; 2] = [b"gpmd", b"camm"];

/// Words in boxes of metadata that name a place.
const WORDS: [&[u8]; 3] = [b"quicktime.location", b"GPSLatitude", b"GPSCoordinates"];

/// Returns what a film says besides what it shows.
pub fn look(file: &mut dyn Opened) -> Said {
    let Ok(length) = file.seek(SeekFrom::End(0)) else { return Said::new() };
    let mut walk = Walk { file, left: MOST_BOXES, place: false };
    // A film that ends too early says what it says up to there.
    let _ = walk.boxes(0, length, 0);
    if walk.place { vec![(Says::Place, "where it was filmed".to_string())] } else { Said::new() }
}

struct Walk<'f> {
    file: &'f mut dyn Opened,
    left: usize,
    place: bool,
}

impl Walk<'_> {
    fn boxes(&mut self, mut at: u64, end: u64, depth: usize) -> io::Result<()> {
        while at + 8 <= end && self.left > 0 && !self.place {
            self.left -= 1;
            self.file.seek(SeekFrom::Start(at))?;
            let mut head = [0; 8];
            self.file.read_exact(&mut head)?;
            let [a, b, c, d, kind @ ..] = head;
            let (mut start, mut length) = (at + 8, u64::from(u32::from_be_bytes([a, b, c, d])));
            if length == 1 {
                let mut long = [0; 8];
                self.file.read_exact(&mut long)?;
                (start, length) = (at + 16, u64::from_be_bytes(long));
            } else if length == 0 {
                length = end - at;
            }
            let Some(stop) = at.checked_add(length).filter(|stop| *stop >= start && *stop <= end) else {
                return Ok(());
            };
            self.one(&kind, start, stop, depth)?;
            at = stop;
        }
        Ok(())
    }

    fn one(&mut self, kind: &[u8; 4], start: u64, stop: u64, depth: usize) -> io::Result<()> {
        match kind {
            _ if PLACES.contains(&kind) && stop > start => self.place = true,
            // The first 4 bytes may be a version; in QuickTime they are not.
            b"meta" if depth < DEEPEST => {
                let mut four = [0; 4];
                self.file.read_exact(&mut four)?;
                self.boxes(if four == [0; 4] { start + 4 } else { start }, stop, depth + 1)?;
            }
            _ if HOLD.contains(&kind) && depth < DEEPEST => self.boxes(start, stop, depth + 1)?,
            b"stsd" => {
                let first = self.read(start, stop, 16)?;
                self.place |= first.get(12..16).is_some_and(|format| TRACKS.iter().any(|track| *track == format));
            }
            b"keys" | b"uuid" | b"XMP_" => {
                let bytes = self.read(start, stop, MOST_BYTES)?;
                self.place |= WORDS.iter().any(|word| bytes.windows(word.len()).any(|part| part == *word));
            }
            _ => {}
        }
        Ok(())
    }

    fn read(&mut self, start: u64, stop: u64, most: u64) -> io::Result<Vec<u8>> {
        self.file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::new();
        (&mut *self.file).take((stop - start).min(most)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}
