//! The publisher's logo: at the foot of a cover, and below the imprint. It is never on a discreet leaflet, nor on a card or a
//! strip, and it yields to the words.

use std::sync::Arc;

use super::folio::{Folio, Galley, Placed};
use crate::diag::Diagnostic;
use crate::model::{Ground, Logo, PanelRole, Rgb};
use crate::render::print::display::{ContentTag, Draw, Item, Rect};
use crate::render::print::flow::{Composer, Strip};
use crate::render::print::structure::Role;
use crate::render::print::{kinds, shapes};
use crate::units::Mm;

/// The white around a logo that stands on a colour, so that it is as its designer knows it, and readable in grey.
const AROUND: Mm = Mm(2.5);

/// The radius of that white's corners.
const CORNER: Mm = Mm(1.5);

/// The least room between words and logo that has to be free.
const ABOVE: Mm = Mm(4.0);

/// Returns the logo that a panel should carry: a cover's, or that of the panel with the imprint.
pub fn wanted<'l>(folio: &Folio<'l>, placed: &Placed<'_>, has_imprint: bool) -> Option<&'l Logo> {
    let carries = placed.slot.role == PanelRole::Cover || has_imprint;
    let logo = folio.design.logo.as_deref()?;
    (carries && !folio.leaflet.discreet && !folio.is_small()).then_some(logo)
}

/// Composes a logo, if no more than `room` points are needed for it and for what is above it.
///
/// # Errors
///
/// There is no room: a finding at the panel.
pub fn strip(
    composer: &mut Composer<'_>,
    (logo, ground): (&Logo, Ground),
    Galley { placed, section, measure, .. }: Galley<'_>,
    room: f32,
) -> Result<Strip, Box<Diagnostic>> {
    let around = if ground == Ground::Paper { 0.0 } else { AROUND.pt().0 };
    let (wide, high) = logo.size();
    let fits = (measure.width - around * 2.0) / wide.pt().0;
    let (wide, high) = (wide.pt().0 * fits.min(1.0), high.pt().0 * fits.min(1.0));
    let (whole, gap) = (high + around * 2.0, ABOVE.pt().0);
    if whole + gap > room {
        let message = format!("panel {} ({}) has no room for the logo", placed.at + 1, placed.slot.name);
        let help = "shorten its text, or leave it: the leaflet is printed without the logo there";
        return Err(Box::new(Diagnostic::new(&kinds::PICTURE_LEFT_OUT, placed.words.span, message, help)));
    }
    let across = wide + around * 2.0;
    let left = if measure.rtl { measure.x + measure.width - across } else { measure.x };
    let area = Rect { left: left + around, top: around, right: left + around + wide, bottom: around + high };
    let said = logo.alt.in_lang(&composer.lang).clone();
    let spoken = composer.measure_of(&said.lang, measure);
    let node = composer.node(section, Role::Figure, &spoken);
    composer.tree.attributes_mut(node).alt = Some(said.to_string());
    let leaf = composer.tree.add(node, Role::Content);
    composer.pictures.entry(Logo::ID).or_insert_with(|| Arc::clone(&logo.picture));
    let mut items = Vec::new();
    if around > 0.0 {
        let white = Rect { left, top: 0.0, right: left + across, bottom: whole };
        items.push(shapes::ground(white, CORNER.pt().0, Rgb::WHITE));
    }
    items.push(Item { tag: ContentTag::Content(leaf), draw: Draw::Picture(Logo::ID, area) });
    Ok(Strip { height: whole, gap, figure: Some((node, area)), items, ..Strip::default() })
}
