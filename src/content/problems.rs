//! The kinds of finding that reading can make. Each has its page in `problems/`.

use crate::diag::{FindingKind, Severity};

/// Every kind, by code.
pub const KINDS: &[&FindingKind] = &[
    &crate::config::SETTINGS_INVALID,
    &TEXT_UNREADABLE,
    &FRONT_MATTER_INVALID,
    &FRONT_MATTER_VALUE,
    &ROUTE_TAKEN,
    &START_MISSING,
    &DIRECTIVE_UNKNOWN,
    &DIRECTIVE_MISUSED,
    &INCLUDE_BROKEN,
    &NESTED_TOO_DEEP,
    &FILE_OUTSIDE,
    &STORE_INVALID,
    &FORMAT_UNKNOWN,
    &PICTURE_UNREADABLE,
    &FOOTNOTE_MISSING,
    &RULE_UNKNOWN,
    &CONSENT_INVALID,
    &CAPTIONS_INVALID,
    &FILM_INCOMPLETE,
    &FILE_UNUSED,
    &FILE_COULD_RUN,
    &ALSO_UNMATCHED,
    &ALERT_BROKEN,
    &ALERT_UNENDED,
    &EMERGENCY_DIFFERS,
    &EMERGENCY_UNCHECKED,
    &PAGE_NAME_CASE,
    &PICTURE_TOO_LARGE,
    &PICTURE_SAYS_MORE,
    &HEADERS_INVALID,
    &crate::diag::fault::FAULT,
    &DIRECTION_TURNED,
    &CHARACTER_UNSEEN,
    &CONSENT_OVER,
    &LEFT_OUT,
    &TRANSLATION_LOOSER,
    &TRANSLATION_DIFFERS,
    &WORDS_LEFT,
    &PAGE_TOO_LONG,
    &TABLE_TOO_LONG,
    &TABLE_SPAN_MISPLACED,
    &TABLE_SPAN_UNEVEN,
    &MARKS_PILED,
    &VALUE_TOO_LONG,
    &crate::words::problems::WORDS_INVALID,
    &crate::words::problems::WORDS_UNKNOWN,
    &crate::words::problems::WORDS_MISSING,
    &NOT_TRANSLATED,
    &UNKNOWN_SHEET,
    &ICON_UNREADABLE,
    &LOGO_UNREADABLE,
    &PICTURE_COARSE,
    &PICTURE_ENDED,
    &COVER_PICTURE_DISCREET,
    &COVER_PICTURE_UNSAID,
    &LEAFLET_PAGE_MISSING,
    &RELATED_MISSING,
    &UNKNOWN_DESIGN,
    &PANEL_COUNT,
    &HIDDEN_WORD_SHOWN,
    &RECORDING_UNREADABLE,
    &RECORDING_SAYS_MORE,
];

const fn error(code: &'static str, name: &'static str, doc: &'static str) -> FindingKind {
    FindingKind { code, name, severity: Severity::Error, wcag: &[], act: &[], doc }
}

const fn warning(code: &'static str, name: &'static str, doc: &'static str) -> FindingKind {
    FindingKind { severity: Severity::Warning, ..error(code, name, doc) }
}

/// Words written once for all pages that a language of pages lacks.
pub const NOT_TRANSLATED: FindingKind =
    FindingKind { wcag: &["3.1.2"], ..warning("C048", "not-translated", include_str!("problems/not_translated.md")) };

/// A file that is not text.
pub const TEXT_UNREADABLE: FindingKind = error("C002", "text-unreadable", include_str!("problems/text_unreadable.md"));

/// Front matter or another YAML text that is not YAML.
pub const FRONT_MATTER_INVALID: FindingKind =
    error("C003", "front-matter-invalid", include_str!("problems/front_matter_invalid.md"));

/// A key whose value is missing or of the wrong kind.
pub const FRONT_MATTER_VALUE: FindingKind =
    error("C004", "front-matter-value", include_str!("problems/front_matter_value.md"));

/// Two pages, or a page and an alias, on one address.
pub const ROUTE_TAKEN: FindingKind = error("C005", "route-taken", include_str!("problems/route_taken.md"));

/// A site without a start page.
pub const START_MISSING: FindingKind = error("C050", "start-missing", include_str!("problems/start_missing.md"));

/// A directive that nothing knows.
pub const DIRECTIVE_UNKNOWN: FindingKind =
    error("C006", "directive-unknown", include_str!("problems/directive_unknown.md"));

/// A directive that is not closed or does not hold what it must.
pub const DIRECTIVE_MISUSED: FindingKind =
    error("C007", "directive-misused", include_str!("problems/directive_misused.md"));

/// An include of nothing, or of itself.
pub const INCLUDE_BROKEN: FindingKind = error("C008", "include-broken", include_str!("problems/include_broken.md"));

/// Lists, quotes or directives nested deeper than anybody can read.
pub const NESTED_TOO_DEEP: FindingKind = error("C009", "nested-too-deep", include_str!("problems/nested_too_deep.md"));

/// A file that a link on disk leads to outside the site, or round in a circle.
pub const FILE_OUTSIDE: FindingKind = error("C010", "file-outside", include_str!("problems/file_outside.md"));

/// A fact, a contact or a glossary entry that is not whole.
pub const STORE_INVALID: FindingKind = error("C011", "store-invalid", include_str!("problems/store_invalid.md"));

/// An alert that leads nowhere, stands nowhere or is never seen.
pub const ALERT_BROKEN: FindingKind =
    FindingKind { wcag: &["2.4.4"], ..error("C059", "alert-broken", include_str!("problems/alert_broken.md")) };

/// An alert without an end, or past it.
pub const ALERT_UNENDED: FindingKind = FindingKind {
    severity: Severity::Warning,
    ..error("C056", "alert-unended", include_str!("problems/alert_unended.md"))
};

/// A line about emergencies that names other numbers in another language.
pub const EMERGENCY_DIFFERS: FindingKind =
    error("C057", "emergency-differs", include_str!("problems/emergency_differs.md"));

/// A line about emergencies that nobody has looked at for a year.
pub const EMERGENCY_UNCHECKED: FindingKind = FindingKind {
    severity: Severity::Warning,
    ..error("C058", "emergency-unchecked", include_str!("problems/emergency_unchecked.md"))
};

/// A format that this version does not make.
pub const FORMAT_UNKNOWN: FindingKind = error("C012", "format-unknown", include_str!("problems/format_unknown.md"));

/// A picture that is not one.
pub const PICTURE_UNREADABLE: FindingKind =
    error("C013", "picture-unreadable", include_str!("problems/picture_unreadable.md"));

/// A footnote mark without its note.
pub const FOOTNOTE_MISSING: FindingKind =
    error("C014", "footnote-missing", include_str!("problems/footnote_missing.md"));

/// A rule in `site.toml` that there is not.
pub const RULE_UNKNOWN: FindingKind = error("C015", "rule-unknown", include_str!("problems/rule_unknown.md"));

/// A story whose people did not, or no longer, agree.
pub const CONSENT_INVALID: FindingKind = error("C016", "consent-invalid", include_str!("problems/consent_invalid.md"));

/// Captions that no browser shows.
pub const CAPTIONS_INVALID: FindingKind =
    FindingKind { wcag: &["1.2.2"], ..error("C017", "captions-invalid", include_str!("problems/captions_invalid.md")) };

/// A film without its file, captions or transcript.
pub const FILM_INCOMPLETE: FindingKind = FindingKind {
    wcag: &["1.2.1", "1.2.2", "1.2.3"],
    ..error("C018", "film-incomplete", include_str!("problems/film_incomplete.md"))
};

/// A file that nothing uses.
pub const FILE_UNUSED: FindingKind = warning("C030", "file-unused", include_str!("problems/file_unused.md"));

/// A file that a host or a browser could run.
pub const FILE_COULD_RUN: FindingKind = warning("C031", "file-could-run", include_str!("problems/file_could_run.md"));

/// A line of `[publish] also` that names nothing.
pub const ALSO_UNMATCHED: FindingKind = error("C032", "also-unmatched", include_str!("problems/also_unmatched.md"));

/// A page whose name ends in `.MD`.
pub const PAGE_NAME_CASE: FindingKind = error("C033", "page-name-case", include_str!("problems/page_name_case.md"));

/// A picture of more pixels or bytes than can be shown.
pub const PICTURE_TOO_LARGE: FindingKind =
    error("C034", "picture-too-large", include_str!("problems/picture_too_large.md"));

/// A picture that says where and by whom it was taken, which cannot be taken out.
pub const PICTURE_SAYS_MORE: FindingKind =
    error("C035", "picture-says-more", include_str!("problems/picture_says_more.md"));
/// A line of `_headers` that no host understands.
pub const HEADERS_INVALID: FindingKind = error("C060", "headers-invalid", include_str!("problems/headers_invalid.md"));

/// A character that turns round the text after it.
pub const DIRECTION_TURNED: FindingKind =
    error("C065", "direction-turned", include_str!("problems/direction_turned.md"));

/// A control character, in a text or in a file's name.
pub const CHARACTER_UNSEEN: FindingKind =
    error("C066", "character-unseen", include_str!("problems/character_unseen.md"));
/// A story that was taken down by itself, because its people do not, or not yet, agree.
pub const CONSENT_OVER: FindingKind = warning("C040", "consent-over", include_str!("problems/consent_over.md"));

/// Something that leads to a page which is not published at this moment, and was left out.
pub const LEFT_OUT: FindingKind = warning("C041", "left-out", include_str!("problems/left_out.md"));

/// A translation that wants to be published where its original is not.
pub const TRANSLATION_LOOSER: FindingKind =
    error("C042", "translation-looser", include_str!("problems/translation_looser.md"));

/// A translation whose dates or figures are not those of its original.
pub const TRANSLATION_DIFFERS: FindingKind =
    warning("C043", "translation-differs", include_str!("problems/translation_differs.md"));

/// Words or pictures of a page that is not published at this moment, which still stand elsewhere.
pub const WORDS_LEFT: FindingKind = warning("C044", "words-left", include_str!("problems/words_left.md"));
/// A page with more parts than anybody can read or a computer lay out.
pub const PAGE_TOO_LONG: FindingKind = error("C071", "page-too-long", include_str!("problems/page_too_long.md"));

/// A table with more rows than anybody can read.
pub const TABLE_TOO_LONG: FindingKind = error("C072", "table-too-long", include_str!("problems/table_too_long.md"));

/// A cell over several columns that is no heading.
pub const TABLE_SPAN_MISPLACED: FindingKind =
    warning("C053", "table-span-misplaced", include_str!("problems/table_span_misplaced.md"));

/// Headings over several columns that do not stand over all columns.
pub const TABLE_SPAN_UNEVEN: FindingKind = FindingKind {
    wcag: &["1.3.1"],
    ..error("C054", "table-span-uneven", include_str!("problems/table_span_uneven.md"))
};

/// A letter with more marks than any language has.
pub const MARKS_PILED: FindingKind = error("C073", "marks-piled", include_str!("problems/marks_piled.md"));

/// A value with more letters, or a list with more entries, than anybody writes.
pub const VALUE_TOO_LONG: FindingKind = error("C074", "value-too-long", include_str!("problems/value_too_long.md"));

/// A drawing that cannot be used as an icon.
pub const ICON_UNREADABLE: FindingKind =
    warning("P042", "icon-unreadable", include_str!("problems/icon_unreadable.md"));

/// A logo that cannot be printed.
pub const LOGO_UNREADABLE: FindingKind =
    warning("P043", "logo-unreadable", include_str!("problems/logo_unreadable.md"));

/// A picture with too few pixels for the size at which it is printed.
pub const PICTURE_COARSE: FindingKind = warning("P044", "picture-coarse", include_str!("problems/picture_coarse.md"));

/// A picture that may not be shown any more.
pub const PICTURE_ENDED: FindingKind = warning("C055", "picture-ended", include_str!("problems/picture_ended.md"));

/// A picture for the cover of a leaflet that must not show what it is about.
pub const COVER_PICTURE_DISCREET: FindingKind =
    warning("P046", "cover-picture-discreet", include_str!("problems/cover_picture_discreet.md"));

/// A picture for a cover of which nothing says what it shows.
pub const COVER_PICTURE_UNSAID: FindingKind = FindingKind {
    wcag: &["1.1.1"],
    ..error("P047", "cover-picture-unsaid", include_str!("problems/cover_picture_unsaid.md"))
};

/// A sheet that does not exist.
pub const UNKNOWN_SHEET: FindingKind = error("P001", "unknown-sheet", include_str!("problems/unknown_sheet.md"));

/// A page that a leaflet leads to and that does not exist.
pub const LEAFLET_PAGE_MISSING: FindingKind =
    error("P020", "leaflet-page-missing", include_str!("problems/leaflet_page_missing.md"));

/// A page that another names as related and that does not exist.
pub const RELATED_MISSING: FindingKind = error("C068", "related-missing", include_str!("problems/related_missing.md"));

/// A design that does not exist.
pub const UNKNOWN_DESIGN: FindingKind = error("P002", "unknown-design", include_str!("problems/unknown_design.md"));

/// More or fewer panels than the sheet has.
pub const PANEL_COUNT: FindingKind = error("P003", "panel-count", include_str!("problems/panel_count.md"));

/// A word that a discreet leaflet should hide, where everybody sees it.
pub const HIDDEN_WORD_SHOWN: FindingKind =
    error("C049", "hidden-word-shown", include_str!("problems/hidden_word_shown.md"));

/// A recording beside a page is not Opus in Ogg.
pub const RECORDING_UNREADABLE: FindingKind =
    error("A152", "recording-unreadable", include_str!("problems/recording_unreadable.md"));

/// A recording says who made it, or how.
pub const RECORDING_SAYS_MORE: FindingKind =
    warning("A155", "recording-says-more", include_str!("problems/recording_says_more.md"));
