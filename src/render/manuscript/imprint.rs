//! The lines that say which edition of what a document is.

use crate::model::{Date, Leaflet, Page};
use crate::words::{Said, Wording};

/// Returns the line that says which edition of a leaflet it is.
pub fn edition(leaflet: &Leaflet, words: &Wording) -> Said {
    let issued = leaflet.issued.month_in_words(&words.lang);
    let review = leaflet.review.month_in_words(&words.lang);
    let parts = [
        ("reference", (&leaflet.reference).into()),
        ("edition", leaflet.edition.into()),
        ("issued", (&issued).into()),
        ("review", (&review).into()),
    ];
    words.say(&words.sentences.print_edition, &parts)
}

/// Returns the shortest line that says which edition of a leaflet it is, for a card or a strip.
pub fn short_edition(leaflet: &Leaflet, words: &Wording) -> Said {
    let issued = leaflet.issued.month_in_words(&words.lang);
    let parts =
        [("reference", (&leaflet.reference).into()), ("edition", leaflet.edition.into()), ("issued", (&issued).into())];
    words.say(&words.sentences.print_edition_short, &parts)
}

/// Returns the line that says when a page was published, changed and will be looked at again.
pub fn imprint(page: &Page, words: &Wording) -> Said {
    let mut parts = Vec::new();
    let said = |phrase, date: Date| words.say(phrase, &[("day", (&date.in_words(&words.lang)).into())]).to_string();
    let published = page.meta.published.map(|moment| moment.date);
    if let Some(date) = published {
        parts.push(said(&words.sentences.print_published, date));
    }
    if let Some(date) = page.changed().filter(|date| Some(*date) != published) {
        parts.push(said(&words.sentences.print_changed, date));
    }
    let review = page.meta.review.map(|date| said(&words.sentences.print_review, date));
    let sentences = [Some(parts.join(", ")).filter(|said| !said.is_empty()), review];
    let sentences = sentences.into_iter().flatten().map(|said| {
        let mut letters = said.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{first}{}.", letters.as_str())
    });
    words.said(sentences.collect::<Vec<_>>().join(" "))
}
