//! The fixed words of a page, by language. A page in a language without a table gets the English ones, marked as such.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Lang;

/// The fixed words of a page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Words {
    /// The language of these words.
    pub lang: &'static str,
    /// What an old address says.
    pub moved: &'static str,
    /// The link over the header.
    pub skip: &'static str,
    /// What stands before the phone number.
    pub talk: &'static str,
    /// The main navigation's name.
    pub main: &'static str,
    /// The home page's name.
    pub home: &'static str,
    /// The breadcrumbs' name.
    pub crumbs: &'static str,
    /// The list of translations' name.
    pub translations: &'static str,
    /// The leaflets' name in the navigation.
    pub leaflets: &'static str,
    /// What the leaflets are for.
    pub leaflets_summary: &'static str,
    /// The exit control, where the site says nothing of its own.
    pub leave: &'static str,
    /// The exit region's name.
    pub leave_region: &'static str,
    /// What else leaves the site.
    pub leave_hint: &'static str,
    /// After the first press.
    pub leave_two: &'static str,
    /// After the second press.
    pub leave_one: &'static str,
    /// The list of headings.
    pub contents: &'static str,
    /// The list of formats.
    pub paper: &'static str,
    /// The cards of the home page.
    pub ways_in: &'static str,
    /// The pages below a section that says much itself.
    pub below: &'static str,
    /// Asks for what is not there.
    pub ask: &'static str,
    /// Before a number to ring.
    pub call: &'static str,
    /// After the number.
    pub or_write: &'static str,
    /// After the number, before an address.
    pub or_write_to: &'static str,
    /// Before the list of formats in the text.
    pub take: &'static str,
    /// Before the day of publication.
    pub published: &'static str,
    /// Before the day of the last change.
    pub changed: &'static str,
    /// Before the day of the next review.
    pub review: &'static str,
    /// Before the owner.
    pub owner: &'static str,
    /// The history of changes.
    pub history: &'static str,
    /// The footer's navigation.
    pub about: &'static str,
    /// Before the publisher.
    pub publisher: &'static str,
    /// Before the page's address, on paper.
    pub address: &'static str,
    /// The list of notes.
    pub notes: &'static str,
    /// A note, before its number.
    pub note: &'static str,
    /// The way back from a note; `#` stands for its number.
    pub back: &'static str,
    /// Before where a figure comes from.
    pub source: &'static str,
    /// Before the people a figure was counted from.
    pub base: &'static str,
    /// Before the place of a figure.
    pub place: &'static str,
    /// Before the day on which a figure was compared with its source.
    pub checked: &'static str,
    /// Before a textphone number.
    pub textphone: &'static str,
    /// Before an email address.
    pub email: &'static str,
    /// Before a postal address.
    pub write_to: &'static str,
    /// A task that is done.
    pub done: &'static str,
    /// A task that is not.
    pub to_do: &'static str,
    /// A table without a caption.
    pub table: &'static str,
    /// The page of recommendations that are not finished.
    pub recommendations: &'static str,
    /// What that page is for.
    pub recommendations_summary: &'static str,
    /// All that it says where every one is finished.
    pub recommendations_done: &'static str,
    /// The list of the reports that they come from.
    pub reports: &'static str,
    /// How many there are, and how many of them are open; each `#` stands for a number.
    pub of_which_open: &'static str,
    /// One recommendation, before its number or letter.
    pub recommendation: &'static str,
    /// Before the report that a recommendation is from.
    pub from_report: &'static str,
    /// A film.
    pub film: &'static str,
    /// The list of files for programs.
    pub data: &'static str,
    /// Before the list of a page's topics, and the list of all topics.
    pub topics: &'static str,
    /// What the list of all topics is.
    pub topics_summary: &'static str,
    /// What the page of a topic is; `#` stands for its name.
    pub topic_summary: &'static str,
    /// The list of what changes next.
    pub changes: &'static str,
    /// What it is.
    pub changes_summary: &'static str,
    /// Where nothing will change by itself.
    pub no_changes: &'static str,
    /// A page that will be taken away.
    pub goes: &'static str,
    /// Before what comes with a film.
    pub with: &'static str,
    /// Before the last of what comes with it.
    pub and: &'static str,
    /// What comes with a film: what is said, shown on it.
    pub captions: &'static str,
    /// What comes with a film: a transcript.
    pub as_text: &'static str,
    /// What comes with a film.
    pub sign_language: &'static str,
    /// After the name of a film that is signed.
    pub in_sign_language: &'static str,
    /// The link to a film as a file.
    pub download_film: &'static str,
    /// The same where it is signed.
    pub download_signed: &'static str,
}

static ENGLISH: Words = Words {
    lang: "en",
    moved: "This page has moved",
    skip: "Skip to the main text",
    talk: "Talk to us",
    main: "Main",
    home: "Home",
    crumbs: "Breadcrumbs",
    translations: "This page in other languages",
    leaflets: "Leaflets",
    leaflets_summary: "Print them, fold them, leave them where people wait.",
    leave: "Leave this site",
    leave_region: "Leave quickly",
    leave_hint: "or press Shift 3 times",
    leave_two: "Press Shift 2 more times to leave this site.",
    leave_one: "Press Shift 1 more time to leave this site.",
    contents: "On this page",
    paper: "Take it on paper",
    ways_in: "What do you need?",
    below: "More in this section",
    ask: "Need another format or language?",
    call: "Call",
    or_write: "or write to us.",
    or_write_to: "or write to:",
    take: "You can take this page away:",
    published: "Published",
    changed: "Last changed",
    review: "We look at this page again by",
    owner: "Looked after by",
    history: "What has changed",
    about: "About this site",
    publisher: "Published by",
    address: "This page is at",
    notes: "Notes and sources",
    note: "Note",
    back: "Back to note # in the text",
    source: "Source:",
    base: "Base:",
    place: "Place:",
    checked: "Checked",
    textphone: "Textphone:",
    email: "Email:",
    write_to: "Write to:",
    done: "Done:",
    to_do: "To do:",
    table: "Table",
    recommendations: "Open recommendations",
    recommendations_summary: "What reports recommended, and what is not finished yet. The newest change comes first.",
    recommendations_done: "Nothing is open. Every recommendation is done, or was not accepted.",
    reports: "The reports",
    of_which_open: "Recommendations: #. Still open: #.",
    recommendation: "Recommendation",
    from_report: "From:",
    film: "Film",
    data: "Dates and data",
    topics: "Topics",
    topics_summary: "What our pages are about. Choose one to see all that we say on it.",
    topic_summary: "All that we say on #, with what you can act on first.",
    changes: "What changes next",
    changes_summary: "The days on which something opens, closes or ends, the soonest first.",
    no_changes: "Nothing on this site will open, close or end by itself.",
    goes: "Is taken away",
    with: "with",
    and: " and ",
    captions: "captions",
    as_text: "the words as text",
    sign_language: "British Sign Language",
    in_sign_language: "in British Sign Language",
    download_film: "Download the film",
    download_signed: "Download the film in British Sign Language",
};

static WELSH: Words = Words {
    lang: "cy",
    moved: "Mae’r dudalen hon wedi symud",
    skip: "Neidio i’r prif gynnwys",
    talk: "Siaradwch â ni",
    main: "Prif ddewislen",
    home: "Hafan",
    crumbs: "Briwsion bara",
    translations: "Y dudalen hon mewn ieithoedd eraill",
    leaflets: "Taflenni",
    leaflets_summary: "Taflenni i’w hargraffu.",
    leave: "Gadael y wefan hon",
    leave_region: "Gadael yn gyflym",
    leave_hint: "neu bwyswch Shift 3 gwaith",
    leave_two: "Pwyswch Shift 2 waith arall i adael y wefan hon.",
    leave_one: "Pwyswch Shift unwaith eto i adael y wefan hon.",
    contents: "Ar y dudalen hon",
    paper: "Fformatau eraill",
    ways_in: "Beth sydd ei angen arnoch?",
    below: "Mwy yn yr adran hon",
    ask: "Angen fformat neu iaith arall?",
    call: "Ffoniwch",
    or_write: "neu ysgrifennwch atom.",
    or_write_to: "neu ysgrifennwch at:",
    take: "Gallwch lawrlwytho’r dudalen hon:",
    published: "Cyhoeddwyd",
    changed: "Diweddarwyd ddiwethaf",
    review: "Byddwn yn edrych ar y dudalen hon eto erbyn",
    owner: "Yn gyfrifol am y dudalen hon:",
    history: "Beth sydd wedi newid",
    about: "Am y wefan hon",
    publisher: "Cyhoeddwyd gan",
    address: "Cyfeiriad y dudalen hon:",
    notes: "Nodiadau a ffynonellau",
    note: "Nodyn",
    back: "Yn ôl at nodyn # yn y testun",
    source: "Ffynhonnell:",
    base: "Sail:",
    place: "Lle:",
    checked: "Gwiriwyd",
    textphone: "Ffôn testun:",
    email: "E-bost:",
    write_to: "Ysgrifennwch at:",
    done: "Wedi’i wneud:",
    to_do: "I’w wneud:",
    table: "Tabl",
    recommendations: "Argymhellion agored",
    recommendations_summary: "Yr hyn a argymhellwyd mewn adroddiadau, a’r hyn sydd heb ei orffen eto. Y newid diweddaraf \
                              sy’n dod gyntaf.",
    recommendations_done: "Nid oes dim ar agor. Mae pob argymhelliad wedi’i wneud, neu ni chafodd ei dderbyn.",
    reports: "Yr adroddiadau",
    of_which_open: "Argymhellion: #. Yn dal ar agor: #.",
    recommendation: "Argymhelliad",
    from_report: "O:",
    film: "Ffilm",
    data: "Dyddiadau a data",
    topics: "Pynciau",
    topics_summary: "Am beth mae ein tudalennau. Dewiswch un i weld popeth rydym yn ei ddweud amdano.",
    topic_summary: "Popeth rydym yn ei ddweud am #, gyda’r hyn y gallwch weithredu arno yn gyntaf.",
    changes: "Beth sy’n newid nesaf",
    changes_summary: "Y dyddiau pan fydd rhywbeth yn agor, yn cau neu’n dod i ben, y cynharaf yn gyntaf.",
    no_changes: "Ni fydd dim ar y wefan hon yn agor, yn cau nac yn dod i ben ohono’i hun.",
    goes: "Yn cael ei dynnu i lawr",
    with: "gyda:",
    and: ", ",
    captions: "capsiynau",
    as_text: "y geiriau fel testun",
    sign_language: "Iaith Arwyddion Prydain",
    in_sign_language: "yn Iaith Arwyddion Prydain",
    download_film: "Lawrlwytho’r ffilm",
    download_signed: "Lawrlwytho’r ffilm yn Iaith Arwyddion Prydain",
};

/// Languages by their names in Welsh. Source: Unicode CLDR 46, Welsh locale display names.
const IN_WELSH: &[(&str, &str)] = &[
    ("ar", "Arabeg"),
    ("bn", "Bengaleg"),
    ("cy", "Cymraeg"),
    ("en", "Saesneg"),
    ("es", "Sbaeneg"),
    ("fr", "Ffrangeg"),
    ("it", "Eidaleg"),
    ("pa", "Pwnjabeg"),
    ("pl", "Pwyleg"),
    ("pt", "Portiwgaleg"),
    ("ro", "Rwmaneg"),
    ("tr", "Tyrceg"),
    ("ur", "Wrdw"),
];

/// Returns the fixed words for pages in a language.
pub fn of(lang: &Lang) -> &'static Words {
    if lang.primary() == "cy" { &WELSH } else { &ENGLISH }
}

/// Returns attributes that mark words of one language among words of another, with a space before; nothing where
/// the two are the same.
pub fn mark(words: &str, around: &str) -> String {
    let primary = |tag: &str| tag.split('-').next().unwrap_or("").to_ascii_lowercase();
    if primary(words) == primary(around) {
        return String::new();
    }
    let direction = |tag: &str| Lang::parse(tag).map_or("ltr", |lang| lang.direction().name());
    let mut out = format!(" lang=\"{words}\"");
    if direction(words) != direction(around) {
        out.push_str(" dir=\"");
        out.push_str(direction(words));
        out.push('"');
    }
    out
}

impl Words {
    /// Returns these words' language.
    pub fn language(&self) -> Option<Lang> {
        Lang::parse(self.lang)
    }

    /// Returns a language's name in the language of these words, where it is known, or else in English.
    pub fn name_of<'l>(&self, lang: &'l Lang) -> (&'l str, &'static str) {
        let primary = lang.primary();
        let welsh = IN_WELSH.iter().find(|(tag, _)| self.lang == "cy" && *tag == primary);
        welsh.map_or((lang.english_name(), "en"), |(_, name)| (*name, "cy"))
    }

    /// Returns a page count in words. Welsh softens the noun after 1 and 2.
    pub fn pages(&self, count: usize) -> String {
        match (self.lang, count) {
            ("cy", 1 | 2) => format!("{count} dudalen"),
            ("cy", _) => format!("{count} tudalen"),
            _ => crate::render::prose::pages(count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{mark, of};
    use crate::model::Lang;

    #[test]
    fn words_of_another_language_are_marked() {
        assert_eq!(mark("en", "en-GB"), "");
        assert_eq!(mark("en", "cy"), " lang=\"en\"");
        assert_eq!(mark("en", "ur"), " lang=\"en\" dir=\"ltr\"");
        assert_eq!(mark("ur", "en"), " lang=\"ur\" dir=\"rtl\"");
    }

    #[test]
    fn languages_are_named_for_the_reader() {
        let lang = |tag| Lang::parse(tag).expect("a tag");
        assert_eq!(of(&lang("cy")).name_of(&lang("en-GB")), ("Saesneg", "cy"));
        assert_eq!(of(&lang("ur")).name_of(&lang("cy")), ("Welsh", "en"));
        assert_eq!(of(&lang("cy")).pages(2), "2 dudalen");
    }
}
