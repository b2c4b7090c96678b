//! How it is told that something is left out, because a page is not published at this moment. Each is a warning.

use super::settle::Gone;
use crate::content::problems;
use crate::diag::{Diagnostic, Span};
use crate::model::Lang;

/// Tells that a leaflet is left out, since one of its lines asks for words that are not published.
pub fn leaflet(span: Span) -> Diagnostic {
    let message = "this line brings in words that are not published at this moment, so the leaflet is left out whole";
    let help = "remove this line to have the leaflet without those words; take back the copies that were printed";
    Diagnostic::new(&problems::LEFT_OUT, span, message, help)
}

/// Tells that the page that a leaflet leads to is not there.
pub fn page_of_leaflet(gone: &Gone, lang: &Lang, span: Span) -> Diagnostic {
    let because = gone.absence.because(lang);
    let message = format!("this leaflet leads to no page now: `{}` is not published, because {because}", gone.path);
    let help = "name another page, if this one is not to come back; take back the copies that were printed";
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
