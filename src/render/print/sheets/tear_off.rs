//! A strip to tear off: the same words on each of several tabs, turned so that they are upright when torn.

use super::fill::{fill, told};
use super::folio::Placed;
use crate::diag::Diagnostic;
use crate::model::{Block, Inline, plain_text};
use crate::render::print::display::{ContentTag, Draw, Item, LinkArea, Pen, PrintedPage, Rect};
use crate::render::print::flow::{Composer, height};
use crate::render::print::pages::{Paper, TypeArea};
use crate::render::print::shapes;
use crate::render::print::structure::{Role, StructureTree};
use crate::render::print::style::TextStyle;
use crate::units::Mm;

/// The space between a tab's edges and its words.
const ROOM: Mm = Mm(3.0);

/// What an office printer cannot reach, at the foot of the sheet.
const CLEAR: Mm = Mm(8.0);

/// The length of a dash of the lines to cut along, and the width of the line.
const DASH: Mm = Mm(1.0);
const HAIR: f32 = 0.5;

/// The size of a tab's words as a share of the sheet's text, and the smallest that they are. Source: UKAAF G003, 12 point.
const TAB_TEXT: f32 = 0.95;
const LEAST: f32 = 12.0;

/// Sets a strip to tear off; returns what is wrong with it.
pub fn set(composer: &mut Composer<'_>, paper: &mut Paper, placed: &Placed<'_>) -> Option<Diagnostic> {
    let area = placed.area();
    #[expect(clippy::cast_precision_loss, reason = "at most 32")]
    let tabs = placed.slot.tabs as f32;
    let (clear, room) = (CLEAR.pt().0, ROOM.pt().0);
    let across = (area.right - area.left - clear * 2.0) / tabs;
    let long = area.bottom - area.top - room - clear;
    let size = (composer.style.text * TAB_TEXT).max(LEAST);
    composer.style.text = size;
    composer.style.gap = 0.0;
    let section = composer.tree.add(StructureTree::ROOT, Role::Section);
    let measure = composer.measure(long);
    let blocks = placed.words.head.iter().chain(&placed.words.foot);
    let mut strips = Vec::new();
    for block in blocks {
        let bold = TextStyle { bold: true, ..composer.style.body() };
        let number = if let Block::Paragraph(paragraph) = block { Some(&paragraph.content) } else { None };
        strips.append(&mut match number.filter(|content| has_number(content)) {
            Some(content) => composer.styled_paragraph(content, section, &measure, &bold, 0.0),
            None => composer.blocks(std::slice::from_ref(block), section, &measure),
        });
    }
    let high = height(&strips);
    let over = high - (across - room);
    let mut tab = Paper { pages: vec![PrintedPage::new(long, high)], ..Paper::default() };
    fill(composer, &mut tab, TypeArea { page: 0, x: 0.0, y: 0.0, height: high }, strips);
    let words = tab.pages.pop()?;
    let page = paper.pages.get_mut(placed.page)?;
    let pen = Pen { colour: composer.style.ink, width: HAIR, dash: Some(DASH.pt().0) };
    page.items.push(shapes::line((area.left + clear, area.top), (area.right - clear, area.top), pen));
    for at in 0..placed.slot.tabs {
        #[expect(clippy::cast_precision_loss, reason = "at most 32")]
        let left = area.left + clear + across * at as f32;
        if at > 0 {
            page.items.push(shapes::line((left, area.top), (left, area.bottom - clear), pen));
        }
        let origin = (left + (across + high) / 2.0, area.top + room);
        turn(&words, origin, at == 0, page);
    }
    told(composer, paper, placed, (over, false), None)
}

/// Returns whether words are those that a caller needs.
fn has_number(content: &[Inline]) -> bool {
    plain_text(content).chars().filter(char::is_ascii_digit).count() >= 3
}

/// Adds words to a page, turned by a quarter so that they run down from `origin`. Only the first of several copies is read
/// out and leads somewhere.
fn turn(words: &PrintedPage, origin: (f32, f32), first: bool, page: &mut PrintedPage) {
    page.items.extend(words.items.iter().map(|item| Item {
        tag: if first { item.tag } else { ContentTag::Layout },
        draw: Draw::Turned(origin, Box::new(item.draw.clone())),
    }));
    if first {
        page.links.extend(words.links.iter().map(|link| {
            let Rect { left, top, right, bottom } = link.area;
            let area =
                Rect { left: origin.0 - bottom, top: origin.1 + left, right: origin.0 - top, bottom: origin.1 + right };
            LinkArea { area, ..link.clone() }
        }));
    }
}
