//! Files to take away that go out as they are: what they say besides what they show. A document knows its author, and
//! often what was struck out; a film knows where it was made. Nothing is changed in them; it is told. One kind of file is
//! one file here.

mod exif;
mod film;
mod office;
mod pdf;
mod webm;
mod xml;

use std::io::{self, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::content::read::assets::File;
use crate::content::read::files::{Files, Opened};
use crate::model::{About, Says};
use crate::preflight::is_local_path;

/// The largest document that is looked into, in bytes. Source: ours; no standard decides.
const MOST_BYTES: u64 = 50_000_000;

/// What one file says: what it is about, and the words for it.
pub type Said = Vec<(Says, String)>;

/// Why a file cannot be looked into, as the end of a sentence.
pub type Closed = &'static str;

/// Returns what a file says besides what it shows. What it says of the publisher is no remark.
pub fn said(asset: &File, files: &dyn Files, about: &About) -> Said {
    let publisher = &[&about.organisation.name, &about.short_name, &about.title].map(|worded| &**worded);
    // A file that cannot be read is told when the pictures are judged.
    let Ok((mut file, start)) = opened(files, &asset.source) else { return Said::new() };
    let closed = |why: &str| vec![(Says::Unknown, why.to_string())];
    let large = || asset.size > MOST_BYTES;
    let looked = match start.as_slice() {
        [b'P', b'K', 3, 4, ..] if large() => Err("it has more than 50 MB"),
        [b'P', b'K', 3, 4, ..] => office::look(file, publisher),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err("it is in a form that Office used before 2007, or has a password"),
        [b'{', b'\\', b'r', b't', b'f', ..] => Err("it is in the form RTF"),
        _ if is_pdf(&start) && large() => Err("it has more than 50 MB"),
        _ if is_pdf(&start) => {
            let mut bytes = Vec::new();
            match file.take(MOST_BYTES).read_to_end(&mut bytes) {
                Ok(_) => guarded(|| pdf::look(&bytes, publisher)),
                Err(_) => Ok(Said::new()),
            }
        }
        [0x1A, 0x45, 0xDF, 0xA3, ..] => Ok(webm::look(&mut *file)),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] | [_, _, _, _, b'm', b'o', b'o', b'v', ..] => {
            Ok(film::look(&mut *file))
        }
        _ => Ok(Said::new()),
    };
    looked.unwrap_or_else(closed)
}

/// Readers find the mark within the first kilobyte. Source: ISO 32000-1:2008, annex H, note 13.
fn is_pdf(start: &[u8]) -> bool {
    start.windows(5).any(|part| part == b"%PDF-")
}

fn opened(files: &dyn Files, path: &str) -> io::Result<(Box<dyn Opened>, Vec<u8>)> {
    let mut file = files.open(path)?;
    let mut start = Vec::new();
    file.by_ref().take(1024).read_to_end(&mut start)?;
    file.rewind()?;
    Ok((file, start))
}

/// Calls a parser that others wrote, and takes a panic in it as a file that cannot be read.
fn guarded(look: impl FnOnce() -> Result<Said, Closed>) -> Result<Said, Closed> {
    catch_unwind(AssertUnwindSafe(look)).unwrap_or(Err("it is damaged"))
}

/// Returns a value in backticks, short enough for a line, without what could break it.
fn quoted(value: &str) -> String {
    let plain: String = value.chars().map(|c| if c.is_control() || c == '`' { ' ' } else { c }).take(80).collect();
    format!("`{}`", plain.trim())
}

/// Returns a number of things in words, such as "2 comments"; nothing where there are none.
fn counted(number: usize, one: &str, many: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{number} {many}")),
    }
}
