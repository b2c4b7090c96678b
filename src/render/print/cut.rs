//! Faces cut down to some of their glyphs, each cut made once: most documents of a site show the same letters.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use subsetter::GlyphRemapper;

use super::pack;

/// The characters whose glyphs every cut has: those of English text. A document that shows no others shares its faces with
/// all such documents.
const COMMON: &str = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\
                      £©·–—‘’“”•…€";

/// The most cuts of one face that are kept. Every other one is made each time.
const MOST: usize = 48;

/// A face cut down to some glyphs.
#[derive(Debug)]
pub struct Cut {
    /// The glyphs of the whole face that it has, by their new numbers; the first is the one for what has no glyph.
    pub glyphs: Vec<u16>,
    /// The font program.
    pub program: Vec<u8>,
    /// The same, packed as it is written.
    pub packed: Vec<u8>,
}

/// The cuts of one face.
#[derive(Default)]
pub struct Cuts {
    /// The glyphs that each has, in order.
    common: Vec<u16>,
    made: Mutex<HashMap<Vec<u16>, Arc<Cut>>>,
}

impl Cuts {
    /// Returns a face's cuts, of which none is made yet, given its character for each glyph.
    pub fn new(characters: &BTreeMap<u16, char>) -> Cuts {
        let common = characters.iter().filter(|(glyph, character)| **glyph != 0 && COMMON.contains(**character));
        Cuts { common: common.map(|(glyph, _)| *glyph).collect(), made: Mutex::default() }
    }

    /// Returns the face cut down to the common glyphs and these: the same cut for the same glyphs, whoever asks first.
    ///
    /// # Errors
    ///
    /// The face cannot be cut down.
    pub fn with(&self, face: &[u8], glyphs: impl Iterator<Item = u16>) -> Result<Arc<Cut>, subsetter::Error> {
        let mut more: Vec<u16> =
            glyphs.filter(|glyph| *glyph != 0 && self.common.binary_search(glyph).is_err()).collect();
        more.sort_unstable();
        more.dedup();
        let made = || self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(cut) = made().get(&more) {
            return Ok(Arc::clone(cut));
        }
        let mut remapper = GlyphRemapper::new();
        self.common.iter().chain(&more).for_each(|glyph| _ = remapper.remap(*glyph));
        let program = subsetter::subset(face, 0, &remapper)?;
        let packed = pack::packed(&program);
        let cut = Arc::new(Cut { glyphs: remapper.remapped_gids().collect(), program, packed });
        let mut made = made();
        if made.len() < MOST {
            made.insert(more, Arc::clone(&cut));
        }
        Ok(cut)
    }
}
