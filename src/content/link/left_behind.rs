//! What still stands elsewhere of a story whose people do not agree: its title in running text, its picture on another page.
//! Whether that tells who the story is about, somebody must judge, so it stays and is told of.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::world::World;
use crate::content::link::prune::{OwnWords, key};
use crate::content::link::settle::{AllGone, Gone};
use crate::content::problems;
use crate::content::read::page::Head;
use crate::diag::{Diagnostic, Span};
use crate::model::{AssetId, Block, Inline, Lang, Leaflet, Note, Target, plain_text, walk};

/// What is looked for.
struct Search<'a> {
    world: &'a dyn World,
    /// The titles and summaries of stories; those of one word alone are too common.
    words: Vec<(OwnWords, &'a Gone)>,
    /// The files of stories by path.
    files: BTreeMap<&'a str, &'a Gone>,
    lang: &'a Lang,
    found: Vec<Diagnostic>,
}

impl<'a> Search<'a> {
    /// Returns a search for the stories that are not published; nothing where there is none.
    fn new(world: &'a dyn World, gone: &'a AllGone) -> Option<Search<'a>> {
        let stories: Vec<&Gone> = gone.values().map(Arc::as_ref).filter(|gone| gone.absence.is_for_consent()).collect();
        if stories.is_empty() {
            return None;
        }
        let words = stories.iter().flat_map(|gone| OwnWords::of(gone).map(move |own| (own, *gone)));
        let files = stories.iter().flat_map(|gone| gone.files.iter().map(move |file| (file.as_str(), *gone)));
        Some(Search {
            world,
            words: words.filter(|(own, _)| own.several()).collect(),
            files: files.collect(),
            lang: &world.config().about.language,
            found: Vec::new(),
        })
    }
}

/// Tells of all that still stands on a page.
pub fn on_page(world: &dyn World, gone: &AllGone, page: &Head, blocks: &[Block], notes: &[Note]) -> Vec<Diagnostic> {
    let Some(mut search) = Search::new(world, gone) else { return Vec::new() };
    search.front_matter(page);
    search.blocks(blocks);
    notes.iter().for_each(|note| search.blocks(&note.blocks));
    search.found
}

/// Tells of all that still stands on a leaflet.
pub fn on_leaflet(world: &dyn World, gone: &AllGone, leaflet: &Leaflet) -> Vec<Diagnostic> {
    let Some(mut search) = Search::new(world, gone) else { return Vec::new() };
    search.words(&leaflet.title, Span::whole(leaflet.file));
    search.words(&leaflet.summary, Span::whole(leaflet.file));
    for panel in &leaflet.panels {
        search.blocks(&panel.head);
        search.blocks(&panel.foot);
    }
    search.found
}

impl Search<'_> {
    fn front_matter(&mut self, page: &Head) {
        let meta = &page.front.meta;
        for (name, words) in [("title", &meta.title), ("summary", &meta.summary), ("nav_title", &meta.nav_title)] {
            self.words(words, page.at(name));
        }
        meta.updated.iter().for_each(|update| self.words(&update.note, page.at("updated")));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        walk::runs(blocks, &mut |run| {
            if let Some(first) = run.first() {
                self.words(&plain_text(run), first.span());
            }
        });
        for (asset, span) in shown(blocks) {
            if let Some(gone) = self.files.get(self.world.path_of(asset).as_str()) {
                self.add("this file is also on", gone, span);
            }
        }
    }

    fn words(&mut self, text: &str, span: Span) {
        let text = key(text);
        if let Some((_, gone)) = self.words.iter().find(|(own, _)| own.are_in(&text)) {
            self.add("this has words of", gone, span);
        }
    }

    fn add(&mut self, what: &str, gone: &Gone, span: Span) {
        let (path, because) = (&gone.path, gone.absence.because(self.lang));
        let message = format!("{what} `{path}`, which is not published, because {because}");
        let help = "remove it here too, if it tells who the story is about";
        self.found.push(Diagnostic::new(&problems::WORDS_LEFT, span, message, help));
    }
}

/// Returns the files that blocks show or offer.
fn shown(blocks: &[Block]) -> Vec<(AssetId, Span)> {
    let mut shown = Vec::new();
    walk::blocks(blocks, &mut |block| match block {
        Block::Figure(figure) => shown.extend(figure.image.asset.as_ref().map(|asset| (asset.id, figure.span))),
        Block::Row(row) => {
            shown.extend(row.image.as_ref().and_then(|image| Some((image.asset.as_ref()?.id, image.span))));
        }
        Block::Download(download) => shown.extend(download.asset.as_ref().map(|asset| (asset.id, download.span))),
        _ => {}
    });
    walk::inlines(blocks, &mut |inline| match inline {
        Inline::Image(image) => shown.extend(image.asset.as_ref().map(|asset| (asset.id, image.span))),
        Inline::Link(link) => {
            if let Target::Asset(asset) = &link.target {
                shown.push((asset.id, link.span));
            }
        }
        _ => {}
    });
    shown
}
