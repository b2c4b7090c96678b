//! Opening hours of one service that differ from page to page.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use crate::check::dates::{MONTHS, WEEKDAYS};
use crate::check::raw::{self, Plain};
use crate::check::{Look, Passage, Role, Rule, Sink, weekdays};
use crate::diag::Span;
use crate::diag::{FindingKind, Severity};
use crate::model::Site;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A118",
        name: "hours-differ",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("hours_differ.md"),
    },
    look: Look::Site(look),
};

/// Hours as a page gives them: of what, on which days, and from when to when.
struct Hours {
    of: String,
    days: Vec<&'static str>,
    times: Vec<String>,
    span: Span,
    written: String,
    /// Where they stand, in words.
    place: String,
    /// The days of a range such as "Tuesday to Friday", from Monday as 0; none where single days are named, or none.
    span_of_days: Vec<usize>,
    days_written: String,
}

/// Returns whether two ranges of days overlap and are not the same.
fn clash(one: &[usize], other: &[usize]) -> bool {
    one != other && one.iter().any(|day| other.contains(day))
}

/// Returns the days of a range in words of lower case, and how it is written: "tuesday to friday", "every day".
fn range_of_days(said: &[String]) -> (Vec<usize>, String) {
    let day = |word: &String| {
        let word = word.strip_suffix('s').unwrap_or(word);
        WEEKDAYS.iter().position(|day| *day == word)
    };
    let mut ranges = said.windows(3).filter_map(|words| match words {
        [first, to, last] if matches!(to.as_str(), "to" | "until" | "till") => Some((day(first)?, day(last)?)),
        _ => None,
    });
    let named = said.iter().filter(|word| day(word).is_some()).count();
    if let (Some((first, last)), None, 2) = (ranges.next(), ranges.next(), named) {
        let days = (0..7)
            .filter(|day| if first <= last { (first..=last).contains(day) } else { *day >= first || *day <= last });
        return (days.collect(), format!("{} to {}", weekdays::name(first), weekdays::name(last)));
    }
    let every = said.windows(2).any(|pair| matches!(pair, [every, day] if every == "every" && day == "day"));
    match (every || said.iter().any(|word| word == "daily"), said.iter().any(|word| word == "weekdays")) {
        (true, _) if named == 0 => ((0..7).collect(), "every day".to_string()),
        (_, true) if named == 0 => ((0..5).collect(), "weekdays".to_string()),
        _ => (Vec::new(), String::new()),
    }
}

fn look(site: &Site, report: &mut Sink<'_>) {
    let mut known: BTreeMap<(String, Vec<&'static str>), Hours> = BTreeMap::new();
    for contact in site.contacts.values() {
        let said = format!(
            "{} is open {}",
            contact.name.in_lang(&site.about.language),
            contact.hours.in_lang(&site.about.language)
        );
        let place = format!("in the contact `{}`", contact.key);
        if let Some(hours) = hours(&said, contact.span, place) {
            known.entry((hours.of.clone(), hours.days.clone())).or_insert(hours);
        }
    }
    let names: BTreeSet<String> = known.keys().map(|(of, _)| of.clone()).collect();
    for page in site.pages.iter().filter(|page| page.lang.primary() == "en") {
        for plain in raw::paragraphs(page.file, report.text(page.file), opens) {
            for (sentence, span) in sentences(&plain) {
                let Some(mut hours) = hours(&sentence, span, report.place(span)) else { continue };
                // "Our reading room at Ashcombe Archives" has the hours of the archives.
                if let Some((_, name)) = hours.of.rsplit_once(" at ").filter(|(_, name)| names.contains(*name)) {
                    hours.of = name.to_string();
                }
                let key = (hours.of.clone(), hours.days.clone());
                // Hours without a day are those of all days, where only one set is known.
                let mut of_all =
                    known.range((hours.of.clone(), Vec::new())..).take_while(|((of, _), _)| *of == hours.of);
                let only = of_all.next().filter(|_| hours.days.is_empty() && of_all.next().is_none());
                let only = only.map(|(_, other)| other);
                let told = known.get(&key).or(only);
                let of_service =
                    || known.range((hours.of.clone(), Vec::new())..).take_while(|((of, _), _)| *of == hours.of);
                // Ranges of days that overlap and are not the same cannot both hold.
                if told.is_none_or(|other| clash(&other.span_of_days, &hours.span_of_days))
                    && let Some((_, other)) =
                        of_service().find(|(_, other)| clash(&other.span_of_days, &hours.span_of_days))
                {
                    let message = format!(
                        "the days of {} are `{}` here, and `{}` {}",
                        hours.of, hours.days_written, other.days_written, other.place
                    );
                    let help = "find out which are right, and keep them once, in `content/_data/contacts.yaml`";
                    report.push(report.finding(hours.span, message, help).with_label(other.span, "the other days"));
                    continue;
                }
                match told {
                    Some(other) if other.times != hours.times => {
                        let message = format!(
                            "the hours of {} are `{}` here, and `{}` {}",
                            hours.of, hours.written, other.written, other.place
                        );
                        let help = "find out which are right, and keep them once, in `content/_data/contacts.yaml`";
                        report
                            .push(report.finding(hours.span, message, help).with_label(other.span, "the other hours"));
                    }
                    Some(_) => {}
                    None => _ = known.insert(key, hours),
                }
            }
        }
    }
}

/// What is said of a place or a line that has hours.
const VERBS: &[&str] = &[
    " is open",
    " are open",
    " opens",
    " answers the phone",
    " answers calls",
    " answer the phone",
    " answer calls",
    " takes calls",
    " take calls",
    " answers its phone",
];

/// How a sentence starts that asks to ring somebody.
const CALLS: &[&str] = &[
    "call ",
    "ring ",
    "phone ",
    "telephone ",
    "contact ",
    "you can visit ",
    "you can ring ",
    "you can call ",
    "visit ",
    "come to ",
];

/// Returns whether a text speaks of hours. Few do, and the rest need not be looked through.
fn opens(text: &str) -> bool {
    let has = |words: &str| memmem::find(text.as_bytes(), words.as_bytes()).is_some();
    has(" open")
        || has(" answer")
        || has(" calls")
        || has(" between ")
        || has("day from ")
        || has("day, 9")
        || has("day, 1")
        || has("day to ")
}

fn sentences(plain: &Plain) -> Vec<(String, Span)> {
    let run = plain.run();
    let passage = Passage::read(&run, Role::Paragraph);
    let of = |sentence: &std::ops::Range<usize>| {
        let range = passage.range(sentence.start, sentence.end - 1);
        (passage.text[range.clone()].to_string(), plain.span(range))
    };
    passage.sentences.iter().map(of).collect()
}

/// Returns the hours of a sentence such as "The office is open from 9am to 5pm, Monday to Friday".
fn hours(sentence: &str, span: Span, place: String) -> Option<Hours> {
    let lower = sentence.to_lowercase();
    let found = |verb: &str| lower.find(verb).map(|at| (at, at + verb.len()));
    // "Ring the office between 9am and 5pm" gives its hours as "The office is open" does.
    let rung = CALLS.iter().find_map(|call| lower.trim_start().strip_prefix(call)).and_then(|rest| {
        let start = lower.len() - rest.len();
        ["between ", "from ", " on monday", " on tuesday", " on wednesday", " on thursday", " on friday"]
            .iter()
            .find_map(|word| rest.find(word).map(|at| (start, start + at)))
    });
    // "Ashcombe Archives: Tuesday to Friday, 10am to 5pm".
    let colon = || {
        let at = lower.find(": ")?;
        let days = lower.get(at + 2..)?;
        WEEKDAYS.iter().any(|day| days.starts_with(day)).then_some((at, at + 2))
    };
    let (start, verb) = match VERBS.iter().find_map(|verb| found(verb)) {
        Some(verb) => (0, verb),
        None => rung.map(|(start, end)| (start, (end, end))).or_else(|| colon().map(|verb| (0, verb)))?,
    };
    let of = lower[start..verb.0].trim_start_matches(|c: char| !c.is_alphanumeric());
    // "Ring the office on 01632 960100 between".
    let of = if start > 0 { of.split(" on ").next().unwrap_or(of) } else { of };
    let of = ["the ", "our "].iter().find_map(|article| of.strip_prefix(article)).unwrap_or(of).trim();
    // "We are open" is of the page's own place, and so is "it is open".
    if of.is_empty()
        || of.contains(',')
        || of.split(' ').count() > 5
        || matches!(
            of,
            "we" | "it" | "they" | "you" | "line" | "lines" | "this" | "which" | "who" | "that" | "office" | "there"
        )
    {
        return None;
    }
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_string();
    let said: Vec<String> = lower[verb.1..].split_whitespace().map(bare).collect();
    let times: Vec<String> = said.iter().filter(|word| is_time(word)).cloned().collect();
    let days: Vec<&'static str> = said
        .iter()
        .filter_map(|word| WEEKDAYS.iter().find(|day| *day == word || word.strip_suffix('s') == Some(**day)).copied())
        .collect();
    let (span_of_days, days_written) = range_of_days(&said);
    // The hours of one day, or of a season, are not those of other days.
    let apart = |word: &String| {
        matches!(word.as_str(), "christmas" | "easter" | "bank" | "holiday" | "holidays" | "summer" | "winter")
    };
    let dated = said.windows(2).any(|pair| match pair {
        [day, month] => {
            month_named(month) && day.starts_with(|c: char| c.is_ascii_digit()) || month_named(day) && day != "may"
        }
        _ => false,
    });
    (times.len() == 2 && !dated && !said.iter().any(apart)).then(|| Hours {
        of: of.to_string(),
        days,
        written: times.join(" to "),
        times,
        span,
        place,
        span_of_days,
        days_written,
    })
}

/// Returns whether a word in lower case is a month's name.
fn month_named(word: &str) -> bool {
    MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word))
}

fn is_time(word: &str) -> bool {
    let bare = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
    matches!(word, "midday" | "midnight")
        || bare.is_some_and(|digits| {
            !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.'))
        })
}
