//! What pages and leaflets must not show of a page that is not published at this moment: links keep their words and lose
//! their link, unless the words are the page's own; what is brought in brings nothing; a leaflet with words of it is left
//! out whole. Each is a warning, never an error: somebody's story must come down when nobody is there to mend a page.

use std::collections::{BTreeMap, BTreeSet};

use super::prune::{Pruning, key, says};
use super::resolve::{decoded, join};
use super::settle::{AllGone, Gone};
use super::{Loading, problems};
use crate::diag::{Diagnostic, FileId, Severity, Span};
use crate::model::{AssetId, Block, Details, Inline, Lang, Page, Sheet, Site, Target, plain_text, walk};

/// Takes out links to pages that are not published, and what shows one of them, before words are brought in elsewhere.
pub fn links(site: &mut Site, gone: &AllGone, loading: &mut Loading) {
    if gone.is_empty() {
        return;
    }
    replaced(site, gone);
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
    still_there(site, gone, loading);
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

/// Takes back what pages say of a newer page that has taken their place, and is not published.
fn replaced(site: &mut Site, gone: &AllGone) {
    for page in &mut site.pages {
        let newer = match &mut page.meta.details {
            Details::Strategy(strategy) => &mut strategy.superseded_by,
            Details::Notice(notice) => &mut notice.superseded_by,
            _ => continue,
        };
        if join(&page.path, &decoded(newer)).is_some_and(|path| gone.contains_key(&path)) {
            newer.clear();
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

/// Tells of the title of a story whose people do not agree, and of its pictures and files, where they stand elsewhere: that
/// is for somebody to judge.
fn still_there(site: &Site, gone: &AllGone, loading: &mut Loading) {
    let stories: Vec<&Gone> = gone.values().filter(|gone| gone.absence.is_for_consent()).collect();
    if stories.is_empty() {
        return;
    }
    let titles: Vec<(String, &Gone)> =
        stories.iter().flat_map(|gone| gone.words.iter().map(move |words| (key(words), *gone))).collect();
    let titles: Vec<(String, &Gone)> = titles.into_iter().filter(|(title, _)| title.contains(' ')).collect();
    let files: BTreeMap<&str, &Gone> =
        stories.iter().flat_map(|gone| gone.files.iter().map(move |file| (file.as_str(), *gone))).collect();
    let lang = &site.about.language;
    let mut tell = |span: Span, what: &str, gone: &Gone| {
        let (path, because) = (&gone.path, gone.absence.because(lang));
        let message = format!("{what} `{path}`, which is not published, because {because}");
        let help = "remove it here too, if it tells who the story is about";
        loading.found.push(Diagnostic::new(&problems::WORDS_LEFT, span, message, help));
    };
    let mut look = |blocks: &[Block]| {
        walk::blocks(blocks, &mut |block| {
            for run in walk::own_runs(block) {
                let words = key(&plain_text(run));
                if let (Some((_, gone)), Some(first)) = (titles.iter().find(|(own, _)| says(&words, own)), run.first())
                {
                    tell(first.span(), "this has words of", gone);
                }
            }
        });
        for (asset, span) in shown(blocks) {
            if let Some(gone) = files.get(site.asset(asset).path.as_str()) {
                tell(span, "this file is also on", gone);
            }
        }
    };
    site.pages.iter().for_each(|page| look(&page.blocks));
    for panel in site.sheets.iter().flat_map(|sheet| &sheet.panels) {
        look(&panel.head);
        look(&panel.foot);
    }
}

/// Returns the files that blocks show or offer.
fn shown(blocks: &[Block]) -> Vec<(AssetId, Span)> {
    let mut shown = Vec::new();
    walk::blocks(blocks, &mut |block| match block {
        Block::Figure(figure) => shown.extend(figure.image.asset.map(|asset| (asset, figure.span))),
        Block::Row(row) => {
            shown.extend(row.image.as_ref().and_then(|image| Some((image.asset?, image.span))));
        }
        Block::Download(download) => shown.extend(download.asset.map(|asset| (asset, download.span))),
        _ => {}
    });
    walk::inlines(blocks, &mut |inline| match inline {
        Inline::Image(image) => shown.extend(image.asset.map(|asset| (asset, image.span))),
        Inline::Link(link) => {
            if let Target::Asset(asset) = link.target {
                shown.push((asset, link.span));
            }
        }
        _ => {}
    });
    shown
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
