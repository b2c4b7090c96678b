//! Leaflets onto their sheets. What a sheet is stands in `print/sheets/*.toml`; what a panel holds besides the author's
//! words depends on its role, and each role has its file here.

mod back;
mod booklet;
mod cover;
mod fit;
mod motif;
mod panel;
mod tear_off;

use std::sync::Arc;

use super::display::{Document, PrintedPage};
use super::flow::Composer;
use super::font::Faces;
use super::pages::Paper;
use super::style::{Boxes, Palette, PrintStyle};
use crate::diag::Diagnostic;
use crate::model::{Design, Direction, Ground, Leaflet, PanelRole, Rgb, Shared, Sheet, SheetPanel};
use crate::units::Mm;

/// What a leaflet is laid out from.
pub struct Folio<'a> {
    /// What all pages of the leaflet's language share.
    pub shared: &'a Shared,
    /// The faces.
    pub faces: &'a Faces,
    /// The leaflet.
    pub leaflet: &'a Leaflet,
    /// The same leaflet in other languages.
    pub others: &'a [&'a Leaflet],
    /// What it is printed on.
    pub sheet: &'a Sheet,
    /// Its design.
    pub design: &'a Design,
}

/// Lays a leaflet out on trimmed sheets, or on trimmed pages where these are stapled; returns it with what the author must
/// mend. What panels stand on is not drawn yet, since that depends on who prints it.
pub fn lay_out(folio: &Folio<'_>) -> (Document, Vec<Diagnostic>) {
    let style = PrintStyle::of_leaflet(folio.design, &folio.sheet.sizes);
    let mut composer = Composer::new(folio.shared, folio.faces, style, folio.leaflet.lang.clone());
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
            let placed = panel::Placed { at, slot, page: slot.face, words, last };
            overflow.extend(panel::set(folio, &mut composer, &mut paper, &placed));
        }
    }
    let organisation = &folio.shared.about.organisation.name;
    let publisher = if folio.leaflet.discreet { "" } else { organisation.in_lang(&folio.leaflet.lang) };
    let publisher = publisher.to_string();
    let pictures = std::mem::take(&mut composer.pictures);
    let (tree, mut diagnostics) = composer.finish();
    diagnostics.append(&mut overflow);
    let document = Document {
        title: folio.leaflet.title.clone(),
        summary: folio.leaflet.summary.clone(),
        publisher,
        lang: Arc::from(folio.leaflet.lang.tag()),
        date: folio.leaflet.issued,
        pages: paper.pages,
        tree,
        outline: paper.outline,
        figures: paper.figures,
        pictures,
        anchors: paper.anchors,
        inks: Vec::new(),
        flip: None,
    };
    (document, diagnostics)
}

/// Returns an empty face of a sheet.
fn blank(sheet: &Sheet) -> PrintedPage {
    PrintedPage::new(sheet.width.pt().0, sheet.height.pt().0)
}

/// Returns the panels that a leaflet fills: a panel grows over those below it that it leaves out, and a sheet in a language
/// that is written from right to left opens the other way.
fn slots(folio: &Folio<'_>) -> Vec<SheetPanel> {
    let have = folio.leaflet.panels.len();
    let all = &folio.sheet.panels;
    let (filled, rest) = all.split_at(have.min(all.len()));
    let mut slots = filled.to_vec();
    for slot in &mut slots {
        for left in rest {
            let below = left.face == slot.face && left.left == slot.left && left.width == slot.width;
            if below && (left.top.0 - slot.top.0 - slot.height.0).abs() < 0.01 {
                slot.height = Mm(slot.height.0 + left.height.0);
            }
        }
    }
    if opens_from_the_right(folio.leaflet) {
        for slot in &mut slots {
            slot.left = Mm(folio.sheet.width.0 - slot.left.0 - slot.width.0);
        }
    }
    slots
}

/// Returns whether a leaflet's sheet is mirrored, because its language is written from right to left.
pub fn opens_from_the_right(leaflet: &Leaflet) -> bool {
    leaflet.lang.direction() == Direction::Rtl
}

/// Returns what a panel stands on.
fn ground_of(design: &Design, slot: &SheetPanel) -> Ground {
    let grounds = &design.grounds;
    match slot.role {
        PanelRole::Cover => grounds.cover,
        PanelRole::Headline => grounds.headline,
        PanelRole::Band => grounds.band,
        PanelRole::Back => grounds.back,
        PanelRole::Inside | PanelRole::Pages if slot.accent => grounds.accent,
        PanelRole::Inside | PanelRole::TearOff | PanelRole::Pages => Ground::Paper,
    }
}

/// Returns a colour for a ground; nothing for bare paper.
fn colour_of(design: &Design, ground: Ground) -> Option<Rgb> {
    match ground {
        Ground::Paper => None,
        Ground::Sand => Some(design.sand),
        Ground::Brand => Some(design.brand),
    }
}

/// Returns the style of what stands on a ground.
fn style_on(folio: &Folio<'_>, ground: Ground) -> PrintStyle {
    let design = folio.design;
    let dark = Palette { ink: design.ink, brand: design.brand, link: design.link };
    let light = Palette { ink: Rgb::WHITE, brand: Rgb::WHITE, link: Rgb::WHITE };
    let style = PrintStyle::of_leaflet(design, &folio.sheet.sizes);
    let boxes = |card, loud, on_loud| design.grounds.boxes.then_some(Boxes { card, on_card: dark, loud, on_loud });
    match ground {
        Ground::Paper => PrintStyle { boxes: boxes(design.sand, design.brand, light), ..style.coloured(dark) },
        Ground::Sand => PrintStyle { boxes: boxes(Rgb::WHITE, design.brand, light), ..style.coloured(dark) },
        Ground::Brand => PrintStyle { boxes: boxes(design.sand, design.sand, dark), ..style.coloured(light) },
    }
}
