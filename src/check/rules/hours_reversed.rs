//! Hours that end before they begin: "9am to 5am".

use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A109",
        name: "hours-reversed",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("hours_reversed.md"),
    },
    look: Look::Body(look),
};

/// Until when an evening may go on, in minutes after midnight.
const LATEST: u32 = 4 * 60;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in passage.with(Sign::Digit) {
            let Some((last, from, to)) = hours(passage, i) else { continue };
            // A night service goes from the evening to the morning, and a time before itself is the next day's.
            let half = |minutes: u32| minutes / 720;
            // Bars, trains and nights out go on until 3 or 4 in the morning.
            let late = half(to) == 0 && to < LATEST;
            if from > to && half(from) == half(to) && !late && !passage.words[i].quoted {
                let range = passage.range(i, last);
                let message = format!("`{}` ends before it begins", &passage.text[range.clone()]);
                report.add(passage.span(range), message, "look at `am` and `pm`, and mend the one that is wrong");
            }
        }
    }
}

/// Returns the last word, the beginning and the end, in minutes, of the hours that start at a word.
fn hours(passage: &Passage, i: usize) -> Option<(usize, u32, u32)> {
    if let Some((from, to)) = passage.lower(i).split_once(['-', '\u{2013}']) {
        return Some((i, minutes(from)?, minutes(to)?));
    }
    let (from, at) = read(passage, i)?;
    let dash = matches!(passage.gap(at).trim(), "-" | "\u{2013}" | "\u{2014}");
    let to = matches!(passage.lower_after(at), "to" | "until" | "till").then_some(at + 2);
    let (to, last) = read(passage, if dash { at + 1 } else { to? })?;
    Some((last, from, to))
}

/// Returns the time at a word, in minutes, and its last word: "9am" is one word, "9 am" two.
fn read(passage: &Passage, i: usize) -> Option<(u32, usize)> {
    let word = passage.lower(i);
    match passage.lower_after(i) {
        half @ ("am" | "pm" | "a.m" | "p.m") => Some((minutes(&format!("{word}{}", half.replace('.', "")))?, i + 1)),
        _ => Some((minutes(word)?, i)),
    }
}

/// Returns the minutes after midnight of a time such as `9am`, `5.30pm` or `17:00`.
fn minutes(word: &str) -> Option<u32> {
    let word = word.replace("a.m", "am").replace("p.m", "pm");
    let half = ["am", "pm"].into_iter().find(|half| word.ends_with(half));
    let clock = half.map_or(word.as_str(), |half| word.trim_end_matches(half));
    let (hour, minute) = match clock.split_once([':', '.']) {
        Some((hour, minute)) => (hour.parse::<u32>().ok()?, minute.parse::<u32>().ok().filter(|_| minute.len() == 2)?),
        None => (clock.parse::<u32>().ok().filter(|_| half.is_some())?, 0),
    };
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + if half == "pm" { 12 } else { 0 },
        None if hour < 24 => hour,
        Some(_) | None => return None,
    };
    (minute < 60).then_some(hour * 60 + minute)
}
