//! The pictures of the steps. A column that is lifted towards whoever looks gets larger at its free edge, one that goes behind
//! gets smaller there.

use super::columns::{Column, Direction};
use super::paper::{Paper, Place};
use super::picture::{HEIGHT, Picture, Point, Stroke, WIDTH};
use crate::model::Flip;

/// Where a sheet that is folded lies in its picture: left, top, right, bottom. Above it there is room for an arrow.
const TABLE: [f32; 4] = [7.0, 19.0, WIDTH - 7.0, HEIGHT - 7.0];

/// How much taller or lower the free edge of a lifted column gets, at each end.
const TILT: f32 = 4.5;

/// How much of its width a lifted column still shows.
const LIFTED: f32 = 0.55;

/// How far each layer of folded paper stands out under the one above.
const LAYER: f32 = 1.3;

/// Millimetres on a picture.
#[derive(Clone, Copy)]
struct Scale {
    by: f32,
    left: f32,
    top: f32,
}

impl Scale {
    /// Returns the scale at which a width and a height fit into an area, in its middle.
    fn fitting(wide: f32, high: f32, [left, top, right, bottom]: [f32; 4]) -> Scale {
        let by = ((right - left) / wide.max(1.0)).min((bottom - top) / high.max(1.0));
        let middle = ((left + right - wide * by) / 2.0, (top + bottom - high * by) / 2.0);
        Scale { by, left: middle.0, top: middle.1 }
    }

    fn x(self, millimetres: f32) -> f32 {
        self.left + millimetres * self.by
    }

    fn y(self, millimetres: f32) -> f32 {
        self.top + millimetres * self.by
    }

    fn area(self, [left, top, right, bottom]: [f32; 4]) -> [f32; 4] {
        [self.x(left), self.y(top), self.x(right), self.y(bottom)]
    }
}

/// Draws both sides of the paper, and how it is turned over between them; or the one that is printed.
pub fn sides(paper: &Paper, flip: Flip) -> Picture {
    let mut picture = Picture::default();
    if paper.on(1).next().is_none() {
        let middle = [16.0, 4.0, WIDTH - 16.0, HEIGHT - 4.0];
        side(&mut picture, paper, 0, middle);
        return picture;
    }
    let upright = paper.height >= paper.width;
    if upright == (flip == Flip::LongEdge) {
        let (first, second) = ([1.0, 18.0, 46.0, HEIGHT - 4.0], [54.0, 18.0, WIDTH - 1.0, HEIGHT - 4.0]);
        let top = side(&mut picture, paper, 0, first);
        side(&mut picture, paper, 1, second);
        picture.arrow((34.0, top - 3.0), (66.0, top - 2.0), (0.0, -13.0));
    } else {
        side(&mut picture, paper, 0, [20.0, 2.0, 80.0, 31.0]);
        side(&mut picture, paper, 1, [20.0, 35.0, 80.0, HEIGHT - 2.0]);
        picture.arrow((80.0, 20.0), (80.0, 46.0), (13.0, 0.0));
    }
    picture
}

/// Draws one side into an area; returns its upper edge.
fn side(picture: &mut Picture, paper: &Paper, side: usize, area: [f32; 4]) -> f32 {
    let scale = Scale::fitting(paper.width, paper.height, area);
    picture.sheet(scale.area([0.0, 0.0, paper.width, paper.height]));
    for fold in &paper.folds {
        let x = scale.x(if side == 0 { *fold } else { paper.width - fold });
        picture.line((x, scale.y(0.0)), (x, scale.y(paper.height)), Stroke::Fold);
    }
    for place in paper.on(side) {
        mark(picture, place, paper, scale);
    }
    scale.y(0.0)
}

/// Draws the number of a panel, and the lines along which it is cut.
fn mark(picture: &mut Picture, place: &Place, paper: &Paper, scale: Scale) {
    let [left, top, right, bottom] = scale.area(place.area);
    let size = ((right - left) * 0.42).min((bottom - top) * 0.6).clamp(3.0, 13.0);
    picture.number(((left + right) / 2.0, (top + bottom) / 2.0), size, place.number);
    if paper.copies != (1, 1) {
        let corners: [Point; 4] = [(left, top), (right, top), (right, bottom), (left, bottom)];
        for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
            picture.line(*from, *to, Stroke::Away);
        }
    } else if place.area[1] > 0.5 {
        picture.line((left, top), (right, top), Stroke::Away);
    }
}

/// Draws the paper with the lines along which copies are cut apart.
pub fn cut(paper: &Paper) -> Picture {
    let mut picture = Picture::default();
    let scale = Scale::fitting(paper.width, paper.height, [16.0, 4.0, WIDTH - 16.0, HEIGHT - 4.0]);
    let [left, top, right, bottom] = scale.area([0.0, 0.0, paper.width, paper.height]);
    picture.sheet([left, top, right, bottom]);
    let over = 3.0;
    let mut columns: Vec<f32> = paper.on(0).flat_map(|place| [place.area[0], place.area[2]]).collect();
    let mut rows: Vec<f32> = paper.on(0).flat_map(|place| [place.area[1], place.area[3]]).collect();
    for (lines, most) in [(&mut columns, paper.width), (&mut rows, paper.height)] {
        lines.sort_by(f32::total_cmp);
        lines.dedup_by(|a, b| (*a - *b).abs() < 0.5);
        lines.retain(|at| *at > 0.5 && *at < most - 0.5);
    }
    for x in columns.into_iter().map(|x| scale.x(x)) {
        picture.line((x, top - over), (x, bottom + over), Stroke::Fold);
    }
    for y in rows.into_iter().map(|y| scale.y(y)) {
        picture.line((left - over, y), (right + over, y), Stroke::Fold);
    }
    picture
}

/// Draws a poster's foot with its tabs cut apart, and one of them torn off.
pub fn tabs(place: &Place, paper: &Paper) -> Picture {
    let mut picture = Picture::default();
    let scale = Scale::fitting(paper.width, paper.height, [16.0, 3.0, WIDTH - 16.0, HEIGHT - 8.0]);
    let [left, top, right, bottom] = scale.area(place.area);
    let [sheet_left, sheet_top, sheet_right, _] = scale.area([0.0, 0.0, paper.width, paper.height]);
    picture.sheet([sheet_left, sheet_top, sheet_right, top]);
    #[expect(clippy::cast_precision_loss, reason = "at most 32")]
    let (count, wide) = (place.tabs.max(1) as f32, (right - left) / place.tabs.max(1) as f32);
    let mut at = 0.0;
    while at + 0.5 < count {
        let x = left + wide * at;
        // The last but one is torn off, and lies a little lower.
        let torn = (at - (count - 2.0)).abs() < 0.5;
        let (dx, dy) = if torn { (1.0, 6.0) } else { (0.0, 0.0) };
        picture.sheet([x + dx, top + dy, x + wide + dx, bottom + dy]);
        at += 1.0;
    }
    picture
}

/// A row of columns that lies on the table, one of which is lifted.
pub struct Row<'r> {
    /// The columns, each with the number that is seen.
    pub columns: &'r [(usize, f32, f32)],
    /// The one that is lifted.
    pub lifted: usize,
    /// Which way it goes.
    pub direction: Direction,
    /// The height of the sheet.
    pub height: f32,
    /// The width of the sheet as it is before it is folded at all.
    pub whole: f32,
}

/// Draws a row of columns, one of them lifted, with an arrow to where it goes.
pub fn lifted(row: &Row<'_>) -> Picture {
    let mut picture = Picture::default();
    let scale = Scale::fitting(row.whole, row.height, TABLE);
    let first = row.columns.iter().map(|column| column.1).fold(f32::MAX, f32::min);
    let last = row.columns.iter().map(|column| column.2).fold(f32::MIN, f32::max);
    let shift = (row.whole - (last - first)) / 2.0 - first;
    let scale = Scale { left: scale.left + shift * scale.by, ..scale };
    let (top, bottom) = (scale.y(0.0), scale.y(row.height));
    let Some((number, left, right)) = row.columns.get(row.lifted).copied() else { return picture };
    let on_left = row.columns.iter().any(|column| column.1 > left);
    let (hinge, free) = if on_left { (scale.x(right), scale.x(left)) } else { (scale.x(left), scale.x(right)) };
    let tilt = if row.direction == Direction::Over { TILT } else { -TILT };
    let edge = hinge + (free - hinge) * LIFTED;
    let neighbour = if on_left { row.lifted + 1 } else { row.lifted.saturating_sub(1) };
    let Some((_, near, far)) = row.columns.get(neighbour).copied() else { return picture };
    let target = scale.x((near + far) / 2.0);
    // Where it lay.
    for (from, to) in [((hinge, top), (free, top)), ((free, top), (free, bottom)), ((free, bottom), (hinge, bottom))] {
        picture.line(from, to, Stroke::Away);
    }
    let corners = vec![(hinge, top), (edge, top - tilt), (edge, bottom + tilt), (hinge, bottom)];
    let flap = super::picture::Shape::Paper { corners, lifted: true };
    let behind = row.direction == Direction::Behind;
    if behind {
        picture.shapes.push(flap.clone());
    }
    for (at, (seen, left, right)) in row.columns.iter().enumerate().filter(|(at, _)| *at != row.lifted) {
        let area = [scale.x(*left), top, scale.x(*right), bottom];
        picture.sheet(area);
        let middle = ((area[0] + area[2]) / 2.0, (top + bottom) / 2.0);
        let beneath = !behind && at == neighbour;
        // A number that an arrow ends on stands lower.
        let down = if beneath { (bottom - top) * 0.16 } else { 0.0 };
        picture.number((middle.0, middle.1 + down), 11.0, *seen);
    }
    if !behind {
        picture.shapes.push(flap);
    }
    picture.line((hinge, top - 2.5), (hinge, bottom + 2.5), Stroke::Fold);
    picture.number(((hinge + edge) / 2.0, (top + bottom) / 2.0), 9.0, number);
    let (start, end) = match row.direction {
        Direction::Over => ((edge, top - tilt - 1.5), (target, top + (bottom - top) * 0.22)),
        Direction::Behind => ((edge, top - 0.5), (target, top - 1.0)),
    };
    let rise = (start.1 - 3.0).min(12.0);
    picture.arrow(start, end, (0.0, -rise));
    picture
}

/// Draws the folded sheet, with so many layers below the panel that is seen.
pub fn folded(front: usize, wide: f32, high: f32, (whole, layers): (f32, usize)) -> Picture {
    let mut picture = Picture::default();
    let fit = Scale::fitting(whole, high, TABLE);
    let scale = Scale { left: fit.left + (whole - wide) / 2.0 * fit.by, ..fit };
    let [left, top, right, bottom] = scale.area([0.0, 0.0, wide, high]);
    for layer in (1..=layers).rev() {
        #[expect(clippy::cast_precision_loss, reason = "a few layers")]
        let off = LAYER * layer as f32;
        picture.sheet([left + off, top + off, right + off, bottom + off]);
    }
    picture.sheet([left, top, right, bottom]);
    picture.number(((left + right) / 2.0, (top + bottom) / 2.0), 14.0, front);
    picture
}

/// Draws a folded booklet with two staples in its fold.
pub fn stapled(paper: &Paper) -> Picture {
    let mut picture = Picture::default();
    let scale = Scale::fitting(paper.width, paper.height, TABLE);
    let [left, top, right, bottom] = scale.area([0.0, 0.0, paper.width, paper.height]);
    picture.sheet([left + LAYER, top + LAYER, right - LAYER, bottom + LAYER]);
    picture.sheet([left, top, right, bottom]);
    let fold = (left + right) / 2.0;
    picture.line((fold, top), (fold, bottom), Stroke::Fold);
    for share in [0.25, 0.75] {
        let y = top + (bottom - top) * share;
        picture.line((fold, y - 3.5), (fold, y + 3.5), Stroke::Staple);
    }
    if let Some(front) = paper.places.first() {
        let [from, _, to, _] = scale.area(front.area);
        picture.number(((from + to) / 2.0, (top + bottom) / 2.0), 13.0, front.number);
    }
    picture
}

/// Returns columns as a row has them, each with the panel that is seen.
pub fn seen(columns: &[Column]) -> Vec<(usize, f32, f32)> {
    columns.iter().map(|column| (column.seen, column.left, column.right)).collect()
}
