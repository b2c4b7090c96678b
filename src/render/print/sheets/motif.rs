//! Drawings of simple shapes on covers and headlines. They stand where no text runs, and say nothing that the words do not.

use super::folio::Folio;
use crate::model::{Ground, Motif, PanelRole, Rgb, SheetPanel};
use crate::render::print::display::{ContentTag, Draw, Item, Paint, PrintedPage, Rect, Segment, Subpath};
use crate::render::print::shapes;
use crate::units::Mm;

/// The least height of the free area, and the most of the drawing.
const LEAST: Mm = Mm(24.0);
const MOST: Mm = Mm(70.0);

/// The space between the drawing and the words above and below it.
const SPACE: Mm = Mm(6.0);

/// The width of lines, as a share of the drawing's height.
const LINE: f32 = 0.028;

/// The colours of a drawing: its lines, its bright shape, and what it stands on.
#[derive(Clone, Copy)]
struct Colours {
    line: Rgb,
    bright: Rgb,
    second: Rgb,
}

/// Draws the design's motif into the area between head and foot, if there is room for it; returns whether it is
/// drawn.
pub fn draw(folio: &Folio<'_>, slot: &SheetPanel, ground: Ground, free: Rect, page: &mut PrintedPage) -> bool {
    let design = folio.design;
    let Some(motif) = design.grounds.motif else { return false };
    if !matches!(slot.role, PanelRole::Cover | PanelRole::Headline) || folio.leaflet.discreet {
        return false;
    }
    let (space, least) = (SPACE.pt().0, LEAST.pt().0);
    let area = Rect { top: free.top + space, bottom: free.bottom - space, ..free };
    let high = (area.bottom - area.top).min(MOST.pt().0).min((area.right - area.left) * 0.7);
    if high < least {
        return false;
    }
    let middle = (area.top + area.bottom) / 2.0;
    let placed = Rect { top: middle - high / 2.0, bottom: middle + high / 2.0, ..area };
    let colours = match ground {
        Ground::Brand => Colours { line: Rgb::WHITE, bright: design.glow, second: design.glow },
        Ground::Paper | Ground::Sand => Colours { line: design.brand, bright: design.glow, second: design.brand },
    };
    page.items.extend(match motif {
        Motif::Circles => circles(placed, colours),
        Motif::Steps => steps(placed, colours),
        Motif::Door => door(placed, colours),
        Motif::Hands => hands(placed, colours),
    });
    true
}

fn stroke(path: Subpath, colour: Rgb, width: f32) -> Item {
    let paint = Paint::Stroke(shapes::pen(colour, width));
    Item { tag: ContentTag::Layout, draw: Draw::Path(vec![path], paint) }
}

fn filled(path: Subpath, colour: Rgb) -> Item {
    Item { tag: ContentTag::Layout, draw: Draw::Path(vec![path], Paint::Fill(colour)) }
}

fn polyline(points: &[(f32, f32)]) -> Subpath {
    let (first, rest) = points.split_first().map_or(((0.0, 0.0), &[][..]), |(first, rest)| (*first, rest));
    Subpath { start: first, segments: rest.iter().copied().map(Segment::Line).collect() }
}

/// Two circles that meet, and bright where they do.
fn circles(area: Rect, colours: Colours) -> Vec<Item> {
    let radius = (area.bottom - area.top) / 2.0;
    let line = radius * 2.0 * LINE;
    let radius = radius - line;
    let (across, middle) = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
    let half = radius * 0.44;
    let (one, other) = ((across - half, middle), (across + half, middle));
    vec![
        filled(lens(one, other, radius), colours.bright),
        stroke(shapes::circle(one, radius), colours.second, line),
        stroke(shapes::circle(other, radius), colours.line, line),
    ]
}

/// Returns what two circles of one radius and height share.
fn lens(one: (f32, f32), other: (f32, f32), radius: f32) -> Subpath {
    let half = (other.0 - one.0) / 2.0;
    let up = (radius * radius - half * half).max(0.0).sqrt();
    let middle = (one.0 + other.0) / 2.0;
    let (top, bottom) = ((middle, one.1 - up), (middle, one.1 + up));
    let angle = (up / radius).asin();
    // An arc of twice this angle as one curve. Source: the usual approximation, 4/3 tan(angle / 4) of the whole arc.
    let reach = 4.0 / 3.0 * (angle / 2.0).tan() * radius;
    let (sin, cos) = (angle.sin(), angle.cos());
    let right = Segment::Curve(
        (top.0 + reach * sin, top.1 + reach * cos),
        (bottom.0 + reach * sin, bottom.1 - reach * cos),
        bottom,
    );
    let left = Segment::Curve(
        (bottom.0 - reach * sin, bottom.1 - reach * cos),
        (top.0 - reach * sin, top.1 + reach * cos),
        top,
    );
    Subpath { start: top, segments: vec![right, left] }
}

/// Steps that lead up to a bright disc.
fn steps(area: Rect, colours: Colours) -> Vec<Item> {
    let high = area.bottom - area.top;
    let (line, rise) = (high * LINE, high / 5.0);
    let run = rise * 1.5;
    let left = (area.left + area.right) / 2.0 - run * 2.0;
    let mut points = vec![(left, area.bottom - line)];
    let (mut x, mut y) = (left + run * 0.4, area.bottom - line);
    points.push((x, y));
    for _ in 0..3 {
        y -= rise;
        points.push((x, y));
        x += run;
        points.push((x, y));
    }
    let disc = (x - run * 0.5, y - rise * 0.95);
    vec![filled(shapes::circle(disc, rise * 0.62), colours.bright), stroke(polyline(&points), colours.line, line)]
}

/// A door that stands open, light behind it.
fn door(area: Rect, colours: Colours) -> Vec<Item> {
    let high = area.bottom - area.top;
    let line = high * LINE;
    let wide = high * 0.56;
    let left = (area.left + area.right) / 2.0 - wide * 0.7;
    let (top, bottom) = (area.top + line, area.bottom - line);
    let frame = polyline(&[(left, bottom), (left, top), (left + wide, top), (left + wide, bottom)]);
    let mut light = frame.clone();
    light.segments.push(Segment::Line((left, bottom)));
    let leaf = polyline(&[
        (left + wide, top),
        (left + wide * 1.5, top + high * 0.1),
        (left + wide * 1.5, bottom + line * 0.5),
        (left + wide, bottom),
    ]);
    let ground = polyline(&[(left - wide * 0.3, bottom), (left + wide, bottom)]);
    let knob = (left + wide * 1.38, (top + bottom) / 2.0 + high * 0.06);
    vec![
        filled(light, colours.bright),
        stroke(frame, colours.line, line),
        stroke(leaf, colours.line, line),
        stroke(ground, colours.line, line),
        filled(shapes::circle(knob, line * 1.1), colours.line),
    ]
}

/// Two open hands, as two bowls that hold a bright disc.
fn hands(area: Rect, colours: Colours) -> Vec<Item> {
    let high = area.bottom - area.top;
    let line = high * LINE;
    let middle = (area.left + area.right) / 2.0;
    let (top, bottom) = (area.top + high * 0.42, area.bottom - line);
    let hand = |side: f32| {
        let edge = middle + side * high * 0.62;
        let palm = middle + side * high * 0.06;
        Subpath {
            start: (edge, top),
            segments: vec![
                Segment::Curve(
                    (edge + side * high * 0.02, top + high * 0.3),
                    (middle + side * high * 0.42, bottom),
                    (palm, bottom),
                ),
                Segment::Curve(
                    (palm + side * high * 0.02, bottom - high * 0.2),
                    (middle + side * high * 0.3, top + high * 0.26),
                    (edge, top),
                ),
            ],
        }
    };
    let disc = (middle, area.top + high * 0.3);
    vec![
        filled(shapes::circle(disc, high * 0.26), colours.bright),
        stroke(hand(-1.0), colours.second, line),
        stroke(hand(1.0), colours.line, line),
    ]
}
