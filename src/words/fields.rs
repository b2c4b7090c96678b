//! Which words there are. A field is the message of its group and name: `web.leave_region` is `web-leave-region` in the
//! files of `locales/`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Phrase, Said};

/// The fixed words of a web page.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Web {
    /// What an old address says.
    pub moved: Said,
    /// The link over the header.
    pub skip: Said,
    /// What stands before the phone number.
    pub talk: Said,
    /// The main navigation's name.
    pub main: Said,
    /// The home page's name.
    pub home: Said,
    /// The breadcrumbs' name.
    pub crumbs: Said,
    /// The list of translations' name.
    pub translations: Said,
    /// The leaflets' name in the navigation.
    pub leaflets: Said,
    /// What the leaflets are for.
    pub leaflets_summary: Said,
    /// The exit control, where the site says nothing of its own.
    pub leave: Said,
    /// The exit region's name.
    pub leave_region: Said,
    /// What else leaves the site.
    pub leave_hint: Said,
    /// After the first press.
    pub leave_two: Said,
    /// After the second press.
    pub leave_one: Said,
    /// The list of headings.
    pub contents: Said,
    /// The list of formats.
    pub paper: Said,
    /// The cards of the home page.
    pub ways_in: Said,
    /// The pages below a section that says much itself.
    pub below: Said,
    /// Asks for what is not there.
    pub ask: Said,
    /// Before a number to ring.
    pub call: Said,
    /// After the number.
    pub or_write: Said,
    /// After the number, before an address.
    pub or_write_to: Said,
    /// Before the list of formats in the text.
    pub take: Said,
    /// Before the day of publication.
    pub published: Said,
    /// Before the day of the last change.
    pub changed: Said,
    /// Before the day of the next review.
    pub review: Said,
    /// Before the owner.
    pub owner: Said,
    /// The history of changes.
    pub history: Said,
    /// The footer's navigation.
    pub about: Said,
    /// Before the publisher.
    pub publisher: Said,
    /// Before the page's address, on paper.
    pub address: Said,
    /// The list of notes.
    pub notes: Said,
    /// Before where a figure comes from.
    pub source: Said,
    /// Before the people a figure was counted from.
    pub base: Said,
    /// Before the place of a figure.
    pub place: Said,
    /// Before the day on which a figure was compared with its source.
    pub checked: Said,
    /// Before a textphone number.
    pub textphone: Said,
    /// Before an email address.
    pub email: Said,
    /// Before a postal address.
    pub write_to: Said,
    /// A task that is done.
    pub done: Said,
    /// A task that is not.
    pub to_do: Said,
    /// A table without a caption.
    pub table: Said,
    /// The page of recommendations that are not finished.
    pub recommendations: Said,
    /// What that page is for.
    pub recommendations_summary: Said,
    /// All that it says where every one is finished.
    pub recommendations_done: Said,
    /// The list of the reports that they come from.
    pub reports: Said,
    /// One recommendation, before its number or letter.
    pub recommendation: Said,
    /// Before the report that a recommendation is from.
    pub from_report: Said,
    /// A film.
    pub film: Said,
    /// The list of files for programs.
    pub data: Said,
    /// Before the list of a page's topics, and the list of all topics.
    pub topics: Said,
    /// What the list of all topics is.
    pub topics_summary: Said,
    /// The list of what changes next.
    pub changes: Said,
    /// What it is.
    pub changes_summary: Said,
    /// Where nothing will change by itself.
    pub no_changes: Said,
    /// A page that will be taken away.
    pub goes: Said,
    /// After the name of a film that is signed.
    pub in_sign_language: Said,
    /// The link to a film as a file.
    pub download_film: Said,
    /// The same where it is signed.
    pub download_signed: Said,
    /// The page for wrong addresses.
    pub not_found: Said,
    /// What it says first.
    pub not_found_summary: Said,
    /// What readers can do then.
    pub not_found_help: Said,
    /// The link to the home page.
    pub go_home: Said,
    /// The page of leaflets.
    pub leaflets_title: Said,
    /// What that page says first.
    pub leaflets_page_summary: Said,
    /// Where there are none.
    pub leaflets_none: Said,
    /// Leaflets that no place is named for.
    pub everybody: Said,
}

/// Words that something is put into.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Sentences {
    /// The way back from a note.
    pub back_to_note: Phrase,
    /// How many recommendations there are, and how many of them are open.
    pub of_which_open: Phrase,
    /// What the page of a topic is.
    pub topic_summary: Phrase,
    /// What the mark of a note is called.
    pub note: Phrase,
    /// What comes with a film: `$with` is `text`, `captions-text`, `text-sign` or `captions-text-sign`.
    pub film_with: Phrase,
    /// How many pages a file has.
    pub page_count: Phrase,
    /// The language of a file.
    pub in_language: Phrase,
    /// Which edition of a leaflet this is, and when it is looked at again.
    pub leaflet_edition: Phrase,
    /// How to get copies of a leaflet; the number is a link.
    pub leaflet_copies: Phrase,
}
