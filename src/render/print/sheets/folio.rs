//! A leaflet with what it is laid out from, and what its panels stand on.

use crate::model::{Design, Direction, Ground, Leaflet, Panel, PanelRole, Rgb, Shared, Sheet, SheetPanel};
use crate::render::manuscript::Offered;
use crate::render::print::display::{PrintedPage, Rect};
use crate::render::print::flow::Measure;
use crate::render::print::font::Faces;
use crate::render::print::structure::NodeId;
use crate::render::print::style::{Boxes, Palette, PrintStyle};
use crate::units::Mm;

/// How much wider than high a panel is whose foot stands beside its head, and the least width for it.
const LANDSCAPE: f32 = 1.6;
const WIDE: Mm = Mm(140.0);

/// The height of a sheet below which it has room for words alone: no icons, no logo, and an imprint of one short line. Source:
/// ours: a card and a strip are lower.
const SMALL: Mm = Mm(100.0);

/// What a leaflet is laid out from.
pub struct Folio<'a> {
    /// What all pages of the leaflet's language share.
    pub shared: &'a Shared,
    /// The faces.
    pub faces: &'a Faces,
    /// The leaflet.
    pub leaflet: &'a Leaflet,
    /// Which forms it comes in already.
    pub offered: Offered,
    /// The same leaflet in other languages.
    pub others: &'a [&'a Leaflet],
    /// What it is printed on.
    pub sheet: &'a Sheet,
    /// Its design.
    pub design: &'a Design,
}

impl Folio<'_> {
    /// Returns whether it is as small as a card or a strip.
    pub fn is_small(&self) -> bool {
        self.sheet.height.0 < SMALL.0
    }
}

/// Returns an empty face of a sheet.
pub fn blank(sheet: &Sheet) -> PrintedPage {
    PrintedPage::new(sheet.width.pt().0, sheet.height.pt().0)
}

/// Returns whether a leaflet's sheet is mirrored, because its language is written from right to left.
pub fn opens_from_the_right(leaflet: &Leaflet) -> bool {
    leaflet.lang.direction() == Direction::Rtl
}

/// Returns what a panel stands on.
pub fn ground_of(design: &Design, slot: &SheetPanel) -> Ground {
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
pub fn colour_of(design: &Design, ground: Ground) -> Option<Rgb> {
    match ground {
        Ground::Paper => None,
        Ground::Sand => Some(design.sand),
        Ground::Brand => Some(design.brand),
    }
}

/// Returns the style of what stands on a ground.
pub fn style_on(folio: &Folio<'_>, ground: Ground) -> PrintStyle {
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

/// Returns the panels that a leaflet fills: a panel grows over those below it that it leaves out, and a sheet in a language
/// that is written from right to left opens the other way.
pub fn slots(folio: &Folio<'_>) -> Vec<SheetPanel> {
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

/// A panel and the words that it gets.
pub struct Placed<'p> {
    /// Its number in reading order, from 0.
    pub at: usize,
    /// The panel.
    pub slot: &'p SheetPanel,
    /// The page that it stands on, from 0.
    pub page: usize,
    /// Its words.
    pub words: &'p Panel,
    /// Whether it is the last that has words.
    pub last: bool,
}

/// The words of one panel as they are set.
#[derive(Clone, Copy)]
pub struct Galley<'g> {
    /// The leaflet.
    pub folio: &'g Folio<'g>,
    /// The panel.
    pub placed: &'g Placed<'g>,
    /// The node of the structure tree that they stand under.
    pub section: NodeId,
    /// How wide their lines may be.
    pub measure: &'g Measure,
}

impl Placed<'_> {
    /// Returns the panel as an area of its page, in points.
    pub fn area(&self) -> Rect {
        let (left, top) = (self.slot.left.pt().0, self.slot.top.pt().0);
        Rect { left, top, right: left + self.slot.width.pt().0, bottom: top + self.slot.height.pt().0 }
    }

    /// Returns the space between the panel's edges and its text, in points.
    pub fn margin(&self, folio: &Folio<'_>) -> f32 {
        self.slot.margin.map_or(folio.design.margin.pt().0.max(folio.design.clear.pt().0), |own| own.pt().0)
    }

    /// Returns whether its foot stands beside its head.
    pub fn is_landscape(&self) -> bool {
        self.slot.width.0 >= WIDE.0 && self.slot.width.0 >= self.slot.height.0 * LANDSCAPE
    }
}
