//! What a document on A4 paper is made from, and the lines that say which edition of what it is.

use crate::model::{Block, Date, EndNote, Lang, Leaflet, Page};
use crate::words::{Said, Wording};

/// What a document is made from.
pub struct Manuscript<'a> {
    /// Its title.
    pub title: &'a str,
    /// One sentence about it.
    pub summary: &'a str,
    /// Its language.
    pub lang: &'a Lang,
    /// Its words.
    pub blocks: Vec<&'a [Block]>,
    /// Its footnotes, and the sources of its figures, by number.
    pub end_notes: Vec<EndNote<'a>>,
    /// The address of the page that it is; empty where it is none.
    pub here: &'a str,
    /// The day of its last change.
    pub changed: Option<Date>,
    /// Where it stands in its life, in words, such as `Open until 3 May 2027.`; empty where that is not known.
    pub standing: Said,
    /// The line that says when it was published, changed and will be looked at again.
    pub imprint: Said,
    /// Its address on the site.
    pub route: &'a str,
}

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
