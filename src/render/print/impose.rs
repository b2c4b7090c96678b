//! What is laid out onto the paper that it is printed on: copies beside each other, pages of a booklet in the order in
//! which they are folded, marks for cutting and folding, and the grounds of panels as far as ink may run.

use super::display::{ContentTag, Document, Draw, Item, Pen, PrintedPage, Rect, Waste};
use super::shapes;
use crate::model::{Copies, Design, Rgb, Sheet};
use crate::units::Mm;

/// The paper around the trim that a press needs. Source: Adis and PQTP print specifications: 3 mm bleed, marks outside it.
const BLEED: Mm = Mm(3.0);
const SLUG: Mm = Mm(12.0);

/// The distance of marks from the trim: outside the bleed.
const OFF: Mm = Mm(4.0);

/// The length of a crop mark and of a fold mark.
const MARK: Mm = Mm(6.0);

/// The length of a dash of a fold mark.
const DASH: Mm = Mm(1.0);

/// The width of a mark.
const HAIR: f32 = 0.3;

/// The length of the ticks at which an office sheet is folded or cut: they stand between what no printer reaches and the
/// text.
const TICK: Mm = Mm(1.8);

/// How much further out each sheet of a booklet stands than the one inside it: the thickness of office paper of 80 grams a
/// square metre. Source: ISO 534, as paper makers state it: about 0.1 mm.
const CREEP: Mm = Mm(0.1);

/// How far ink may run at the edges of a sheet.
#[derive(Clone, Copy)]
enum Reach {
    /// Kept clear, in points.
    Clear(f32),
    /// Over the trim, in points.
    Bleed(f32),
}

/// Returns a document for office printers: nothing beyond the trim, ticks where it is folded or cut.
pub fn for_office(document: Document, sheet: &Sheet, design: &Design, mirrored: bool) -> Document {
    let clear = design.clear.pt().0;
    let mut document = Document { flip: Some(sheet.flip), ..document };
    match sheet.copies {
        Some(copies) => side_by_side(&mut document, sheet, copies, clear),
        None if sheet.stapled => saddle(&mut document, mirrored),
        None => {}
    }
    (0..document.pages.len()).for_each(|at| ground(&mut document, at, Reach::Clear(clear)));
    for (at, page) in document.pages.iter_mut().enumerate() {
        let folds: Vec<f32> = match (sheet.copies, sheet.stapled) {
            (Some(_), _) => Vec::new(),
            (None, true) => vec![page.width / 2.0],
            (None, false) => folds(sheet, at, mirrored),
        };
        ticks(page, &folds, clear, design.ink);
    }
    document
}

/// Returns a document for print firms: single sheets or pages with bleed, marks outside it, and colours as inks.
pub fn for_press(document: Document, sheet: &Sheet, design: &Design, mirrored: bool) -> Document {
    let mut document = Document { inks: inks(design), ..document };
    (0..document.pages.len()).for_each(|at| ground(&mut document, at, Reach::Bleed(BLEED.pt().0)));
    for (at, page) in document.pages.iter_mut().enumerate() {
        page.waste = Some(Waste { bleed: BLEED.pt().0, slug: SLUG.pt().0 });
        let folds = if sheet.stapled { Vec::new() } else { folds(sheet, at, mirrored) };
        marks(page, &folds, design.ink);
    }
    document
}

/// Returns the pages of a document as they look when they are trimmed, for pictures of them.
pub fn trimmed(document: &Document) -> Vec<PrintedPage> {
    let mut pages = document.pages.clone();
    for page in &mut pages {
        lay_grounds(page, Reach::Clear(0.0));
    }
    pages
}

/// Returns the inks of every colour that a design has.
fn inks(design: &Design) -> Vec<(Rgb, crate::model::Cmyk)> {
    let colours = [design.ink, design.brand, design.link, design.sand, design.glow, Rgb::WHITE];
    colours.map(|colour| (colour, design.inks_of(colour))).to_vec()
}

/// Returns where a face is folded, in points from its left edge.
fn folds(sheet: &Sheet, face: usize, mirrored: bool) -> Vec<f32> {
    let folds = sheet.folds.get(face).map_or(&[][..], Vec::as_slice);
    let place = |fold: &Mm| if mirrored { sheet.width.pt().0 - fold.pt().0 } else { fold.pt().0 };
    folds.iter().map(place).collect()
}

/// Draws what the panels of a page stand on, beneath everything else, and pictures from edge to edge as far as ink may run.
/// Returns where such a picture stood, and where it stands now.
fn lay_grounds(page: &mut PrintedPage, reach: Reach) -> Vec<(Rect, Rect)> {
    let sides = (page.width, page.height);
    let grounds = std::mem::take(&mut page.grounds);
    let mut items: Vec<Item> =
        grounds.into_iter().map(|(area, colour)| shapes::bar(reached(area, sides, reach), colour)).collect();
    let mut moved = Vec::new();
    for item in std::mem::take(&mut page.items) {
        let Draw::Spread(asset, before) = item.draw else {
            items.push(item);
            continue;
        };
        let after = spread(before, sides, reach);
        moved.push((before, after));
        items.push(shapes::beneath(after));
        items.push(Item { draw: Draw::Picture(asset, after), ..item });
    }
    page.items = items;
    moved
}

/// Returns an area as far as ink may run at the edges of a page of a width and height.
fn reached(area: Rect, (width, height): (f32, f32), reach: Reach) -> Rect {
    let Rect { left, top, right, bottom } = area;
    match reach {
        Reach::Clear(by) => {
            Rect { left: left.max(by), top: top.max(by), right: right.min(width - by), bottom: bottom.min(height - by) }
        }
        Reach::Bleed(by) => {
            let at = |edge: f32, own: f32| (edge - own).abs() < 0.1;
            Rect {
                left: if at(left, 0.0) { left - by } else { left },
                top: if at(top, 0.0) { top - by } else { top },
                right: if at(right, width) { right + by } else { right },
                bottom: if at(bottom, height) { bottom + by } else { bottom },
            }
        }
    }
}

/// Returns the area of a picture as wide as ink may run, around the same middle and not stretched.
fn spread(area: Rect, sides: (f32, f32), reach: Reach) -> Rect {
    let wide = reached(area, sides, reach);
    let scale = (wide.right - wide.left) / (area.right - area.left);
    let (middle, half) = ((area.top + area.bottom) / 2.0, (area.bottom - area.top) * scale / 2.0);
    Rect { top: middle - half, bottom: middle + half, ..wide }
}

/// Lays the grounds of a page of a document, and says where its figures stand then.
fn ground(document: &mut Document, at: usize, reach: Reach) {
    let Some(page) = document.pages.get_mut(at) else { return };
    for (before, after) in lay_grounds(page, reach) {
        for (_, area) in document.figures.values_mut().filter(|(page, area)| *page == at && *area == before) {
            *area = after;
        }
    }
}

/// Puts copies of each page beside each other on larger paper; the first one alone is read out and leads somewhere.
fn side_by_side(document: &mut Document, sheet: &Sheet, copies: Copies, clear: f32) {
    let (wide, high) = (sheet.width.pt().0, sheet.height.pt().0);
    let paper = (copies.width.pt().0, copies.height.pt().0);
    #[expect(clippy::cast_precision_loss, reason = "at most 32")]
    let (across, down) = (copies.across as f32, copies.down as f32);
    let (left, top) = ((paper.0 - wide * across) / 2.0, (paper.1 - high * down) / 2.0);
    let places: Vec<(f32, f32)> = (0..copies.down)
        .flat_map(|row| (0..copies.across).map(move |column| (row, column)))
        .map(|(row, column)| {
            #[expect(clippy::cast_precision_loss, reason = "at most 32")]
            let place = (left + wide * column as f32, top + high * row as f32);
            place
        })
        .collect();
    let pages = std::mem::take(&mut document.pages);
    for page in pages {
        let mut whole = PrintedPage::new(paper.0, paper.1);
        for (at, place) in places.iter().enumerate() {
            whole.place(page.clone(), *place, at == 0);
        }
        cuts(&mut whole, (left, top), (wide, high), (copies.across, copies.down), clear);
        document.pages.push(whole);
    }
    document.moved(|page| (page, left, top));
}

/// Draws short ticks where copies are cut apart.
fn cuts(
    page: &mut PrintedPage,
    (left, top): (f32, f32),
    (wide, high): (f32, f32),
    (across, down): (usize, usize),
    clear: f32,
) {
    let tick = TICK.pt().0;
    let hair = shapes::pen(Rgb { r: 0.0, g: 0.0, b: 0.0 }, HAIR);
    let (width, height) = (page.width, page.height);
    let mut items = Vec::new();
    for column in 0..=across {
        #[expect(clippy::cast_precision_loss, reason = "at most 32")]
        let x = left + wide * column as f32;
        if x > 1.0 && x < width - 1.0 {
            items.push(shapes::line((x, clear), (x, clear + tick), hair));
            items.push(shapes::line((x, height - clear), (x, height - clear - tick), hair));
        }
    }
    for row in 0..=down {
        #[expect(clippy::cast_precision_loss, reason = "at most 32")]
        let y = top + high * row as f32;
        if y > 1.0 && y < height - 1.0 {
            items.push(shapes::line((clear, y), (clear + tick, y), hair));
            items.push(shapes::line((width - clear, y), (width - clear - tick, y), hair));
        }
    }
    page.items.extend(items.into_iter().map(marked));
}

/// Puts the pages of a booklet two by two onto both sides of sheets that are folded into each other.
fn saddle(document: &mut Document, mirrored: bool) {
    let pages = std::mem::take(&mut document.pages);
    let count = pages.len();
    let Some(first) = pages.first() else { return };
    let (wide, high) = (first.width, first.height);
    let mut places = vec![(0, 0.0, 0.0); count];
    let mut sides = Vec::new();
    for sheet in 0..count / 4 {
        #[expect(clippy::cast_precision_loss, reason = "a booklet has some dozens of pages")]
        let creep = CREEP.pt().0 * sheet as f32;
        let (low, high_page) = (sheet * 2, count - 1 - sheet * 2);
        for (left, right) in [(high_page, low), (low + 1, high_page - 1)] {
            let (left, right) = if mirrored { (right, left) } else { (left, right) };
            places[left] = (sides.len(), creep, 0.0);
            places[right] = (sides.len(), wide - creep, 0.0);
            sides.push(PrintedPage::new(wide * 2.0, high));
        }
    }
    for (page, (side, dx, dy)) in pages.into_iter().zip(&places) {
        if let Some(whole) = sides.get_mut(*side) {
            whole.place(page, (*dx, *dy), true);
        }
    }
    document.pages = sides;
    document.moved(|page| places.get(page).copied().unwrap_or((0, 0.0, 0.0)));
}

/// Draws ticks at the folds of an office sheet.
fn ticks(page: &mut PrintedPage, folds: &[f32], clear: f32, colour: Rgb) {
    let (tick, height) = (TICK.pt().0, page.height);
    let pen = shapes::pen(colour, HAIR);
    let items = folds.iter().flat_map(|x| {
        [
            shapes::line((*x, clear), (*x, clear + tick), pen),
            shapes::line((*x, height - clear), (*x, height - clear - tick), pen),
        ]
    });
    page.items.extend(items.map(marked));
}

/// Draws crop marks at the corners of a page, and dashed marks at its folds.
fn marks(page: &mut PrintedPage, folds: &[f32], colour: Rgb) {
    let (off, mark) = (OFF.pt().0, MARK.pt().0);
    let (width, height) = (page.width, page.height);
    let hair = shapes::pen(colour, HAIR);
    let mut items = Vec::new();
    for (x, out) in [(0.0, -1.0), (width, 1.0)] {
        for (y, down) in [(0.0, -1.0), (height, 1.0)] {
            items.push(shapes::line((x + out * off, y), (x + out * (off + mark), y), hair));
            items.push(shapes::line((x, y + down * off), (x, y + down * (off + mark)), hair));
        }
    }
    let dashed = Pen { dash: Some(DASH.pt().0), ..hair };
    for x in folds {
        for (y, down) in [(0.0, -1.0), (height, 1.0)] {
            items.push(shapes::line((*x, y + down * off), (*x, y + down * (off + mark)), dashed));
        }
    }
    page.items.extend(items.into_iter().map(marked));
}

fn marked(item: Item) -> Item {
    Item { tag: ContentTag::Marks, ..item }
}
