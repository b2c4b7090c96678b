//! A picture that goes out, decoded and judged; the bytes of one that is printed are kept.

use std::collections::BTreeSet;
use std::io::Read;
use std::sync::Arc;

use super::svg::{is_named, published_svg};
use super::{Fault, Format, MOST_BYTES, MOST_PIXELS, Picture, published};
use crate::content::link::uses::Use;
use crate::content::problems;
use crate::content::read::assets::{File, PICTURE_ENDINGS, broken_picture};
use crate::content::read::files::Files;
use crate::content::read::picture_set;
use crate::diag::{Diagnostic, FileId, Span, reason};
use crate::model::{Asset, AssetKind, grouped};

/// Whether a file is of a kind, by its first 12 bytes.
type Is = fn(&[u8]) -> bool;

/// Pictures whose record of where and with what they were taken cannot be removed here. Source: the first bytes
/// of TIFF 6.0, of ISO/IEC 14496-12 brands in ISO/IEC 23008-12, of ISO/IEC 18181-2 and of Adobe Photoshop's format.
const OTHERS: &[(&str, Is)] = &[
    ("TIFF", |start| start.starts_with(b"II*\0") || start.starts_with(b"MM\0*")),
    ("HEIC or AVIF", |start| {
        let brands: [&[u8]; 8] = [b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif", b"avis"];
        start.get(4..8) == Some(b"ftyp") && start.get(8..12).is_some_and(|brand| brands.contains(&brand))
    }),
    ("JPEG XL", |start| start.starts_with(&[0xFF, 0x0A]) || start.get(4..8) == Some(b"JXL ")),
    ("JPEG 2000", |start| start.get(4..8) == Some(b"jP  ")),
    ("Photoshop", |start| start.starts_with(b"8BPS")),
];

/// What came of a look at a file beside the pages.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It is no picture.
    File,
    /// What is remembered of a picture; its bytes only where they are printed, since all others are read again when they
    /// are published.
    Sound {
        /// Its pixels.
        kind: AssetKind,
        /// Its size in bytes, as it is published.
        size: u64,
        /// Its bytes as they are published.
        bytes: Option<Arc<[u8]>>,
    },
    /// It cannot be shown.
    Faulty(Fault),
    /// It is a picture of a kind that says too much.
    Other(&'static str),
    /// It cannot be read, for the system's reason.
    Unreadable(String),
}

impl Verdict {
    /// Returns what is wrong, told at a place where the file is used; nothing where it is well, or cannot be read.
    pub fn told(&self, path: &str, span: Span) -> Option<Diagnostic> {
        match self {
            Verdict::Faulty(fault) => Some(faulty(path, fault, span)),
            Verdict::Other(kind) => Some(other(path, kind, span)),
            Verdict::File | Verdict::Sound { .. } | Verdict::Unreadable(_) => None,
        }
    }

    /// Returns whether a picture is taken away where it is shown; the words that stand for it stay.
    pub fn takes_away(&self) -> bool {
        matches!(self, Verdict::Faulty(_) | Verdict::Unreadable(_))
    }
}

/// Writes what came of a look into the model, and returns what is wrong: told at each place where the file is used, or else
/// of the file itself.
pub fn apply(asset: &mut Asset, file: FileId, verdict: &Verdict, uses: &[Use]) -> Vec<Diagnostic> {
    match verdict {
        Verdict::File => Vec::new(),
        Verdict::Sound { kind, size, bytes } => {
            let named = matches!(asset.kind, AssetKind::Image { .. });
            asset.kind = if named { *kind } else { AssetKind::File };
            asset.size = *size;
            asset.bytes.clone_from(bytes);
            Vec::new()
        }
        Verdict::Unreadable(why) => {
            let message = format!("this cannot be read: {why}");
            vec![Diagnostic::new(&problems::FILE_OUTSIDE, Span::whole(file), message, "check who may read it")]
        }
        Verdict::Faulty(_) | Verdict::Other(_) => {
            let mut spans: BTreeSet<Span> = uses.iter().map(|used| used.span).collect();
            if spans.is_empty() {
                spans.insert(Span::whole(file));
            }
            spans.into_iter().filter_map(|span| verdict.told(&asset.path, span)).collect()
        }
    }
}

/// Looks at a file beside the pages, given its path under `content/`; the bytes of a picture that is printed are kept.
pub fn look(file: &File, printed: bool, files: &dyn Files) -> Verdict {
    let path = file.source.as_str();
    if let Some(drawn) = picture_set::built_in(files, path) {
        return judged(published_svg(drawn), printed);
    }
    let unreadable = |error: std::io::Error| Verdict::Unreadable(reason(&error));
    let mut start = Vec::new();
    if let Err(error) = files.open(path).and_then(|file| file.take(12).read_to_end(&mut start)) {
        return unreadable(error);
    }
    let drawing = is_named(path);
    if Format::of(&start).is_none() && !drawing {
        let ending = file.path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
        let other = OTHERS.iter().find(|(_, is)| is(&start));
        return match other {
            Some((kind, _)) => Verdict::Other(kind),
            None if PICTURE_ENDINGS.contains(&ending.as_str()) => Verdict::Faulty(Fault::Damaged),
            None => Verdict::File,
        };
    }
    if file.size > MOST_BYTES {
        return Verdict::Faulty(Fault::Bytes(file.size));
    }
    let bytes = match files.read(path) {
        Ok(bytes) => bytes,
        Err(error) => return unreadable(error),
    };
    judged(if drawing { published_svg(&bytes) } else { published(&bytes) }, printed)
}

/// Returns what is remembered of a picture as it is published.
fn judged(picture: Result<Picture, Fault>, printed: bool) -> Verdict {
    match picture {
        Ok(Picture { bytes, width, height }) => Verdict::Sound {
            kind: AssetKind::Image { width, height },
            size: bytes.len() as u64,
            bytes: printed.then(|| Arc::from(bytes)),
        },
        Err(fault) => Verdict::Faulty(fault),
    }
}

fn faulty(path: &str, fault: &Fault, span: Span) -> Diagnostic {
    match fault {
        Fault::Damaged => broken_picture(path, span),
        Fault::CutShort => {
            let message = format!("`{path}` ends before the picture does");
            let help = "copy the file again from where it came from, or save the picture again as PNG or JPEG";
            Diagnostic::new(&problems::PICTURE_UNREADABLE, span, message, help)
        }
        Fault::Pixels(width, height) => {
            let (width, height, most) = (grouped(*width), grouped(*height), MOST_PIXELS / 1_000_000);
            let message = format!(
                "`{path}` is {width} pixels wide and {height} high, more than the {most} million pixels that can be shown"
            );
            Diagnostic::new(&problems::PICTURE_TOO_LARGE, span, message, SMALLER)
        }
        Fault::Intricate => {
            let message = format!("`{path}` is a drawing of too many parts, or of parts within parts");
            let help = "simplify it in the program that it was drawn with, or save it as PNG";
            Diagnostic::new(&problems::PICTURE_TOO_LARGE, span, message, help)
        }
        Fault::Bytes(bytes) => {
            let (has, most) = (bytes / 1_000_000, MOST_BYTES / 1_000_000);
            let message = format!("`{path}` has {has} MB, more than the {most} MB that a picture may have");
            Diagnostic::new(&problems::PICTURE_TOO_LARGE, span, message, SMALLER)
        }
    }
}

const SMALLER: &str = "make it smaller in a picture program: 2,000 pixels across are enough for a page and for paper";

fn other(path: &str, kind: &str, span: Span) -> Diagnostic {
    let message = format!("`{path}` is a picture in the form {kind}, which may say where and by whom it was taken");
    let help = "save it as JPEG or PNG, and name that file: what those say is taken out";
    Diagnostic::new(&problems::PICTURE_SAYS_MORE, span, message, help)
}
