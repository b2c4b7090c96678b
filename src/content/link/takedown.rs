//! What pages and leaflets must not show of a page that is not published at this moment: links keep their words and lose
//! their link, unless the words are the page's own; what is brought in brings nothing; a leaflet with words of it is left
//! out whole. Each is a warning, never an error: somebody's story must come down when nobody is there to mend a page.

use std::collections::BTreeSet;

use super::prune::Pruning;
use super::settle::AllGone;
use super::targets::leads_nowhere;
use super::world::World;
use crate::diag::{Diagnostic, FileId, Severity, Span};
use crate::model::kinds::Reference;
use crate::model::{Block, BrokenWhy, Details, Inline, Leaflet, Note, Panel, Target, walk};

/// Takes links to pages that are not published out of a page, and what shows one of them, before its words are brought in
/// elsewhere. Returns whether anything was taken out.
pub fn from_page(
    world: &dyn World,
    gone: &AllGone,
    (blocks, notes): (&mut Vec<Block>, &mut Vec<Note>),
    found: &mut Vec<Diagnostic>,
) -> bool {
    let texts = std::iter::once(blocks.as_slice()).chain(notes.iter().map(|note| note.blocks.as_slice()));
    if !texts.into_iter().any(leads_to_gone) {
        return false;
    }
    let mut work = Pruning::of_links(gone, &world.config().about.language);
    let emptied = work.notes(notes);
    if !emptied.is_empty() {
        unmark(blocks, &emptied);
    }
    work.blocks(blocks);
    found.append(&mut work.found);
    work.lost
}

/// Does the same for a leaflet.
pub fn from_panels(world: &dyn World, gone: &AllGone, panels: &mut [Panel], found: &mut Vec<Diagnostic>) -> bool {
    if !panels.iter().any(|panel| leads_to_gone(&panel.head) || leads_to_gone(&panel.foot)) {
        return false;
    }
    let mut work = Pruning::of_links(gone, &world.config().about.language);
    panels.iter_mut().for_each(|panel| work.panel(panel));
    found.append(&mut work.found);
    work.lost
}

/// Turns errors in files of stories that are not published for the sake of their people into warnings: they concern nobody
/// who reads the site, and a story must come down whatever is wrong with its file.
pub fn soften(gone: &AllGone, all: &mut [Diagnostic]) {
    let stories = gone.values().filter(|gone| gone.absence.is_for_consent());
    let files: BTreeSet<FileId> = stories.map(|gone| gone.file).collect();
    for found in all.iter_mut().filter(|found| files.contains(&found.span.file)) {
        found.severity = found.severity.max(Severity::Warning);
    }
}

/// Takes what leads to pages that are not published out of what a kind keeps for formats: papers, and the page that has
/// taken another's place. `from` is the page's path.
pub fn from_details(world: &dyn World, from: &str, details: &mut Details) {
    let leads = |address: &str| leads_nowhere(world, address, from);
    let stays = |reference: &Reference| !leads(&reference.address);
    match details {
        Details::Strategy(strategy) if leads(&strategy.superseded_by) => strategy.superseded_by.clear(),
        Details::Notice(notice) => {
            notice.documents.retain(stays);
            notice.links.retain(stays);
            if leads(&notice.superseded_by) {
                notice.superseded_by.clear();
            }
        }
        Details::Funding(funding) => funding.documents.retain(stays),
        Details::Consultation(consultation) => consultation.documents.retain(stays),
        _ => {}
    }
}

/// Returns whether blocks hold a link to a page that is not published, or a film of one.
fn leads_to_gone(blocks: &[Block]) -> bool {
    let is_gone = |target: &Target| matches!(target, Target::Broken(broken) if broken.why == BrokenWhy::NotPublished);
    let mut leads = false;
    walk::inlines(blocks, &mut |inline| leads |= matches!(inline, Inline::Link(link) if is_gone(&link.target)));
    walk::blocks(blocks, &mut |block| leads |= matches!(block, Block::Film(film) if is_gone(&film.target)));
    leads
}

/// Takes out the marks of footnotes that are empty now.
fn unmark(blocks: &mut [Block], emptied: &BTreeSet<(FileId, String)>) {
    let is_one = |inline: &Inline| matches!(inline, Inline::FootnoteMark(mark) if emptied.contains(&(mark.span.file, mark.label.clone())));
    walk::runs_mut(blocks, &mut |run, _| {
        run.retain(|inline| !is_one(inline));
        walk::each_mut(run, &mut |inline| {
            if let Some(children) = inline.children_mut() {
                children.retain(|inline| !is_one(inline));
            }
        });
    });
}

/// Takes out the lines that bring in nothing because a page is not published.
pub fn lines(world: &dyn World, gone: &AllGone, left: &BTreeSet<Span>, blocks: &mut Vec<Block>) {
    if !left.is_empty() {
        Pruning::of_includes(gone, &world.config().about.language, left).blocks(blocks);
    }
}

/// Returns whether blocks hold a line that brings in nothing because a page is not published.
pub fn holds(blocks: &[Block], left: &BTreeSet<Span>) -> bool {
    let mut holds = false;
    walk::blocks(blocks, &mut |block| {
        holds |= matches!(block, Block::Included(included) if left.contains(&included.span));
    });
    holds
}

/// Returns the line of a leaflet that asks, itself or through another page, for words that are not published.
pub fn asked_for(leaflet: &Leaflet, left: &BTreeSet<Span>) -> Option<Span> {
    let mut blocks = leaflet.panels.iter().flat_map(|panel| panel.head.iter().chain(&panel.foot));
    blocks.find_map(|block| own_line(block, left))
}

fn own_line(block: &Block, left: &BTreeSet<Span>) -> Option<Span> {
    if let Block::Included(included) = block {
        let asks = left.contains(&included.span) || holds(&included.blocks, left);
        return asks.then_some(included.span);
    }
    walk::held(block).into_iter().flatten().find_map(|held| own_line(held, left))
}
