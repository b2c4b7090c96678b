//! The site's own words: `locales/<language>.ftl`. What such a file may say is known by `words`; here it is found and read.

use std::sync::Arc;

use crate::content::Loading;
use crate::content::loading::read_text;
use crate::content::read::files::{Files, Found};
use crate::diag::{Diagnostic, Span};
use crate::model::Lang;
use crate::words::{Own, Wordings, problems};

/// The most bytes of one file: far more than all words of a language have.
const MOST_BYTES: u64 = 1_000_000;

/// Returns the words of the site: those in the binary, and before them what its own files say.
pub fn read(files: &dyn Files, loading: &mut Loading) -> Arc<Wordings> {
    let is_words = |found: &Found| found.path.matches('/').count() == 1 && found.path.ends_with(".ftl");
    let mut own = Vec::new();
    for found in loading.list(files, "locales").into_iter().filter(is_words) {
        let source = read_text(files, &found, MOST_BYTES);
        let Some((file, text)) = loading.add(source) else { continue };
        let name = found.path.trim_start_matches("locales/").trim_end_matches(".ftl");
        match Lang::parse(name) {
            Some(lang) => own.push(Own { lang, file, text }),
            None => {
                let message = format!("`{name}` is no language");
                let help = "name the file after its language, such as `cy.ftl`";
                loading.found.push(Diagnostic::new(&problems::WORDS_INVALID, Span::whole(file), message, help));
            }
        }
    }
    if own.is_empty() {
        return Wordings::built_in();
    }
    let (words, found) = Wordings::new(&own);
    loading.found.extend(found);
    Arc::new(words)
}
