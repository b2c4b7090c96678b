//! Pictures as they are saved beside a page: without metadata, without what was cut off, under a name that says what they show.

use std::collections::BTreeMap;

use crate::content::pictures::{Format, published};
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

/// The most letters of a picture's name that come from what it shows.
const LONGEST_NAME: usize = 40;

/// Returns what each picture of a document is saved as; nothing for one that cannot be shown or that nothing shows. The same bytes
/// are saved once.
pub fn save(document: &mut Document, page: &str, is_free: &dyn Fn(&str) -> bool) -> Vec<Option<Saved>> {
    let alts = shown(document);
    let mut saved: Vec<Option<Saved>> = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    for (at, file) in document.pictures.iter().enumerate() {
        let Some(alt) = alts.get(&at) else {
            saved.push(None);
            continue;
        };
        let Some((bytes, ending)) = clean(file) else {
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
fn clean(file: &PictureFile) -> Option<(Vec<u8>, &'static str)> {
    let picture = published(&file.bytes).ok()?;
    let ending = match Format::of(&picture.bytes)? {
        Format::Jpeg => "jpg",
        Format::Png => "png",
        Format::Gif => "gif",
        Format::WebP => "webp",
    };
    Some((picture.bytes, ending))
}
