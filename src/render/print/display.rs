//! The display list: what is drawn on each page, and which node of the structure tree it belongs to.
//!
//! It knows of no PDF library. Every length is in points from the page's upper left corner, downwards.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::structure::{NodeId, StructureTree};
use crate::model::{AssetId, AssetOutline, Cmyk, Date, Flip, Rgb};
use crate::render::format::PageStart;

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

/// What a drawn thing belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentTag {
    /// A leaf of the structure tree.
    Content(NodeId),
    /// Nothing that is read out: rules, boxes, discs.
    Layout,
    /// The running head.
    Head,
    /// The running foot.
    Foot,
    /// Crop and fold marks.
    Marks,
}

/// One glyph of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// The glyph's number in its face.
    pub id: u16,
    /// How far right of the run's start it stands.
    pub x: f32,
    /// How far below the run's baseline it stands.
    pub y: f32,
    /// The bytes of the run's text that it shows.
    pub text: Range<u32>,
}

/// Glyphs of one face, size and colour on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphRun {
    /// The face, as a number in the faces of the site.
    pub face: usize,
    /// The size.
    pub size: f32,
    /// The colour.
    pub colour: Rgb,
    /// Where it starts.
    pub x: f32,
    /// Its baseline.
    pub y: f32,
    /// How wide it is.
    pub width: f32,
    /// The text that the glyphs point into.
    pub text: Arc<str>,
    /// The glyphs in the order in which they stand on paper.
    pub glyphs: Vec<Glyph>,
}

/// A point.
pub type Point = (f32, f32);

/// One part of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// A straight line to a point.
    Line(Point),
    /// A curve with two control points to a point.
    Curve(Point, Point, Point),
}

/// A path in one stroke of the pen.
#[derive(Clone, Debug, PartialEq)]
pub struct Subpath {
    /// Where it starts.
    pub start: Point,
    /// What follows.
    pub segments: Vec<Segment>,
}

/// A pen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// The colour.
    pub colour: Rgb,
    /// The width.
    pub width: f32,
    /// The length of dashes and of the gaps between them; `None` for an unbroken line.
    pub dash: Option<f32>,
}

/// How a path is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// Filled.
    Fill(Rgb),
    /// Drawn along its line.
    Stroke(Pen),
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Draw {
    /// Text.
    Run(GlyphRun),
    /// Line work.
    Path(Vec<Subpath>, Paint),
    /// A picture, into a rectangle.
    Picture(AssetId, Rect),
    /// A picture from edge to edge of a panel, on white. Where these are the edges of the paper, how far it reaches depends on
    /// who prints it.
    Spread(AssetId, Rect),
    /// Something drawn as if its upper left corner were the page's, then turned by a quarter to the right and moved so that
    /// this corner comes to a point.
    Turned(Point, Box<Draw>),
}

/// Something drawn and what it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it belongs to.
    pub tag: ContentTag,
    /// What it is.
    pub draw: Draw,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// An address of any kind.
    Uri(Arc<str>),
    /// A named place of this document.
    Anchor(Arc<str>),
    /// Nowhere: it is filled in there.
    Field(Field),
}

/// What is filled in at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Words, on so many lines.
    Lines(usize),
    /// A tick.
    Tick,
}

/// A part of a link that stands on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkArea {
    /// Its node of the structure tree.
    pub node: NodeId,
    /// Where it leads.
    pub to: Destination,
    /// What it is called when it is read out.
    pub words: Arc<str>,
    /// Where it stands.
    pub area: Rect,
}

/// A side of paper.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedPage {
    /// The width of the trimmed page.
    pub width: f32,
    /// The height of the trimmed page.
    pub height: f32,
    /// The paper around it that is cut off; `None` for an office printer.
    pub waste: Option<Waste>,
    /// What its panels stand on. How far it reaches depends on who prints it.
    pub grounds: Vec<(Rect, Rgb)>,
    /// What is drawn, in the order in which it is drawn.
    pub items: Vec<Item>,
    /// Its links.
    pub links: Vec<LinkArea>,
}

/// The paper that a press leaves around the trimmed page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waste {
    /// How far ink may run over the trim.
    pub bleed: f32,
    /// How far the sheet reaches past the trim.
    pub slug: f32,
}

/// A height on a page, that a link or an entry of the outline leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The page, from 0.
    pub page: usize,
    /// How far down.
    pub y: f32,
}

/// An entry of the outline that a reader opens beside the pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// The heading's level.
    pub level: u8,
    /// The heading's words.
    pub title: String,
    /// Where it stands.
    pub at: Spot,
}

/// A document ready to be written.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// Who publishes it.
    pub publisher: String,
    /// Its language.
    pub lang: Arc<str>,
    /// The day that stands in its metadata.
    pub date: Date,
    /// Its pages.
    pub pages: Vec<PrintedPage>,
    /// What they hold, in reading order.
    pub tree: StructureTree,
    /// Its outline.
    pub outline: Vec<Bookmark>,
    /// The area of each figure.
    pub figures: BTreeMap<NodeId, (usize, Rect)>,
    /// The pictures that its pages show.
    pub pictures: BTreeMap<AssetId, Arc<AssetOutline>>,
    /// Named places.
    pub anchors: BTreeMap<Arc<str>, Spot>,
    /// What its pages start with; nothing where no other format names them.
    pub starts: Arc<[PageStart]>,
    /// The inks of its colours, for a print firm; nothing where it is shown or printed in the office.
    pub inks: Vec<(Rgb, Cmyk)>,
    /// Which edge its sheets are turned over when both sides are printed; `None` where that is for the printer to say.
    pub flip: Option<Flip>,
}

impl Rect {
    /// Returns the rectangle moved right and down.
    pub fn shifted(self, dx: f32, dy: f32) -> Rect {
        Rect { left: self.left + dx, top: self.top + dy, right: self.right + dx, bottom: self.bottom + dy }
    }
}

impl PrintedPage {
    /// Returns an empty page of a width and height in points, for an office printer.
    pub fn new(width: f32, height: f32) -> PrintedPage {
        PrintedPage { width, height, waste: None, grounds: Vec::new(), items: Vec::new(), links: Vec::new() }
    }

    /// Puts what stands on another page onto this one, moved right and down. A copy is decoration: it is not read out again
    /// and leads nowhere.
    pub fn place(&mut self, page: PrintedPage, (dx, dy): Point, first: bool) {
        self.grounds.extend(page.grounds.into_iter().map(|(area, colour)| (area.shifted(dx, dy), colour)));
        self.items.extend(page.items.into_iter().map(|mut item| {
            item.shift(dx, dy);
            if !first && matches!(item.tag, ContentTag::Content(_)) {
                item.tag = ContentTag::Layout;
            }
            item
        }));
        if first {
            self.links.extend(page.links.into_iter().map(|link| LinkArea { area: link.area.shifted(dx, dy), ..link }));
        }
    }
}

impl Document {
    /// Follows pages that were moved: `place` gives for each former page the one that it stands on now, and how far right
    /// and down.
    pub fn moved(&mut self, place: impl Fn(usize) -> (usize, f32, f32)) {
        let spot = |at: &mut Spot| {
            let (page, _, dy) = place(at.page);
            *at = Spot { page, y: at.y + dy };
        };
        self.outline.iter_mut().for_each(|bookmark| spot(&mut bookmark.at));
        self.anchors.values_mut().for_each(spot);
        for (page, area) in self.figures.values_mut() {
            let (now, dx, dy) = place(*page);
            (*page, *area) = (now, area.shifted(dx, dy));
        }
    }
}

impl GlyphRun {
    /// Returns the width without a space at the end.
    pub fn inked(&self) -> f32 {
        let space = self.glyphs.last().filter(|glyph| {
            let range = glyph.text.start as usize..glyph.text.end as usize;
            self.text.get(range) == Some(" ")
        });
        space.map_or(self.width, |glyph| glyph.x)
    }
}

impl Item {
    /// Moves the item right and down.
    pub fn shift(&mut self, dx: f32, dy: f32) {
        let moved = |point: &mut Point| *point = (point.0 + dx, point.1 + dy);
        match &mut self.draw {
            Draw::Run(run) => {
                run.x += dx;
                run.y += dy;
            }
            Draw::Picture(_, area) | Draw::Spread(_, area) => *area = area.shifted(dx, dy),
            Draw::Turned(origin, _) => moved(origin),
            Draw::Path(subpaths, _) => {
                for subpath in subpaths {
                    moved(&mut subpath.start);
                    for segment in &mut subpath.segments {
                        match segment {
                            Segment::Line(to) => moved(to),
                            Segment::Curve(a, b, to) => [a, b, to].into_iter().for_each(moved),
                        }
                    }
                }
            }
        }
    }
}

impl Draw {
    /// Returns how wide it is.
    pub fn width(&self) -> f32 {
        match self {
            Draw::Run(run) => run.width,
            Draw::Picture(_, area) | Draw::Spread(_, area) => area.right - area.left,
            Draw::Path(..) | Draw::Turned(..) => 0.0,
        }
    }

    /// Returns the text that it is, turned or not.
    pub fn text(&self) -> Option<&GlyphRun> {
        match self {
            Draw::Run(run) => Some(run),
            Draw::Turned(_, draw) => draw.text(),
            Draw::Path(..) | Draw::Picture(..) | Draw::Spread(..) => None,
        }
    }
}
