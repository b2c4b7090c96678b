//! Line work: rules, boxes with round corners, discs. Paths only; nothing here knows what it is drawn for.

use super::display::{ContentTag, Draw, Item, Paint, Pen, Rect, Segment, Subpath};
use crate::model::Rgb;

/// The distance of the control points that makes a curve a quarter of a circle of radius 1.
const ARC: f32 = 0.552_285;

/// Returns a straight line.
pub fn line(from: (f32, f32), to: (f32, f32), pen: Pen) -> Item {
    let path = Subpath { start: from, segments: vec![Segment::Line(to)] };
    Item { tag: ContentTag::Layout, draw: Draw::Path(vec![path], Paint::Stroke(pen)) }
}

/// Returns a filled rectangle.
pub fn bar(area: Rect, colour: Rgb) -> Item {
    let corners = [(area.right, area.top), (area.right, area.bottom), (area.left, area.bottom)];
    let path = Subpath { start: (area.left, area.top), segments: corners.map(Segment::Line).to_vec() };
    Item { tag: ContentTag::Layout, draw: Draw::Path(vec![path], Paint::Fill(colour)) }
}

/// Returns the white that a picture stands on where it lies on a colour, so that it looks as its maker knows it. It ends half a
/// point inside the picture's edges: no white shows around one that fills them.
pub fn beneath(area: Rect) -> Item {
    let Rect { left, top, right, bottom } = area;
    bar(Rect { left: left + 0.5, top: top + 0.5, right: right - 0.5, bottom: bottom - 0.5 }, Rgb::WHITE)
}

/// Returns the outline of a box with round corners.
pub fn outline(area: Rect, radius: f32, pen: Pen) -> Item {
    Item { tag: ContentTag::Layout, draw: Draw::Path(vec![rounded(area, radius)], Paint::Stroke(pen)) }
}

/// Returns a filled box with round corners.
pub fn ground(area: Rect, radius: f32, colour: Rgb) -> Item {
    Item { tag: ContentTag::Layout, draw: Draw::Path(vec![rounded(area, radius)], Paint::Fill(colour)) }
}

fn rounded(area: Rect, radius: f32) -> Subpath {
    let Rect { left, top, right, bottom } = area;
    let r = radius.min((right - left) / 2.0).min((bottom - top) / 2.0);
    let k = r * (1.0 - ARC);
    let segments = vec![
        Segment::Line((right - r, top)),
        Segment::Curve((right - k, top), (right, top + k), (right, top + r)),
        Segment::Line((right, bottom - r)),
        Segment::Curve((right, bottom - k), (right - k, bottom), (right - r, bottom)),
        Segment::Line((left + r, bottom)),
        Segment::Curve((left + k, bottom), (left, bottom - k), (left, bottom - r)),
        Segment::Line((left, top + r)),
        Segment::Curve((left, top + k), (left + k, top), (left + r, top)),
    ];
    Subpath { start: (left + r, top), segments }
}

/// Returns a circle as a path.
pub fn circle(centre: (f32, f32), radius: f32) -> Subpath {
    let ((x, y), r, k) = (centre, radius, radius * ARC);
    let segments = vec![
        Segment::Curve((x + r, y + k), (x + k, y + r), (x, y + r)),
        Segment::Curve((x - k, y + r), (x - r, y + k), (x - r, y)),
        Segment::Curve((x - r, y - k), (x - k, y - r), (x, y - r)),
        Segment::Curve((x + k, y - r), (x + r, y - k), (x + r, y)),
    ];
    Subpath { start: (x + r, y), segments }
}

/// Returns a filled disc.
pub fn disc(centre: (f32, f32), radius: f32, colour: Rgb) -> Item {
    Item { tag: ContentTag::Layout, draw: Draw::Path(vec![circle(centre, radius)], Paint::Fill(colour)) }
}

/// Returns a ring.
pub fn ring(centre: (f32, f32), radius: f32, pen: Pen) -> Item {
    Item { tag: ContentTag::Layout, draw: Draw::Path(vec![circle(centre, radius)], Paint::Stroke(pen)) }
}

/// Returns a pen for an unbroken line.
pub fn pen(colour: Rgb, width: f32) -> Pen {
    Pen { colour, width, dash: None }
}
