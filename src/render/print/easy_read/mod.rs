//! Easy Read on paper: a cover with a picture, rows that are never broken, large type, and large numbers of pages. As a
//! document of A4 pages, and as a booklet of A5 pages, in type of the same size.

mod cover;
mod form;

use std::collections::BTreeSet;

use self::cover::cover;
pub use self::form::{BOOKLET, DOCUMENT, Form};
use super::breaks::{Room, close_up, plan};
use super::display::{ContentTag, Document, PrintedPage};
use super::end_matter::notes;
use super::flow::{Composer, Measure, References, Strip, keep_whole};
use super::font::Faces;
use super::kinds;
use super::pages::{Metadata, Paper, TypeArea};
use super::profile::{CLEAR, Profile};
use super::structure::StructureTree;
use super::style::{PrintStyle, TextStyle};
use crate::diag::{Diagnostic, Span};
use crate::model::{Align, Design, Direction, Page, PageKind, Shared};
use crate::render::format::PageStart;
use crate::render::manuscript::Manuscript;

/// The most pages of an Easy Read document that is still read, and the most that is printed at all. Source: Department of
/// Health, "Making written information easier to understand for people with learning disabilities", 2010 (20); GOV.UK,
/// accessible communication formats (24).
const LONG: usize = 20;
const TOO_LONG: usize = 24;

/// Pages on a sheet of a booklet: two on each side.
const ON_A_SHEET: usize = 4;

/// Returns whether a page in one size of print is laid out as Easy Read: one of that kind, at the size of clear print.
pub fn takes(page: &Page, profile: &Profile) -> bool {
    page.meta.kind == PageKind::EasyRead && profile.name == CLEAR.name
}

/// Lays a page in Easy Read out in a form; returns it with what the author must mend.
pub fn lay_out(
    shared: &Shared,
    faces: &Faces,
    form: &Form,
    design: Option<&Design>,
    manuscript: &Manuscript<'_>,
) -> (Document, Vec<Diagnostic>) {
    let style = form.style(design);
    let mut composer = Composer::new(shared, faces, style, manuscript.lang.clone());
    (composer.here, composer.marks) = (manuscript.here, true);
    composer.offered = manuscript.offered;
    composer.references = Some(References::default());
    composer.spells_links = true;
    composer.deep = form.text_height();
    let measure = composer.measure(form.text_width());
    let mut paper = Paper::default();
    let front = cover(&mut composer, form, manuscript, &measure);
    let right_bound = manuscript.lang.direction() == Direction::Rtl;
    let mut starts = fill(form, &composer, &mut paper, front, right_bound);
    let mut body = Vec::new();
    for blocks in &manuscript.blocks {
        body.append(&mut composer.blocks(blocks, StructureTree::ROOT, &measure));
    }
    body.append(&mut notes(&mut composer, manuscript, &measure));
    body.append(&mut last(&mut composer, manuscript, &measure));
    close_up(&mut body, form.text_height());
    starts.append(&mut fill(form, &composer, &mut paper, body, right_bound));
    number(form, &mut composer, &mut paper, right_bound);
    if form.stapled {
        let short = (ON_A_SHEET - paper.pages.len() % ON_A_SHEET) % ON_A_SHEET;
        paper.pages.extend((0..short).map(|_| form.page()));
    }
    let metadata = Metadata {
        title: manuscript.title.to_string(),
        summary: manuscript.summary,
        publisher: shared.about.organisation.name.in_lang(manuscript.lang),
        lang: manuscript.lang,
        date: manuscript.changed.unwrap_or(shared.today),
    };
    let (document, diagnostics) = paper.into_document(composer, metadata);
    (Document { starts: starts.into(), ..document }, diagnostics)
}

/// Returns what is wrong with the length of a document of A4 pages.
pub fn judge_length(document: &Document, at: Span) -> Option<Diagnostic> {
    let pages = document.pages.len();
    let kind = match (pages > LONG, pages > TOO_LONG) {
        (false, _) => return None,
        (true, false) => &kinds::EASY_READ_LONG,
        (true, true) => &kinds::EASY_READ_TOO_LONG,
    };
    let message = format!("this Easy Read has {pages} pages on paper");
    let help = format!("say less, or make two of it: {LONG} pages are long, and {TOO_LONG} are the most");
    Some(Diagnostic::new(kind, at, message, help))
}

/// Sets strips onto new pages. Returns the first block that starts on each.
fn fill(
    form: &Form,
    composer: &Composer<'_>,
    paper: &mut Paper,
    mut strips: Vec<Strip>,
    right_bound: bool,
) -> Vec<PageStart> {
    let (mut begun, mut starts) = (BTreeSet::new(), Vec::new());
    for plan in plan(&strips, form.text_height(), Room::ALL) {
        let page = paper.pages.len();
        let mut blocks = plan.strips.iter().filter_map(|at| strips.get(*at)?.span);
        let block = blocks.by_ref().find(|span| begun.insert(*span));
        blocks.for_each(|span| _ = begun.insert(span));
        starts.extend(block.map(|block| PageStart { page: page + 1, block }));
        paper.pages.push(form.page());
        let area = TypeArea { page, x: form.left(page, right_bound), y: form.top(), height: form.text_height() };
        paper.set(&mut strips, &plan, &composer.borders, area);
    }
    starts
}

/// Writes the number of each page but the cover's large at the outer edge of its foot.
fn number(form: &Form, composer: &mut Composer<'_>, paper: &mut Paper, right_bound: bool) {
    let measure = composer.measure(form.text_width());
    let style = composer.style.clone();
    for at in 1..paper.pages.len() {
        let outer_is_right = at.is_multiple_of(2) != right_bound;
        let align = if outer_is_right == measure.rtl { Align::Start } else { Align::End };
        let large = TextStyle { align, bold: true, size: style.headings[2], ..style.body() };
        let (items, _) = composer.artifact(&(at + 1).to_string(), &measure, &large);
        let Some(page) = paper.pages.get_mut(at) else { continue };
        place(page, items, (form.left(at, right_bound), form.foot()));
    }
}

fn place(page: &mut PrintedPage, items: Vec<super::display::Item>, (x, y): (f32, f32)) {
    page.items.extend(items.into_iter().map(|mut item| {
        item.tag = ContentTag::Foot;
        item.shift(x, y);
        item
    }));
}

/// Composes the lines that say how the text came about: whose the pictures are, when it was published, and where it is.
fn last(composer: &mut Composer<'_>, manuscript: &Manuscript<'_>, measure: &Measure) -> Vec<Strip> {
    let style: PrintStyle = composer.style.clone();
    let mut strips = Vec::new();
    for said in &manuscript.credits {
        strips.append(&mut composer.fixed(StructureTree::ROOT, said, measure, &style.body(), style.gap));
    }
    if !manuscript.imprint.is_empty() {
        let imprint = &manuscript.imprint;
        strips.append(&mut composer.fixed(StructureTree::ROOT, imprint, measure, &style.body(), style.gap));
    }
    if !manuscript.route.is_empty() {
        let target = crate::model::Target::Route(manuscript.route.clone());
        let lead = &composer.wording.print.web;
        strips.append(&mut composer.pointer(StructureTree::ROOT, lead, &target, measure, style.gap));
    }
    if let Some(first) = strips.first_mut() {
        first.gap = style.above * 1.4;
    }
    keep_whole(&mut strips);
    strips
}
