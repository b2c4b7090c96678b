//! Braille: a document laid out on pages of cells, as BRF and as PEF. The words become cells in `crate::braille`.
//!
//! The way: elements → strips (`flow`, `table`) → pages (`pages`) → volumes (`book`) → files (`brf`, `pef`).

mod book;
mod brf;
mod flow;
mod glyph;
mod pages;
mod pef;
mod strip;
mod table;
mod transcriber;
mod wrap;

use super::format::RenderError;
use super::linear::{Document, FileKind, Linear, LinearFormat, Setting, Written};
use crate::braille;
use crate::diag::Diagnostic;
use crate::model::Lang;
use crate::words::{Said, Wording};
use book::Making;

/// The format.
pub const BRAILLE: LinearFormat<Braille> = LinearFormat(Braille);

/// Braille.
#[derive(Clone, Copy)]
pub struct Braille;

impl Linear for Braille {
    fn name(&self) -> &'static str {
        "braille"
    }

    fn files(&self) -> &'static [FileKind] {
        const BRF: FileKind = FileKind {
            of_page: ".brf",
            of_leaflet: "braille.brf",
            media: "BRF",
            label: |words| &words.braille.to_emboss,
        };
        const PEF: FileKind = FileKind {
            of_page: ".pef",
            of_leaflet: "braille.pef",
            media: "PEF",
            label: |words| &words.braille.to_keep,
        };
        &[BRF, PEF]
    }

    fn knows(&self, lang: &Lang) -> bool {
        braille::is_written_in_latin(&lang.primary())
    }

    fn write(
        &self,
        document: &Document,
        setting: &Setting<'_>,
    ) -> Result<(Vec<Written>, Vec<Diagnostic>), RenderError> {
        let sheet = &setting.site.embossed;
        let words = setting.site.words.of(&document.lang);
        let making = Making { sheet, words, state: state(words), code: &words.braille.uncontracted };
        let volumes = book::volumes(document, &making);
        let description = making.state.iter().map(|said| said.to_string()).chain([making.code.to_string()]);
        let about = pef::About {
            title: &document.title,
            publisher: &document.publisher.text,
            language: document.lang.tag(),
            date: document.changed.map(|date| date.to_string()),
            identifier: &document.address,
            description: description.collect::<Vec<_>>().join(" "),
        };
        let pages = Some(volumes.iter().map(Vec::len).sum());
        let files = [brf::write(&volumes), pef::write(&volumes, &about, sheet)];
        Ok((files.into_iter().map(|bytes| Written { bytes, pages }).collect(), Vec::new()))
    }
}

/// Returns the line that says what state a document is in, before everything else. What a machine made, nobody has read.
fn state(words: &Wording) -> Option<&Said> {
    Some(&words.braille.draft)
}
