//! One panel: its ground, its words from the top, its foot from the bottom, and what is wrong where they meet.

use super::{Folio, back, colour_of, cover, ground_of, motif, style_on, tear_off};
use crate::diag::{Diagnostic, Span};
use crate::model::{Panel, PanelRole, SheetPanel};
use crate::render::print::display::Rect;
use crate::render::print::flow::{Composer, Measure, Strip, height};
use crate::render::print::kinds;
use crate::render::print::pages::{Paper, TypeArea};
use crate::render::print::structure::{NodeId, Role, StructureTree};
use crate::units::{Mm, Pt};

/// The most text of one panel that is laid out, as a multiple of the panel's height. Longer text is far too long, and the
/// finding then says "at least".
const FAR_OVER: f32 = 10.0;

/// How much wider than high a panel is whose foot stands beside its head, and the least width for it.
const LANDSCAPE: f32 = 1.6;
const WIDE: Mm = Mm(140.0);

/// The share of such a panel's text width that its head has.
const HEAD_SHARE: f32 = 0.56;

/// The size of the words below a headline, as a multiple of the sheet's text.
const BAND_TEXT: f32 = 1.4;

/// A panel and the words that it gets.
pub struct Placed<'p> {
    /// Its number in reading order, from 0.
    pub at: usize,
    /// The panel.
    pub slot: &'p SheetPanel,
    /// The page that it stands on, from 0.
    pub page: usize,
    /// Its words.
    pub words: &'p Panel,
    /// Whether it is the last that has words.
    pub last: bool,
}

impl Placed<'_> {
    /// Returns the panel as an area of its page, in points.
    pub fn area(&self) -> Rect {
        let (left, top) = (self.slot.left.pt().0, self.slot.top.pt().0);
        Rect { left, top, right: left + self.slot.width.pt().0, bottom: top + self.slot.height.pt().0 }
    }

    /// Returns the space between the panel's edges and its text, in points.
    pub fn margin(&self, folio: &Folio<'_>) -> f32 {
        self.slot.margin.map_or(folio.design.margin.pt().0.max(folio.design.clear.pt().0), |own| own.pt().0)
    }

    fn is_landscape(&self) -> bool {
        self.slot.width.0 >= WIDE.0 && self.slot.width.0 >= self.slot.height.0 * LANDSCAPE
    }
}

/// Sets a panel; returns what is wrong with it.
pub fn set(
    folio: &Folio<'_>,
    composer: &mut Composer<'_>,
    paper: &mut Paper,
    placed: &Placed<'_>,
) -> Option<Diagnostic> {
    let ground = ground_of(folio.design, placed.slot);
    composer.style = style_on(folio, ground);
    if let (Some(colour), Some(page)) = (colour_of(folio.design, ground), paper.pages.get_mut(placed.page)) {
        page.grounds.push((placed.area(), colour));
    }
    if placed.slot.role == PanelRole::TearOff {
        return tear_off::set(folio, composer, paper, placed);
    }
    let section = composer.tree.add(StructureTree::ROOT, Role::Section);
    let (area, margin) = (placed.area(), placed.margin(folio));
    let whole = composer.measure(area.right - area.left - margin * 2.0);
    let (x, y, high) = (area.left + margin, area.top + margin, area.bottom - area.top - margin * 2.0);
    let type_area = TypeArea { page: placed.page, x, y, height: high };
    let most = (area.bottom - area.top) * FAR_OVER;
    let beside = placed.is_landscape() && !placed.words.foot.is_empty();
    let (left, right) = if beside { halves(&whole, composer.style.text * 1.5) } else { (whole.clone(), whole.clone()) };
    let (head, head_cut) = composer.within(most, |composer| head(folio, composer, placed, section, &left));
    let (foot, foot_cut) = composer.within(most, |composer| foot(folio, composer, placed, section, &right));
    let imprint = imprint(folio, composer, placed, section, &whole);
    let words = Composed { head, foot, imprint, cut: head_cut || foot_cut };
    if beside {
        return side_by_side(composer, paper, placed, type_area, words);
    }
    let free = words.free(type_area, whole.width);
    if let Some(page) = paper.pages.get_mut(placed.page) {
        motif::draw(folio, placed.slot, ground, free, page);
    }
    stacked(composer, paper, placed, type_area, words)
}

/// What a panel holds, composed.
struct Composed {
    head: Vec<Strip>,
    foot: Vec<Strip>,
    imprint: Vec<Strip>,
    cut: bool,
}

impl Composed {
    /// Returns the height of foot and imprint, one under the other.
    fn low(&self) -> f32 {
        let between = if self.foot.is_empty() { 0.0 } else { self.imprint.first().map_or(0.0, |first| first.gap) };
        height(&self.foot) + between + height(&self.imprint)
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
    let between = if low == 0.0 || words.head.is_empty() { 0.0 } else { composer.style.gap };
    let room = area.height - low - between;
    let over = height(&words.head) - room;
    let at = first_over(&words.head, room);
    fill(composer, paper, area, words.head);
    let mut foot = words.foot;
    foot.extend(words.imprint);
    fill(composer, paper, TypeArea { y: area.y + area.height - low, height: low, ..area }, foot);
    told(composer, placed, over, words.cut, at)
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
    let between = words.imprint.first().map_or(0.0, |first| first.gap);
    let room = area.height - imprint - between;
    let at = first_over(&words.head, room);
    fill(composer, paper, TypeArea { height: room, ..area }, words.head);
    let low = TypeArea { y: area.y + (room - foot).max(0.0) / 2.0, height: foot, ..area };
    fill(composer, paper, low, words.foot);
    fill(composer, paper, TypeArea { y: area.y + area.height - imprint, height: imprint, ..area }, words.imprint);
    told(composer, placed, head.max(foot) - room, words.cut, at)
}

/// Returns the measures of a head and of the foot beside it.
fn halves(whole: &Measure, between: f32) -> (Measure, Measure) {
    let head = (whole.width - between) * HEAD_SHARE;
    let foot = whole.width - between - head;
    let (first, second) = if whole.rtl { (foot + between, 0.0) } else { (0.0, head + between) };
    (Measure { x: whole.x + first, width: head, ..whole.clone() }, Measure { x: whole.x + second, width: foot, ..whole.clone() })
}

/// Sets strips into one area, whether they fit or not.
pub fn fill(composer: &mut Composer<'_>, paper: &mut Paper, area: TypeArea, strips: Vec<Strip>) {
    let borders = std::mem::take(&mut composer.borders);
    let mut once = Some(area);
    paper.fill(strips, &borders, |_| once.take());
    composer.borders = borders;
}

/// Returns what to tell of text that is `over` points too high for its panel.
pub fn told(
    composer: &Composer<'_>,
    placed: &Placed<'_>,
    over: f32,
    cut: bool,
    at: Option<Span>,
) -> Option<Diagnostic> {
    if over <= 0.5 {
        return None;
    }
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
    let help = "shorten the text, or move a part of it to another panel";
    Some(Diagnostic::new(&kinds::PANEL_FULL, at.unwrap_or(placed.words.span), message, help))
}

/// Returns the span of the first strip that ends below the room, given in points.
fn first_over(strips: &[Strip], room: f32) -> Option<Span> {
    let mut y = 0.0;
    for (at, strip) in strips.iter().enumerate() {
        y += strip.height + if at == 0 { 0.0 } else { strip.gap };
        if y > room {
            return strip.span;
        }
    }
    None
}

fn head(
    folio: &Folio<'_>,
    composer: &mut Composer<'_>,
    placed: &Placed<'_>,
    section: NodeId,
    measure: &Measure,
) -> Vec<Strip> {
    match placed.slot.role {
        PanelRole::Cover | PanelRole::Headline => cover::head(folio, composer, placed, section, measure),
        PanelRole::Band => {
            let text = composer.style.text;
            composer.style.text = text * BAND_TEXT;
            let strips = back::with_sources(composer, placed.words, section, measure);
            composer.style.text = text;
            strips
        }
        PanelRole::Inside | PanelRole::Back | PanelRole::TearOff | PanelRole::Pages => {
            back::with_sources(composer, placed.words, section, measure)
        }
    }
}

fn foot(
    folio: &Folio<'_>,
    composer: &mut Composer<'_>,
    placed: &Placed<'_>,
    section: NodeId,
    measure: &Measure,
) -> Vec<Strip> {
    match placed.slot.role {
        _ if placed.is_landscape() => cover::foot(folio, composer, placed.words, section, measure),
        PanelRole::Cover | PanelRole::Headline => cover::foot(folio, composer, placed.words, section, measure),
        PanelRole::Inside | PanelRole::Back | PanelRole::Band | PanelRole::TearOff | PanelRole::Pages => {
            composer.blocks(&placed.words.foot, section, measure)
        }
    }
}

/// Composes which edition this is: on the back, or on the last panel of a sheet that has none.
fn imprint(
    folio: &Folio<'_>,
    composer: &mut Composer<'_>,
    placed: &Placed<'_>,
    section: NodeId,
    measure: &Measure,
) -> Vec<Strip> {
    let filled = folio.sheet.panels.iter().take(folio.leaflet.panels.len());
    let from = |role: PanelRole| matches!(role, PanelRole::Back | PanelRole::Band);
    let has_back = filled.clone().any(|panel| from(panel.role));
    if from(placed.slot.role) || placed.last && !has_back {
        return back::imprint(folio, composer, section, measure);
    }
    Vec::new()
}
