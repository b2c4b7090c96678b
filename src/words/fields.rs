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
    /// Asks whether something on a page is wrong.
    pub wrong: Said,
    /// The list of pages by title.
    pub a_to_z: Said,
    /// What that list is.
    pub a_to_z_summary: Said,
    /// The name of its letters.
    pub letters: Said,
    /// The link to the search, and the name of its field.
    pub search: Said,
    /// What readers do there, and what becomes of what they type.
    pub search_summary: Said,
    /// What readers without a script are told there, before a link to the list by title.
    pub search_without: Said,
    /// The name of the list of what was found.
    pub search_results: Said,
    /// Before how many pages were found.
    pub search_found: Said,
    /// Before how many pages were found that have not all of the words.
    pub search_some: Said,
    /// Says that nothing was found.
    pub search_none: Said,
    /// Shows more of what was found.
    pub search_more: Said,
    /// Says that the search does not work.
    pub search_failed: Said,
    /// The name of the pages of a long list.
    pub parts: Said,
    /// The first of them, where the others are by year.
    pub part_newest: Said,
    /// Leads to the page before.
    pub part_before: Said,
    /// Leads to the page after.
    pub part_after: Said,
    /// Over the parts of a guide.
    pub guide: Said,
    /// Over links to pages that say more.
    pub related: Said,
    /// Leads to the feed of a list.
    pub feed: Said,
    /// The name of what every page must say for a time.
    pub alerts: Said,
    /// What an alert of an emergency is called.
    pub alert_emergency: Said,
    /// Opens the navigation on small screens.
    pub menu: Said,
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
    /// The words as plain text.
    pub plain_text: Said,
    /// The words as a Word document.
    pub word: Said,
    /// The words as a book for reading programs.
    pub epub: Said,
    /// What readers with disabilities can rely on in such a book.
    pub epub_summary: Said,
    /// The main parts of such a book.
    pub landmarks: Said,
    /// The list of the pages of print, in a book.
    pub page_list: Said,
    /// Of a file that a machine made, and the first words in it.
    pub unread: Said,
    /// The list of where links lead, at the end of plain text.
    pub links: Said,
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
    /// What stands over a slip that is filled in on paper.
    pub form_on_paper: Said,
    /// The links to the lists of leaflets by place.
    pub leaflet_places: Said,
    /// What the list of one place says first.
    pub leaflets_for_summary: Said,
    /// That a leaflet needs no colour.
    pub leaflet_grey: Said,
    /// The link to the file for office printers.
    pub print_one: Said,
    /// The link from a leaflet in a list to the page with all its files, and how to print and fold it.
    pub leaflet_all: Said,
    /// The heading over pictures of the rest of a leaflet.
    pub leaflet_views: Said,
    /// The link to all that a place prints, in one file.
    pub get_pack: Said,
    /// What is in that file.
    pub pack_holds: Said,
}

/// Words that something is put into.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Sentences {
    /// The way back from a note.
    pub back_to_note: Phrase,
    /// How many recommendations there are, and how many of them are open.
    pub of_which_open: Phrase,
    /// Which page of a long list this is.
    pub list_part: Phrase,
    /// The title of the page of a long list that is of one year.
    pub list_of_year: Phrase,
    /// How many pages a topic has.
    pub topic_count: Phrase,
    /// What the page of a topic is.
    pub topic_summary: Phrase,
    /// What the mark of a note is called.
    pub note: Phrase,
    /// What comes with a film: `$with` is `text`, `captions-text`, `text-sign` or `captions-text-sign`.
    pub film_with: Phrase,
    /// How many pages a file has.
    pub page_count: Phrase,
    /// How many volumes those pages come in.
    pub volume_count: Phrase,
    /// The language of a file.
    pub in_language: Phrase,
    /// Which edition of a leaflet this is, and when it is looked at again.
    pub leaflet_edition: Phrase,
    /// The title of the list of leaflets of one place.
    pub leaflets_for: Phrase,
    /// What the picture of a leaflet shows.
    pub leaflet_front: Phrase,
    /// What a picture of another side of it shows.
    pub leaflet_side: Phrase,
    /// What a picture of two pages of a booklet shows.
    pub leaflet_spread: Phrase,
    /// What the picture of a booklet's back shows.
    pub leaflet_back: Phrase,
    /// What paper one copy takes.
    pub leaflet_paper: Phrase,
    /// How to get copies of a leaflet; the number is a link.
    pub leaflet_copies: Phrase,
    /// A time with both its ends.
    pub period: Phrase,
    /// A time without an end.
    pub period_from: Phrase,
    /// A time without a beginning.
    pub period_until: Phrase,
    /// What a recommendation is called.
    pub recommendation: Phrase,
    /// A time of day. `$at` is `midday`, `am`, `pm`, or at a whole hour `hour-am`, `hour-pm`; `$hour` goes from 1 to 12, `$hour24` from 0 to 23; `$minute` has two digits.
    pub time: Phrase,
    /// A time of a day.
    pub moment: Phrase,
    /// How long a film is.
    pub hours: Phrase,
    /// How long a film is.
    pub minutes: Phrase,
    /// How long a film is.
    pub seconds: Phrase,
    /// The size of a file.
    pub kilobytes: Phrase,
    /// The size of a file.
    pub megabytes: Phrase,
    /// A sum of money.
    pub money: Phrase,
    /// A sum of money.
    pub money_million: Phrase,
    /// A share.
    pub percent: Phrase,
    /// The foot of a page on paper.
    pub print_page: Phrase,
    /// Where a page of the printed edition starts, in a book. `$number`.
    pub print_page_starts: Phrase,
    /// Who publishes what is read out.
    pub audio_by: Phrase,
    /// On a translation: the day on which its original was changed, after the day that it follows. `$date`.
    pub web_behind: Phrase,
    /// The day of its last change.
    pub audio_changed: Phrase,
    /// How long it takes.
    pub audio_minutes: Phrase,
    /// How many parts it has.
    pub audio_parts: Phrase,
    /// Which part this is.
    pub audio_part: Phrase,
    /// Where a note belongs.
    pub audio_note: Phrase,
    /// Before a table.
    pub audio_table: Phrase,
    /// Before a row of one.
    pub audio_row: Phrase,
    /// The last words.
    pub audio_end: Phrase,
    /// After a link within a document.
    pub print_on_page: Phrase,
    /// On the cover and the pages of a long document in large print.
    pub print_volume: Phrase,
    /// Before the list of other pages of the site that a document leads to.
    pub print_further: Phrase,
    /// In that list: the leaflet that leads to the page too.
    pub print_further_leaflet: Phrase,
    /// The same, where it is in another language.
    pub print_further_foreign: Phrase,
    /// Asks whether a reader of a page wants it otherwise; `$forms` is a list with “or” of the forms that are not there.
    pub web_ask: Phrase,
    /// How to get other formats; `$forms` is a list with “or” of those that are not there, `$ways` one of the three below.
    pub print_ask: Phrase,
    /// What a QR code is, for readers who cannot see it.
    pub print_code: Phrase,
    /// After the address beside a QR code.
    pub print_or_call: Phrase,
    /// One way.
    pub print_call: Phrase,
    /// One way.
    pub print_email: Phrase,
    /// One way.
    pub print_write: Phrase,
    /// When a page was published.
    pub print_published: Phrase,
    /// When it was last changed; it may stand inside a sentence.
    pub print_changed: Phrase,
    /// When somebody looks at it again.
    pub print_review: Phrase,
    /// Which edition of a leaflet this is.
    pub print_edition: Phrase,
    /// Which edition of a leaflet this is, on a card or a strip.
    pub print_edition_short: Phrase,
    /// The heading of a letter that asks for copies of a leaflet back.
    pub recall_stop: Phrase,
    /// In that letter: what somebody has.
    pub recall_copies: Phrase,
    /// In that letter: two things beside each other, such as “RJ-01, Restorative justice” or “The office, telephone”.
    pub recall_of: Phrase,
    /// In that letter: what was so, and what is so now.
    pub recall_was: Phrase,
    /// In that letter: what was so, and no longer is.
    pub recall_gone: Phrase,
    /// In that letter: what is new.
    pub recall_new: Phrase,
    /// In that letter: the words under a heading have changed.
    pub recall_panel: Phrase,
    /// In that letter: the words of a part without a heading have changed.
    pub recall_part: Phrase,
    /// In that letter: there is a newer edition.
    pub recall_edition: Phrase,
    /// In that letter: where the new leaflet is.
    pub recall_get: Phrase,
    /// In that letter: how to ask; `$ways` is a list with “or”, as below another message.
    pub recall_question: Phrase,
    /// At the foot of such a letter of more than one page.
    pub recall_page: Phrase,
    /// The title of a sheet of address labels.
    pub recall_labels: Phrase,
    /// The title of how to print and fold a leaflet.
    pub how_to_fold: Phrase,
    /// The title of how to print a leaflet that is not folded.
    pub how_to_print: Phrase,
    /// A step of folding. Panels are numbered in the picture beside it.
    pub fold_first: Phrase,
    /// The same, where the panel goes behind.
    pub fold_back: Phrase,
    /// The next step of folding.
    pub fold_last: Phrase,
    /// A step of folding: once, in the middle.
    pub fold_half: Phrase,
    /// How to know that it is folded as it should be.
    pub fold_done: Phrase,
    /// What a drawing shows, for readers who do not see it.
    pub seen_sides: Phrase,
    /// The same, of one side.
    pub seen_side: Phrase,
    /// The same, of copies to cut apart.
    pub seen_copies: Phrase,
    /// The same, of a sheet that is being folded.
    pub seen_lifted: Phrase,
    /// The same, of the folded sheet.
    pub seen_folded: Phrase,
}

/// What kinds of page write.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the English words say it")]
pub struct Kinds {
    pub begins: Said,
    pub ends: Said,
    pub place: Said,
    pub access: Said,
    pub cost: Said,
    pub booking: Said,
    pub more: Said,
    pub apply_by: Said,
    pub applied_by: Said,
    pub opened: Said,
    pub sent_on: Said,
    pub applications_open: Said,
    pub sent_on_by: Said,
    pub total: Said,
    pub minimum: Said,
    pub maximum: Said,
    pub eligible: Said,
    pub not_eligible: Said,
    pub documents: Said,
    pub awards: Said,
    pub awards_caption: Said,
    pub recipient: Said,
    pub purpose: Said,
    pub amount: Said,
    pub decided: Said,
    pub opens: Said,
    pub closes: Said,
    pub how_to_answer: Said,
    pub online: Said,
    pub form: Said,
    pub email: Said,
    pub phone: Said,
    pub post: Said,
    pub in_person: Said,
    pub outcome: Said,
    pub answered: Said,
    pub asked: Said,
    pub said: Said,
    pub did: Said,
    pub not_legal: Said,
    pub not_legal_text: Said,
    pub read_legal: Said,
    pub engagement_by: Said,
    pub engagement_closed: Said,
    pub engagement_opened: Said,
    pub bids_closed: Said,
    pub engagement_opens: Said,
    pub bids_by: Said,
    pub tender_published: Said,
    pub tender_planned: Said,
    pub contract_start: Said,
    pub contract_end: Said,
    pub without_vat: Said,
    pub with_vat: Said,
    pub reference: Said,
    pub ocid: Said,
    pub notice_type: Said,
    pub law: Said,
    pub pcr2015: Said,
    pub pa2023: Said,
    pub buyer: Said,
    pub cpv: Said,
    pub links: Said,
    pub replaced: Said,
    pub replaced_text: Said,
    pub replaces: Said,
    pub replaced_by: Said,
    pub aims: Said,
    pub period: Said,
    pub paper_copy: Said,
    pub paper_copy_call: Said,
    pub paper_copy_write: Said,
    pub details_changed: Said,
    pub notes: Said,
    pub journalists: Said,
    pub meeting: Said,
    pub submitted_by: Said,
    pub progress: Said,
    pub progress_caption: Said,
    pub recommendation: Said,
    pub where_it_is: Said,
    pub last_change: Said,
    pub all_open: Said,
    pub answer: Said,
    pub what_happened: Said,
    pub full_version: Said,
    pub signed_version: Said,
    pub signed_by: Said,
    pub transcript: Said,
    pub read_transcript: Said,
    pub tested_by: Said,
    pub notice_uk1: Said,
    pub notice_uk2: Said,
    pub notice_uk3: Said,
    pub notice_uk4: Said,
    pub notice_uk5: Said,
    pub notice_uk6: Said,
    pub notice_uk7: Said,
    pub notice_pin: Said,
}

/// What paper adds.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Print {
    /// A form that readers may ask for, as it stands in a list after "to get this".
    pub form_large_print: Said,
    /// Another one.
    pub form_braille: Said,
    /// Another one.
    pub form_easy_read: Said,
    /// Another one.
    pub form_audio: Said,
    /// The last of them.
    pub form_language: Said,
    /// Beside a QR code, before the address that it opens.
    pub scan: Said,
    /// In a pack: what is in it.
    pub pack_contents: Said,
    /// In a pack: how to print and fold.
    pub pack_how: Said,
    /// In a pack: that nothing is made larger or smaller.
    pub pack_scale: Said,
    /// In a pack: print on one side.
    pub pack_one_side: Said,
    /// In a pack: print on both sides, turned on the short edge.
    pub pack_short_edge: Said,
    /// In a pack: print on both sides, turned on the long edge.
    pub pack_long_edge: Said,
    /// In a pack: cut.
    pub pack_cut: Said,
    /// In a pack: fold.
    pub pack_fold: Said,
    /// In a pack: fold and staple.
    pub pack_staple: Said,
    /// In a pack: fold a booklet.
    pub pack_middle: Said,
    /// In a pack: a strip to tear off.
    pub pack_tear: Said,
    /// What a drawing shows, for readers who do not see it.
    pub seen_tabs: Said,
    /// The same, of a booklet.
    pub seen_staples: Said,
    /// Before the list of what stands on each panel.
    pub fold_panels: Said,
    /// In a pack: the note for staff.
    pub pack_staff: Said,
    /// In a pack: offer a leaflet privately.
    pub pack_private: Said,
    /// In a pack: ask whether it is safe to take.
    pub pack_safe: Said,
    /// In a pack: what to do where it is not.
    pub pack_instead: Said,
    /// In a letter that asks for copies of a leaflet back.
    pub recall_thanks: Said,
    /// A heading in that letter.
    pub recall_have: Said,
    /// A heading in that letter.
    pub recall_wrong: Said,
    /// A heading in that letter.
    pub recall_do: Said,
    /// A step in that letter.
    pub recall_stop: Said,
    /// A step in that letter.
    pub recall_clear: Said,
    /// A step in that letter, where the copies tell a story that may not be told.
    pub recall_destroy: Said,
    /// A step in that letter.
    pub recall_tell: Said,
    /// In that letter: the leaflet is not made any more.
    pub recall_none: Said,
    /// In that letter: the pictures on the leaflet have changed.
    pub recall_pictures: Said,
    /// In that letter: the copies tell a story that may not be told.
    pub recall_story: Said,
    /// In that letter: what has changed.
    pub detail_figure: Said,
    /// In that letter: what has changed.
    pub detail_statement: Said,
    /// In that letter, after a contact’s name.
    pub detail_name: Said,
    /// In that letter, after a contact’s name.
    pub detail_title: Said,
    /// In that letter, after a contact’s name.
    pub detail_phone: Said,
    /// In that letter, after a contact’s name.
    pub detail_textphone: Said,
    /// In that letter, after a contact’s name.
    pub detail_email: Said,
    /// In that letter, after a contact’s name.
    pub detail_hours: Said,
    /// In that letter, after a contact’s name.
    pub detail_address: Said,
    /// In that letter, after a contact’s name.
    pub detail_note: Said,
    /// The heading over footnotes.
    pub notes: Said,
    /// The heading over the sources of figures.
    pub sources: Said,
    /// The heading over footnotes and the sources of figures.
    pub notes_and_sources: Said,
    /// The heading over the list of contents of a document.
    pub contents: Said,
    /// The heading over the list of other pages of the site that a document leads to.
    pub further: Said,
    /// What stands before the source of the figures of a panel.
    pub source: Said,
    /// The invitation on the cover of large print.
    pub another: Said,
    /// On a leaflet in another language, to readers of this one.
    pub also_in_this: Said,
    /// What stands before a page's address.
    pub web: Said,
    /// What stands before a film's title.
    pub film: Said,
    /// What stands before the address at which a film can be watched.
    pub watch: Said,
    /// What stands before the address of what is said in a film.
    pub transcript: Said,
    /// What stands before a textphone number.
    pub textphone: Said,
    /// What stands before an email address.
    pub mail: Said,
    /// What stands over a phone number.
    pub call_us: Said,
    /// Clear print.
    pub clear: Said,
    /// Large print.
    pub large: Said,
    /// Giant print.
    pub giant: Said,
    /// A leaflet, card or poster for an office printer.
    pub leaflet_office: Said,
    /// A leaflet, card or poster for a print firm.
    pub leaflet_press: Said,
    /// A picture of one side of a leaflet, card or poster.
    pub leaflet_picture: Said,
    /// The mark of a task that is done.
    pub done: Said,
    /// The mark of a task that is not.
    pub to_do: Said,
}

/// The words that name a callout.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Callouts {
    /// A note.
    pub information: Said,
    /// A warning.
    pub warning: Said,
    /// What must not be missed.
    pub important: Said,
    /// An example.
    pub example: Said,
}

/// How far a recommendation is.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Progresses {
    /// Of a recommendation.
    pub open: Said,
    /// Of a recommendation.
    pub accepted: Said,
    /// Of a recommendation.
    pub partly_accepted: Said,
    /// Of a recommendation.
    pub in_progress: Said,
    /// Of a recommendation.
    pub done: Said,
    /// Of a recommendation.
    pub not_accepted: Said,
}

/// Where a page stands in its life. What ends in `_day` or `_hour` stands before a day or an hour.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the English words say it")]
pub struct States {
    pub open: Said,
    pub open_hour: Said,
    pub open_day: Said,
    pub engagement_open: Said,
    pub engagement_open_day: Said,
    pub tender_published: Said,
    pub tender_published_day: Said,
    pub in_consultation: Said,
    pub in_consultation_day: Said,
    pub coming: Said,
    pub coming_day: Said,
    pub not_yet_open: Said,
    pub not_yet_open_day: Said,
    pub planned: Said,
    pub planned_day: Said,
    pub draft: Said,
    pub draft_day: Said,
    pub adopted: Said,
    pub adopted_day: Said,
    pub outcome_published: Said,
    pub outcome_published_day: Said,
    pub closed: Said,
    pub closed_hour: Said,
    pub closed_day: Said,
    pub over: Said,
    pub over_day: Said,
    pub superseded: Said,
    pub superseded_day: Said,
    pub withdrawn: Said,
    pub withdrawn_day: Said,
    pub expired: Said,
    pub expired_day: Said,
    pub opens: Said,
    pub engagement_opens: Said,
    pub tender_begins: Said,
    pub closes: Said,
    pub ends: Said,
    pub outcome_begins: Said,
    pub expires: Said,
}

/// Files for programs.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Data {
    /// The file of a page’s dates.
    pub calendar: Said,
    /// A notice for programs.
    pub release: Said,
    /// What was awarded.
    pub awards_table: Said,
    /// The same for programs.
    pub awards_data: Said,
    /// A date in a calendar, before the page’s title.
    pub closes: Said,
    /// A date in a calendar.
    pub engagement: Said,
    /// A date in a calendar.
    pub tender: Said,
    /// A date in a calendar.
    pub opens: Said,
}
