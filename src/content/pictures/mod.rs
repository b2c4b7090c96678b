//! Pictures as they are published: sound, of a size that can be shown, upright, and with nothing in them but the picture.
//! Where and with what a photo was taken, and by whom, stays home. Each format's own file takes it apart; what a page or
//! leaflet does with a picture lives elsewhere.

mod decode;
mod gif;
mod icon;
mod jpeg;
mod judge;
mod png;
mod svg;
mod webp;

use std::io::{self, Read, Seek};

use crate::content::read::files::{Files, Opened};
use crate::content::read::picture_set;

pub use icon::icon;
pub use judge::{Verdict, apply, look};
pub use svg::published_svg;

/// The most pixels that a picture may have: as many as the largest photo that telephones commonly take (48 and 50
/// megapixels). Decoded, that is 200 MB, and 400 MB with 16 bits a channel. Source: ours; no standard decides.
pub const MOST_PIXELS: u64 = 50_000_000;

/// The largest file of a picture, in bytes: far more than any page needs. Source: ours; no standard decides.
pub const MOST_BYTES: u64 = 50_000_000;

/// The kinds of picture that browsers show and that can be published. Source: HTML Living Standard, 4.8.4; MDN, "Image
/// file type and format guide".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// GIF.
    Gif,
    /// WebP.
    WebP,
}

impl Format {
    /// Returns the format by a file's first 12 bytes, whatever its name says.
    pub fn of(start: &[u8]) -> Option<Format> {
        match start {
            [0xFF, 0xD8, 0xFF, ..] => Some(Format::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some(Format::Png),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Format::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::WebP),
            _ => None,
        }
    }
}

/// What is wrong with a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// It ends before the picture does.
    CutShort,
    /// It is not what its first bytes say.
    Damaged,
    /// It has more pixels than [`MOST_PIXELS`].
    Pixels(u32, u32),
    /// It has more bytes than [`MOST_BYTES`].
    Bytes(u64),
    /// It is a drawing that would take too long to draw.
    Intricate,
}

/// A picture as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// Returns a picture as it is published: without what is not picture, and upright. Its pixels are decoded, so that a
/// picture which this returns is one. A picture that lies on its side is turned and encoded again; every other one keeps
/// its pixels bit for bit.
///
/// # Errors
///
/// The picture cannot be shown.
pub fn published(bytes: &[u8]) -> Result<Picture, Fault> {
    let (clean, format) = clean(bytes)?;
    decode::upright(bytes, clean, format)
}

/// Returns the bytes of a picture that [`published`] has found sound, and decodes it only where it is to be turned.
fn published_again(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let (clean, format) = clean(bytes)?;
    match decode::turn(bytes, format) {
        None => Ok(clean),
        Some(_) => decode::upright(bytes, clean, format).map(|picture| picture.bytes),
    }
}

/// Returns a picture without what is not picture, if it has not too many pixels.
fn clean(bytes: &[u8]) -> Result<(Vec<u8>, Format), Fault> {
    let format = Format::of(bytes).ok_or(Fault::Damaged)?;
    let (width, height) = decode::size(bytes, format)?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Fault::Pixels(width, height));
    }
    let clean = match format {
        Format::Jpeg => jpeg::clean(bytes),
        Format::Png => png::clean(bytes),
        Format::Gif => gif::clean(bytes),
        Format::WebP => webp::clean(bytes),
    }?;
    Ok((clean, format))
}

/// A file beside the pages, ready to be published.
pub enum Content {
    /// A picture.
    Picture(Vec<u8>),
    /// Anything else, to be copied as it is.
    File(Box<dyn Opened>),
}

/// Returns what is published of a file, given its path from the site's root.
///
/// # Errors
///
/// The file cannot be read, or is no longer the picture that it was.
pub fn content(files: &dyn Files, path: &str) -> io::Result<Content> {
    let ours = picture_set::built_in(files, path).and_then(|drawn| svg::published_svg(drawn).ok());
    if let Some(picture) = ours {
        return Ok(Content::Picture(picture.bytes));
    }
    let mut file = files.open(path)?;
    let mut start = Vec::new();
    file.by_ref().take(12).read_to_end(&mut start)?;
    let drawing = svg::is_named(path);
    if Format::of(&start).is_none() && !drawing {
        file.rewind()?;
        return Ok(Content::File(file));
    }
    let mut bytes = start;
    file.take(MOST_BYTES).read_to_end(&mut bytes)?;
    let again = if drawing { svg::published_svg(&bytes).map(|picture| picture.bytes) } else { published_again(&bytes) };
    match again {
        Ok(bytes) => Ok(Content::Picture(bytes)),
        Err(_) => Err(io::Error::new(io::ErrorKind::InvalidData, "it is no longer a picture")),
    }
}

/// Four bytes as a number, highest first.
fn u32_be(bytes: &[u8]) -> Option<u32> {
    bytes.get(..4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes)
}
