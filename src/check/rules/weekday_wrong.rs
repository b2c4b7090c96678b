//! Dates whose day of the week is another.

use crate::check::dates::{self, Written};
use crate::check::{Body, Known, Look, Passage, Rule, Sink, weekdays};
use crate::diag::{FindingKind, Severity};

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

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        let dates = dates::of(passage);
        for (at, date) in dates.iter().enumerate() {
            if passage.words[date.first].quoted {
                continue;
            }
            let Some((first, weekday)) = weekdays::before(passage, date) else { continue };
            let Some(day) = date.on_calendar(year(passage, date, &dates[at..])) else { continue };
            let right = weekdays::of(day);
            if right == weekday {
                continue;
            }
            let range = passage.range(first, date.last);
            let said = &passage.text[passage.range(date.first, date.last)];
            let year = if date.year.is_none() { format!(" {}", day.year()) } else { String::new() };
            let message = format!("{said}{year} is a {}, not a {}", weekdays::name(right), weekdays::name(weekday));
            let help = "look up which of the two is meant, and mend the day of the week or the date";
            report.add(passage.span(range), message, help);
        }
    }
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
