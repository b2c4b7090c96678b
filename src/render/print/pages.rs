//! Strips onto pages: what stays together, what is drawn again on the next page, and what did not fit.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::display::{Bookmark, ContentTag, PrintedPage, Rect, Spot};
use super::flow::{Border, BorderId, Strip};
use super::shapes;
use super::structure::NodeId;

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
}

/// How much, in points, may be missing for a strip still to fit: rounding errors are smaller.
const SLACK: f32 = 0.05;

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
    /// Sets strips into one type area after another. `next` gives each of them, and `None` where there is no more; the strips
    /// that found no room are returned.
    pub fn fill(
        &mut self,
        strips: Vec<Strip>,
        borders: &[Border],
        mut next: impl FnMut(&mut Paper) -> Option<TypeArea>,
    ) -> Vec<Strip> {
        let mut headers: BTreeMap<u32, Vec<Strip>> = BTreeMap::new();
        let mut rest: std::collections::VecDeque<Strip> = strips.into();
        let Some(type_area) = next(self) else { return rest.into() };
        let mut filling = FillingArea { paper: self, borders, type_area, y: 0.0, open: Vec::new() };
        while !rest.is_empty() {
            let count = rest.iter().take_while(|strip| strip.keep).count() + 1;
            let count = count.min(rest.len());
            let top = filling.y == 0.0;
            let repeated = if top { repeated_header(&rest[0], &headers) } else { &[] };
            let above: f32 = repeated.iter().map(|strip| strip.height).sum();
            let room = filling.type_area.height - filling.y - above + SLACK;
            let fits = fitting(rest.iter().take(count), top, room, 1.0);
            if fits < count && !top {
                filling.close_all();
                let Some(type_area) = next(filling.paper) else { return rest.into() };
                filling.type_area = type_area;
                filling.y = 0.0;
                continue;
            }
            for strip in repeated {
                filling.place(as_artifact(strip.clone()));
            }
            for strip in rest.drain(..fits.max(1)) {
                if let Some((table, true)) = strip.table {
                    headers.entry(table).or_default().push(strip.clone());
                }
                filling.place(strip);
            }
        }
        filling.close_all();
        Vec::new()
    }
}

/// The share of the space between strips that is kept where closing up saves a page that would be nearly empty.
const TIGHTER: [f32; 2] = [0.9, 0.8];

/// The share of the space on a cover that is kept each time that it is closed up.
const COVER_CLOSER: f32 = 0.85;

/// The most times that a cover is closed up.
const MOST_CLOSED: usize = 6;

/// The share of the last page that should be filled, from 0 to 1.
const WORTH_A_PAGE: f32 = 0.22;

/// Closes up strips a little where the last page would otherwise hold next to nothing.
pub fn close_up(strips: &mut [Strip], height: f32) {
    let (pages, used) = count_pages(strips, height, 1.0);
    if pages < 2 || used > height * WORTH_A_PAGE {
        return;
    }
    if let Some(share) = TIGHTER.into_iter().find(|share| count_pages(strips, height, *share).0 < pages) {
        for strip in strips {
            strip.gap *= share;
        }
    }
}

/// Closes up the strips of a cover until they fit one page.
pub fn close_cover(strips: &mut [Strip], height: f32) {
    for _ in 0..MOST_CLOSED {
        if count_pages(strips, height, 1.0).0 < 2 {
            return;
        }
        for strip in strips.iter_mut() {
            strip.gap *= COVER_CLOSER;
        }
    }
}

/// Returns how many pages strips fill, and which share of the last one, from 0 to 1.
fn count_pages(strips: &[Strip], height: f32, share: f32) -> (usize, f32) {
    let mut headers: BTreeMap<u32, f32> = BTreeMap::new();
    let (mut at, mut y, mut pages) = (0, 0.0, 1);
    while at < strips.len() {
        let rest = &strips[at..];
        let count = (rest.iter().take_while(|strip| strip.keep).count() + 1).min(rest.len());
        let top = y == 0.0;
        let above = match rest[0].table {
            Some((table, false)) if top => headers.get(&table).copied().unwrap_or(0.0),
            Some(_) | None => 0.0,
        };
        let fits = fitting(&rest[..count], top, height - y - above + SLACK, share);
        if fits < count && !top {
            (y, pages) = (0.0, pages + 1);
            continue;
        }
        y += above;
        for strip in &rest[..fits.max(1)] {
            if let Some((table, true)) = strip.table {
                *headers.entry(table).or_default() += strip.height;
            }
            y += strip.height + if y == 0.0 { 0.0 } else { strip.gap * share };
        }
        at += fits.max(1);
    }
    (pages, y)
}

/// Returns how many of the strips fit into the room, in points, if only a share of the space between them is kept.
fn fitting<'p>(strips: impl IntoIterator<Item = &'p Strip>, top: bool, room: f32, share: f32) -> usize {
    let mut used = 0.0;
    let mut fits = 0;
    for strip in strips {
        used += strip.height + if top && fits == 0 { 0.0 } else { strip.gap * share };
        if used > room {
            break;
        }
        fits += 1;
    }
    fits
}

/// Returns the heading rows of the table that goes on with a strip.
fn repeated_header<'h>(strip: &Strip, headers: &'h BTreeMap<u32, Vec<Strip>>) -> &'h [Strip] {
    match strip.table {
        Some((table, false)) => headers.get(&table).map_or(&[], Vec::as_slice),
        Some((_, true)) | None => &[],
    }
}

/// Returns a copy of a strip to be drawn again on the next page. Its parts are marked as decoration, so that nothing is
/// read out twice.
fn as_artifact(mut strip: Strip) -> Strip {
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
