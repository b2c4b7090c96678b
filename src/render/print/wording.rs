//! Words that paper adds to an author's own, in the languages that Handbill speaks.

use crate::model::Lang;

/// The words of one language. Where one holds `{}`, something is put in its place.
#[derive(Debug)]
pub struct Wording {
    /// The number of a page and of all pages.
    pub page: &'static str,
    /// The number of a row of a table and of all rows.
    pub row: &'static str,
    /// The heading over footnotes.
    pub notes: &'static str,
    /// The heading over footnotes and the sources of figures.
    pub notes_and_sources: &'static str,
    /// The heading over the sources of figures.
    pub sources: &'static str,
    /// What stands before the source of the figures of a panel.
    pub source: &'static str,
    /// The word between the last two of several.
    pub and: &'static str,
    /// The word between the last two of which one will do.
    pub or: &'static str,
    /// How to ask for other formats: what stands before the ways.
    pub ask: &'static str,
    /// One way: to call a number.
    pub call: &'static str,
    /// One way: to write to an email address.
    pub email: &'static str,
    /// One way: to write to a postal address.
    pub write: &'static str,
    /// The invitation on the cover of large print.
    pub another: &'static str,
    /// When a page was published.
    pub published: &'static str,
    /// When it was last changed.
    pub changed: &'static str,
    /// When somebody looks at it again.
    pub review: &'static str,
    /// Which edition of a leaflet this is: reference, edition, month of issue, month of review.
    pub edition: [&'static str; 4],
    /// What stands before a page's address.
    pub web: &'static str,
    /// What stands before a film's title.
    pub film: &'static str,
    /// What stands before the address at which a film can be watched.
    pub watch: &'static str,
    /// What stands before the address of what is said in a film.
    pub transcript: &'static str,
    /// What stands before a textphone number.
    pub textphone: &'static str,
    /// What stands before an email address.
    pub mail: &'static str,
    /// What stands over a phone number.
    pub call_us: &'static str,
    /// The mark of a task that is done, and of one that is not.
    pub tasks: [&'static str; 2],
    /// What a footnote's mark is called.
    pub note: &'static str,
}

const ENGLISH: Wording = Wording {
    page: "Page {} of {}",
    row: "Row {} of {}",
    notes: "Notes",
    notes_and_sources: "Notes and sources",
    sources: "Where the figures come from",
    source: "Source: ",
    and: " and ",
    or: " or ",
    ask: "To get this in large print, braille, Easy Read, on audio or in another language, ",
    call: "call {}",
    email: "email {}",
    write: "write to {}",
    another: "Ask us for this in another size, format or language.",
    published: "Published {}",
    changed: "last changed {}",
    review: "We check it again by {}",
    edition: ["", ", edition ", ". Issued ", ". We check it again in "],
    web: "On the web: ",
    film: "Film: ",
    watch: "Watch it on the web: ",
    transcript: "Read what is said: ",
    textphone: "Textphone: ",
    mail: "Email: ",
    call_us: "Call us",
    tasks: ["Done:", "To do:"],
    note: "Note {}",
};

const WELSH: Wording = Wording {
    page: "Tudalen {} o {}",
    row: "Rhes {} o {}",
    notes: "Nodiadau",
    notes_and_sources: "Nodiadau a ffynonellau",
    sources: "O ble y daw’r ffigurau",
    source: "Ffynhonnell: ",
    and: " a ",
    or: " neu ",
    ask: "I gael hwn mewn print bras, braille, Hawdd ei Ddeall, ar sain neu mewn iaith arall, ",
    call: "ffoniwch {}",
    email: "anfonwch e-bost at {}",
    write: "ysgrifennwch at {}",
    another: "Gofynnwch i ni am hwn mewn maint, fformat neu iaith arall.",
    published: "Cyhoeddwyd {}",
    changed: "newidiwyd ddiwethaf {}",
    review: "byddwn yn ei wirio eto erbyn {}",
    edition: ["", ", argraffiad ", ". Cyhoeddwyd ", ". Byddwn yn ei wirio eto ym mis "],
    web: "Ar y we: ",
    film: "Ffilm: ",
    watch: "Gwyliwch hi ar y we: ",
    transcript: "Darllenwch yr hyn a ddywedir: ",
    textphone: "Ffôn testun: ",
    mail: "E-bost: ",
    call_us: "Ffoniwch ni",
    tasks: ["Wedi’i wneud:", "I’w wneud:"],
    note: "Nodyn {}",
};

impl Wording {
    /// Returns the words of a language; English where Handbill does not speak it.
    pub fn of(lang: &Lang) -> &'static Wording {
        if lang.primary() == "cy" { &WELSH } else { &ENGLISH }
    }
}

/// Puts words in the place of each `{}`, in order.
pub fn fill(pattern: &str, with: &[&str]) -> String {
    let mut with = with.iter();
    let mut parts = pattern.split("{}");
    let mut out = parts.next().unwrap_or("").to_string();
    for part in parts {
        out.push_str(with.next().unwrap_or(&""));
        out.push_str(part);
    }
    out
}
