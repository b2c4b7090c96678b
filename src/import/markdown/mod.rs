//! The intermediate document as Markdown, as an author of Handbill writes it. Nothing here knows which program the document came
//! from.

mod block;
mod escape;
pub mod front_matter;
mod inline;
mod places;
mod table;

use super::document::{Block, Document};
use super::pictures::Saved;
use crate::model::Lang;
use inline::Scene;

pub use inline::opening;
pub use places::visit;

/// Returns a document's text, with its notes at the end. `pictures` has what each of its pictures is saved as, and `lang` is the
/// language of the site.
pub fn body(document: &Document, pictures: &[Option<Saved>], lang: &Lang) -> String {
    let places = places::of(&document.blocks);
    let numbers = places::notes(document);
    let scene = Scene { pictures, places: &places, numbers: &numbers };
    let foreign = document.properties.lang.as_ref().filter(|own| !own.is_same_language(lang));
    let mut text = match foreign {
        // The page says once that it is in another language.
        Some(own) => {
            let inner = block::write(&scene, &document.blocks, 1);
            block::directive(&format!("language {}", own.tag()), &inner)
        }
        None => block::write(&scene, &document.blocks, 0),
    };
    let mut notes: Vec<(usize, &Vec<Block>)> = numbers.iter().copied().zip(&document.notes).collect();
    notes.retain(|(number, _)| *number > 0);
    notes.sort_by_key(|(number, _)| *number);
    for (number, blocks) in notes {
        let inner = block::write(&scene, blocks, block::INSIDE);
        text.push_str(&format!("\n\n[^{number}]: {}", block::indented(&inner, "    ")));
    }
    text.push('\n');
    text
}
