//! The way from paper to the web: a code for telephones, beside it the address that it opens and a number to ring, for
//! everybody who has no such telephone.

use super::folio::Galley;
use crate::model::{PanelRole, Target};
use crate::render::manuscript::shown_address;
use crate::render::print::code::Code;
use crate::render::print::display::{ContentTag, Rect};
use crate::render::print::flow::{Composer, Measure, Strip, height, keep_together};
use crate::render::print::structure::{NodeId, Role};
use crate::render::print::style::TextStyle;
use crate::units::Mm;

/// The least width of a code's squares, without the empty ones around: readable from an arm's length. Source: GS1 General
/// Specifications, 5.1, a code is read from about ten times its width.
const LEAST: Mm = Mm(20.0);

/// The width of a poster's code as a share of the paper's: a poster is read from further away.
const POSTER_SHARE: f32 = 0.14;

/// Composes a leaflet's way to the web; no strips where it leads nowhere, or where its address would tell what a discreet
/// leaflet hides.
pub fn strips(composer: &mut Composer<'_>, galley: Galley<'_>) -> Vec<Strip> {
    let Galley { folio, section, measure, .. } = galley;
    let Some(route) = folio.leaflet.address().filter(|_| folio.leaflet.shows_address()) else { return Vec::new() };
    let address = format!("{}{}", folio.shared.about.base_url, crate::render::address::encoded(&route));
    let Some(code) = Code::of(&address) else { return Vec::new() };
    let style = composer.style.clone();
    let poster = folio.sheet.panels.iter().any(|panel| panel.role == PanelRole::Headline);
    let squares = if poster { LEAST.0.max(folio.sheet.width.0 * POSTER_SHARE) } else { LEAST.0 };
    let whole = code.whole(Mm(squares).pt().0);
    let between = style.text * 0.6;
    let node = composer.tree.add(section, Role::Figure);
    let shown = shown_address(&address).to_string();
    let alt = composer.wording.say(&composer.wording.sentences.print_code, &[("address", (&shown).into())]);
    composer.tree.attributes_mut(node).alt = Some(alt.to_string());
    let leaf = composer.tree.add(node, Role::Content);
    let width = measure.width - whole - between;
    let (code_at, words_at) = if measure.rtl { (width + between, 0.0) } else { (0.0, whole + between) };
    let beside = Measure { x: measure.x + words_at, width, ..measure.clone() };
    let mut strips = words(composer, section, &beside, (&route, &style.body()));
    let left = measure.x + code_at;
    // The words stand beside the middle of the code, and the code is drawn with the first of them.
    let above = ((whole - height(&strips)) / 2.0).max(0.0);
    let area = Rect { left, top: 0.0, right: left + whole, bottom: whole };
    let mut first = Strip {
        height: above,
        gap: style.gap,
        keep: true,
        figure: Some((node, area)),
        items: code.items(area, folio.design.ink, ContentTag::Content(leaf)).to_vec(),
        ..Strip::default()
    };
    if let Some(next) = strips.first_mut() {
        next.gap = 0.0;
    } else {
        first.height = whole;
    }
    strips.insert(0, first);
    let low = whole - height(&strips);
    if let Some(last) = strips.last_mut() {
        last.height += low.max(0.0);
    }
    keep_together(&mut strips);
    strips
}

/// Composes the words beside a code: what to do with it, the address in plain letters, a number.
fn words(
    composer: &mut Composer<'_>,
    section: NodeId,
    measure: &Measure,
    (route, body): (&str, &TextStyle),
) -> Vec<Strip> {
    let wording = composer.wording;
    let target = Target::Route(route.to_string());
    let mut strips = composer.pointer(section, &wording.print.scan, &target, measure, 0.0);
    let phone = &composer.shared.about.organisation.phone;
    if !phone.is_empty() {
        // A number is never broken.
        let number = phone.replace(' ', "\u{a0}");
        let said = wording.say(&wording.sentences.print_or_call, &[("phone", (&number).into())]);
        strips.append(&mut composer.fixed(section, &said, measure, body, composer.style.gap * 0.3));
    }
    strips
}
