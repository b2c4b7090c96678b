//! Word documents (`.docx`): many readers with a screen reader ask for Word, and everybody can set it in their own type. So
//! what things are is said by styles, levels and header rows, and nothing by looks alone: 14 point without serifs, which
//! reflows. Source of the format: ECMA-376, part 1 (WordprocessingML); its "transitional" form, which all programs read.
//!
//! The way: a document in reading order → paragraphs (`body`) of runs (`run`), tables (`table`) and pictures (`picture`) → the
//! parts of the file (`parts`).

mod body;
mod indexed;
mod parts;
mod picture;
mod run;
mod table;

use super::format::RenderError;
use super::linear::{Document, FileKind, Linear, LinearFormat, Setting, Written};
use crate::diag::Diagnostic;

/// The format.
pub const WORD: LinearFormat<Word> = LinearFormat(Word);

/// Word.
#[derive(Clone, Copy)]
pub struct Word;

impl Linear for Word {
    fn name(&self) -> &'static str {
        "word"
    }

    fn files(&self) -> &'static [FileKind] {
        const FILE: FileKind =
            FileKind { of_page: ".docx", of_leaflet: "word.docx", media: "DOCX", label: |words| &words.web.word };
        &[FILE]
    }

    fn write(&self, document: &Document, _: &Setting<'_>) -> Result<(Vec<Written>, Vec<Diagnostic>), RenderError> {
        let body = body::body(document)?;
        let bytes = parts::package(document, body)?;
        Ok((vec![Written { bytes, ..Written::default() }], Vec::new()))
    }
}
