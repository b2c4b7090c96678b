//! One page or leaflet from draft to finished, step by step.

use std::borrow::Cow;
use std::sync::Arc;

use super::include::Filling;
use super::targets::Lookup;
use super::uses::{self, Uses};
use super::world::{Assembled, Headings, World};
use super::{
    abbreviations, compose, consent, cover, fill, films, leads, left_behind, left_out, notes, related, settle,
    takedown, targets,
};
use crate::config::Config;
use crate::content::handed::Handed;
use crate::content::read::front_matter::{Cascade, Front};
use crate::content::read::page::{self, Draft, Head, Opening};
use crate::diag::{Diagnostic, FileId};
use crate::model::{Block, Details, Leaflet, Page, PageId, PageKind, Panel, walk};

/// A finished page.
#[derive(Debug, PartialEq)]
pub struct Finished {
    /// The page.
    pub page: Arc<Page>,
    /// The places where it uses files.
    pub uses: Uses,
    /// Whether words were left out of it, because they lead to a page that is not published.
    pub holed: bool,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
}

/// A finished leaflet.
#[derive(Debug, PartialEq)]
pub struct FinishedLeaflet {
    /// The leaflet; nothing where it is left out whole.
    pub leaflet: Option<Arc<Leaflet>>,
    /// The places where it uses files.
    pub uses: Uses,
    /// Whether words were left out of it.
    pub holed: bool,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
}

impl FinishedLeaflet {
    /// Returns none, because of a fault of ours.
    pub fn broken(found: Diagnostic) -> FinishedLeaflet {
        FinishedLeaflet { leaflet: None, uses: Uses::new(), holed: false, found: vec![found] }
    }
}

/// A page's head as it counts: that of a translation has from its original what it leaves out, and is as strict.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Headed {
    /// The head; nothing where it cannot be read.
    pub head: Option<Arc<Head>>,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
}

/// Returns a page's head, given the settings and the formats that there are, its path and file, the opening of its
/// original where it is a translation, and what the first pages of its folders say for all below them.
pub fn head(
    given: (&Config, &[&'static str]),
    (path, file): (&str, FileId),
    opening: &Opening,
    original: Option<&Opening>,
    cascade: Cascade,
) -> Headed {
    let original = original.and_then(|opening| Some((opening, opening.head.as_ref()?)));
    let filled = |head: &Arc<Head>| {
        let mut head = Arc::clone(head);
        if !cascade.is_empty() {
            cascade.fill(&mut Arc::make_mut(&mut head).front);
        }
        head
    };
    let Some((original, of)) = original else {
        return Headed { head: opening.head.as_ref().map(filled), found: opening.found.clone() };
    };
    let of = filled(of);
    let (head, mut found) = page::head(path, &opening.text, file, Some((&of.path, &original.text, of.file)), given);
    let head = head.map(|mut head| {
        settle::as_strict(&mut head, &of, &mut found);
        Arc::new(head)
    });
    Headed { head, found }
}

/// Puts a page together: what its kind writes around its text, where its links lead, and what it brings in.
pub fn assemble(world: &dyn World, head: &Head, draft: &Draft) -> Assembled {
    let gone = world.gone();
    // Only Easy Read has the publisher's numbers in rows of its own: no other page is linked again when one changes.
    let publisher = match head.front.meta.kind {
        PageKind::EasyRead => Cow::Owned(world.publisher()),
        _ => Cow::Borrowed(&world.config().about.organisation),
    };
    let compose::ComposedText { mut blocks, mut notes, waivers, mut found } =
        compose::text(head, draft, &world.words(), (&world.asked().clock, &publisher));
    let mut lookup = Lookup::new(world, Some(head));
    lookup.blocks(&mut blocks);
    notes.iter_mut().for_each(|note| lookup.blocks(&mut note.blocks));
    found.append(&mut lookup.found);
    let mut details = head.front.meta.details.clone();
    found.extend(films::look_up(world, head, &mut details, &mut blocks));
    takedown::from_details(world, &head.path, &mut details);
    let gap = takedown::from_page(world, &gone, (&mut blocks, &mut notes), &mut found);
    found.extend(left_behind::on_page(world, &gone, head, &blocks, &notes));
    let mut filling = Filling::new(world, head.file, &head.path);
    filling.fill(&mut blocks);
    found.append(&mut filling.found);
    let mut page = Assembled {
        blocks: Handed::default(),
        headings: Arc::default(),
        notes,
        details,
        waivers,
        gap,
        gaps: filling.gaps,
        left: filling.left,
        found,
    };
    page.headings = Arc::new(headings(world, &blocks, &page));
    page.blocks = Handed::new(blocks);
    page
}

/// Returns the headings of a page that is put together.
fn headings(world: &dyn World, blocks: &[Block], page: &Assembled) -> Headings {
    let (blocks, gap) = pruned(world, Cow::Borrowed(blocks), page);
    let ids = walk::headings(&blocks).into_iter().map(|heading| heading.id.clone()).collect();
    Headings { ids, gap, passing: page.details.passing() }
}

/// Returns a page's blocks without the lines that bring in nothing, and whether anything was left out of them.
fn pruned<'b>(world: &dyn World, blocks: Cow<'b, [Block]>, page: &Assembled) -> (Cow<'b, [Block]>, bool) {
    if !takedown::holds(&blocks, &page.left) {
        let gap = page.gap || brings_in_gap(&blocks, page);
        return (blocks, gap);
    }
    let mut blocks = blocks.into_owned();
    takedown::lines(world, &world.gone(), &page.left, &mut blocks);
    (Cow::Owned(blocks), true)
}

/// Returns whether words with a gap are brought in.
fn brings_in_gap(blocks: &[Block], page: &Assembled) -> bool {
    let mut brings = false;
    if !page.gaps.is_empty() {
        walk::blocks(blocks, &mut |block| {
            if let Block::Included(included) = block {
                brings |= included.blocks.iter().any(|block| page.gaps.contains(&block.span().file));
            }
        });
    }
    brings
}

/// Finishes a page that is put together, given what stands on it.
pub fn finish(world: &dyn World, head: &Head, assembled: &Assembled, blocks: Vec<Block>) -> Finished {
    let mut found = Vec::new();
    let (blocks, holed) = pruned(world, Cow::Owned(blocks), assembled);
    let mut blocks = blocks.into_owned();
    found.extend(consent::of_page(world, head, &blocks));
    if let Details::Film(film) = &assembled.details {
        found.extend(films::judge(world, head, film, &blocks));
    }
    targets::headings(world, &mut blocks, &mut found);
    let glossary = world.glossary();
    abbreviations::mark(&abbreviations::Glossary { glossary: &glossary, lang: &head.lang }, [&mut blocks]);
    let ends = notes::OfSite { world, own: Some((head.file, &assembled.notes)) };
    let mut numbered = notes::number(&mut [&mut blocks], &ends);
    found.extend(notes::missing(std::mem::take(&mut numbered.missing)));
    let shown = fill::OfSite { world, printed: head.front.meta.is_printed() };
    let words = world.words();
    let words = words.of(&head.lang);
    fill::blocks(&mut blocks, words, &shown);
    fill::notes(&mut numbered.notes, words, &shown);
    let Front { meta, kind, waivers: whole, .. } = &head.front;
    let mut waivers = assembled.waivers.clone();
    waivers.extend(whole.iter().cloned());
    let placed = world.placed(head.file);
    let mut meta = Arc::clone(meta);
    if assembled.details != Details::None {
        let meta = Arc::make_mut(&mut meta);
        meta.details = assembled.details.clone();
        fill::details(&mut meta.details, &head.path, &shown);
    }
    let related = related::of_page(world, head, &placed, &mut found);
    let around = fill::around(world, head.file, &placed, &related, meta.standing(&world.asked().clock));
    let page = Page {
        file: head.file,
        path: head.path.clone(),
        route: head.route.clone(),
        slug: head.slug.clone(),
        lang: head.lang.clone(),
        meta,
        blocks,
        notes: numbered.notes,
        sources: numbered.sources,
        waivers,
        kept: kind.kept,
        topics: placed.topics.clone(),
        parent: placed.parent,
        children: placed.children.clone(),
        translations: placed.translations.clone(),
        around,
        terms: None,
    };
    Finished { uses: uses::of_page(&page), page: Arc::new(page), holed, found }
}

/// Finishes a leaflet.
pub fn leaflet(world: &dyn World, draft: &Leaflet) -> FinishedLeaflet {
    let gone = world.gone();
    let mut leaflet = draft.clone();
    let mut lookup = Lookup::new(world, None);
    each_part(&mut leaflet.panels, &mut |blocks| lookup.blocks(blocks));
    let mut found = std::mem::take(&mut lookup.found);
    let gap = takedown::from_panels(world, &gone, &mut leaflet.panels, &mut found);
    found.extend(left_behind::on_leaflet(world, &gone, &leaflet));
    let mut filling = Filling::new(world, leaflet.file, "");
    each_part(&mut leaflet.panels, &mut |blocks| filling.fill(blocks));
    found.append(&mut filling.found);
    if let Some(span) = takedown::asked_for(&leaflet, &filling.left) {
        found.push(left_out::leaflet(span));
        return FinishedLeaflet { leaflet: None, uses: Uses::new(), holed: true, found };
    }
    found.extend(leads::look_up(world, &mut leaflet));
    found.extend(cover::look_up(world, &mut leaflet));
    leaflet.pages = filling.pages.iter().map(|file| PageId(file.0)).collect();
    let blocks: Vec<&[Block]> = leaflet.panels.iter().flat_map(|panel| [&panel.head[..], &panel.foot]).collect();
    for blocks in blocks {
        found.extend(consent::of_leaflet(world, draft.file, blocks));
    }
    each_part(&mut leaflet.panels, &mut |blocks| targets::headings(world, blocks, &mut found));
    let glossary = world.glossary();
    let mut panels: Vec<&mut Vec<Block>> =
        leaflet.panels.iter_mut().flat_map(|panel| [&mut panel.head, &mut panel.foot]).collect();
    let numbered = notes::number(&mut panels, &notes::OfSite { world, own: None });
    (leaflet.notes, leaflet.sources) = (numbered.notes, numbered.sources);
    let parts = leaflet.panels.iter_mut().flat_map(|panel| [&mut panel.head, &mut panel.foot]);
    abbreviations::mark(&abbreviations::Glossary { glossary: &glossary, lang: &draft.lang }, parts);
    let shown = fill::OfSite { world, printed: true };
    let words = world.words();
    let words = words.of(&leaflet.lang);
    each_part(&mut leaflet.panels, &mut |blocks| fill::blocks(blocks, words, &shown));
    fill::notes(&mut leaflet.notes, words, &shown);
    FinishedLeaflet { uses: uses::of_leaflet(&leaflet), leaflet: Some(Arc::new(leaflet)), holed: gap, found }
}

fn each_part(panels: &mut [Panel], call: &mut dyn FnMut(&mut Vec<Block>)) {
    for panel in panels {
        call(&mut panel.head);
        call(&mut panel.foot);
    }
}
