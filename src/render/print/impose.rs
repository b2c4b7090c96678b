//! What a print firm needs around the trimmed page: marks where it is cut and where it is folded.

use super::display::{ContentTag, Pen, PrintedPage};
use super::shapes;
use crate::model::Rgb;
use crate::units::Mm;

/// The distance of marks from the trim: outside the bleed.
const OFF: Mm = Mm(4.0);

/// The length of a crop mark.
const CROP: Mm = Mm(6.0);

/// The length of a fold mark.
const FOLD: Mm = Mm(6.0);

/// The length of a dash of a fold mark.
const DASH: Mm = Mm(1.0);

/// The width of a mark.
const HAIR: f32 = 0.3;

/// Draws crop marks at the corners of a page, and dashed marks at its folds.
pub fn marks(page: &mut PrintedPage, folds: &[f32], colour: Rgb) {
    let (off, crop) = (OFF.pt().0, CROP.pt().0);
    let (width, height) = (page.width, page.height);
    let hair = shapes::pen(colour, HAIR);
    let mut items = Vec::new();
    for (x, out) in [(0.0, -1.0), (width, 1.0)] {
        for (y, down) in [(0.0, -1.0), (height, 1.0)] {
            items.push(shapes::line((x + out * off, y), (x + out * (off + crop), y), hair));
            items.push(shapes::line((x, y + down * off), (x, y + down * (off + crop)), hair));
        }
    }
    let dashed = Pen { dash: Some(DASH.pt().0), ..hair };
    for x in folds {
        for (y, down) in [(0.0, -1.0), (height, 1.0)] {
            items.push(shapes::line((*x, y + down * off), (*x, y + down * (off + FOLD.pt().0)), dashed));
        }
    }
    page.items.extend(items.into_iter().map(|mut item| {
        item.tag = ContentTag::Marks;
        item
    }));
}
