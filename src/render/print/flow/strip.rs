//! What blocks become: strips across the measure, the borders along them, and the measure itself.

use std::sync::Arc;

use crate::diag::Span;
use crate::model::Rgb;
use crate::render::print::display::{Item, LinkArea, Rect};
use crate::render::print::structure::NodeId;

/// A border that runs along strips, as a number in `Composer::borders`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BorderId(pub u32);

/// Something that is drawn along all the strips that carry it; on each page that they stand on, it is drawn again. Lengths
/// are in points, `x` from the left edge of the measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Border {
    /// A thick rule at the side.
    Rule {
        /// Its left edge.
        x: f32,
        /// Its width.
        width: f32,
        /// Its colour.
        colour: Rgb,
    },
    /// A box with round corners.
    Outline {
        /// Its left edge.
        x: f32,
        /// Its width.
        width: f32,
        /// Its colour.
        colour: Rgb,
    },
    /// A ground of colour with round corners, beneath the words.
    Ground {
        /// Its left edge.
        x: f32,
        /// Its width.
        width: f32,
        /// Its colour.
        colour: Rgb,
    },
    /// The line from one step's disc to the next.
    Join {
        /// Where it stands.
        x: f32,
        /// How far below the first strip's top it starts.
        from: f32,
        /// Its colour.
        colour: Rgb,
    },
}

/// A strip across the measure that is never cut, such as a line of text or a row of a table. Lengths are in points.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// Its height.
    pub height: f32,
    /// The space above it, dropped at the top of a page.
    pub gap: f32,
    /// Whether the next strip must stand on the same page.
    pub keep: bool,
    /// Whether the next strip should stand on the same page, unless much of the page would stay empty.
    pub loosely: bool,
    /// Whether it may come to stand at the head of the next page, before it the text that follows it: a picture.
    pub floats: bool,
    /// What is drawn, from the left edge of the measure and the top of the strip.
    pub items: Vec<Item>,
    /// Links, placed as `items` are.
    pub links: Vec<LinkArea>,
    /// The heading that starts here: its level and words.
    pub heading: Option<(u8, String)>,
    /// The named place that starts here.
    pub anchor: Option<Arc<str>>,
    /// The figure that stands here.
    pub figure: Option<(NodeId, Rect)>,
    /// The borders along it.
    pub borders: Vec<BorderId>,
    /// The table that it belongs to, and whether it is one of its heading rows.
    pub table: Option<(u32, bool)>,
    /// How many lines of text it holds.
    pub lines: usize,
    /// Where its words stand in the source.
    pub span: Option<Span>,
}

/// Where text is set: how wide its lines may be, in points, and what holds for them.
#[derive(Clone, Debug)]
pub struct Measure {
    /// How far right of the type area's left edge it starts.
    pub x: f32,
    /// Its width.
    pub width: f32,
    /// The language of the passage, where it is not the document's.
    pub lang: Option<Arc<str>>,
    /// Whether it is written from right to left.
    pub rtl: bool,
    /// The borders along it.
    pub borders: Vec<BorderId>,
}

/// Returns the height of strips one under the other in points, without the space above the first.
pub fn height(strips: &[Strip]) -> f32 {
    let all: f32 = strips.iter().map(|strip| strip.gap + strip.height).sum();
    all - strips.first().map_or(0.0, |strip| strip.gap)
}

/// Marks strips so that they all stand on one page, unless much of a page would stay empty.
pub fn keep_together(strips: &mut [Strip]) {
    let Some((_, most)) = strips.split_last_mut() else { return };
    for strip in most {
        strip.loosely = true;
    }
}

/// Marks strips so that they all stand on one page, whatever stays empty.
pub fn keep_whole(strips: &mut [Strip]) {
    let Some((_, most)) = strips.split_last_mut() else { return };
    for strip in most {
        strip.keep = true;
    }
}

/// The most lines of an item that must not stand alone before or after the end of a page. Source: our own.
const LONE: usize = 4;

/// Marks items so that no short one stands alone before or after the end of a page: the first two stay together, and the
/// last two. `starts` are the places of each item's first strip.
pub fn bind_ends(strips: &mut [Strip], starts: &[usize]) {
    let short = |strips: &[Strip]| strips.iter().map(|strip| strip.lines).sum::<usize>() <= LONE;
    let (Some(second), Some(last)) = (starts.get(1).copied(), starts.last().copied()) else { return };
    let first_short = strips.get(..second).is_some_and(short);
    let last_short = strips.get(last..).is_some_and(short);
    for (start, bound) in [(second, first_short), (last, last_short)] {
        if let (true, Some(before)) = (bound, start.checked_sub(1).and_then(|at| strips.get_mut(at))) {
            before.keep = true;
        }
    }
}
