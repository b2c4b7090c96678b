//! One panel: its ground, its words from the top, its foot from the bottom, and what is wrong where they meet.

use super::fill::{fill, first_over, told};
use super::folio::{Folio, Galley, Placed, colour_of, ground_of, style_on};
use super::give_way::give_way;
use super::{back, cover, logo, motif, picture, tear_off, way_in};
use crate::diag::Diagnostic;
use crate::model::PanelRole;
use crate::render::print::display::Rect;
use crate::render::print::flow::{Composer, Measure, Strip, height};
use crate::render::print::pages::{Paper, TypeArea};
use crate::render::print::structure::{Role, StructureTree};

/// The most text of one panel that is laid out, as a multiple of the panel's height. Longer text is far too long, and the
/// finding then says "at least".
const FAR_OVER: f32 = 10.0;

/// The share of a panel's text width, where its foot stands beside it, that its head has.
const HEAD_SHARE: f32 = 0.56;

/// The share of a panel's height that a picture or a motif keeps for itself when larger type is tried.
const DRAWING: f32 = 0.3;

/// The size of the words below a headline, as a multiple of the sheet's text.
const BAND_TEXT: f32 = 1.4;

/// Sets a panel; returns what is wrong with it.
pub fn set(folio: &Folio<'_>, composer: &mut Composer<'_>, paper: &mut Paper, placed: &Placed<'_>) -> Vec<Diagnostic> {
    let ground = ground_of(folio.design, placed.slot);
    composer.style = style_on(folio, ground);
    if let (Some(colour), Some(page)) = (colour_of(folio.design, ground), paper.pages.get_mut(placed.page)) {
        page.grounds.push((placed.area(), colour));
    }
    if placed.slot.role == PanelRole::TearOff {
        return tear_off::set(composer, paper, placed).into_iter().collect();
    }
    let section = composer.tree.add(StructureTree::ROOT, Role::Section);
    let (area, margin) = (placed.area(), placed.margin(folio));
    let whole = composer.measure(area.right - area.left - margin * 2.0);
    let (x, y, high) = (area.left + margin, area.top + margin, area.bottom - area.top - margin * 2.0);
    let type_area = TypeArea { page: placed.page, x, y, height: high };
    let most = (area.bottom - area.top) * FAR_OVER;
    let beside = placed.is_landscape() && !placed.words.foot.is_empty();
    let (left, right) = if beside { halves(&whole, composer.style.text * 1.5) } else { (whole.clone(), whole.clone()) };
    let galley = Galley { folio, placed, section, measure: &whole };
    let (head, head_cut) = composer.within(most, |composer| head(composer, Galley { measure: &left, ..galley }));
    let read = composer.tree.get(section).kids.len();
    let (foot, foot_cut) = composer.within(most, |composer| foot(composer, Galley { measure: &right, ..galley }));
    let mut words = Composed { head, foot, imprint: Vec::new(), cut: head_cut || foot_cut };
    words.imprint = imprint(composer, galley, high - words.taken(beside, composer.style.gap));
    let mut found = Vec::new();
    if let Some(logo) = logo::wanted(folio, placed, !words.imprint.is_empty()) {
        let room = high - words.taken(beside, composer.style.gap);
        match logo::strip(composer, (logo, ground), galley, room) {
            Ok(strip) => words.imprint.push(strip),
            Err(left_out) => found.push(*left_out),
        }
    }
    let room = words.room(beside, high, composer.style.gap);
    give_way(&mut words.head, room, whole.rtl);
    let free = (!beside).then(|| words.free(type_area, whole.width));
    let mut drawn = false;
    if let Some(image) = picture::wanted(folio, placed) {
        drawn = true;
        let room = picture::Room { folio, placed, ground, free, section, read };
        found.extend(picture::set(composer, paper, image, &room));
    } else if let (Some(free), Some(page)) = (free, paper.pages.get_mut(placed.page)) {
        drawn = motif::draw(folio, placed.slot, ground, free, page);
    }
    found.extend(match beside {
        true => side_by_side(composer, paper, placed, type_area, words),
        false => stacked(composer, paper, placed, type_area, words),
    });
    if let Some(spare) = paper.spare.last_mut().filter(|_| drawn) {
        *spare -= DRAWING;
    }
    found
}

/// What a panel holds, composed.
struct Composed {
    head: Vec<Strip>,
    foot: Vec<Strip>,
    imprint: Vec<Strip>,
    cut: bool,
}

impl Composed {
    /// Returns the space above the imprint, where there is one.
    fn above_imprint(&self) -> f32 {
        self.imprint.first().map_or(0.0, |first| first.gap)
    }

    /// Returns the height of foot and imprint, one under the other.
    fn low(&self) -> f32 {
        let between = if self.foot.is_empty() { 0.0 } else { self.above_imprint() };
        height(&self.foot) + between + height(&self.imprint)
    }

    /// Returns the height that the words take, with `gap` points between head and foot.
    fn taken(&self, beside: bool, gap: f32) -> f32 {
        if beside {
            return height(&self.head).max(height(&self.foot)) + self.above_imprint() + height(&self.imprint);
        }
        height(&self.head) + gap + self.low()
    }

    /// Returns the height that is left for the head in a panel `high` points high, with `gap` points between it and the foot.
    fn room(&self, beside: bool, high: f32, gap: f32) -> f32 {
        if beside {
            return high - height(&self.imprint) - self.above_imprint();
        }
        let low = self.low();
        high - low - if low == 0.0 || self.head.is_empty() { 0.0 } else { gap }
    }

    /// Returns the area between head and foot.
    fn free(&self, area: TypeArea, width: f32) -> Rect {
        let (top, bottom) = (area.y + height(&self.head), area.y + area.height - self.low());
        Rect { left: area.x, top, right: area.x + width, bottom }
    }
}

/// Sets the head from the top, the foot from the bottom.
fn stacked(
    composer: &mut Composer<'_>,
    paper: &mut Paper,
    placed: &Placed<'_>,
    area: TypeArea,
    words: Composed,
) -> Option<Diagnostic> {
    let low = words.low();
    let room = words.room(false, area.height, composer.style.gap);
    let over = height(&words.head) - room;
    let at = first_over(&words.head, room);
    // A headline with nothing below it stands in the middle of its ground.
    let alone = placed.slot.role == PanelRole::Headline && low == 0.0;
    let down = if alone { (-over / 2.0).max(0.0) } else { 0.0 };
    fill(composer, paper, TypeArea { y: area.y + down, ..area }, words.head);
    let mut foot = words.foot;
    foot.extend(words.imprint);
    fill(composer, paper, TypeArea { y: area.y + area.height - low, height: low, ..area }, foot);
    told(composer, paper, placed, (over, words.cut), at)
}

/// Sets the foot beside the head, and the imprint below both.
fn side_by_side(
    composer: &mut Composer<'_>,
    paper: &mut Paper,
    placed: &Placed<'_>,
    area: TypeArea,
    words: Composed,
) -> Option<Diagnostic> {
    let (head, foot, imprint) = (height(&words.head), height(&words.foot), height(&words.imprint));
    let room = words.room(true, area.height, composer.style.gap);
    let at = first_over(&words.head, room);
    fill(composer, paper, TypeArea { height: room, ..area }, words.head);
    let low = TypeArea { y: area.y + (room - foot).max(0.0) / 2.0, height: foot, ..area };
    fill(composer, paper, low, words.foot);
    fill(composer, paper, TypeArea { y: area.y + area.height - imprint, height: imprint, ..area }, words.imprint);
    told(composer, paper, placed, (head.max(foot) - room, words.cut), at)
}

/// Returns the measures of a head and of the foot beside it.
fn halves(whole: &Measure, between: f32) -> (Measure, Measure) {
    let head = (whole.width - between) * HEAD_SHARE;
    let foot = whole.width - between - head;
    let (first, second) = if whole.rtl { (foot + between, 0.0) } else { (0.0, head + between) };
    (
        Measure { x: whole.x + first, width: head, ..whole.clone() },
        Measure { x: whole.x + second, width: foot, ..whole.clone() },
    )
}

fn head(composer: &mut Composer<'_>, galley: Galley<'_>) -> Vec<Strip> {
    match galley.placed.slot.role {
        PanelRole::Cover | PanelRole::Headline => cover::head(composer, galley),
        PanelRole::Band => {
            let text = composer.style.text;
            composer.style.text = text * BAND_TEXT;
            let mut strips = back::with_sources(composer, galley);
            composer.style.text = text;
            strips.append(&mut way_in::strips(composer, galley));
            strips
        }
        PanelRole::Inside | PanelRole::Back | PanelRole::TearOff | PanelRole::Pages => {
            back::with_sources(composer, galley)
        }
    }
}

fn foot(composer: &mut Composer<'_>, galley: Galley<'_>) -> Vec<Strip> {
    let Galley { placed, section, measure, .. } = galley;
    let loud = placed.is_landscape() || matches!(placed.slot.role, PanelRole::Cover | PanelRole::Headline);
    match loud {
        true => cover::foot(composer, galley),
        false => composer.blocks(&placed.words.foot, section, measure),
    }
}

/// Composes which edition this is: on the back, or on the last panel of a sheet that has none. `room` is what words leave, in points.
fn imprint(composer: &mut Composer<'_>, galley: Galley<'_>, room: f32) -> Vec<Strip> {
    let Galley { folio, placed, .. } = galley;
    let filled = folio.sheet.panels.iter().take(folio.leaflet.panels.len());
    let from = |role: PanelRole| matches!(role, PanelRole::Back | PanelRole::Band);
    let has_back = filled.clone().any(|panel| from(panel.role));
    if from(placed.slot.role) || placed.last && !has_back {
        return back::imprint(composer, galley, room);
    }
    Vec::new()
}
