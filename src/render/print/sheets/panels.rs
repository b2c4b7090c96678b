//! A leaflet onto all panels of its sheet, as one design says.

use super::folio::{Folio, Placed, blank, slots};
use super::{booklet, panel};
use crate::diag::Diagnostic;
use crate::render::print::display::{Document, Rect};
use crate::render::print::flow::Composer;
use crate::render::print::pages::{Metadata, Paper};
use crate::render::print::style::PrintStyle;

/// A leaflet, laid out.
pub struct LaidOut {
    /// It, on trimmed sheets, or on trimmed pages where these are stapled.
    pub document: Document,
    /// What the author must mend.
    pub diagnostics: Vec<Diagnostic>,
    /// The panels whose words do not fit: the page of each, and where it stands there.
    pub full: Vec<(usize, Rect)>,
    /// The share of its height that the fullest panel leaves empty; negative where its words do not fit.
    pub spare: f32,
}

/// Lays a leaflet out as its design says. What panels stand on is not drawn yet, since that depends on who prints it.
pub fn fill(folio: &Folio<'_>) -> LaidOut {
    let style = PrintStyle::of_leaflet(folio.design, &folio.sheet.sizes);
    let mut composer = Composer::new(folio.shared, folio.faces, style, folio.leaflet.lang.clone());
    composer.offered = folio.offered;
    // A card or a strip has no room beside its words.
    composer.icons = folio.design.icons.as_deref().filter(|_| !folio.is_small());
    let mut paper = Paper::default();
    let mut overflow = Vec::new();
    if folio.sheet.stapled {
        booklet::lay_out(folio, &mut composer, &mut paper, &mut overflow);
    } else {
        let faces = folio.sheet.faces(folio.leaflet.panels.len());
        paper.pages = (0..faces).map(|_| blank(folio.sheet)).collect();
        for (at, slot) in slots(folio).iter().enumerate() {
            let Some(words) = folio.leaflet.panels.get(at) else { break };
            let last = at + 1 == folio.leaflet.panels.len();
            let placed = Placed { at, slot, page: slot.face, words, last };
            overflow.extend(panel::set(folio, &mut composer, &mut paper, &placed));
        }
    }
    let organisation = &folio.shared.about.organisation.name;
    let publisher = if folio.leaflet.discreet { "" } else { organisation.in_lang(&folio.leaflet.lang) };
    let full = std::mem::take(&mut paper.full);
    let spare = paper.spare.iter().copied().fold(1.0, f32::min);
    let metadata = Metadata {
        title: folio.leaflet.title.clone(),
        summary: &folio.leaflet.summary,
        publisher,
        lang: &folio.leaflet.lang,
        date: folio.leaflet.issued,
    };
    let (document, mut diagnostics) = paper.into_document(composer, metadata);
    diagnostics.append(&mut overflow);
    LaidOut { document, diagnostics, full, spare }
}
