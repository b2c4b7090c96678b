//! The words of a page or a leaflet, and what stands around them.

use super::easy;
use super::imprint::{edition, imprint};
use super::offered::Offered;
use crate::model::{Block, Date, EndNote, LEAFLETS, Lang, Leaflet, Page, Site, end_notes};
use crate::render::prose;
use crate::words::{Said, Wording};

/// The words of a page or a leaflet, with what stands around them.
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
    /// The reference of the leaflet that it is, such as `RJ-01`; empty where it is none.
    pub reference: &'a str,
    /// The day of its last change.
    pub changed: Option<Date>,
    /// Where it stands in its life, in words, such as `Open until 3 May 2027.`; empty where that is not known.
    pub standing: Said,
    /// What readers of a page in Easy Read must know before its words.
    pub notices: Vec<Said>,
    /// Which of its pictures stands on the cover of a page in Easy Read; empty for the first.
    pub cover: &'a str,
    /// Whether rows of Easy Read say how to reach the publisher.
    pub asks_in_rows: bool,
    /// Which forms it comes in already.
    pub offered: Offered,
    /// Whose the pictures of a page in Easy Read are.
    pub credits: Vec<Said>,
    /// The line that says when it was published, changed and will be looked at again.
    pub imprint: Said,
    /// Its address on the site, as it is printed.
    pub route: String,
}

impl<'a> Manuscript<'a> {
    /// Returns a page's.
    pub fn of_page(page: &'a Page, site: &Site, words: &Wording) -> Manuscript<'a> {
        Manuscript {
            title: &page.meta.title,
            summary: &page.meta.summary,
            lang: &page.lang,
            blocks: vec![&page.blocks],
            end_notes: end_notes(&page.notes, &page.sources),
            here: &page.route,
            reference: "",
            changed: page.changed(),
            standing: standing(page, words),
            notices: easy::notices(site, page, words),
            cover: easy::cover(page),
            asks_in_rows: page.asks_in_rows(),
            offered: Offered::of_page(page, site),
            credits: easy::credits(site, page, words),
            imprint: imprint(page, words),
            route: page.printed_address(),
        }
    }

    /// Returns a leaflet's: its panels in reading order.
    pub fn of_leaflet(leaflet: &'a Leaflet, site: &Site, words: &Wording) -> Manuscript<'a> {
        Manuscript {
            title: &leaflet.title,
            summary: &leaflet.summary,
            lang: &leaflet.lang,
            blocks: leaflet.parts().collect(),
            end_notes: end_notes(&leaflet.notes, &leaflet.sources),
            here: "",
            reference: &leaflet.reference,
            changed: Some(leaflet.issued),
            standing: words.said(""),
            notices: Vec::new(),
            cover: "",
            asks_in_rows: false,
            offered: Offered::of_leaflet(leaflet, site),
            credits: Vec::new(),
            imprint: edition(leaflet, words),
            route: leaflet.address().unwrap_or_else(|| LEAFLETS.to_string()),
        }
    }
}

/// Returns where a page stands in its life, in a sentence; empty words where that is not known.
fn standing(page: &Page, words: &Wording) -> Said {
    let Some(standing) = page.around.standing else { return words.said("") };
    let said = prose::standing(standing, words).words;
    match standing.day {
        Some(day) => Said::new(format!("{said} {}.", day.in_words(words)), &said.lang),
        None => Said::new(format!("{said}."), &said.lang),
    }
}
