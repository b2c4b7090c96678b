//! Pictures as they are saved beside a page: without metadata, without what was cut off, under a name that says what they show.

use std::collections::BTreeMap;
use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

use crate::content::pictures::{Format, Picture, published};
use crate::content::slug;

use super::document::{Block, Document, Inline, PictureFile};
use super::markdown::visit;

/// A picture's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its name, beside the page.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// How many pixels a document's pictures may have together: 40 photos of 12 megapixels. Source: ours; each is decoded.
const MOST_PIXELS: u64 = 500_000_000;

/// The most letters of a picture's name that come from what it shows.
const LONGEST_NAME: usize = 40;

/// Returns what each picture of a document is saved as; nothing for one that cannot be shown or that nothing shows. The same bytes
/// are saved once.
pub fn save(document: &mut Document, page: &str, is_free: &dyn Fn(&str) -> bool) -> Vec<Option<Saved>> {
    let alts = shown(document);
    let mut saved: Vec<Option<Saved>> = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    let mut left = MOST_PIXELS;
    for (at, file) in document.pictures.iter().enumerate() {
        let Some(alt) = alts.get(&at) else {
            saved.push(None);
            continue;
        };
        let Some((bytes, ending)) = clean(file, &mut left) else {
            saved.push(None);
            continue;
        };
        let same = saved.iter().flatten().find(|known| known.bytes == bytes).cloned();
        saved.push(Some(same.unwrap_or_else(|| {
            let name = name(page, alt, ending, &|name: &str| is_free(name) && !taken.iter().any(|one| one == name));
            taken.push(name.clone());
            Saved { name, bytes }
        })));
    }
    saved
}

/// Returns the pictures that a document shows, each with what it shows.
fn shown(document: &Document) -> BTreeMap<usize, String> {
    let mut alts = BTreeMap::new();
    let mut look = |block: &Block| {
        visit(block, &mut |inline| {
            if let Inline::Picture(picture) = inline {
                alts.entry(picture.file).or_insert_with(|| picture.alt.clone());
            }
        });
    };
    document.blocks.iter().for_each(&mut look);
    document.notes.iter().flatten().for_each(&mut look);
    alts
}

/// Returns a free name: the page's with what the picture shows, or with a number.
fn name(page: &str, alt: &str, ending: &str, is_free: &dyn Fn(&str) -> bool) -> String {
    let mut words = String::new();
    for word in slug(alt).split('-').filter(|word| word.is_ascii()) {
        if words.len() + word.len() > LONGEST_NAME {
            break;
        }
        words.push('-');
        words.push_str(word);
    }
    let said = format!("{page}{words}.{ending}");
    if !alt.trim().is_empty() && !words.is_empty() && is_free(&said) {
        return said;
    }
    let numbered = |number: &usize| format!("{page}-{number}.{ending}");
    (1..).map(|number| numbered(&number)).find(|name| is_free(name)).unwrap_or(said)
}

/// Returns a picture's bytes without what is not picture, and the ending of its name.
fn clean(file: &PictureFile, left: &mut u64) -> Option<(Vec<u8>, &'static str)> {
    if *left == 0 {
        return None;
    }
    let picture = published(&file.bytes).ok()?;
    let picture = if file.cut == [0.0; 4] { picture } else { cut(&picture, file.cut)? };
    *left = left.saturating_sub(u64::from(picture.width) * u64::from(picture.height));
    let ending = match Format::of(&picture.bytes)? {
        Format::Jpeg => "jpg",
        Format::Png => "png",
        Format::Gif => "gif",
        Format::WebP => "webp",
    };
    Some((picture.bytes, ending))
}

/// Returns a picture without what is cut off: that is not shown, and may be there to be hidden.
fn cut(picture: &Picture, [left, top, right, bottom]: [f32; 4]) -> Option<Picture> {
    let format = Format::of(&picture.bytes)?;
    let known = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Gif => ImageFormat::Gif,
        Format::WebP => ImageFormat::WebP,
    };
    // It was decoded within limits when it was cleaned.
    let pixels = image::load_from_memory_with_format(&picture.bytes, known).ok()?;
    let along = |from: f32, to: f32, whole: u32| {
        let start = (from * whole as f32).round() as u32;
        let end = ((1.0 - to) * whole as f32).round() as u32;
        (start.min(whole - 1), end.clamp(start.min(whole - 1) + 1, whole))
    };
    let (x, x_end) = along(left, right, pixels.width());
    let (y, y_end) = along(top, bottom, pixels.height());
    let shown = pixels.crop_imm(x, y, x_end - x, y_end - y);
    let (shown, into) = match format {
        Format::Jpeg => (DynamicImage::from(shown.to_rgb8()), ImageFormat::Jpeg),
        Format::Png | Format::Gif | Format::WebP => (shown, ImageFormat::Png),
    };
    let mut bytes = Vec::new();
    shown.write_to(&mut Cursor::new(&mut bytes), into).ok()?;
    Some(Picture { bytes, width: shown.width(), height: shown.height() })
}
