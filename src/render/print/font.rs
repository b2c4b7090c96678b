//! The faces of a site: read once, checked once, and lent to the jobs that shape text with them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use parley::fontique::{Blob, Collection, CollectionOptions};
use parley::{FontContext, LayoutContext};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};

use crate::model::Site;
use crate::render::format::RenderError;
use crate::render::print::cut::Cuts;

/// One face, with what is asked of it again and again.
pub struct Face {
    /// The file's name, without its ending.
    pub name: String,
    /// The font file.
    pub bytes: Arc<[u8]>,
    /// Units in an em.
    pub units_per_em: u16,
    /// The advance of each glyph, in units of the em.
    pub advances: Vec<u16>,
    /// A character for each glyph that has one; of several, the lowest.
    pub characters: BTreeMap<u16, char>,
    /// The face cut down to what documents show of it.
    pub cuts: Cuts,
}

/// The faces of a site and the tools that shape text with them.
pub struct Faces {
    faces: Vec<Face>,
    blobs: Vec<Blob<u8>>,
    families: Vec<String>,
    covered: BTreeSet<char>,
    idle: Mutex<Vec<Shaper>>,
}

/// What shaping needs for itself: a font collection and working space.
pub struct Shaper {
    /// The font collection.
    pub fonts: FontContext,
    /// Working space.
    pub layouts: LayoutContext<u32>,
}

impl Faces {
    /// Reads the faces of a site.
    ///
    /// # Errors
    ///
    /// There is no face, or one cannot be read.
    pub fn read(site: &Site) -> Result<Faces, RenderError> {
        let mut read = Faces {
            faces: Vec::new(),
            blobs: Vec::new(),
            families: Vec::new(),
            covered: BTreeSet::new(),
            idle: Mutex::default(),
        };
        if site.fonts.is_empty() {
            let reason = "print needs at least one face".to_string();
            return Err(RenderError::Font { font: "print/fonts".to_string(), reason });
        }
        for file in &site.fonts {
            let refuse = |reason: &str| RenderError::Font { font: file.name.clone(), reason: reason.to_string() };
            let font = FontRef::new(&file.bytes).map_err(|error| refuse(&error.to_string()))?;
            let face = face(&file.name, &file.bytes, &font).map_err(|error| refuse(&error.to_string()))?;
            read.covered.extend(font.charmap().mappings().filter_map(|(code, _)| char::from_u32(code)));
            read.faces.push(face);
            read.blobs.push(Blob::new(Arc::new(Arc::clone(&file.bytes))));
        }
        let mut families: Vec<String> = Vec::new();
        let shaper = read.new_shaper(|family| {
            if !families.contains(&family) {
                families.push(family);
            }
        });
        read.families = families;
        if read.families.is_empty() {
            let reason = "its file names no family".to_string();
            return Err(RenderError::Font { font: site.fonts[0].name.clone(), reason });
        }
        read.idle = Mutex::new(vec![shaper]);
        Ok(read)
    }

    /// Returns every face in the order in which they are tried.
    pub fn iter(&self) -> impl Iterator<Item = &Face> {
        self.faces.iter()
    }

    /// Returns a face; numbers come from shaping, so there is always one.
    pub fn get(&self, face: usize) -> &Face {
        &self.faces[face]
    }

    /// Returns the names of the families in the order in which they are tried.
    pub fn families(&self) -> &[String] {
        &self.families
    }

    /// Returns the face that a shaped run names by its data.
    pub fn by_blob(&self, id: u64) -> Option<usize> {
        self.blobs.iter().position(|blob| blob.id() == id)
    }

    /// Returns whether any face has a glyph for a character, or none is needed.
    pub fn covers(&self, character: char) -> bool {
        let unseen = character.is_whitespace() || character.is_control() || shapeless(character);
        character.is_ascii_alphanumeric() || unseen || self.covered.contains(&character)
    }

    /// Lends a shaper. Give it back with [`Faces::give_back`], so that the next job can use what it has worked out.
    pub fn lend(&self) -> Shaper {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.unwrap_or_else(|| self.new_shaper(|_| {}))
    }

    /// Takes a shaper back.
    pub fn give_back(&self, shaper: Shaper) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(shaper);
    }

    fn new_shaper(&self, mut family: impl FnMut(String)) -> Shaper {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut fonts = FontContext { collection: Collection::new(options), source_cache: Default::default() };
        for blob in &self.blobs {
            for (id, _) in fonts.collection.register_fonts(blob.clone(), None) {
                family(fonts.collection.family_name(id).unwrap_or_default().to_string());
            }
        }
        Shaper { fonts, layouts: LayoutContext::new() }
    }
}

/// Returns whether a character has no shape of its own: it joins, parts or turns its neighbours.
/// Source: Unicode Character Database, Default_Ignorable_Code_Point.
pub fn shapeless(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn face(name: &str, bytes: &Arc<[u8]>, font: &FontRef<'_>) -> Result<Face, skrifa::raw::ReadError> {
    let units_per_em = font.head()?.units_per_em();
    font.hhea()?;
    let metrics = font.glyph_metrics(skrifa::prelude::Size::unscaled(), skrifa::prelude::LocationRef::default());
    let count = font.maxp()?.num_glyphs();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an advance is 16 unsigned bits in the file"
    )]
    let advance = |glyph: u16| metrics.advance_width(skrifa::GlyphId::new(u32::from(glyph))).unwrap_or(0.0) as u16;
    let mut characters = BTreeMap::new();
    for (code, glyph) in font.charmap().mappings() {
        if let (Some(character), Ok(glyph)) = (char::from_u32(code), u16::try_from(glyph.to_u32())) {
            characters.entry(glyph).or_insert(character);
        }
    }
    Ok(Face {
        name: name.to_string(),
        bytes: Arc::clone(bytes),
        units_per_em,
        advances: (0..count).map(advance).collect(),
        cuts: Cuts::new(&characters),
        characters,
    })
}
