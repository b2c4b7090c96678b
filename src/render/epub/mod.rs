//! Books for reading programs (EPUB 3.3), with what EPUB Accessibility 1.1 asks: real headings, languages and alternatives in
//! the words, and metadata that says what a reader can rely on. A page is one book; a section's page is a book of the
//! pages below it that are books too. Readers choose type, size and colours themselves.
//!
//! The way: documents in reading order → chapters (`chapter`) → contents (`nav`) and the package (`package`).

mod chapter;
mod cover;
mod face;
mod nav;
mod package;

use super::format::RenderError;
use super::linear::{Document, FileKind, Linear, LinearFormat, Setting, Written};
use crate::diag::Diagnostic;

/// The format.
pub const EPUB: LinearFormat<Epub> = LinearFormat(Epub);

/// EPUB.
#[derive(Clone, Copy)]
pub struct Epub;

impl Linear for Epub {
    fn name(&self) -> &'static str {
        "epub"
    }

    fn files(&self) -> &'static [FileKind] {
        const FILE: FileKind =
            FileKind { of_page: ".epub", of_leaflet: "book.epub", media: "EPUB", label: |words| &words.web.epub };
        &[FILE]
    }

    fn takes_pages_below(&self) -> bool {
        true
    }

    fn names_print_pages(&self) -> bool {
        true
    }

    fn write(
        &self,
        document: &Document,
        setting: &Setting<'_>,
    ) -> Result<(Vec<Written>, Vec<Diagnostic>), RenderError> {
        let words = setting.site.words.of(&document.lang);
        let documents: Vec<&Document> = std::iter::once(document).chain(&setting.below).collect();
        let chapters = chapter::chapters(&documents, setting);
        let bytes = package::book(document, &chapters, setting, words)?;
        Ok((vec![Written { bytes, ..Written::default() }], Vec::new()))
    }
}
