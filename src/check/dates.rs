//! Dates and times as authors write them in running text, for the rules that look at them.

use super::chars::Chars;
pub use super::found::Written;
use super::split::Sign;
use super::text::Passage;
pub use crate::model::MONTHS;

/// The days' names, in lower case.
pub const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Returns every day with its month, looked for once.
pub fn of<'p>(passage: &'p Passage<'_>) -> &'p [Written] {
    passage.dates.get_or_init(|| find(passage))
}

/// Returns every day with its month, such as "26 February", "26th of February" or "February 26, 2021".
fn find(passage: &Passage) -> Vec<Written> {
    let mut found = Vec::new();
    if !passage.chars.any(Chars::DIGITS) {
        return found;
    }
    for i in 0..passage.words.len() {
        let Some(month) = month(passage.word(i)) else { continue };
        let of = i > 1 && passage.lower_before(i) == "of";
        let before = if of { i - 2 } else { i.wrapping_sub(1) };
        let spaced = i > 0 && passage.gap(before) == " ";
        let (first, last, (day, ordinal)) = match day(if spaced { passage.word(before) } else { "" }) {
            Some(day) if !of || day.1 => (before, i, day),
            _ => match day(passage.word(i + 1)) {
                Some(day) if passage.gap(i) == " " => (i, i + 1, day),
                _ => continue,
            },
        };
        let year = year(passage.word(last + 1)).filter(|_| matches!(passage.gap(last), " " | ", "));
        let last = last + usize::from(year.is_some());
        found.push(Written { first, last, day, month, year, ordinal });
    }
    found
}

/// Returns whether the words before a date make it a deadline.
pub fn is_deadline(passage: &Passage, date: &Written) -> bool {
    let (start, date) = (passage.sentences[passage.words[date.first].sentence].start, date.first);
    let mut at = date;
    while at > start {
        at -= 1;
        match passage.lower(at) {
            "by" | "before" | "until" | "deadline" | "closes" | "closing" | "than" => return true,
            // Applications close; a shop that does has no deadline.
            "close" | "shut" | "shuts" | "end" | "ends" | "finish" | "finishes" if is_asked_for(passage, at, start) => {
                return true;
            }
            // "the deadline for forms is 26 February", "closes at 5pm on Friday 26 February".
            "is" | "on" | "at" | "the" | "date" | "of" | "noon" | "midday" | "midnight" | "latest" | "end" | "day" => {}
            word if WEEKDAYS.contains(&word) || is_time(word) => {}
            _ => break,
        }
    }
    // "Closes on 24 December and opens on 2 January" has one deadline, the first date.
    let said = (start..date).rfind(|i| matches!(passage.lower(*i), "deadline" | "closes"));
    let said = said.or_else(|| last_day(passage, start..date));
    said.is_some_and(|said| (said..date).all(|i| month(passage.word(i)).is_none()))
        && passage.lower_before(date) != "from"
}

/// What people are asked to send or to take part in, and what is over at its end.
const ASKED_FOR: &[&str] = &[
    "applications",
    "application",
    "nominations",
    "entries",
    "bookings",
    "booking",
    "submissions",
    "bids",
    "registration",
    "registrations",
    "voting",
    "ballot",
    "poll",
    "polls",
    "survey",
    "consultation",
    "tenders",
    "requests",
    "competition",
    "bidding",
    "orders",
    "responses",
    "comments",
    "enrolment",
    "admissions",
    "objections",
    "claims",
    "offer",
];

/// Returns whether the subject of a verb is something that people are asked for: "nominations close", "the ballot now ends".
fn is_asked_for(passage: &Passage, verb: usize, start: usize) -> bool {
    let helps = |at: usize| matches!(passage.lower(at), "will" | "now" | "then" | "must" | "all");
    let subject = (start..verb).rev().find(|at| !helps(*at));
    subject.is_some_and(|at| ASKED_FOR.contains(&passage.lower(at)))
}

/// Returns where words start that name the last day for something: "the last moment to hand in your form is".
fn last_day(passage: &Passage, before: std::ops::Range<usize>) -> Option<usize> {
    before.rev().find(|i| {
        let day = matches!(passage.lower(*i + 1), "day" | "date" | "moment" | "chance" | "time" | "opportunity");
        matches!(passage.lower(*i), "last" | "final" | "latest")
            && day
            && matches!(passage.lower_after(*i + 1), "to" | "for" | "on" | "by")
    })
}

/// Returns a month's number from 0, from its name or its first letters.
pub fn month(word: &str) -> Option<usize> {
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let whole = MONTHS.iter().position(|month| *month == word);
    whole.or_else(|| short.iter().position(|month| *month == word)).or((word == "Sept").then_some(8))
}

/// Returns a year of four digits.
pub fn year(word: &str) -> Option<u32> {
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| digits && (1800..=2199).contains(year))
}

/// Returns whether a passage says a year anywhere.
pub fn says_year(passage: &Passage) -> bool {
    passage.with(Sign::Digit).any(|i| year(passage.word(i)).is_some())
}

/// Returns whether a word in lower case is a time of day, such as "5pm" or "17:00".
pub fn is_time(word: &str) -> bool {
    if matches!(word, "midday" | "midnight" | "noon") {
        return true;
    }
    let bare = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
    let (hour, minute) = bare.unwrap_or(word).split_once([':', '.']).unwrap_or((bare.unwrap_or(""), "00"));
    minute.len() == 2
        && minute.parse().is_ok_and(|minute: u8| minute < 60)
        && hour.parse().is_ok_and(|hour: u8| hour < 25)
}

/// Returns a day of the month, and whether letters follow it.
fn day(word: &str) -> Option<(u32, bool)> {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|letters| word.strip_suffix(letters));
    let digits = bare.unwrap_or(word);
    let day = digits.parse().ok().filter(|day| digits.len() < 3 && (1..=31).contains(day))?;
    Some((day, bare.is_some()))
}
