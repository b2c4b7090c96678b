//! A booklet: a cover, pages that fill as the words need, and a back; a number of pages that four divides.

use super::folio::{Folio, Placed, blank, ground_of, slots, style_on};
use super::{back, panel};
use crate::diag::Diagnostic;
use crate::model::{Align, PanelRole, SheetPanel};
use crate::render::print::breaks::close_up;
use crate::render::print::display::ContentTag;
use crate::render::print::flow::Composer;
use crate::render::print::kinds;
use crate::render::print::pages::{Paper, TypeArea};
use crate::render::print::structure::{Role, StructureTree};
use crate::render::print::style::TextStyle;

/// Pages on a sheet of paper: two on each side.
const ON_A_SHEET: usize = 4;

/// The most pages that staples hold. Source: print firms' own limits for saddle stitching, 64 to 80 pages.
pub const MOST_PAGES: usize = 64;

/// Lays a booklet out.
pub fn lay_out(folio: &Folio<'_>, composer: &mut Composer<'_>, paper: &mut Paper, found: &mut Vec<Diagnostic>) {
    let slots = slots(folio);
    let last = folio.leaflet.panels.len().saturating_sub(1);
    for (at, slot) in slots.iter().enumerate() {
        let Some(words) = folio.leaflet.panels.get(at) else { break };
        if slot.role == PanelRole::Pages {
            pages(folio, composer, paper, slot, at);
            continue;
        }
        if at == last && at > 0 {
            pad(folio, paper, found);
        }
        paper.pages.push(blank(folio.sheet));
        let placed = Placed { at, slot, page: paper.pages.len() - 1, words, last: at == last };
        found.extend(panel::set(folio, composer, paper, &placed));
    }
    if paper.pages.len() > MOST_PAGES {
        let message = format!("a booklet of {} pages cannot be stapled", paper.pages.len());
        let help = format!("shorten it to {MOST_PAGES} pages, or make two booklets of it");
        found.push(Diagnostic::new(&kinds::BOOKLET_TOO_THICK, folio.leaflet.sheet_span, message, help));
    }
}

/// Adds empty pages before the back, so that four divides the number of pages, and says how many.
fn pad(folio: &Folio<'_>, paper: &mut Paper, found: &mut Vec<Diagnostic>) {
    let short = (ON_A_SHEET - (paper.pages.len() + 1) % ON_A_SHEET) % ON_A_SHEET;
    paper.pages.extend((0..short).map(|_| blank(folio.sheet)));
    if short > 0 {
        let (noun, are) = if short == 1 { ("page", "is") } else { ("pages", "are") };
        let message = format!("{short} {noun} of this booklet {are} empty, so that it can be folded and stapled");
        let help = "write a little more or less, or leave it: a reader sees a blank page before the back";
        found.push(Diagnostic::new(&kinds::BOOKLET_PADDED, folio.leaflet.sheet_span, message, help));
    }
}

/// Fills pages with the words of a panel.
fn pages(folio: &Folio<'_>, composer: &mut Composer<'_>, paper: &mut Paper, slot: &SheetPanel, at: usize) {
    let ground = ground_of(folio.design, slot);
    composer.style = style_on(folio, ground);
    let margin = slot.margin.map_or(folio.design.margin.pt().0, |own| own.pt().0);
    let text = composer.style.text;
    let foot = text * 2.2;
    let (width, height) = (slot.width.pt().0 - margin * 2.0, slot.height.pt().0 - margin * 2.0 - foot);
    let section = composer.tree.add(StructureTree::ROOT, Role::Section);
    let measure = composer.measure(width);
    let words = &folio.leaflet.panels[at];
    let mut strips = composer.blocks(&words.head, section, &measure);
    let mut rest = composer.blocks(&words.foot, section, &measure);
    strips.append(&mut rest);
    let parts = [words.head.as_slice(), words.foot.as_slice()];
    strips.append(&mut back::sources(composer, &parts, section, &measure));
    close_up(&mut strips, height);
    let first = paper.pages.len();
    let borders = std::mem::take(&mut composer.borders);
    paper.fill(strips, &borders, |paper| {
        paper.pages.push(blank(folio.sheet));
        Some(TypeArea { page: paper.pages.len() - 1, x: margin, y: margin, height })
    });
    composer.borders = borders;
    let outer = |page: usize| if page % 2 == 1 { Align::Start } else { Align::End };
    for page in first..paper.pages.len() {
        let style = TextStyle { align: outer(page), ..composer.style.body() };
        let (number, _) = composer.artifact(&(page + 1).to_string(), &measure, &style);
        let y = slot.height.pt().0 - margin - text * composer.style.leading;
        paper.pages[page].items.extend(number.into_iter().map(|mut item| {
            item.tag = ContentTag::Foot;
            item.shift(margin, y);
            item
        }));
    }
}
