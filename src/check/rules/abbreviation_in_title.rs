//! Abbreviations in a page's title.

use super::abbreviation_unexpanded::{WELL_KNOWN, abbreviations, capitals, roman, spelt_out};
use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::About;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A068",
        name: "abbreviation-in-title",
        severity: Severity::Error,
        wcag: &["3.1.4"],
        act: &[],
        doc: include_str!("abbreviation_in_title.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let title = &page.meta.title;
    // A title in capitals is a shout, of which `title-caps` tells.
    if !title.split_whitespace().any(|word| word.len() > 2 && word.chars().all(char::is_lowercase))
        && abbreviations(title).next().is_none()
    {
        return;
    }
    for (_, word, _) in capitals(title).filter(|(_, word, _)| !roman(word)) {
        let term = site.glossary.get(word).filter(|term| !term.full.is_empty());
        let known = WELL_KNOWN.contains(&word) || term.is_some_and(|term| term.well_known) || spelt_out(title, word);
        if known || is_own(word, site.about) {
            continue;
        }
        let help = match term {
            Some(term) => format!("write `{}`", term.full),
            None => "write out what the letters stand for".to_string(),
        };
        report.add(page.key_span("title"), format!("the title has the abbreviation `{word}`"), help);
    }
}

/// Returns whether letters are the publisher's own, by its short name or by the words of its name.
fn is_own(letters: &str, about: &About) -> bool {
    let short = about.short_name.in_lang(&about.language);
    let name = about.organisation.name.in_lang(&about.language);
    let initials: String =
        name.split_whitespace().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    short.split_whitespace().any(|word| word == letters) || (letters.len() > 1 && initials == letters)
}
