//! What a rule reads: the words of one page or one leaflet, in reading order.

use std::sync::OnceLock;

use super::text::{self, Passage};
use crate::diag::{FileId, Sources, Span};
use crate::model::{Block, Heading, Image, Inline, Lang, Page, Sheet, Site, walk};

/// The words of one page or leaflet.
pub struct Body<'a> {
    /// Its source file.
    pub file: FileId,
    /// Its language.
    pub lang: &'a Lang,
    /// The page, where it is one.
    pub page: Option<&'a Page>,
    /// The leaflet, where it is one.
    pub sheet: Option<&'a Sheet>,
    parts: Vec<&'a [Block]>,
    sources: &'a Sources,
    prose: OnceLock<Vec<Passage>>,
}

/// Returns every page and leaflet.
pub fn all<'a>(site: &'a Site, sources: &'a Sources) -> impl Iterator<Item = Body<'a>> {
    let pages = site.pages.iter().map(move |page| {
        let notes = page.notes.iter().map(|note| note.blocks.as_slice());
        let parts = std::iter::once(page.blocks.as_slice()).chain(notes).collect();
        let prose = OnceLock::new();
        Body { file: page.file, lang: &page.lang, page: Some(page), sheet: None, parts, sources, prose }
    });
    let sheets = site.sheets.iter().map(move |sheet| {
        let parts = sheet.panels.iter().flat_map(|panel| [panel.head.as_slice(), panel.foot.as_slice()]);
        let (parts, prose) = (parts.collect(), OnceLock::new());
        Body { file: sheet.file, lang: &sheet.lang, page: None, sheet: Some(sheet), parts, sources, prose }
    });
    pages.chain(sheets)
}

impl<'a> Body<'a> {
    /// Calls `visit` for every block in reading order.
    pub fn blocks(&self, visit: &mut dyn FnMut(&'a Block)) {
        for part in &self.parts {
            walk::blocks(part, visit);
        }
    }

    /// Calls `visit` for every run of inlines in reading order.
    pub fn runs(&self, visit: &mut dyn FnMut(&'a [Inline])) {
        for part in &self.parts {
            walk::runs(part, visit);
        }
    }

    /// Calls `visit` for every inline in reading order.
    pub fn inlines(&self, visit: &mut dyn FnMut(&'a Inline)) {
        for part in &self.parts {
            walk::inlines(part, visit);
        }
    }

    /// Returns the lists of blocks that stand side by side: the page and its footnotes, or a leaflet's panels.
    pub fn parts(&self) -> &[&'a [Block]] {
        &self.parts
    }

    /// Returns the headings written in this file, in reading order; those of included words belong elsewhere.
    pub fn headings(&self) -> Vec<&'a Heading> {
        let headings = self.parts.iter().flat_map(|part| walk::headings(part));
        headings.filter(|heading| heading.span.file == self.file).collect()
    }

    /// Calls `visit` for every picture in reading order.
    pub fn images(&self, visit: &mut dyn FnMut(&'a Image)) {
        self.blocks(&mut |block| {
            match block {
                Block::Figure(figure) => visit(&figure.image),
                Block::Row(row) => row.image.iter().for_each(&mut *visit),
                _ => {}
            }
            for run in walk::own_runs(block) {
                walk::each(run, &mut |inline| {
                    if let Inline::Image(image) = inline {
                        visit(image);
                    }
                });
            }
        });
    }

    /// Returns the author's own English, passage by passage; nothing where the page is in another language.
    pub fn english(&self) -> &[Passage] {
        self.prose.get_or_init(|| {
            let english = self.lang.primary() == "en";
            if english { text::passages(&self.parts, self.sources) } else { Vec::new() }
        })
    }

    /// Returns the line on which a span of this body's file starts.
    pub fn line(&self, span: Span) -> usize {
        self.sources.get(span.file).position(span.start).line
    }
}
