//! The words that only the preview says.

use serde::{Deserialize, Serialize};

use super::{Phrase, Said};

/// What the preview says to whoever looks at a page in it. No published page has any of it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Preview {
    /// Said when the page has changed.
    pub updated: Said,
    /// Said when the page and its findings have changed; `$findings` is how many it has.
    pub updated_with_findings: Phrase,
    /// Said when only the page's findings have changed; `$findings` is how many it has.
    pub findings_updated: Phrase,
    /// Said when the page is no longer there.
    pub gone: Said,
    /// Said when the preview no longer answers.
    pub stopped: Said,
    /// Said when a fix has been copied.
    pub copied: Said,
    /// Said when the browser does not let a fix be copied.
    pub not_copied: Said,
    /// The button that leads from a finding to its place on the page.
    pub show: Said,
    /// The name of the marks on a page, for those who do not see them.
    pub marks: Said,
    /// The name of the panel, for those who do not see it.
    pub panel: Said,
    /// Before how to mend a finding.
    pub help: Said,
    /// The button that copies a fix.
    pub copy: Said,
    /// The heading of a fix that keeps the meaning.
    pub fix: Said,
    /// The heading of a fix that the author must look at.
    pub fix_unsure: Said,
    /// Before words that should be deleted.
    pub take_out: Said,
    /// Before words that should be added.
    pub put_in: Said,
    /// Before words that others should replace.
    pub change: Said,
    /// Before the words that should replace them.
    pub into: Said,
    /// Of a finding that keeps all pages from being made.
    pub every_page: Said,
    /// The link to the list of all findings.
    pub all: Said,
    /// The heading over findings that are about no file.
    pub whole_site: Said,
    /// The heading of the list of all findings.
    pub title: Said,
    /// The link from that list to the home page.
    pub back: Said,
    /// The name of the filters.
    pub filters: Said,
    /// The filter by how much a finding matters.
    pub level: Said,
    /// The filter by rule.
    pub rule: Said,
    /// The filter by file.
    pub file: Said,
    /// The choice of that filter that leaves all in.
    pub any_level: Said,
    /// The choice of that filter that leaves all in.
    pub any_rule: Said,
    /// The choice of that filter that leaves all in.
    pub any_file: Said,
    /// The button of the filters.
    pub apply: Said,
    /// The link that takes the filters away.
    pub clear: Said,
    /// Where nothing was found.
    pub nothing: Said,
    /// Where the filters leave nothing.
    pub no_match: Said,
    /// The link to a page that has findings.
    pub open: Said,
    /// The page's braille as dots, and the link to it.
    pub braille: Said,
    /// That page word by word, and the link to it.
    pub cells: Said,
    /// The link to more words.
    pub cells_more: Said,
    /// Of a sign of braille: a number begins.
    pub sign_number: Said,
    /// The next letter is a capital.
    pub sign_capital: Said,
    /// This word is in capitals.
    pub sign_capital_word: Said,
    /// All words are in capitals.
    pub sign_capital_passage: Said,
    /// Capitals end.
    pub sign_capitals_end: Said,
    /// A letter follows.
    pub sign_letter: Said,
    /// Bold words follow.
    pub sign_bold: Said,
    /// Words in italics follow.
    pub sign_italic: Said,
    /// Underlined words follow.
    pub sign_underline: Said,
    /// What stands out ends.
    pub sign_ends: Said,
    /// A note of the transcriber’s begins.
    pub sign_note: Said,
    /// It ends.
    pub sign_note_ends: Said,
    /// The heading of the print room, and the link to it.
    pub room: Said,
    /// Where no leaflet can be shown there.
    pub room_empty: Said,
    /// The choice to see folds and what no printer reaches.
    pub room_folds: Said,
    /// The choice to see it in black and white.
    pub room_grey: Said,
    /// The link to the PDF for an office printer.
    pub room_office: Said,
    /// The link to the PDF for a print firm.
    pub room_press: Said,
    /// The link to the PDF in large print.
    pub room_large: Said,
    /// What shows the first pages in large print.
    pub room_large_pages: Said,
    /// The name of a picture of one side; `$number` is which.
    pub room_side: Phrase,
    /// Before what stands at another place that belongs to a finding.
    pub see: Phrase,
    /// A finding that stops publication.
    pub error: Said,
    /// A finding that should be mended.
    pub warning: Said,
    /// A finding that is worth knowing.
    pub note: Said,
    /// What one finding of a page is called; `$level` is one of the three above.
    pub numbered: Phrase,
    /// How many findings there are.
    pub findings: Phrase,
    /// How many findings a page has.
    pub on_this_page: Phrase,
    /// The same, where `$errors` of them stop publication.
    pub on_this_page_stops: Phrase,
    /// How many findings other pages have.
    pub elsewhere: Phrase,
    /// The same, where `$errors` of them stop publication.
    pub elsewhere_stops: Phrase,
    /// How many findings stop publication.
    pub errors: Phrase,
    /// How many findings should be mended.
    pub warnings: Phrase,
    /// How many findings are worth knowing.
    pub notes: Phrase,
    /// How many findings are shown.
    pub shown: Phrase,
    /// Where a finding stands in its file.
    pub place: Phrase,
    /// Where a finding stands.
    pub place_in_file: Phrase,
}
