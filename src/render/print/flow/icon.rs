//! Icons beside lines of a contact. The words beside an icon say all that it says, so it is decoration.

use super::composer::Composer;
use super::strip::{Measure, Strip};
use crate::model::{Icon, IconPart, IconShape, Rgb};
use crate::render::print::display::{ContentTag, Draw, Item, Paint, Rect, Segment, Subpath};
use crate::render::print::shapes;

/// The width of an icon, and of the room that it takes beside words, over the size of text.
const SIZE: f32 = 1.15;
const ROOM: f32 = 1.65;

/// The narrowest measure, in ems of text, that has room for icons.
const NARROWEST: f32 = 11.0;

impl<'a> Composer<'a> {
    /// Composes what `inner` makes beside an icon, in the measure that is left; in the whole measure where there is no such
    /// icon, or no room for one.
    pub fn beside_icon(
        &mut self,
        name: &str,
        measure: &Measure,
        inner: impl FnOnce(&mut Self, &Measure) -> Vec<Strip>,
    ) -> Vec<Strip> {
        let text = self.style.text;
        let Some(icon) = self.icon(name, measure) else { return inner(self, measure) };
        let room = text * ROOM;
        let (x, at) = match measure.rtl {
            false => (measure.x + room, measure.x),
            true => (measure.x, measure.x + measure.width - text * SIZE),
        };
        let mut strips = inner(self, &Measure { x, width: measure.width - room, ..measure.clone() });
        let colour = self.style.brand;
        if let Some(first) = strips.first_mut() {
            let (high, side) = (first.height, text * SIZE);
            let top = (high - side) / 2.0;
            let area = Rect { left: at, top, right: at + side, bottom: top + side };
            let drawn: Vec<Item> = icon.shapes.iter().map(|shape| drawn(shape, area, colour)).collect();
            first.items.splice(0..0, drawn);
        }
        strips
    }

    /// Returns the width that words have beside an icon, in points.
    pub fn width_beside_icon(&self, name: &str, measure: &Measure) -> f32 {
        measure.width - self.icon(name, measure).map_or(0.0, |_| self.style.text * ROOM)
    }

    fn icon(&self, name: &str, measure: &Measure) -> Option<&'a Icon> {
        self.icons.and_then(|icons| icons.get(name)).filter(|_| measure.width >= self.style.text * NARROWEST)
    }
}

fn drawn(shape: &IconShape, area: Rect, colour: Rgb) -> Item {
    let by = area.right - area.left;
    let at = |(x, y): (f32, f32)| (area.left + x * by, area.top + y * by);
    let mut paths: Vec<Subpath> = Vec::new();
    for part in &shape.parts {
        let (segment, path) = match (part, paths.last_mut()) {
            (IconPart::Start(to), _) => {
                paths.push(Subpath { start: at(*to), segments: Vec::new() });
                continue;
            }
            (IconPart::Line(to), Some(path)) => (Segment::Line(at(*to)), path),
            (IconPart::Curve(one, other, to), Some(path)) => (Segment::Curve(at(*one), at(*other), at(*to)), path),
            (IconPart::Close, Some(path)) => (Segment::Line(path.start), path),
            (IconPart::Line(_) | IconPart::Curve(..) | IconPart::Close, None) => continue,
        };
        path.segments.push(segment);
    }
    let paint = shape.pen.map_or(Paint::Fill(colour), |pen| Paint::Stroke(shapes::pen(colour, pen * by)));
    Item { tag: ContentTag::Layout, draw: Draw::Path(paths, paint) }
}
