//! How much of anything there may be, and the finding that says that there is more. What is over a limit is left out, so that
//! no later step meets it: each limit is far from what is read, and small enough that a computer answers within seconds.

use crate::diag::{Diagnostic, Span};
use crate::model::grouped;

use crate::content::problems;

/// The most bytes of a page or a leaflet: about 100,000 words, a long novel. Laid out in three sizes of print at once, that
/// many are what an office computer makes within five seconds and a gigabyte; measured with `benches/limits.rs`.
pub const MOST_PAGE_BYTES: u64 = 600_000;

/// The most bytes of `site.toml`: a hundred times what a large site has. Chosen here; no source decides.
pub const MOST_SETTINGS_BYTES: u64 = 200_000;

/// The most parts of a page or a leaflet: paragraphs, headings, items, cells, links and other marks with the words in them.
/// The longest plans that police and crime commissioners publish have about 3,000. Chosen here; no source decides.
pub const MOST_PARTS: usize = 30_000;

/// The most rows of a table. 5,000 rows are 200 pages of clear print. Chosen here; guidance asks for a spreadsheet long
/// before: GOV.UK, Publishing accessible documents, "Tables".
pub const MOST_ROWS: usize = 5_000;

/// The most marks on one letter. Source: Unicode Standard Annex #15, 13, Stream-Safe Text Format: 30 are more than any
/// language uses.
pub const MOST_MARKS: usize = 30;

/// The most letters of one value of the front matter or a store: 1,600 words, more than any summary, answer or recommendation.
/// Chosen here; no source decides.
pub const MOST_LETTERS: usize = 10_000;

/// The most entries of one list of the front matter or a store. Chosen here; no source decides.
pub const MOST_ENTRIES: usize = 10_000;

/// Returns the finding of a value with more than [`MOST_LETTERS`] or [`MOST_ENTRIES`].
pub fn value_too_long(at: Span, key: &str, what: &str) -> Diagnostic {
    let message = format!("`{key}` has more than 10,000 {what}; the rest is left out");
    let help = "write less here, and put the words on the page itself";
    Diagnostic::new(&problems::VALUE_TOO_LONG, at, message, help)
}

/// Returns the finding of a page with more than [`MOST_PARTS`] parts, at the first that is one too many.
pub fn page_too_long(at: Span) -> Diagnostic {
    let message =
        "the page is too long: up to here it has 30,000 paragraphs, items, cells and links, and the rest is left out";
    let help = "make several pages of it, or offer what is looked up, such as a long table, as a CSV file to download";
    Diagnostic::new(&problems::PAGE_TOO_LONG, at, message, help)
}

/// Returns the finding of a table with more than [`MOST_ROWS`] rows.
pub fn table_too_long(at: Span, rows: usize) -> Diagnostic {
    let message = format!("this table has {} rows, more than the 5,000 that a page can show", grouped(rows));
    let help = "split the table by year or by area, each part on a page of its own, or publish it as a CSV file and link to that";
    Diagnostic::new(&problems::TABLE_TOO_LONG, at, message, help)
}

/// Returns the finding of a letter with more than [`MOST_MARKS`] marks.
pub fn marks_piled(at: Span) -> Diagnostic {
    let message =
        "more than 30 accents, marks or unseen characters stand on one letter here; the rest of them is left out";
    let help = "delete the marks: they were pasted in by mistake or as a joke, and no language has so many";
    Diagnostic::new(&problems::MARKS_PILED, at, message, help)
}
