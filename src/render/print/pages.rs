//! Pieces onto pages: what stays together, what is drawn again on the next page, and what did not fit.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::display::{Bookmark, Page, Rect, Spot, Tag};
use super::flow::{Border, BorderId, Piece};
use super::shapes;
use super::structure::NodeId;

/// A rectangle of a page that pieces are set into.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
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
    pub pages: Vec<Page>,
    /// The outline.
    pub outline: Vec<Bookmark>,
    /// The area of each figure.
    pub figures: BTreeMap<NodeId, (usize, Rect)>,
    /// Named places.
    pub anchors: BTreeMap<Arc<str>, Spot>,
}

/// The size of rounding errors that do not matter.
const SLACK: f32 = 0.05;

/// The radius of a box's corners.
const CORNER: f32 = 5.0;

/// The width of a box's line and of lines that join steps.
const LINE: f32 = 1.5;

/// A border that is being drawn along pieces.
struct Open {
    id: BorderId,
    top: f32,
    bottom: f32,
}

/// A frame as it fills.
struct Filling<'a> {
    paper: &'a mut Paper,
    borders: &'a [Border],
    frame: Frame,
    y: f32,
    open: Vec<Open>,
}

impl Paper {
    /// Sets pieces into one frame after another, and returns those that found no room when `next` had no frame left.
    pub fn fill(
        &mut self,
        pieces: Vec<Piece>,
        borders: &[Border],
        mut next: impl FnMut(&mut Paper) -> Option<Frame>,
    ) -> Vec<Piece> {
        let mut headers: BTreeMap<u32, Vec<Piece>> = BTreeMap::new();
        let mut rest: std::collections::VecDeque<Piece> = pieces.into();
        let Some(frame) = next(self) else { return rest.into() };
        let mut filling = Filling { paper: self, borders, frame, y: 0.0, open: Vec::new() };
        while !rest.is_empty() {
            let count = rest.iter().take_while(|piece| piece.keep).count() + 1;
            let count = count.min(rest.len());
            let top = filling.y == 0.0;
            let repeated = if top { repeated_header(&rest[0], &headers) } else { &[] };
            let above: f32 = repeated.iter().map(|piece| piece.height).sum();
            let room = filling.frame.height - filling.y - above + SLACK;
            let fits = fitting(rest.iter().take(count), top, room, 1.0);
            if fits < count && !top {
                filling.close_all();
                let Some(frame) = next(filling.paper) else { return rest.into() };
                filling.frame = frame;
                filling.y = 0.0;
                continue;
            }
            for piece in repeated {
                filling.place(as_artifact(piece.clone()));
            }
            for piece in rest.drain(..fits.max(1)) {
                if let Some((table, true)) = piece.table {
                    headers.entry(table).or_default().push(piece.clone());
                }
                filling.place(piece);
            }
        }
        filling.close_all();
        Vec::new()
    }
}

/// How much of the space between pieces is left where that saves a page that would be nearly empty.
const TIGHTER: [f32; 2] = [0.9, 0.8];

/// How much of the space on a cover is left each time that it is closed up.
const COVER_CLOSER: f32 = 0.85;

/// How often a cover is closed up at most.
const MOST_CLOSED: usize = 6;

/// The share of a page that the last page should fill.
const WORTH_A_PAGE: f32 = 0.22;

/// Closes up pieces a little where the last page would otherwise hold next to nothing.
pub fn close_up(pieces: &mut [Piece], height: f32) {
    let (pages, used) = count_pages(pieces, height, 1.0);
    if pages < 2 || used > height * WORTH_A_PAGE {
        return;
    }
    if let Some(share) = TIGHTER.into_iter().find(|share| count_pages(pieces, height, *share).0 < pages) {
        for piece in pieces {
            piece.gap *= share;
        }
    }
}

/// Closes up the pieces of a cover until they fit one page.
pub fn close_cover(pieces: &mut [Piece], height: f32) {
    for _ in 0..MOST_CLOSED {
        if count_pages(pieces, height, 1.0).0 < 2 {
            return;
        }
        for piece in pieces.iter_mut() {
            piece.gap *= COVER_CLOSER;
        }
    }
}

/// Counts the pages that pieces fill, and how much of the last one.
fn count_pages(pieces: &[Piece], height: f32, share: f32) -> (usize, f32) {
    let mut headers: BTreeMap<u32, f32> = BTreeMap::new();
    let (mut at, mut y, mut pages) = (0, 0.0, 1);
    while at < pieces.len() {
        let rest = &pieces[at..];
        let count = (rest.iter().take_while(|piece| piece.keep).count() + 1).min(rest.len());
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
        for piece in &rest[..fits.max(1)] {
            if let Some((table, true)) = piece.table {
                *headers.entry(table).or_default() += piece.height;
            }
            y += piece.height + if y == 0.0 { 0.0 } else { piece.gap * share };
        }
        at += fits.max(1);
    }
    (pages, y)
}

/// Counts how many of the pieces fit into the room, where a share of the space between them is left.
fn fitting<'p>(pieces: impl IntoIterator<Item = &'p Piece>, top: bool, room: f32, share: f32) -> usize {
    let mut used = 0.0;
    let mut fits = 0;
    for piece in pieces {
        used += piece.height + if top && fits == 0 { 0.0 } else { piece.gap * share };
        if used > room {
            break;
        }
        fits += 1;
    }
    fits
}

/// Returns the heading rows of the table that goes on with a piece.
fn repeated_header<'h>(piece: &Piece, headers: &'h BTreeMap<u32, Vec<Piece>>) -> &'h [Piece] {
    match piece.table {
        Some((table, false)) => headers.get(&table).map_or(&[], Vec::as_slice),
        Some((_, true)) | None => &[],
    }
}

/// Returns a piece as it is drawn again: nothing that is read out a second time.
fn as_artifact(mut piece: Piece) -> Piece {
    for item in &mut piece.items {
        item.tag = Tag::Layout;
    }
    Piece { links: Vec::new(), anchor: None, heading: None, figure: None, table: None, gap: 0.0, ..piece }
}

impl Filling<'_> {
    fn place(&mut self, piece: Piece) {
        if self.y > 0.0 {
            self.y += piece.gap;
        }
        let (dx, dy) = (self.frame.x, self.frame.y + self.y);
        self.run_borders(&piece, dy);
        let at = Spot { page: self.frame.page, y: dy };
        if let Some((level, title)) = piece.heading {
            self.paper.outline.push(Bookmark { level, title, at });
        }
        if let Some(anchor) = piece.anchor {
            self.paper.anchors.insert(anchor, at);
        }
        if let Some((node, area)) = piece.figure {
            self.paper.figures.insert(node, (self.frame.page, area.shifted(dx, dy)));
        }
        let Some(page) = self.paper.pages.get_mut(self.frame.page) else { return };
        page.items.extend(piece.items.into_iter().map(|mut item| {
            item.shift(dx, dy);
            item
        }));
        page.links.extend(piece.links.into_iter().map(|mut link| {
            link.area = link.area.shifted(dx, dy);
            link
        }));
        self.y += piece.height;
    }

    /// Draws borders that end before a piece at `top`, goes on with those that it carries, and opens new ones.
    fn run_borders(&mut self, piece: &Piece, top: f32) {
        let ended: Vec<Open> = self.open.extract_if(.., |open| !piece.borders.contains(&open.id)).collect();
        for open in ended {
            self.draw(&open, Some(top));
        }
        for id in &piece.borders {
            let bottom = top + piece.height;
            match self.open.iter_mut().find(|open| open.id == *id) {
                Some(open) => open.bottom = bottom,
                None => self.open.push(Open { id: *id, top, bottom }),
            }
        }
    }

    fn close_all(&mut self) {
        for open in std::mem::take(&mut self.open) {
            self.draw(&open, None);
        }
    }

    fn draw(&mut self, open: &Open, next: Option<f32>) {
        let Some(border) = self.borders.get(open.id.0 as usize) else { return };
        let left = self.frame.x;
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
            Border::Join { x, from, colour } => {
                let to = next.map_or(open.bottom, |next| next.max(open.bottom));
                let start = open.top + from;
                if start >= to {
                    return;
                }
                shapes::line((left + x, start), (left + x, to), shapes::pen(colour, LINE))
            }
        };
        if let Some(page) = self.paper.pages.get_mut(self.frame.page) {
            page.items.push(item);
        }
    }
}
