//! Things that will happen, at a time that has passed.

use std::ops::Range;

use crate::check::{Body, Chars, Known, Look, Passage, Rule, Sign, Sink, dates};
use crate::diag::{FindingKind, Severity};
use crate::model::kinds::Details;
use crate::model::{Date, days_in};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A186",
        name: "future-passed",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("future_passed.md"),
    },
    look: Look::Body(look),
};

/// How many years back a year is one that was still to come, and not one of a story.
const RECENT: u16 = 4;

/// What happens by itself.
const HAPPENS: &[&str] = &[
    "open", "reopen", "close", "start", "begin", "finish", "end", "launch", "run", "continue", "happen", "return",
    "arrive", "move", "meet", "come", "go", "expire", "rise", "increase", "change", "take", "cost", "fall", "drop",
];

/// What somebody does with a thing that is named behind it.
const DONE: &[&str] = &[
    "publish",
    "launch",
    "introduce",
    "replace",
    "build",
    "fit",
    "install",
    "finish",
    "complete",
    "hold",
    "start",
    "begin",
    "open",
    "close",
    "reopen",
    "repair",
    "resurface",
    "review",
    "announce",
    "release",
    "plant",
    "appoint",
    "demolish",
    "refurbish",
    "roll",
];

/// How a place or a thing is when it is ready.
const READY: &[&str] = &["ready", "complete", "open", "available", "live", "closed", "free", "done", "finished", "in"];

/// Past forms that do not end in "ed".
const IRREGULAR: &[&str] = &[
    "bought", "made", "sent", "born", "taken", "held", "given", "paid", "built", "set", "written", "begun", "won",
    "cut", "put", "shut", "spent", "known", "shown", "drawn", "sold", "told", "left", "lost", "found", "begun",
    "chosen",
];

/// Words that start another clause, or say that the words are of somebody then.
const OTHER: &[&str] = &[
    "who",
    "that",
    "which",
    "if",
    "when",
    "since",
    "after",
    "before",
    "because",
    "as",
    "than",
    "said",
    "says",
    "agreed",
    "announced",
    "promised",
    "told",
    "voted",
    "decided",
    "would",
    "was",
    "were",
    "had",
    "whose",
    "where",
];

/// Words between the verb and its time that name no other thing.
const SMALL: &[&str] = &[
    "again",
    "up",
    "down",
    "fully",
    "to",
    "the",
    "public",
    "its",
    "doors",
    "work",
    "building",
    "construction",
    "here",
    "live",
    "into",
    "force",
    "effect",
    "place",
    "on",
    "site",
    "first",
    "out",
    "back",
    "ahead",
    "only",
    "soon",
    "there",
    "for",
    "visitors",
    "customers",
    "all",
    "not",
];

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let today = site.today();
    // What is a record of its day says what was to come then.
    let record = body.page.and_then(|page| {
        let dated = matches!(
            page.meta.details,
            Details::News(_)
                | Details::Report(_)
                | Details::Strategy(_)
                | Details::Notice(_)
                | Details::CaseStudy(_)
                | Details::Event(_)
        );
        page.meta.published.filter(|_| dated).map(|published| published.date)
    });
    for passage in body.english_with(Chars::DIGITS).filter(|passage| passage.is_prose()) {
        for i in passage.with(Sign::Digit) {
            let Some(time) = time(passage, i, today) else { continue };
            if record.is_some_and(|day| day < time.end) || passage.words[i].quoted {
                continue;
            }
            let sentence = passage.sentences.get(passage.words[i].sentence).cloned().unwrap_or_default();
            if other_time(passage, &sentence, i, today) {
                continue;
            }
            let found = after_verb(passage, &sentence, &time).map(|first| (first, i));
            if let Some((first, last)) = found.or_else(|| before_verb(passage, &sentence, &time, i)) {
                let range = passage.range(first, last);
                let message = format!("`{}` is of a time that has passed", &passage.text[range.clone()]);
                let help = "say what happened, in the past, or write the time that holds now";
                report.add(passage.span(range), message, help);
            }
        }
    }
}

/// A time of which the year is said.
struct Time {
    /// The word before it: "in", "on", "by", "from".
    lead: usize,
    /// Its last day.
    end: Date,
}

/// Returns the time that ends with a year, where it has passed and is not long past: "in spring 2025", "on 1 April 2026".
fn time(passage: &Passage, i: usize, today: Date) -> Option<Time> {
    let year = u16::try_from(dates::year(passage.word(i))?).ok()?;
    if year > today.year() || year + RECENT <= today.year() || passage.gap(i).starts_with(['/', '-', '\u{2013}', '%']) {
        return None;
    }
    // "In 2024 to 2025" and "in 2024 prices".
    if matches!(passage.lower_after(i), "to" | "prices" | "money" | "and" | "or" | "until") {
        return None;
    }
    let mut first = i;
    let before = |first: usize| if first > 0 && passage.gap(first - 1) == " " { passage.lower(first - 1) } else { "" };
    let last_day = |month: u8| Date::new(year, month, days_in(year, month));
    let mut end = Date::new(year, 12, 31)?;
    if let Some(month) =
        i.checked_sub(1).and_then(|at| dates::month(passage.word(at))).filter(|_| !before(i).is_empty())
    {
        first = i - 1;
        let month = u8::try_from(month).ok()? + 1;
        end = last_day(month)?;
        let day = before(first).trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u8>();
        if let Some(day) = day.ok().and_then(|day| Date::new(year, month, day)) {
            end = day;
            first -= 1;
        }
    } else if let Some(month) = match before(i) {
        "spring" => Some(5),
        "summer" => Some(8),
        "autumn" => Some(11),
        _ => None,
    } {
        first = i - 1;
        end = last_day(month)?;
    } else if before(i) == "winter" {
        first = i - 1;
        end = Date::new(year + 1, 2, 28)?;
    }
    while matches!(
        before(first),
        "the"
            | "end"
            | "of"
            | "start"
            | "beginning"
            | "early"
            | "mid"
            | "late"
            | "around"
            | "about"
            | "middle"
            | "later"
    ) || dates::WEEKDAYS.contains(&before(first))
    {
        first -= 1;
    }
    // The start of a year is over by May, the middle by September.
    let part = |words: &[&str]| (first..i).any(|at| words.contains(&passage.lower(at)));
    if end == Date::new(year, 12, 31)? && part(&["early", "start", "beginning"]) {
        end = last_day(4)?;
    } else if end == Date::new(year, 12, 31)? && part(&["mid", "middle"]) {
        end = last_day(8)?;
    }
    let lead = first.checked_sub(1)?;
    let led = matches!(before(first), "in" | "on" | "by" | "from" | "during" | "until" | "till");
    (led && end < today).then_some(Time { lead, end })
}

/// Returns whether a sentence tells of another year too, or tells what was said then.
fn other_time(passage: &Passage, sentence: &Range<usize>, year: usize, today: Date) -> bool {
    sentence.clone().any(|at| {
        let later = at != year && dates::year(passage.word(at)).is_some_and(|year| year >= u32::from(today.year()));
        later || matches!(passage.lower(at), "said" | "says" | "agreed" | "announced" | "promised" | "would" | "voted")
    })
}

/// Returns the first word of what is to happen at a time: "will open in", "is due to finish by".
fn after_verb(passage: &Passage, sentence: &Range<usize>, time: &Time) -> Option<usize> {
    let from = sentence.start.max(time.lead.saturating_sub(8));
    let (first, verb) = (from..time.lead).rev().find_map(|at| to_come(passage, at).map(|verb| (at, verb)))?;
    if verb >= time.lead {
        return None;
    }
    let between = verb + 1..time.lead;
    let apart = (first..time.lead).any(|at| passage.gap(at) != " " || OTHER.contains(&passage.lower(at)));
    let past = |at: usize| passage.lower(at).ends_with("ed") || IRREGULAR.contains(&passage.lower(at));
    let small = |at: usize| {
        SMALL.contains(&passage.lower(at)) || passage.lower(at).ends_with("ly") || passage.words[at].has(Sign::Digit)
    };
    let happens = match passage.lower(verb) {
        "be" => {
            let state = between.start;
            let done = state < time.lead && (past(state) || READY.contains(&passage.lower(state)));
            done && between.len() < 5 && (state + 1..time.lead).all(|at| !past(at) && passage.lower(at) != "in")
        }
        word if HAPPENS.contains(&word) && between.clone().all(small) => between.len() < 5,
        word if DONE.contains(&word) => {
            let named = |at: usize| {
                !past(at)
                    && !matches!(
                        passage.lower(at),
                        "of" | "from" | "for" | "on" | "about" | "in" | "at" | "to" | "by" | "with" | "and"
                    )
            };
            between.len() < 5 && between.clone().all(named)
        }
        _ => false,
    };
    (happens && !apart).then_some(first)
}

/// Returns the verb of something to come whose first word is given: "will open", "is due to open", "we plan to open".
fn to_come(passage: &Passage, at: usize) -> Option<usize> {
    let verb = match passage.lower(at) {
        "will" => at + 1,
        "is" | "are"
            if matches!(passage.lower(at + 1), "due" | "set" | "expected" | "going" | "planned" | "scheduled")
                && passage.lower(at + 2) == "to" =>
        {
            at + 3
        }
        "plan" | "plans" | "hope" | "hopes" | "aim" | "aims" if passage.lower(at + 1) == "to" => at + 2,
        _ => return None,
    };
    let skipped = matches!(passage.lower(verb), "now" | "then" | "also" | "not" | "only" | "fully" | "finally");
    Some(verb + usize::from(skipped))
}

/// Returns the first and the last word where a time opens a sentence about something to come: "From April 2025, fees will".
fn before_verb(passage: &Passage, sentence: &Range<usize>, time: &Time, year: usize) -> Option<(usize, usize)> {
    let subject = year + 1..sentence.end.min(year + 6);
    let will = subject.clone().find(|at| passage.lower(*at) == "will")?;
    let one = (year + 1..will)
        .all(|at| passage.gap(at) == " " && !OTHER.contains(&passage.lower(at)) && !passage.lower(at).ends_with("ed"));
    let opens = time.lead == sentence.start && matches!(passage.gap(year), " " | ", ") && will > year + 1;
    (opens && one).then_some((time.lead, will + 1)).filter(|(_, last)| *last < sentence.end)
}
