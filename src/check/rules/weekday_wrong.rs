//! Dates whose day of the week is another.

use crate::check::dates::{self, WEEKDAYS, Written};
use crate::check::phrases::capitalised;
use crate::check::{Body, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Date;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A106",
        name: "weekday-wrong",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("weekday_wrong.md"),
    },
    look: Look::Body(look),
};

/// Short forms of the days' names, from Monday.
const SHORT: [&[&str]; 7] =
    [&["mon"], &["tue", "tues"], &["wed", "weds"], &["thu", "thur", "thurs"], &["fri"], &["sat"], &["sun"]];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        let dates = dates::of(passage);
        for (at, date) in dates.iter().enumerate() {
            if passage.words[date.first].quoted {
                continue;
            }
            let Some((first, weekday)) = weekday(passage, date) else { continue };
            let Some(day) = date.on_calendar(year(passage, date, &dates[at..])) else { continue };
            let right = day_of_week(day);
            if right == weekday {
                continue;
            }
            let range = passage.range(first, date.last);
            let said = &passage.text[passage.range(date.first, date.last)];
            let year = if date.year.is_none() { format!(" {}", day.year()) } else { String::new() };
            let message = format!("{said}{year} is a {}, not a {}", name(right), name(weekday));
            let help = "look up which of the two is meant, and mend the day of the week or the date";
            report.add(passage.span(range), message, help);
        }
    }
}

/// Returns the first word and the number, from Monday, of the day of the week that stands before a date.
fn weekday(passage: &Passage, date: &Written) -> Option<(usize, usize)> {
    let before = date.first.checked_sub(1)?;
    let the = passage.lower(before) == "the" && passage.gap(before) == " ";
    let at = if the { before.checked_sub(1)? } else { before };
    let close = matches!(passage.gap(at), " " | ", " | ",\u{a0}" | "\u{a0}");
    let word = passage.lower(at);
    let short =
        SHORT.iter().position(|short| short.contains(&word) && passage.word(at).starts_with(char::is_uppercase));
    let number = WEEKDAYS.iter().position(|full| *full == word).or(short)?;
    close.then_some((at, number))
}

/// Returns the year of a date: its own, or that of the date that it leads to, as in "Friday 12 to Sunday 14 June 2027".
fn year(passage: &Passage, date: &Written, from: &[Written]) -> Option<u32> {
    let sentence = passage.words[date.first].sentence;
    let mut before = date.month;
    for later in from {
        if passage.words[later.first].sentence != sentence || later.month < before {
            return None;
        }
        if let Some(year) = later.year {
            return Some(year);
        }
        before = later.month;
    }
    None
}

/// Returns the number of a day in its week, from Monday. 1 January of the year 1 was a Monday in the Gregorian calendar.
fn day_of_week(day: Date) -> usize {
    usize::try_from(day.ordinal() % 7).unwrap_or(0)
}

fn name(weekday: usize) -> String {
    WEEKDAYS.get(weekday).map_or(String::new(), |name| capitalised(name))
}
