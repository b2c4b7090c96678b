//! Faces cut down to the glyphs that a document shows, with the text that each glyph stands for.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};
use skrifa::FontRef;
use skrifa::raw::TableProvider;

use crate::model::fnv;
use crate::render::format::RenderError;
use crate::render::print::cut::Cut;
use crate::render::print::display::{Document, Glyph, GlyphRun};
use crate::render::print::font::{Face, Faces, shapeless};

/// A face as it is embedded in one document.
pub struct Embedded {
    /// Its name in the document's resources.
    pub id: FontId,
    /// The font program.
    pub program: ParsedFont,
    /// The new number of each glyph of the whole face; `None` where the document does not show it.
    new: Vec<u16>,
    /// The text that each glyph stands for, by its new number.
    pub text: Vec<String>,
    /// The width of each glyph in thousandths of an em, cut to whole numbers as printpdf does.
    pub widths: Vec<f32>,
    /// The glyph that stands for a character, by its new number.
    pub of_character: BTreeMap<char, u16>,
    /// The face as it was cut down.
    pub cut: Arc<Cut>,
}

impl Embedded {
    /// Returns the new number of a glyph.
    pub fn number(&self, glyph: u16) -> u16 {
        self.new.get(usize::from(glyph)).copied().unwrap_or(0)
    }
}

/// Returns the text of a glyph as it is read: a space that keeps words together is a space.
pub fn said(run: &GlyphRun, glyph: &Glyph) -> String {
    let range = glyph.text.start as usize..glyph.text.end as usize;
    let text = run.text.get(range).unwrap_or("");
    if text == "\u{a0}" { " ".to_string() } else { text.replace(shapeless, "") }
}

/// Returns whether a glyph shares its text with the one before or after it.
pub fn shares(glyphs: &[Glyph], at: usize) -> bool {
    let same = |other: Option<&Glyph>| other.is_some_and(|other| other.text == glyphs[at].text);
    same(glyphs.get(at + 1)) || at.checked_sub(1).is_some_and(|before| same(glyphs.get(before)))
}

/// A face while its glyphs are gathered.
struct Gathered {
    /// Whether each glyph of the whole face is shown.
    shown: Vec<bool>,
    /// The text of those that are.
    text: BTreeMap<u16, String>,
}

/// Cuts down every face that a document shows glyphs of.
///
/// # Errors
///
/// A face that cannot be cut down.
pub fn embed(faces: &Faces, document: &Document) -> Result<Vec<Option<Embedded>>, RenderError> {
    let mut gathered: Vec<Option<Gathered>> = faces.iter().map(|_| None).collect();
    for item in document.pages.iter().flat_map(|page| &page.items) {
        let Some(run) = item.draw.text() else { continue };
        let face = faces.get(run.face);
        let slot = gathered[run.face]
            .get_or_insert_with(|| Gathered { shown: vec![false; face.advances.len()], text: BTreeMap::new() });
        slot.take(run, face);
    }
    let embed = |(at, slot): (usize, Option<Gathered>)| slot.map(|slot| slot.finish(at, faces.get(at))).transpose();
    gathered.into_iter().enumerate().map(embed).collect()
}

impl Gathered {
    fn take(&mut self, run: &GlyphRun, face: &Face) {
        for (at, glyph) in run.glyphs.iter().enumerate() {
            let Some(shown) = self.shown.get_mut(usize::from(glyph.id)).filter(|shown| !**shown) else { continue };
            if glyph.id == 0 {
                continue;
            }
            *shown = true;
            // The parts of a cluster of several glyphs are written as ActualText; each still needs a text of its own.
            let own = face.characters.get(&glyph.id).filter(|_| shares(&run.glyphs, at));
            self.text.insert(glyph.id, own.map_or_else(|| said(run, glyph), char::to_string));
        }
    }

    fn finish(self, at: usize, face: &Face) -> Result<Embedded, RenderError> {
        let refuse = |reason: String| RenderError::Font { font: face.name.clone(), reason };
        let cut = face.cuts.with(&face.bytes, self.text.keys().copied()).map_err(|error| refuse(error.to_string()))?;
        let old = &cut.glyphs;
        let mut new = vec![0; self.shown.len()];
        let mut text = vec!["\u{fffd}".to_string()];
        for (number, glyph) in (0u16..).zip(old).skip(1) {
            if let Some(new) = new.get_mut(usize::from(*glyph)) {
                *new = number;
            }
            let own = || face.characters.get(glyph).map(char::to_string).unwrap_or_default();
            text.push(self.text.get(glyph).cloned().unwrap_or_else(own));
        }
        let advance = |old: u16| face.advances.get(usize::from(old)).copied().unwrap_or(0);
        let em = f32::from(face.units_per_em);
        let widths = old.iter().map(|old| (f32::from(advance(*old)) * 1000.0 / em).trunc()).collect();
        let glyph_widths = (0u16..).zip(old).map(|(new, old)| (new, advance(*old))).collect();
        let mut of_character = BTreeMap::new();
        for (number, text) in (0u16..).zip(&text).skip(1) {
            let mut characters = text.chars();
            if let (Some(one), None) = (characters.next(), characters.next()) {
                of_character.entry(one).or_insert(number);
            }
        }
        let codepoint_to_glyph =
            of_character.iter().map(|(character, number)| (u32::from(*character), *number)).collect();
        let font = FontRef::new(&face.bytes).map_err(|error| refuse(error.to_string()))?;
        let mut program = parsed(&font, cut.program.clone()).map_err(|error| refuse(error.to_string()))?;
        program.font_name = Some(format!("{}+{}", subset_tag(at, old), face.name));
        program.glyph_widths = glyph_widths;
        program.codepoint_to_glyph = codepoint_to_glyph;
        Ok(Embedded { id: FontId(format!("F{at}")), program, new, text, widths, of_character, cut })
    }
}

fn parsed(font: &FontRef<'_>, program: Vec<u8>) -> Result<ParsedFont, skrifa::raw::ReadError> {
    let (head, hhea) = (font.head()?, font.hhea()?);
    Ok(ParsedFont {
        original_bytes: program,
        font_index: 0,
        font_name: None,
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: BTreeMap::new(),
        units_per_em: head.units_per_em(),
        font_metrics: FontMetrics { ascent: hhea.ascender().to_i16(), descent: hhea.descender().to_i16() },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: head.units_per_em(),
            x_min: head.x_min(),
            y_min: head.y_min(),
            x_max: head.x_max(),
            y_max: head.y_max(),
            caret_slope_rise: hhea.caret_slope_rise(),
            caret_slope_run: hhea.caret_slope_run(),
            us_weight_class: font.os2().map_or(400, |os2| os2.us_weight_class()),
        },
    })
}

/// Returns the six letters that mark a cut-down face. Source: ISO 32000-1:2008, 9.6.4.
fn subset_tag(face: usize, glyphs: &[u16]) -> String {
    let mut state = fnv::fold(fnv::BASIS ^ face as u64, fnv::PRIME, glyphs.iter().copied());
    let mut letter = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'A' + u8::try_from((state >> 33) % 26).unwrap_or(0))
    };
    (0..6).map(|_| letter()).collect()
}
