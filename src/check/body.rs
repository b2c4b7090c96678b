//! What a rule reads: the words of one page or one leaflet, in reading order.

use crate::diag::FileId;
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
}

/// Returns every page and leaflet.
pub fn all(site: &Site) -> impl Iterator<Item = Body<'_>> {
    let pages = site.pages.iter().map(|page| {
        let notes = page.notes.iter().map(|note| note.blocks.as_slice());
        let parts = std::iter::once(page.blocks.as_slice()).chain(notes).collect();
        Body { file: page.file, lang: &page.lang, page: Some(page), sheet: None, parts }
    });
    let sheets = site.sheets.iter().map(|sheet| {
        let parts = sheet.panels.iter().flat_map(|panel| [panel.head.as_slice(), panel.foot.as_slice()]);
        Body { file: sheet.file, lang: &sheet.lang, page: None, sheet: Some(sheet), parts: parts.collect() }
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
}
