//! Covers and headlines: a title that speaks to the reader, one sentence, a phone number, the publisher.

use super::back;
use super::fit::largest;
use super::folio::Galley;
use crate::model::{Block, Contact, Panel, PanelRole, plain_text};
use crate::render::print::display::Rect;
use crate::render::print::flow::{Composer, Measure, Strip, height, keep_together, lone_phone};
use crate::render::print::shapes;
use crate::render::print::structure::{NodeId, StructureTree};
use crate::render::print::style::TextStyle;
use crate::units::Mm;

/// The thickness of the bar at a cover's head, where it stands on bare paper.
const BAR: Mm = Mm(3.2);

/// The shares of the height of a panel's text that the title of a cover may have: the first with which all its words fit. Some
/// languages need a third more letters than English for the same words.
const COVER_TITLE: [f32; 4] = [0.5, 0.4, 0.32, 0.25];

/// The same for a headline with words below it, and for a headline alone.
const HEADLINE_WITH_WORDS: f32 = 0.66;
const HEADLINE_ALONE: f32 = 0.94;

/// The smallest that a cover's title is set, as a share of the design's size.
const LEAST_TITLE: f32 = 0.6;

/// The smallest letters of a headline: capitals 10 mm high, at a cap height of 0.668 em (Atkinson Hyperlegible Next).
/// Source: UKAAF G003 for signs read from two metres.
pub const LEAST_HEADLINE: f32 = 10.0 / 25.4 * 72.0 / 0.668;

/// Composes a cover's head: a bar, the title as large as it fits, and the first paragraph larger.
pub fn head(composer: &mut Composer<'_>, galley: Galley<'_>) -> Vec<Strip> {
    let placed = galley.placed;
    let share = match (placed.slot.role == PanelRole::Headline, placed.words.head.len() + placed.words.foot.len()) {
        (false, _) => fitting(composer, galley),
        (true, 0..=1) => HEADLINE_ALONE,
        (true, _) => HEADLINE_WITH_WORDS,
    };
    head_with(composer, galley, share)
}

/// Returns the largest share for the title of a cover with which head and foot fit the panel; the smallest where none is small
/// enough.
fn fitting(composer: &mut Composer<'_>, galley: Galley<'_>) -> f32 {
    let Galley { folio, placed, .. } = galley;
    let area = placed.area();
    let room = area.bottom - area.top - placed.margin(folio) * 2.0;
    let galley = Galley { section: StructureTree::ROOT, ..galley };
    let low = composer.rehearse(|composer| height(&foot(composer, galley)));
    let between = if low == 0.0 { 0.0 } else { composer.style.gap };
    let fits = |composer: &mut Composer<'_>, share: f32| {
        let head = composer.rehearse(|composer| height(&head_with(composer, galley, share)));
        placed.is_landscape() || head + between + low <= room
    };
    let [largest, .., least] = COVER_TITLE;
    COVER_TITLE.into_iter().find(|share| fits(composer, *share)).unwrap_or(if low > room { largest } else { least })
}

/// Composes a cover's head with a title that may have a share of the panel's height.
fn head_with(composer: &mut Composer<'_>, galley: Galley<'_>, share: f32) -> Vec<Strip> {
    let Galley { folio, placed, section, measure } = galley;
    let headline = placed.slot.role == PanelRole::Headline;
    let style = composer.style.clone();
    let mut strips = Vec::new();
    let large = folio.sheet.height.0 >= 150.0;
    if composer.style.ink == folio.design.ink && large {
        let thick = BAR.pt().0;
        let bar = Rect { left: measure.x, top: 0.0, right: measure.x + measure.width, bottom: thick };
        let items = vec![shapes::bar(bar, style.brand)];
        strips.push(Strip { height: thick, items, keep: true, ..Strip::default() });
    }
    let (area, margin) = (placed.area(), placed.margin(folio));
    let above: f32 = strips.iter().map(|strip: &Strip| strip.height + style.text * 1.6).sum();
    let room = (area.bottom - area.top - margin * 2.0 - above) * share;
    let title = placed.words.head.iter().find_map(|block| {
        let heading = if let Block::Heading(heading) = block { Some(heading) } else { None };
        heading.filter(|heading| heading.level == 1).map(|heading| plain_text(&heading.content))
    });
    if let Some(title) = title {
        let most = composer.style.headings[0];
        let least = if headline { LEAST_HEADLINE } else { most * LEAST_TITLE };
        composer.style.headings[0] = largest(composer, &title, measure.width, room, (least, most));
    }
    if headline {
        composer.style.lead = (composer.style.headings[0] * 0.34).max(style.text * 1.18);
    }
    let lead_size = composer.style.lead;
    let mut led = false;
    for block in &placed.words.head {
        let paragraph = if let Block::Paragraph(paragraph) = block { Some(paragraph) } else { None };
        let mut added = match paragraph.filter(|_| !led) {
            Some(paragraph) => {
                led = true;
                let lead = TextStyle { size: lead_size, ..style.body() };
                composer.styled_paragraph(&paragraph.content, section, measure, &lead, lead_size * 0.85)
            }
            None => composer.blocks(std::slice::from_ref(block), section, measure),
        };
        for strip in &mut added {
            strip.span.get_or_insert(block.span());
        }
        if let (1, Some(first)) = (strips.len(), added.first_mut()) {
            first.gap = style.text * 1.6;
        }
        strips.append(&mut added);
    }
    strips.append(&mut back::sources(composer, &[&placed.words.head, &placed.words.foot], section, measure));
    composer.style = style;
    strips
}

/// Composes a cover's foot: a contact without a box, its number loud, and the publisher.
pub fn foot(composer: &mut Composer<'_>, galley: Galley<'_>) -> Vec<Strip> {
    let Galley { folio, placed, section, measure } = galley;
    let panel = placed.words;
    let style = composer.style.clone();
    composer.style.phone = number_size(composer, panel, measure);
    let mut strips = Vec::new();
    for block in &panel.foot {
        let contact = if let Block::Contact(block) = block { block.contact.as_deref() } else { None };
        match contact {
            Some(contact) => strips.append(&mut reach(composer, contact, section, measure)),
            None => {
                let lone = if let Block::Paragraph(words) = block { Some(words) } else { None };
                let lone = lone.filter(|words| lone_phone(&words.content));
                let loud = composer.style.display(composer.style.phone);
                strips.append(&mut match lone {
                    Some(words) => composer.styled_paragraph(&words.content, section, measure, &loud, style.gap * 0.3),
                    None => composer.blocks(std::slice::from_ref(block), section, measure),
                });
            }
        }
    }
    let publisher = composer.shared.about.organisation.name.in_lang(&composer.lang).clone();
    let large =
        folio.sheet.height.0 >= 100.0 && !folio.sheet.panels.iter().any(|panel| panel.role == PanelRole::Headline);
    if !publisher.is_empty() && !folio.leaflet.discreet && large {
        let bold = TextStyle { bold: true, balanced: true, ..style.body() };
        let mut named = composer.fixed(section, &publisher, measure, &bold, style.text * 1.2);
        keep_together(&mut named);
        strips.append(&mut named);
    }
    composer.style = style;
    strips
}

/// Returns the size of the phone numbers of a foot: the design's, or smaller where a number would be broken.
fn number_size(composer: &mut Composer<'_>, panel: &Panel, measure: &Measure) -> f32 {
    let most = composer.style.phone;
    let numbers = panel.foot.iter().filter_map(|block| {
        if let Block::Contact(block) = block {
            return block.contact.as_deref().map(|contact| contact.phone.clone());
        }
        let paragraph = if let Block::Paragraph(paragraph) = block { Some(paragraph) } else { None };
        let alone = paragraph.filter(|paragraph| lone_phone(&paragraph.content));
        alone.map(|paragraph| plain_text(&paragraph.content))
    });
    let numbers: Vec<String> = numbers.map(|number| number.replace(' ', "\u{a0}")).collect();
    let width = composer.width_beside_icon("phone", measure);
    let fits = numbers.iter().map(|number| largest(composer, number, width, f32::MAX, (most * 0.4, most)));
    fits.fold(most, f32::min)
}

/// Composes a contact without a box.
fn reach(composer: &mut Composer<'_>, contact: &Contact, section: NodeId, measure: &Measure) -> Vec<Strip> {
    let (body, gap, lang) = (composer.style.body(), composer.style.gap, composer.lang.clone());
    let own = contact.title.in_lang(&lang);
    let title = if contact.title.is_empty() { &composer.wording.print.call_us } else { own };
    let mut strips = composer.fixed(section, title, measure, &body, gap);
    strips.append(
        &mut composer.beside_icon("phone", measure, |composer, measure| {
            composer.loud_phone(&contact.phone, section, measure, 0.0)
        }),
    );
    strips.append(&mut composer.hours(contact, section, measure));
    strips.append(&mut composer.textphone(contact, section, measure));
    strips.append(&mut composer.note(contact, section, measure));
    strips
}
