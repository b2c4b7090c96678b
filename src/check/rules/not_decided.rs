//! Things that the page says are not known yet.

use crate::check::{Look, Passage, Rule, Sink, dictionary};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A139",
        name: "not-decided",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("not_decided.md"),
    },
    look: Look::Words(WORDS, look),
};

/// What says that something is to be confirmed, words of notes for colleagues, and after that what is a gap where it stands alone in square brackets: "Dear
/// [Name]".
const WORDS: &[&str] = &[
    "tbc",
    "tbd",
    "tba",
    "£tbc",
    "£tbd",
    "£tba",
    "confirmed",
    "announced",
    "agreed",
    "decided",
    "determined",
    "advised",
    "arranged",
    "check",
    "confirm",
    "amend",
    "insert",
    "supply",
    "rewrite",
    "proofread",
    "draft",
    "publication",
    "circulation",
    "name",
    "date",
    "number",
    "link",
    "address",
    "phone",
    "email",
    "title",
    "time",
    "venue",
    "amount",
    "organisation",
    "details",
];

/// What is announced later: "venue to be announced".
const OPEN: &[&str] = &[
    "venue",
    "venues",
    "date",
    "dates",
    "time",
    "times",
    "place",
    "location",
    "speaker",
    "speakers",
    "price",
    "prices",
    "cost",
    "room",
    "details",
    "agenda",
    "timetable",
    "programme",
    "host",
    "fee",
    "fees",
];

/// What a colleague is asked to look at: "Sarah to check this figure".
const ASKED: &[&str] = &[
    "this", "these", "figure", "figures", "wording", "number", "numbers", "date", "dates", "link", "links", "text",
    "quote", "source", "sources", "name", "names", "spelling", "if", "whether", "with",
];

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let known = "tells readers that this was not known";
    let later = "write it, or say when it will be known and where to look";
    let note = "is a note for colleagues";
    let out = "take it out of the page, and look whether what it asks for was done";
    let found = match passage.lower(i) {
        "tbc" | "tbd" | "tba" | "£tbc" | "£tbd" | "£tba" => letters(passage, i).then_some((i, known, later)),
        "confirmed" => to_be(passage, i).filter(|first| !is_news(passage, *first)).map(|first| (first, known, later)),
        "announced" | "agreed" | "decided" | "determined" | "advised" | "arranged" => {
            to_be(passage, i).filter(|first| is_gap(passage, *first, i)).map(|first| (first, known, later))
        }
        "check" | "confirm" | "amend" | "insert" | "supply" | "rewrite" | "proofread" => {
            asked(passage, i).map(|first| (first, note, out))
        }
        "draft" => is_version(passage, i).then_some((i, note, out)),
        "publication" | "circulation" => {
            let alone = i == 2 && passage.phrase(0, &["not", "for"]) && passage.words.len() < 5;
            alone.then_some((0, note, out))
        }
        _ => return gap(passage, i, report),
    };
    let Some((first, is, help)) = found.filter(|_| !passage.words[i].quoted) else { return };
    let range = passage.range(first, i);
    report.add(passage.span(range.clone()), format!("`{}` {is}", &passage.text[range]), help);
}

/// Returns whether short letters are no name: they are small, or all capitals.
fn letters(passage: &Passage, i: usize) -> bool {
    let same = |of: fn(&u8) -> bool| passage.word(i).trim_start_matches('£').bytes().all(|b| of(&b));
    // "TBA is a drug company" tells of one.
    let name = passage.starts_sentence(i) && matches!(passage.lower_after(i), "is" | "was" | "has");
    (same(u8::is_ascii_uppercase) || same(u8::is_ascii_lowercase)) && !name
}

/// Returns the first word of "to be confirmed".
fn to_be(passage: &Passage, i: usize) -> Option<usize> {
    i.checked_sub(2).filter(|first| passage.phrase(*first, &["to", "be"]) && passage.gap(i - 1) == " ")
}

/// Returns whether words go on to news: "has yet to be confirmed"; "Venue: to be confirmed" is a gap.
fn is_news(passage: &Passage, first: usize) -> bool {
    first > 0 && matches!(passage.lower(first - 1), "yet" | "still" | "has" | "have" | "need" | "needs" | "had")
}

/// Returns whether something that is to be announced is left open: it is named before, and no day follows.
fn is_gap(passage: &Passage, first: usize, last: usize) -> bool {
    let before = passage.gap_before(first);
    let labelled = before.contains([':', '(', '\n']) || first == 0;
    // "The venue is to be announced".
    let is = usize::from(matches!(passage.lower(first.wrapping_sub(1)), "is" | "are"));
    let named = before.trim().is_empty() && OPEN.contains(&passage.lower(first.wrapping_sub(1 + is)));
    // "Details to be announced by the mayor", "dates to be agreed with you".
    let said =
        matches!(passage.lower_after(last), "on" | "in" | "by" | "at" | "before" | "after" | "when" | "with" | "as");
    (labelled || named) && !said && (first > 0 || passage.words.len() < 5)
}

/// Returns the first word of a note that asks a colleague for something: "Sarah to check this figure", "NB: Ms Shah to confirm".
fn asked(passage: &Passage, i: usize) -> Option<usize> {
    let name = i.checked_sub(2).filter(|_| passage.lower_before(i) == "to" && passage.gap(i - 2) == " ")?;
    let capital = |at: usize| passage.word(at).starts_with(|c: char| c.is_ascii_uppercase());
    let person = capital(name) && !dictionary::knows(passage.lower(name));
    let first = if name > 0 && passage.gap(name - 1) == " " && capital(name - 1) { name - 1 } else { name };
    let lead = first > 0 && matches!(passage.lower(first - 1), "nb" | "note" | "todo" | "action" | "query");
    let opens = first == 0 || lead || passage.gap_before(first).ends_with(['(', '[']) || passage.starts_sentence(first);
    let next = passage.lower(i + 1);
    let noted = ASKED.contains(&next) || (next == "the" && ASKED.contains(&passage.lower(i + 2)));
    (person && opens && passage.is_prose() && (lead || noted)).then_some(first)
}

/// Returns whether "draft" at the start says which state of a text this is: "DRAFT v3", "Draft - not for publication".
fn is_version(passage: &Passage, i: usize) -> bool {
    let next = passage.lower(i + 1);
    let numbered = |word: &str| {
        let digits = word.trim_start_matches('v');
        digits.starts_with(|c: char| c.is_ascii_digit()) && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    let version = (next == "version" && numbered(passage.lower(i + 2))) || (next.starts_with('v') && numbered(next));
    let loud = passage.word(i) == "DRAFT";
    let marked = passage.gap(i).trim_start().starts_with(['-', '\u{2013}', '\u{2014}', ':']);
    let kept = passage.phrase(i + 1, &["not", "for"]) || (next == "for" && passage.lower(i + 2) == "comment");
    i == 0
        && passage.words.len() < 12
        && (version || (loud && (marked || kept || passage.words.len() == 1 || next == "only")) || (marked && kept))
}

/// Reports a word that stands alone in square brackets, as in a letter that is to be filled in. On a page that is about such
/// letters they stand in quotation marks or in code.
fn gap(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let alone = passage.gap_before(i).ends_with('[') && passage.gap(i).starts_with(']');
    if alone && !passage.words[i].quoted {
        let word = passage.words[i];
        let range = word.start - 1..word.end + 1;
        let message = format!("`{}` is a gap that nobody has filled in", &passage.text[range.clone()]);
        report.add(passage.span(range), message, "write what belongs here");
    }
}
