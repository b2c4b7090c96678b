//! Strips onto pages, as `breaks.rs` planned them: what is drawn where, and again on the next page.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::breaks::{PagePlan, Planner, Room};
use super::display::{Bookmark, ContentTag, Document, PrintedPage, Rect, Spot};
use super::flow::{Border, BorderId, Composer, Strip};
use super::shapes;
use super::structure::NodeId;
use crate::diag::Diagnostic;
use crate::model::{Date, Lang};

/// A rectangle of a page that strips are set into.
#[derive(Clone, Copy, Debug)]
pub struct TypeArea {
    /// The page, from 0.
    pub page: usize,
    /// Its left edge.
    pub x: f32,
    /// Its upper edge.
    pub y: f32,
    /// Its height.
    pub height: f32,
}

/// Pages as they fill.
#[derive(Debug, Default)]
pub struct Paper {
    /// The pages.
    pub pages: Vec<PrintedPage>,
    /// The outline.
    pub outline: Vec<Bookmark>,
    /// The area of each figure.
    pub figures: BTreeMap<NodeId, (usize, Rect)>,
    /// Named places.
    pub anchors: BTreeMap<Arc<str>, Spot>,
    /// The panels whose words do not fit: the page of each, and where it stands there.
    pub full: Vec<(usize, Rect)>,
    /// The share of its height that each panel leaves empty; negative where its words do not fit.
    pub spare: Vec<f32>,
}

/// What a document says of itself besides its pages.
pub struct Metadata<'a> {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: &'a str,
    /// Who publishes it.
    pub publisher: &'a str,
    /// Its language.
    pub lang: &'a Lang,
    /// The day that stands in its metadata.
    pub date: Date,
}

impl Paper {
    /// Returns the pages as a document, and what their composer told the author. Its pages start with nothing that other formats
    /// name, its colours are those of a screen, and its sheets are turned as the printer likes.
    pub fn into_document(self, mut composer: Composer<'_>, metadata: Metadata<'_>) -> (Document, Vec<Diagnostic>) {
        let pictures = std::mem::take(&mut composer.pictures);
        let (tree, diagnostics) = composer.finish();
        let document = Document {
            title: metadata.title,
            summary: metadata.summary.to_string(),
            publisher: metadata.publisher.to_string(),
            lang: Arc::from(metadata.lang.tag()),
            date: metadata.date,
            pages: self.pages,
            tree,
            outline: self.outline,
            figures: self.figures,
            pictures,
            anchors: self.anchors,
            starts: Arc::default(),
            inks: Vec::new(),
            flip: None,
        };
        (document, diagnostics)
    }
}

/// The radius of a box's corners.
const CORNER: f32 = 5.0;

/// The width of a box's line and of lines that join steps.
const LINE: f32 = 1.5;

/// A border that is being drawn along strips.
struct OpenBorder {
    id: BorderId,
    top: f32,
    bottom: f32,
    /// How many items the page had when the border began: a ground goes beneath all that came later.
    beneath: usize,
}

/// A type area as it fills.
struct FillingArea<'a> {
    paper: &'a mut Paper,
    borders: &'a [Border],
    type_area: TypeArea,
    y: f32,
    open: Vec<OpenBorder>,
}

impl Paper {
    /// Sets strips into one type area after another. `next` gives each of them, and `None` where there is no more; what finds
    /// no room is left out.
    pub fn fill(
        &mut self,
        mut strips: Vec<Strip>,
        borders: &[Border],
        mut next: impl FnMut(&mut Paper) -> Option<TypeArea>,
    ) {
        let mut planner = Planner::new(Room::ALL);
        while planner.has_more(&strips) {
            let Some(area) = next(self) else { return };
            let plan = planner.page(&strips, area.height);
            self.set(&mut strips, &plan, borders, area);
        }
    }

    /// Sets one page of strips as it was planned. Strips are taken out as they are set; what heads a table stays, to be drawn
    /// again.
    pub fn set(&mut self, strips: &mut [Strip], plan: &PagePlan, borders: &[Border], type_area: TypeArea) {
        let mut filling = FillingArea { paper: self, borders, type_area, y: 0.0, open: Vec::new() };
        for at in &plan.repeated {
            if let Some(strip) = strips.get(*at) {
                filling.place(as_artifact(strip.clone()));
            }
        }
        for at in &plan.strips {
            let Some(strip) = strips.get_mut(*at) else { continue };
            let again = matches!(strip.table, Some((_, true)));
            filling.place(if again { strip.clone() } else { std::mem::take(strip) });
        }
        filling.close_all();
    }
}

/// Returns a copy of a strip to be drawn again on the next page. Its parts are marked as decoration, so that nothing is
/// read out twice.
pub fn as_artifact(mut strip: Strip) -> Strip {
    for item in &mut strip.items {
        item.tag = ContentTag::Layout;
    }
    Strip { links: Vec::new(), anchor: None, heading: None, figure: None, table: None, gap: 0.0, ..strip }
}

impl FillingArea<'_> {
    fn place(&mut self, strip: Strip) {
        if self.y > 0.0 {
            self.y += strip.gap;
        }
        let (dx, dy) = (self.type_area.x, self.type_area.y + self.y);
        self.run_borders(&strip, dy);
        let at = Spot { page: self.type_area.page, y: dy };
        if let Some((level, title)) = strip.heading {
            self.paper.outline.push(Bookmark { level, title, at });
        }
        if let Some(anchor) = strip.anchor {
            self.paper.anchors.insert(anchor, at);
        }
        if let Some((node, area)) = strip.figure {
            self.paper.figures.insert(node, (self.type_area.page, area.shifted(dx, dy)));
        }
        let Some(page) = self.paper.pages.get_mut(self.type_area.page) else { return };
        page.items.extend(strip.items.into_iter().map(|mut item| {
            item.shift(dx, dy);
            item
        }));
        page.links.extend(strip.links.into_iter().map(|mut link| {
            link.area = link.area.shifted(dx, dy);
            link
        }));
        self.y += strip.height;
    }

    /// Draws borders that end before a strip at `top`, goes on with those that it carries, and opens new ones.
    fn run_borders(&mut self, strip: &Strip, top: f32) {
        let ended: Vec<OpenBorder> = self.open.extract_if(.., |open| !strip.borders.contains(&open.id)).collect();
        self.draw_all(ended, Some(top));
        let beneath = self.paper.pages.get(self.type_area.page).map_or(0, |page| page.items.len());
        for id in &strip.borders {
            let bottom = top + strip.height;
            match self.open.iter_mut().find(|open| open.id == *id) {
                Some(open) => open.bottom = bottom,
                None => self.open.push(OpenBorder { id: *id, top, bottom, beneath }),
            }
        }
    }

    fn close_all(&mut self) {
        let open = std::mem::take(&mut self.open);
        self.draw_all(open, None);
    }

    /// Draws borders that end here. The last that began is drawn first, so that the ground of a box lies above that of the
    /// box around it.
    fn draw_all(&mut self, ended: Vec<OpenBorder>, next: Option<f32>) {
        for open in ended.iter().rev() {
            self.draw(open, next);
        }
    }

    fn draw(&mut self, open: &OpenBorder, next: Option<f32>) {
        let Some(border) = self.borders.get(open.id.0 as usize) else { return };
        let left = self.type_area.x;
        let item = match *border {
            Border::Rule { x, width, colour } => {
                let area = Rect { left: left + x, top: open.top, right: left + x + width, bottom: open.bottom };
                shapes::bar(area, colour)
            }
            Border::Outline { x, width, colour } => {
                let inset = LINE / 2.0;
                let area = Rect {
                    left: left + x,
                    top: open.top + inset,
                    right: left + x + width,
                    bottom: open.bottom - inset,
                };
                shapes::outline(area, CORNER, shapes::pen(colour, LINE))
            }
            Border::Ground { x, width, colour } => {
                let area = Rect { left: left + x, top: open.top, right: left + x + width, bottom: open.bottom };
                let Some(page) = self.paper.pages.get_mut(self.type_area.page) else { return };
                let at = open.beneath.min(page.items.len());
                page.items.insert(at, shapes::ground(area, CORNER, colour));
                return;
            }
            Border::Join { x, from, colour } => {
                let to = next.map_or(open.bottom, |next| next.max(open.bottom));
                let start = open.top + from;
                if start >= to {
                    return;
                }
                shapes::line((left + x, start), (left + x, to), shapes::pen(colour, LINE))
            }
        };
        if let Some(page) = self.paper.pages.get_mut(self.type_area.page) {
            page.items.push(item);
        }
    }
}
