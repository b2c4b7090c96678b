//! The cover of Easy Read: who publishes it, that it is Easy Read, its title, a picture, and what it is about.

use super::form::Form;
use crate::model::{Block, Image, walk};
use crate::render::manuscript::Manuscript;
use crate::render::print::breaks::close_cover;
use crate::render::print::flow::{Composer, Measure, Strip, height};
use crate::render::print::front::{publisher, title};
use crate::render::print::structure::StructureTree;
use crate::render::print::style::TextStyle;

/// The narrowest picture that a cover has, in ems of text. Source: our own.
const LEAST: f32 = 5.0;

/// Composes the cover. Its strips fill one page.
pub fn cover(composer: &mut Composer<'_>, form: &Form, manuscript: &Manuscript<'_>, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let gap = style.text * form.cover_gap;
    let mut strips = publisher(composer, StructureTree::ROOT, measure);
    let label = composer.wording.easy.label.clone();
    let loud = TextStyle { bold: true, size: style.headings[1], colour: style.brand, ..style.body() };
    let own_words = manuscript.title.to_lowercase();
    // Many titles say it already.
    if !own_words.starts_with(&label.text.to_lowercase()) {
        strips.append(&mut composer.fixed(StructureTree::ROOT, &label, measure, &loud, gap));
    }
    strips.append(&mut title(composer, manuscript.title, measure, gap * 0.7));
    let mut below = Vec::new();
    if !manuscript.summary.is_empty() {
        let lead = TextStyle { size: style.lead, ..style.body() };
        let summary = manuscript.summary;
        below = composer.sentence(StructureTree::ROOT, summary, measure, &lead, gap * 0.9);
    }
    for said in &manuscript.notices {
        let bold = TextStyle { bold: true, ..style.body() };
        below.append(&mut composer.fixed(StructureTree::ROOT, said, measure, &bold, style.gap));
    }
    if let Some(date) = manuscript.changed {
        let date = date.in_words(manuscript.lang);
        below.append(&mut composer.sentence(StructureTree::ROOT, &date, measure, &style.body(), style.gap));
    }
    if let Some(image) = picture(manuscript) {
        // The picture has what the words leave.
        let room = form.text_height() - height(&strips) - height(&below) - gap * 2.0;
        let width = (measure.width * form.cover_picture).min(room);
        if width > style.text * LEAST {
            let side = Measure { x: measure.x + (measure.width - width) / 2.0, width, ..measure.clone() };
            let image = Image { decorative: true, ..image.clone() };
            let mut drawn = composer.picture(&image, StructureTree::ROOT, &side, width);
            if let Some(first) = drawn.first_mut() {
                first.gap = gap;
            }
            strips.append(&mut drawn);
        }
    }
    strips.append(&mut below);
    close_cover(&mut strips, form.text_height());
    strips
}

/// Returns the picture that the page names for its cover, or the first of the author's own rows. What the kind of page wrote before them shows how to read, and not what
/// the text is about.
fn picture<'m>(manuscript: &Manuscript<'m>) -> Option<&'m Image> {
    let mut pictures: Vec<&'m Image> = Vec::new();
    for blocks in &manuscript.blocks {
        walk::blocks(blocks, &mut |block| {
            if let Block::Row(row) = block {
                pictures.extend(&row.image);
            }
        });
    }
    let named = pictures.iter().find(|image| image.wanted == manuscript.cover);
    let own = named.or_else(|| pictures.iter().find(|image| !image.decorative));
    own.or(pictures.first()).copied()
}
