//! Two telephone numbers for one service.

use std::collections::BTreeMap;

use crate::check::raw::{self, Plain};
use crate::check::{Look, Passage, Role, Rule, Sign, Sink};
use crate::diag::Span;
use crate::diag::{FindingKind, Severity};
use crate::model::Site;
use crate::model::phone::{WHOLE, dialled};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A172",
        name: "numbers-differ",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("numbers_differ.md"),
    },
    look: Look::Site(look),
};

/// Words that make a second number of one service right.
const OTHER_WAYS: &[&str] = &[
    "textphone",
    "text",
    "sms",
    "fax",
    "mobile",
    "minicom",
    "abroad",
    "overseas",
    "welsh",
    "outside",
    "international",
    "or",
    "urgent",
    "night",
    "evenings",
];

/// What a service is called by that has no name of its own: "the repairs line", "customer services".
const HEADS: &[&str] = &[
    "line",
    "helpline",
    "hotline",
    "team",
    "services",
    "desk",
    "hub",
    "clinic",
    "department",
    "unit",
    "reception",
    "switchboard",
];

/// Words that say nothing of which service it is.
const VAGUE: &[&str] = &[
    "the",
    "our",
    "their",
    "your",
    "this",
    "that",
    "a",
    "an",
    "any",
    "free",
    "same",
    "main",
    "new",
    "local",
    "duty",
    "whole",
    "call",
    "ring",
    "phone",
    "contact",
    "telephone",
    "us",
    "on",
    "with",
    "to",
    "of",
    "and",
    "by",
    "for",
    "from",
    "please",
    "or",
];

fn look(site: &Site, report: &mut Sink<'_>) {
    let mut known: BTreeMap<String, (String, String, Span)> = BTreeMap::new();
    for page in site.pages.iter().filter(|page| page.lang.primary() == "en") {
        for plain in raw::paragraphs(page.file, report.text(page.file), rings) {
            for (name, number, span) in named(&plain) {
                match known.get(&name.to_lowercase()) {
                    Some((_, other, first)) if dialled(other) != dialled(&number) && same_kind(other, &number) => {
                        let place = report.place(*first);
                        let message = format!("{name} is to be called on `{number}` here, and on `{other}` {place}");
                        let help = "ring both, and keep the right one once, in `content/_data/contacts.yaml`";
                        report.push(report.finding(span, message, help).with_label(*first, format!("`{other}`")));
                    }
                    Some(_) => {}
                    None => _ = known.insert(name.to_lowercase(), (name, number, span)),
                }
            }
        }
    }
}

/// Returns whether two numbers are of one kind: a mobile or a free number beside one of a place is another way to ring.
fn same_kind(one: &str, other: &str) -> bool {
    let mobile = |number: &str| dialled(number).starts_with("07");
    let free = |number: &str| dialled(number).starts_with("080");
    mobile(one) == mobile(other) && free(one) == free(other)
}

/// Words in a table that tell of a second way to ring, so that its numbers are not all of one kind.
const OTHER_COLUMNS: &[&str] =
    &["textphone", "text", "sms", "fax", "mobile", "minicom", "urgent", "night", "evening", "evenings", "weekend"];

/// Returns whether a number follows the word "on" or "is", a colon, a bracket or the edge of a cell, with or without marks of Markdown between. Few
/// texts have that.
fn rings(text: &str) -> bool {
    memchr::memchr2_iter(b'0', b'+', text.as_bytes()).any(|at| {
        let bare = text[..at].trim_end_matches(['*', '[', ' ', '\u{a0}']);
        let digit = text[at + 1..].starts_with(|c: char| c.is_ascii_digit() || c == ' ');
        digit && (bare.ends_with([':', '(', '|']) || bare.ends_with(" on") || bare.ends_with(" is"))
    })
}

/// What stands between a service and its number: "the team can be reached by phone on", "the number of the team is".
const BETWEEN: &[&str] = &[
    "can",
    "be",
    "reached",
    "contacted",
    "called",
    "rung",
    "is",
    "are",
    "answers",
    "available",
    "by",
    "phone",
    "telephone",
    "directly",
    "free",
    "now",
    "today",
    "tel",
    "number",
    "line's",
    "call",
    "ring",
];

/// Words of a name that nearly every place has one of: the main reception, the general enquiries line.
const COMMON: &[&str] = &[
    "main",
    "general",
    "customer",
    "reception",
    "enquiries",
    "enquiry",
    "free",
    "24-hour",
    "local",
    "head",
    "office",
    "emergency",
    "contact",
    "telephone",
    "phone",
    "booking",
    "bookings",
    "information",
    "advice",
    "support",
    "more",
    "opening",
    "hours",
    "switchboard",
    "new",
    "helpline",
    "hotline",
    "line",
    "freephone",
    "duty",
];

/// Returns each name with the number that follows it, as in "Call Hertfordshire Beacon on 0300 011 5555".
fn named(plain: &Plain) -> Vec<(String, String, Span)> {
    let run = plain.run();
    let passage = Passage::read(&run, Role::Paragraph);
    let mut found = Vec::new();
    for at in passage.numbers() {
        let at = at.clone();
        let number = &passage.text[at.clone()];
        let Some(i) = passage.word_at(at.start) else { continue };
        let Some(sentence) = passage.sentences.get(passage.words[i].sentence) else { continue };
        if dialled(number).len() < WHOLE || i == 0 || passage.words[i].quoted {
            continue;
        }
        // "Name on number" has one word between, "Name: number" and "Name (number)" have none.
        let gap = passage.gap_before(i);
        let row = gap == " | ";
        let labelled = gap.trim_end() == ":" || gap == " (" || row;
        let on = passage.lower_before(i) == "on";
        let is = passage.lower_before(i) == "is";
        let Some(end) = (if labelled { Some(i - 1) } else { i.checked_sub(2).filter(|_| on || is) }) else { continue };
        let close = |at: usize| at > sentence.start && matches!(passage.gap(at - 1), " " | "\u{2019}s ");
        let mut last = end;
        while BETWEEN.contains(&passage.lower(last)) && close(last) {
            last -= 1;
        }
        let Some(first) = service(&passage, sentence.start, last, on || labelled) else { continue };
        // The service is named in the first cell of its row.
        let leads = |at: usize| passage.gap_before(at).matches('|').count() > 1 || at == 0;
        if row && (!leads(first) || other_columns(&passage)) {
            continue;
        }
        let name = passage.text[passage.range(first, last)].to_string();
        let name = of_it(&name).to_string();
        let other = (i.saturating_sub(8).max(sentence.start)..i).any(|at| OTHER_WAYS.contains(&passage.lower(at)));
        if !other {
            found.push((name, number.to_string(), plain.span(at)));
        }
    }
    found
}

/// Returns whether a table has numbers of several kinds.
fn other_columns(passage: &Passage) -> bool {
    (0..passage.words.len()).any(|at| OTHER_COLUMNS.contains(&passage.lower(at)))
}

/// Returns a name without the ending of "the team's number".
fn of_it(name: &str) -> &str {
    name.strip_suffix("\u{2019}s").or_else(|| name.strip_suffix("'s")).unwrap_or(name)
}

/// Returns the first word of a service's name, given its last: of capitals, as "Sensory Team", or of what it does.
fn service(passage: &Passage, start: usize, last: usize, by_name: bool) -> Option<usize> {
    let capital = |at: usize| passage.word(at).starts_with(char::is_uppercase) && !passage.words[at].has(Sign::Digit);
    // What a name starts with has a capital, and is no first word of a sentence such as "Call".
    let mut first = None;
    for at in (start..=last).rev() {
        let opens = at == start || passage.gap(at - 1) != " ";
        let verb = VAGUE.contains(&passage.lower(at));
        if !capital(at) || verb {
            break;
        }
        first = Some(at);
        if opens {
            break;
        }
    }
    let own = |first: &usize| {
        *first < last
            && (*first..=last).any(|at| !COMMON.contains(&passage.lower(at)) && !HEADS.contains(&passage.lower(at)))
    };
    first.filter(|first| by_name && own(first)).or_else(|| described(passage, start, last))
}

/// Returns the first word of what a service is called that has no name of its own, given its last: "the customer service team".
fn described(passage: &Passage, start: usize, last: usize) -> Option<usize> {
    let head = passage.lower(last);
    HEADS.contains(&of_it(head)).then_some(())?;
    let own = |at: &usize| !VAGUE.contains(&passage.lower(*at)) && passage.gap(*at) == " ";
    let first = (start..last).rev().take_while(own).last()?;
    let known = (first..last).any(|at| !COMMON.contains(&passage.lower(at)) && !HEADS.contains(&passage.lower(at)));
    (last - first < 5 && (known || passage.lower(last) == "services")).then_some(first)
}
