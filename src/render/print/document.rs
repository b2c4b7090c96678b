//! A page of the site, or a leaflet's words, as a document on A4 paper: cover or title block, list of contents, text, notes,
//! and how to reach the publisher. In large and giant print a long one comes in volumes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::breaks::{PagePlan, Room, close_cover, closest, plan};
use super::contents::{self, Entry};
use super::display::Document;
use super::end_matter::end_matter;
use super::flow::{Composer, Measure, References, Strip};
use super::font::Faces;
use super::front::{Cover, cover, title_block};
use super::pages::{Metadata, Paper, as_artifact};
use super::profile::{MOST_SHEETS, Profile};
use super::running::{Around, Running};
use super::structure::StructureTree;
use super::style::PrintStyle;
use crate::diag::Diagnostic;
use crate::model::{Design, Shared};
use crate::render::format::PageStart;
use crate::render::manuscript::Manuscript;

/// The most pages of a volume: both sides of its sheets.
const MOST_PAGES: usize = MOST_SHEETS * 2;

/// The least entries that a page of the list of contents holds.
const LISTED: usize = 16;

/// The sides of a sheet.
const SIDES: usize = 2;

/// A part of a document: it starts on a page of its own.
#[derive(Default)]
struct Part {
    strips: Vec<Strip>,
    plans: Vec<PagePlan>,
    share: f32,
    /// Whether the title stands on its first page itself.
    titled: bool,
    volume: Option<(usize, usize)>,
}

/// A document as it is put together.
struct Layout<'l> {
    running: Running<'l>,
    profile: &'l Profile,
    manuscript: &'l Manuscript<'l>,
    measure: Measure,
    /// The cover, or the title block, which the text follows on the same page.
    front: Vec<Strip>,
    /// How to ask for another form, where the cover has no room for it.
    ask: Vec<Strip>,
    body: Vec<Strip>,
    /// How many parts the document holds for readers before its text.
    read_first: usize,
}

/// Lays a document out; returns it with what the author must mend.
pub fn lay_out(
    shared: &Shared,
    faces: &Faces,
    profile: &Profile,
    design: Option<&Design>,
    manuscript: &Manuscript<'_>,
) -> (Document, Vec<Diagnostic>) {
    let style = PrintStyle::of_document(profile, design);
    let mut composer = Composer::new(shared, faces, style, manuscript.lang.clone());
    (composer.here, composer.marks) = (manuscript.here, true);
    composer.offered = manuscript.offered;
    composer.references = Some(References::default());
    let running = Running::of(profile, &composer.style, manuscript.lang.direction());
    composer.deep = running.height();
    let measure = composer.measure(running.width());
    let (front, ask) = if profile.cover {
        let Cover { strips, ask } = cover(&mut composer, profile, manuscript, &measure, None);
        on_one_page(strips, ask, running.height())
    } else {
        (title_block(&mut composer, manuscript, &measure), Vec::new())
    };
    let read_first = composer.tree.get(StructureTree::ROOT).kids.len();
    let mut body = Vec::new();
    for blocks in &manuscript.blocks {
        body.append(&mut composer.blocks(blocks, StructureTree::ROOT, &measure));
    }
    end_matter(&mut composer, profile, manuscript, &measure, &mut body);
    let layout = Layout { running, profile, manuscript, measure, front, ask, body, read_first };
    let (paper, starts) = layout.paper(&mut composer);
    let metadata = Metadata {
        title: manuscript.title.to_string(),
        summary: manuscript.summary,
        publisher: shared.about.organisation.name.in_lang(manuscript.lang),
        lang: manuscript.lang,
        date: manuscript.changed.unwrap_or(shared.today),
    };
    let (document, diagnostics) = paper.into_document(composer, metadata);
    (Document { starts, ..document }, diagnostics)
}

/// Returns the strips of a cover, and apart from them how to ask for another form, where the cover has no room for it.
fn on_one_page(mut strips: Vec<Strip>, ask: Vec<Strip>, height: f32) -> (Vec<Strip>, Vec<Strip>) {
    let count = strips.len();
    strips.extend(ask);
    close_cover(&mut strips, height);
    let ask = if plan(&strips, height, Room::ALL).len() > 1 { strips.split_off(count) } else { Vec::new() };
    (strips, ask)
}

impl Layout<'_> {
    /// Sets all pages: works out where each stands, then writes the numbers of pages where they are named.
    fn paper(mut self, composer: &mut Composer<'_>) -> (Paper, Arc<[PageStart]>) {
        let front = std::mem::take(&mut self.front);
        let body = std::mem::take(&mut self.body);
        let split = front.len();
        let mut parts = if self.profile.cover {
            vec![self.part(front, true, None), self.part(body, false, None)]
        } else {
            let whole = front.into_iter().chain(body).collect();
            vec![self.part(whole, true, None)]
        };
        if self.profile.cover && count_pages(&parts) > MOST_PAGES {
            parts = self.volumes(composer, parts);
        }
        if count_pages(&parts) > contents::WITHOUT {
            parts = self.with_contents(composer, parts, split);
        }
        self.before_text(&mut parts);
        let pages = places(&parts);
        for part in &mut parts {
            composer.number_references(&mut part.strips, |anchor| pages.get(anchor).copied());
        }
        let starts = starts(&parts);
        (self.set(composer, parts), starts)
    }

    /// Puts how to ask for another form before the text, where it has no place yet. The text is the part after the cover.
    fn before_text(&mut self, parts: &mut [Part]) {
        if let (false, Some(text)) = (self.ask.is_empty(), parts.get_mut(1)) {
            let strips = self.ask.drain(..).chain(std::mem::take(&mut text.strips)).collect();
            *text = self.part(strips, false, text.volume);
        }
    }

    fn part(&self, strips: Vec<Strip>, titled: bool, volume: Option<(usize, usize)>) -> Part {
        let (room, plans) = closest(&strips, self.running.height());
        Part { strips, plans, share: room.share, titled, volume }
    }

    /// Adds the list of contents: after the title block, or on pages of its own after the cover. How high it is does not
    /// depend on the numbers in it, so the second list has the right ones.
    fn with_contents(&mut self, composer: &mut Composer<'_>, mut parts: Vec<Part>, split: usize) -> Vec<Part> {
        let mut known = BTreeMap::new();
        let mut length = None;
        for _ in 0..3 {
            let entries = contents::entries(headings(&parts, &known));
            if entries.is_empty() {
                return parts;
            }
            let from = composer.tree.get(StructureTree::ROOT).kids.len();
            let mut list = contents::list(composer, &entries, &self.measure);
            composer.tree.read_earlier(StructureTree::ROOT, from, self.read_first);
            let added = list.len();
            parts = if self.profile.cover {
                if length.is_some() {
                    list.extend(parts.remove(1).strips.into_iter().skip(length.unwrap_or(0)));
                } else {
                    let height = self.running.height();
                    let alone = plan(&list, height, Room::ALL).len();
                    list.append(&mut self.ask);
                    if plan(&list, height, Room::ALL).len() > alone {
                        self.ask = list.split_off(added);
                        self.before_text(&mut parts);
                    }
                }
                let volume = parts.first().and_then(|part| part.volume);
                parts.insert(1, self.part(list, false, volume));
                on_own_sheets(parts)
            } else {
                let Some(mut strips) = parts.pop().map(|part| part.strips) else { return parts };
                strips.splice(split..split + length.unwrap_or(0), list);
                if let Some(next) = strips.get_mut(split + added) {
                    next.gap = next.gap.max(composer.style.above);
                }
                vec![self.part(strips, true, None)]
            };
            length = Some(added);
            let now = places(&parts);
            if now == known {
                break;
            }
            known = now;
        }
        parts
    }

    /// Parts a long document into volumes, each with a cover. A volume starts with a section where one starts near its
    /// place, and on a sheet of its own.
    fn volumes(&mut self, composer: &mut Composer<'_>, mut parts: Vec<Part>) -> Vec<Part> {
        let Some(body) = parts.pop() else { return parts };
        let starts = volume_starts(&body);
        let count = starts.len() + 1;
        let mut rest = body.strips;
        let mut texts = Vec::with_capacity(count);
        for start in starts.iter().rev() {
            texts.push(rest.split_off(*start));
        }
        texts.push(rest);
        let mut made: Vec<Part> = Vec::new();
        for (at, mut text) in texts.into_iter().rev().enumerate() {
            let volume = Some((at + 1, count));
            let from = composer.tree.get(StructureTree::ROOT).kids.len();
            let (profile, manuscript, measure) = (self.profile, self.manuscript, &self.measure);
            let height = self.running.height();
            let composed = |composer: &mut Composer<'_>| {
                let Cover { strips, ask } = cover(composer, profile, manuscript, measure, volume);
                on_one_page(strips, ask, height)
            };
            let (cover, ask) = if at == 0 {
                let (cover, ask) = composed(composer);
                composer.tree.read_earlier(StructureTree::ROOT, from, 0);
                self.ask = ask;
                (cover, Vec::new())
            } else {
                // The covers of later volumes say the same again: they are decoration.
                let (cover, ask) = composer.rehearse(composed);
                let again = |strips: Vec<Strip>| strips.into_iter().map(drawn_again).collect();
                (again(cover), again(ask))
            };
            text.splice(0..0, ask);
            made.push(self.part(cover, true, volume));
            made.push(self.part(text, false, volume));
        }
        on_own_sheets(made)
    }

    fn set(&self, composer: &mut Composer<'_>, parts: Vec<Part>) -> Paper {
        let mut paper = Paper::default();
        let mut around = Vec::new();
        for mut part in parts {
            part.strips.iter_mut().for_each(|strip| strip.gap *= part.share);
            for (at, plan) in part.plans.iter().enumerate() {
                around.push(Around { head: !(part.titled && at == 0), volume: part.volume });
                let area = self.running.page(&mut paper);
                paper.set(&mut part.strips, plan, &composer.borders, area);
            }
        }
        self.running.dress(composer, &mut paper, self.manuscript.title, &around);
        paper
    }
}

/// Puts an empty page before each later cover that would stand on the back of a sheet, and takes away those that did so before.
fn on_own_sheets(parts: Vec<Part>) -> Vec<Part> {
    let mut placed: Vec<Part> = Vec::with_capacity(parts.len() + 1);
    for part in parts.into_iter().filter(|part| !part.strips.is_empty()) {
        if part.titled && !count_pages(&placed).is_multiple_of(SIDES) {
            let volume = placed.last().and_then(|last| last.volume);
            placed.push(Part { plans: vec![PagePlan::default()], share: 1.0, volume, ..Part::default() });
        }
        placed.push(part);
    }
    placed
}

fn count_pages(parts: &[Part]) -> usize {
    parts.iter().map(|part| part.plans.len()).sum()
}

/// Returns the strips of all parts with the numbers of their pages, from 1.
fn paged(parts: &[Part]) -> impl Iterator<Item = (usize, &Strip)> {
    let pages = parts.iter().flat_map(|part| part.plans.iter().map(move |plan| (part, plan)));
    pages.enumerate().flat_map(|(page, (part, plan))| {
        plan.strips.iter().filter_map(move |at| Some((page + 1, part.strips.get(*at)?)))
    })
}

/// Returns the page of each named place, from 1.
fn places(parts: &[Part]) -> BTreeMap<Arc<str>, usize> {
    paged(parts).filter_map(|(page, strip)| Some((Arc::clone(strip.anchor.as_ref()?), page))).collect()
}

/// Returns the first block that starts on each page. A page that is inside one block has none, and a picture that was moved
/// to the head of a page starts nothing.
fn starts(parts: &[Part]) -> Arc<[PageStart]> {
    let (mut begun, mut last) = (BTreeSet::new(), 0);
    let start = |(page, strip): (usize, &Strip)| {
        let block = strip.span.filter(|span| begun.insert(*span))?;
        let first = page > last && !strip.floats;
        last = if first { page } else { last };
        first.then_some(PageStart { page, block })
    };
    paged(parts).filter_map(start).collect()
}

/// Returns the headings with named places, but for that of the list of contents itself.
fn headings(parts: &[Part], known: &BTreeMap<Arc<str>, usize>) -> impl Iterator<Item = Entry> {
    paged(parts).filter_map(|(page, strip)| {
        let (level, title) = strip.heading.clone()?;
        let anchor = Arc::clone(strip.anchor.as_ref()?);
        let page = known.get(&anchor).copied().unwrap_or(page);
        (!contents::is_list(&anchor)).then_some(Entry { level, title, anchor, page })
    })
}

/// Returns a strip of a cover as decoration.
fn drawn_again(strip: Strip) -> Strip {
    let (gap, keep) = (strip.gap, strip.keep);
    Strip { gap, keep, ..as_artifact(strip) }
}

/// Returns the strips at which later volumes start. All volumes are about as long; each starts with a section where one starts
/// a little before its place, or else at the head of a page.
fn volume_starts(body: &Part) -> Vec<usize> {
    let section = |at: &usize| {
        let heading = body.strips.get(*at).and_then(|strip| strip.heading.as_ref());
        heading.is_some_and(|(level, _)| *level <= 2)
    };
    // Besides the text, a volume has a cover and what fills its last sheet, and the first has the list of contents.
    let listed = (0..body.strips.len()).filter(section).count().div_ceil(LISTED);
    let most = MOST_PAGES.saturating_sub(SIDES + listed).max(MOST_PAGES / 2);
    let on = |page: usize| body.plans.get(page).map_or(&[][..], |plan| plan.strips.as_slice());
    let (mut starts, mut from) = (Vec::new(), 0);
    while body.plans.len() - from > most {
        let left = body.plans.len() - from;
        let length = left.div_ceil(left.div_ceil(most));
        let wanted = from + length;
        let near = (wanted - length / 4..=wanted).rev();
        let found = near.filter_map(|page| Some((page, on(page).iter().copied().find(section)?))).next();
        let Some((page, start)) = found.or_else(|| Some((wanted, on(wanted).first().copied()?))) else { break };
        starts.push(start);
        from = page;
    }
    starts
}
