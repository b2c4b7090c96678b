//! WebM: whether a film says where it was made. Elements are walked by their lengths, so that the pictures and the sound
//! are never read. Source: RFC 8794 (EBML), 4 to 6; RFC 9559 (Matroska), 5.1; Matroska, "Tags", nesting and names.

use std::io::{self, Read, SeekFrom};

use super::Said;
use crate::content::read::files::Opened;
use crate::model::Says;

/// The element that holds all others, and the one of tags.
const SEGMENT: u64 = 0x1853_8067;
const TAGS: u64 = 0x1254_C367;

/// How many elements are looked at, and how much of the tags is read, in bytes.
const MOST_ELEMENTS: usize = 100_000;
const MOST_BYTES: u64 = 1_000_000;

/// Names of tags that say where a film was made.
const PLACES: [&[u8]; 3] = [b"LOCATION", b"LATITUDE", b"location"];

/// Returns what a film says besides what it shows.
pub fn look(file: &mut dyn Opened) -> Said {
    match has_place(file) {
        Ok(true) => vec![(Says::Place, "where it was filmed".to_string())],
        // A film that ends too early says nothing more.
        Ok(false) | Err(_) => Said::new(),
    }
}

fn has_place(file: &mut dyn Opened) -> io::Result<bool> {
    let end = file.seek(SeekFrom::End(0))?;
    file.rewind()?;
    let mut at = 0;
    for _ in 0..MOST_ELEMENTS {
        let (id, _) = number(file, true)?;
        let (length, unknown) = number(file, false)?;
        let start = file.stream_position()?;
        if id == SEGMENT {
            at = start;
        } else if unknown {
            return Ok(false);
        } else {
            if id == TAGS {
                let mut tags = Vec::new();
                (&mut *file).take(length.min(MOST_BYTES)).read_to_end(&mut tags)?;
                if PLACES.iter().any(|name| tags.windows(name.len()).any(|part| part == *name)) {
                    return Ok(true);
                }
            }
            at = start.checked_add(length).filter(|next| *next > at).unwrap_or(end);
        }
        if at >= end {
            return Ok(false);
        }
        file.seek(SeekFrom::Start(at))?;
    }
    Ok(false)
}

/// Reads a number of a length that its first bits say, with or without them, and whether it says that it is unknown.
fn number(file: &mut dyn Opened, with_marker: bool) -> io::Result<(u64, bool)> {
    let mut first = [0];
    file.read_exact(&mut first)?;
    let more = first[0].leading_zeros();
    if more > 7 {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mask = u8::MAX.checked_shr(more + 1).unwrap_or(0);
    let rest = first[0] & mask;
    let mut value = u64::from(if with_marker { first[0] } else { rest });
    let mut ones = rest == mask;
    for _ in 0..more {
        let mut byte = [0];
        file.read_exact(&mut byte)?;
        ones &= byte[0] == 0xFF;
        value = (value << 8) | u64::from(byte[0]);
    }
    Ok((value, ones))
}
