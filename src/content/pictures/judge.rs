//! The pictures of a site that go out, judged side by side: each is decoded once, and those that are printed are kept.

use std::collections::BTreeSet;
use std::io::Read;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Fault, Format, MOST_BYTES, MOST_PIXELS, Picture, published};
use crate::content::Loading;
use crate::content::link::uses::{Use, Uses};
use crate::content::problems;
use crate::content::read::assets::{PICTURE_ENDINGS, broken_picture};
use crate::content::read::files::Files;
use crate::diag::{Diagnostic, Span, reason};
use crate::model::{Asset, AssetId, AssetKind, Block, Image, Inline, Site, grouped, walk};

/// Whether a file is of a kind, by its first 12 bytes.
type Is = fn(&[u8]) -> bool;

/// Pictures that say where and with what they were taken, and of which that cannot be taken away. Source: the first bytes
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

enum Verdict {
    /// It is no picture.
    File,
    /// What is remembered of a picture; its bytes only where they are printed, since all others are read again when they
    /// are published.
    Sound { kind: AssetKind, size: u64, bytes: Option<Arc<[u8]>> },
    /// It cannot be shown.
    Faulty(Fault),
    /// It is a picture of a kind that says too much.
    Other(&'static str),
    /// It cannot be read, for the system's reason.
    Unreadable(String),
}

/// Judges every picture that goes out. One that cannot be shown is reported where it is used, and taken away there.
pub fn judge(site: &mut Site, uses: &Uses, files: &dyn Files, loading: &mut Loading) {
    let known = std::mem::take(&mut loading.sound);
    let going: Vec<(AssetId, &Asset)> = site.going_out().filter(|(_, asset)| !known.contains(&asset.path)).collect();
    let judged: Vec<(AssetId, Verdict)> = going
        .into_par_iter()
        .map(|(id, asset)| {
            let printed = uses.get(&id).is_some_and(|uses| uses.iter().any(|used| used.printed));
            (id, look(asset, printed, files))
        })
        .collect();
    let mut gone = BTreeSet::new();
    for (id, verdict) in judged {
        let asset = &mut site.assets[id.0 as usize];
        let path = asset.path.as_str();
        let uses = uses.get(&id).map_or(&[][..], Vec::as_slice);
        match verdict {
            Verdict::File => {}
            Verdict::Sound { kind, size, bytes } => {
                let named = matches!(asset.kind, AssetKind::Image { .. });
                asset.kind = if named { kind } else { AssetKind::File };
                asset.size = size;
                asset.bytes = bytes;
                loading.sound.insert(asset.path.clone());
            }
            Verdict::Faulty(fault) => {
                gone.insert(id);
                tell(&asset.source, uses, loading, |span| faulty(path, &fault, span));
            }
            Verdict::Other(kind) => tell(&asset.source, uses, loading, |span| other(path, kind, span)),
            Verdict::Unreadable(why) => {
                gone.insert(id);
                let message = format!("this cannot be read: {why}");
                loading.report(&asset.source, &problems::FILE_OUTSIDE, message, "check who may read it");
            }
        }
    }
    loading.sound.extend(known);
    without_pictures(site, &gone);
}

fn look(asset: &Asset, printed: bool, files: &dyn Files) -> Verdict {
    let path = asset.source.as_str();
    let unreadable = |error: std::io::Error| Verdict::Unreadable(reason(&error));
    let mut start = Vec::new();
    if let Err(error) = files.open(path).and_then(|file| file.take(12).read_to_end(&mut start)) {
        return unreadable(error);
    }
    if Format::of(&start).is_none() {
        let ending = asset.path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
        let other = OTHERS.iter().find(|(_, is)| is(&start));
        return match other {
            Some((kind, _)) => Verdict::Other(kind),
            None if PICTURE_ENDINGS.contains(&ending.as_str()) => Verdict::Faulty(Fault::Damaged),
            None => Verdict::File,
        };
    }
    if asset.size > MOST_BYTES {
        return Verdict::Faulty(Fault::Bytes(asset.size));
    }
    let bytes = match files.read(path) {
        Ok(bytes) => bytes,
        Err(error) => return unreadable(error),
    };
    match published(&bytes) {
        Ok(Picture { bytes, width, height }) => Verdict::Sound {
            kind: AssetKind::Image { width, height },
            size: bytes.len() as u64,
            bytes: printed.then(|| Arc::from(bytes)),
        },
        Err(fault) => Verdict::Faulty(fault),
    }
}

/// Reports something of a file at each place where it is used, or else of the file itself.
fn tell(source: &str, uses: &[Use], loading: &mut Loading, say: impl Fn(Span) -> Diagnostic) {
    let spans: BTreeSet<Span> = uses.iter().map(|used| used.span).collect();
    if spans.is_empty() {
        let file = loading.sources.add(source, "");
        loading.found.push(say(Span::whole(file)));
    }
    loading.found.extend(spans.into_iter().map(say));
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

/// Takes a picture away where it is used, since it cannot be shown; the words that stand for it stay.
fn without_pictures(site: &mut Site, gone: &BTreeSet<AssetId>) {
    if gone.is_empty() {
        return;
    }
    let take = |image: &mut Image| image.asset = image.asset.take().filter(|asset| !gone.contains(&asset.id));
    let clear = |blocks: &mut Vec<Block>| {
        walk::blocks_mut(blocks, &mut |block| match block {
            Block::Figure(figure) => take(&mut figure.image),
            Block::Row(row) => row.image.iter_mut().for_each(take),
            _ => {}
        });
        walk::runs_mut(blocks, &mut |run, _| {
            walk::each_mut(run, &mut |inline| {
                if let Inline::Image(image) = inline {
                    take(image);
                }
            });
        });
    };
    for page in &mut site.pages {
        clear(&mut page.blocks);
        page.notes.iter_mut().for_each(|note| clear(&mut note.blocks));
    }
    for panel in site.sheets.iter_mut().flat_map(|sheet| &mut sheet.panels) {
        clear(&mut panel.head);
        clear(&mut panel.foot);
    }
}
