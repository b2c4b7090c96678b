//! What still stands elsewhere of a story whose people do not agree: its title in running text, its picture on another page.
//! Whether that tells who the story is about, somebody must judge, so it stays and is told of.

use std::collections::BTreeMap;

use crate::content::Loading;
use crate::content::link::prune::{OwnWords, key};
use crate::content::link::settle::{AllGone, Gone};
use crate::content::problems;
use crate::diag::{Diagnostic, Span};
use crate::model::{AssetId, Block, Inline, Lang, Page, Site, Target, plain_text, walk};

/// What is looked for.
struct Search<'a> {
    /// The titles and summaries of stories; those of one word alone are too common.
    words: Vec<(OwnWords, &'a Gone)>,
    /// The files of stories by path.
    files: BTreeMap<&'a str, &'a Gone>,
    lang: &'a Lang,
    found: Vec<Diagnostic>,
}

/// Tells of all that still stands elsewhere.
pub fn tell(site: &Site, gone: &AllGone, loading: &mut Loading) {
    let stories: Vec<&Gone> = gone.values().filter(|gone| gone.absence.is_for_consent()).collect();
    if stories.is_empty() {
        return;
    }
    let words = stories.iter().flat_map(|gone| OwnWords::of(gone).map(move |own| (own, *gone)));
    let files = stories.iter().flat_map(|gone| gone.files.iter().map(move |file| (file.as_str(), *gone)));
    let mut search = Search {
        words: words.filter(|(own, _)| own.several()).collect(),
        files: files.collect(),
        lang: &site.about.language,
        found: Vec::new(),
    };
    for page in &site.pages {
        search.front_matter(page);
        search.blocks(&page.blocks, site);
        page.notes.iter().for_each(|note| search.blocks(&note.blocks, site));
    }
    for sheet in &site.sheets {
        search.words(&sheet.title, Span::whole(sheet.file));
        search.words(&sheet.summary, Span::whole(sheet.file));
        for panel in &sheet.panels {
            search.blocks(&panel.head, site);
            search.blocks(&panel.foot, site);
        }
    }
    loading.found.append(&mut search.found);
}

impl Search<'_> {
    fn front_matter(&mut self, page: &Page) {
        let meta = &page.meta;
        for (name, words) in [("title", &meta.title), ("summary", &meta.summary), ("nav_title", &meta.nav_title)] {
            self.words(words, page.key_span(name));
        }
        meta.updated.iter().for_each(|update| self.words(&update.note, page.key_span("updated")));
    }

    fn blocks(&mut self, blocks: &[Block], site: &Site) {
        walk::runs(blocks, &mut |run| {
            if let Some(first) = run.first() {
                self.words(&plain_text(run), first.span());
            }
        });
        for (asset, span) in shown(blocks) {
            if let Some(gone) = self.files.get(site.asset(asset).path.as_str()) {
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
