//! PDFs that were made, read again from their bytes before they go out: what is wrong in them is told at the page or leaflet.

use crate::diag::{Diagnostic, Span};
use crate::preflight::{self, Finding, problems};
use crate::render::File;

/// The kinds of finding that an author can mend: the others are mistakes of Handbill's own.
const FOR_AUTHORS: [&str; 7] = [
    problems::PDF_HEADING_ORDER.code,
    problems::PDF_ALT_MISSING.code,
    problems::PDF_TYPE_SMALL.code,
    problems::PDF_CONTRAST.code,
    problems::PDF_PICTURE_COARSE.code,
    problems::PDF_MARGIN.code,
    problems::PDF_LARGE.code,
];

/// What is said of the other kinds.
const OURS: &str = "this is a mistake in Handbill: please report it, with this file";

/// Returns what is wrong in the PDFs among files, at a place.
pub fn read(place: Span, files: &[File]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with(".pdf")) {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        for Finding { kind, message, help } in preflight::look(&file.bytes).findings {
            let help = if FOR_AUTHORS.contains(&kind.code) { help } else { OURS };
            found.push(Diagnostic::new(kind, place, format!("in `{name}`, {message}"), help));
        }
    }
    found
}
