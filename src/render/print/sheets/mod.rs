//! Leaflets onto their sheets. What a sheet is stands in `print/sheets/*.toml`; what a panel holds besides the author's
//! words depends on its role, and each role has its file here.

mod back;
mod booklet;
mod cover;
mod fill;
mod fit;
mod folio;
mod how_to_print;
mod logo;
mod motif;
mod panel;
mod picture;
mod tear_off;
mod way_in;

pub use self::booklet::MOST_PAGES;
pub use self::folio::{Folio, opens_from_the_right};
use self::folio::{Placed, blank, slots};
pub use self::how_to_print::{HowTo, lay_out as how_to_print};
use super::display::{Document, Rect};
use super::flow::Composer;
use super::pages::{Metadata, Paper};
use super::style::PrintStyle;
use crate::diag::Diagnostic;

/// A leaflet, laid out.
pub struct LaidOut {
    /// It, on trimmed sheets, or on trimmed pages where these are stapled.
    pub document: Document,
    /// What the author must mend.
    pub diagnostics: Vec<Diagnostic>,
    /// The panels whose words do not fit: the page of each, and where it stands there.
    pub full: Vec<(usize, Rect)>,
}

/// Lays a leaflet out. What panels stand on is not drawn yet, since that depends on who prints it.
pub fn lay_out(folio: &Folio<'_>) -> LaidOut {
    let style = PrintStyle::of_leaflet(folio.design, &folio.sheet.sizes);
    let mut composer = Composer::new(folio.shared, folio.faces, style, folio.leaflet.lang.clone());
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
    let metadata = Metadata {
        title: folio.leaflet.title.clone(),
        summary: &folio.leaflet.summary,
        publisher,
        lang: &folio.leaflet.lang,
        date: folio.leaflet.issued,
    };
    let (document, mut diagnostics) = paper.into_document(composer, metadata);
    diagnostics.append(&mut overflow);
    LaidOut { document, diagnostics, full }
}
