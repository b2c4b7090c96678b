//! Braille: a document laid out on pages of cells, as BRF and as PEF. The words become cells in `crate::braille`.
//!
//! The way: elements → strips (`flow`, `table`) → pages (`pages`) → volumes (`book`) → files (`brf`, `pef`).

pub mod beside;
mod book;
mod brf;
mod flow;
mod glyph;
mod machine;
mod pages;
mod pef;
mod strip;
mod table;
mod transcriber;
mod wrap;

use super::format::RenderError;
use super::linear::{Document, FileKind, Linear, LinearFormat, Setting, Written};
use crate::braille::{self, Grade};
use crate::diag::{Diagnostic, FindingKind, Span};
use crate::model::{Lang, Site};
use crate::words::{Said, Wording};
use book::Making;

/// Every kind of finding of this format.
pub const KINDS: &[&FindingKind] = machine::KINDS;

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

    fn is_read_first(&self) -> bool {
        true
    }

    fn names_print_pages(&self) -> bool {
        true
    }

    fn knows(&self, lang: &Lang) -> bool {
        let language = lang.primary();
        braille::is_written_in_latin(&language) || braille::has_table(&language, Grade::Uncontracted)
    }

    fn unknown(&self, lang: &Lang, span: Span) -> Option<Diagnostic> {
        Some(machine::unknown(lang, span))
    }

    fn judge(&self, site: &Site) -> Vec<Diagnostic> {
        machine::judge(&site.embossed)
    }

    fn write(
        &self,
        document: &Document,
        setting: &Setting<'_>,
    ) -> Result<(Vec<Written>, Vec<Diagnostic>), RenderError> {
        let sheet = &setting.site.embossed;
        let words = setting.site.words.of(&document.lang);
        let grade = machine::grade(sheet, &document.lang);
        let code = code(words, &document.lang, grade);
        let making =
            Making { sheet, words, state: setting.state.is_unread().then_some(&words.web.unread), grade, code: &code };
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
        Ok((
            files.into_iter().map(|bytes| Written { bytes, pages, volumes: Some(volumes.len()) }).collect(),
            Vec::new(),
        ))
    }
}

/// Returns which code a document is in, in words.
fn code(words: &Wording, lang: &Lang, grade: Grade) -> Said {
    let language = lang.primary();
    let english = language == "en" || !braille::has_table(&language, grade);
    match (english, grade) {
        (true, Grade::Uncontracted) => words.braille.uncontracted.clone(),
        (true, Grade::Contracted) => words.braille.contracted.clone(),
        (false, Grade::Uncontracted) => words.braille.other_uncontracted.clone(),
        (false, Grade::Contracted) => words.braille.other_contracted.clone(),
    }
}
