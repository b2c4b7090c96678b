//! What pages and leaflets must not show of a page that is not published at this moment: links keep their words and lose
//! their link, unless the words are the page's own; what is brought in brings nothing; a leaflet with words of it is left
//! out whole. Each is a warning, never an error: somebody's story must come down when nobody is there to mend a page.

use std::collections::BTreeSet;

use crate::content::Loading;
use crate::content::link::left_behind;
use crate::content::link::prune::Pruning;
use crate::content::link::settle::{AllGone, Gone};
use crate::content::link::targets::Vanished;
use crate::content::problems;
use crate::diag::{Diagnostic, FileId, Severity, Span};
use crate::model::kinds::Reference;
use crate::model::{Block, Details, Inline, Lang, Page, Sheet, Site, walk};

/// Takes out links to pages that are not published, and what shows one of them, before words are brought in elsewhere.
pub fn links(site: &mut Site, gone: &AllGone, loading: &mut Loading) {
    if gone.is_empty() {
        return;
    }
    details(site, gone);
    let mut work = Pruning::of_links(gone, &site.about.language);
    for page in &mut site.pages {
        work.lost = false;
        let emptied = work.notes(&mut page.notes);
        if !emptied.is_empty() {
            unmark(&mut page.blocks, &emptied);
        }
        work.blocks(&mut page.blocks);
        if work.lost {
            site.gaps.insert(page.file);
        }
    }
    for sheet in &mut site.sheets {
        work.lost = false;
        sheet.panels.iter_mut().for_each(|panel| work.panel(panel));
        if work.lost {
            site.gaps.insert(sheet.file);
        }
    }
    loading.found.append(&mut work.found);
    left_behind::tell(site, gone, loading);
}

/// Turns errors in files of stories that are not published for the sake of their people into warnings: they concern nobody
/// who reads the site, and a story must come down whatever is wrong with its file.
pub fn soften(gone: &AllGone, loading: &mut Loading) {
    let stories = gone.values().filter(|gone| gone.absence.is_for_consent());
    let files: BTreeSet<FileId> = stories.map(|gone| gone.file).collect();
    for found in loading.found.iter_mut().filter(|found| files.contains(&found.span.file)) {
        found.severity = found.severity.max(Severity::Warning);
    }
}

/// Takes what leads to pages that are not published out of what kinds keep for formats: papers, and the page that has taken
/// another's place.
fn details(site: &mut Site, gone: &AllGone) {
    let vanished = Vanished::new(site, gone);
    for page in &mut site.pages {
        let from = page.path.as_str();
        let stays = |reference: &Reference| !vanished.leads(&reference.address, from);
        match &mut page.meta.details {
            Details::Strategy(strategy) if vanished.leads(&strategy.superseded_by, from) => {
                strategy.superseded_by.clear();
            }
            Details::Notice(notice) => {
                notice.documents.retain(stays);
                notice.links.retain(stays);
                if vanished.leads(&notice.superseded_by, from) {
                    notice.superseded_by.clear();
                }
            }
            Details::Funding(funding) => funding.documents.retain(stays),
            Details::Consultation(consultation) => consultation.documents.retain(stays),
            _ => {}
        }
    }
}

/// Takes out the marks of footnotes of which nothing is left.
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

/// Takes out the lines that bring in nothing because a page is not published, and the leaflets that hold such a line.
pub fn includes(site: &mut Site, gone: &AllGone, left: &BTreeSet<Span>, loading: &mut Loading) {
    if left.is_empty() {
        return;
    }
    let mut kept = Vec::with_capacity(site.sheets.len());
    for sheet in std::mem::take(&mut site.sheets) {
        match asked_for(&sheet, left) {
            Some(span) => loading.found.push(leaflet(span)),
            None => kept.push(sheet),
        }
    }
    site.sheets = kept;
    let gaps = gaps(site, left);
    let mut work = Pruning::of_includes(gone, &site.about.language, left);
    for (page, _) in site.pages.iter_mut().zip(&gaps).filter(|(_, gap)| **gap) {
        work.blocks(&mut page.blocks);
        site.gaps.insert(page.file);
    }
}

/// Returns for each page whether words were left out of it: its own, or of pages that it brings in words of.
fn gaps(site: &Site, left: &BTreeSet<Span>) -> Vec<bool> {
    let lost = |page: &Page| {
        let mut lost = holds(&page.blocks, left);
        walk::blocks(&page.blocks, &mut |block| {
            if let Block::Included(included) = block {
                lost |= included.blocks.iter().any(|block| site.gaps.contains(&block.span().file));
            }
        });
        lost
    };
    site.pages.iter().map(lost).collect()
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
fn asked_for(sheet: &Sheet, left: &BTreeSet<Span>) -> Option<Span> {
    let mut blocks = sheet.panels.iter().flat_map(|panel| panel.head.iter().chain(&panel.foot));
    blocks.find_map(|block| own_line(block, left))
}

fn own_line(block: &Block, left: &BTreeSet<Span>) -> Option<Span> {
    if let Block::Included(included) = block {
        let asks = left.contains(&included.span) || holds(&included.blocks, left);
        return asks.then_some(included.span);
    }
    walk::held(block).into_iter().flatten().find_map(|held| own_line(held, left))
}

/// Tells that a leaflet is left out.
fn leaflet(span: Span) -> Diagnostic {
    let message = "this line brings in words that are not published at this moment, so the leaflet is left out whole";
    let help = "remove this line to have the leaflet without those words; take back the copies that were printed";
    Diagnostic::new(&problems::LEFT_OUT, span, message, help)
}

/// Tells that a line brings in nothing.
pub fn nothing_brought_in(gone: &Gone, lang: &Lang, span: Span) -> Diagnostic {
    let because = gone.absence.because(lang);
    let message = format!("this brings in nothing: `{}` is not published, because {because}", gone.path);
    Diagnostic::new(&problems::LEFT_OUT, span, message, "remove this line, if the words are not to come back")
}

/// Tells that a line brings in nothing because a heading is not there now.
pub fn no_words(wanted: &str, span: Span) -> Diagnostic {
    let message = format!("this brings in nothing: `{wanted}` is not there at this moment");
    Diagnostic::new(&problems::LEFT_OUT, span, message, "remove this line, if the words are not to come back")
}

/// Tells that a link leads to a page, and not to the heading on it, which is not there now.
pub fn no_heading(path: &str, heading: &str, span: Span) -> Diagnostic {
    let message = format!("`{path}` has no heading `{heading}` at this moment, so this leads to the page's top");
    let help = "take the heading out of the link, if its words are not to come back";
    Diagnostic::new(&problems::LEFT_OUT, span, message, help)
}

/// Tells that the page with a film's transcript is not there.
pub fn no_transcript(gone: &Gone, lang: &Lang, span: Span) -> Diagnostic {
    let because = gone.absence.because(lang);
    let message = format!("this film has no transcript now: `{}` is not published, because {because}", gone.path);
    let help = "put what is said and shown on this page, under a heading `## Transcript {#transcript}`";
    Diagnostic::new(&problems::LEFT_OUT, span, message, help)
}
