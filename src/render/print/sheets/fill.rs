//! Words into one area, and what to tell where they are too many.

use super::folio::Placed;
use crate::diag::{Diagnostic, Span};
use crate::render::print::flow::{Composer, Strip};
use crate::render::print::kinds;
use crate::render::print::pages::{Paper, TypeArea};
use crate::units::Pt;

/// Sets strips into one area, whether they fit or not.
pub fn fill(composer: &mut Composer<'_>, paper: &mut Paper, area: TypeArea, strips: Vec<Strip>) {
    let borders = std::mem::take(&mut composer.borders);
    let mut once = Some(area);
    paper.fill(strips, &borders, |_| once.take());
    composer.borders = borders;
}

/// Notes that text is `over` points too high for its panel, where it is, and returns what to tell of it.
pub fn told(
    composer: &Composer<'_>,
    paper: &mut Paper,
    placed: &Placed<'_>,
    (over, cut): (f32, bool),
    at: Option<Span>,
) -> Option<Diagnostic> {
    let area = placed.area();
    paper.spare.push(-over / (area.bottom - area.top));
    if over <= 0.5 {
        return None;
    }
    paper.full.push((placed.page, area));
    let line = composer.style.text * composer.style.leading;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a panel is some dozens of lines high")]
    let lines = (over / line).ceil() as usize;
    let noun = if lines == 1 { "line" } else { "lines" };
    let least = if cut { "at least " } else { "" };
    let message = format!(
        "panel {} ({}) has {least}{lines} {noun} ({:.0} mm) too many",
        placed.at + 1,
        placed.slot.name,
        Pt(over).mm().0.max(1.0)
    );
    // Words of a page are not shortened for a panel: the page would lose them too.
    let panel = placed.words.span;
    let (place, help) = match at {
        Some(at) if at.file != panel.file => {
            (panel, "bring in less with `:::include`, such as one part, `page.md#heading`, or use a larger sheet")
        }
        at => (at.unwrap_or(panel), "shorten the text, or move a part of it to another panel"),
    };
    Some(Diagnostic::new(&kinds::PANEL_FULL, place, message, help))
}

/// Returns the span of the first strip that ends below the room, given in points.
pub fn first_over(strips: &[Strip], room: f32) -> Option<Span> {
    let mut y = 0.0;
    for (at, strip) in strips.iter().enumerate() {
        y += strip.height + if at == 0 { 0.0 } else { strip.gap };
        if y > room {
            return strip.span;
        }
    }
    None
}
