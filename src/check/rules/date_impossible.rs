//! Dates that no calendar has.

use crate::check::dates::{self, MONTHS};
use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::days_in;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A107",
        name: "date-impossible",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("date_impossible.md"),
    },
    look: Look::Body(look),
};

/// A leap year, for dates that say no year.
const LEAP: u16 = 2028;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for date in dates::of(passage) {
            let longest = longest(date.month);
            let leap = date.day == 29 && date.month == 1 && date.year.is_some() && date.on_calendar(None).is_none();
            if (date.day > longest || leap) && !passage.words[date.first].quoted {
                let written = &passage.text[passage.range(date.first, date.last)];
                let month = MONTHS.get(date.month).copied().unwrap_or_default();
                let days = if leap { 28 } else { longest };
                let year = date.year.filter(|_| leap).map_or(String::new(), |year| format!(" {year}"));
                let message = format!("there is no `{written}`: {month}{year} has {days} days");
                report.add(passage.span(passage.range(date.first, date.last)), message, "write the right day");
            }
        }
        for i in passage.with(Sign::Digit) {
            over(passage, i, report);
            time(passage, i, report);
        }
    }
}

/// Reports an hour that no clock shows: "7:65pm".
fn time(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let word = passage.lower(i);
    let Some(bare) = word.strip_suffix("am").or_else(|| word.strip_suffix("pm")) else { return };
    let Some((hour, minute)) = bare.split_once([':', '.']) else { return };
    let number = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() < 3);
    if let (Some(hour), Some(minute)) = (number(hour), number(minute))
        && (1..=12).contains(&hour)
        && (60..=99).contains(&minute)
        && !passage.words[i].quoted
    {
        let range = passage.range(i, i);
        let message = format!("there is no `{}`: an hour has 60 minutes", &passage.text[range.clone()]);
        report.add(passage.span(range), message, "write the right time");
    }
}

/// Reports a day over 31 that stands before a month and a year, which is no date to [`dates::of`].
fn over(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let digits = passage.lower(i).trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let day = digits.parse::<u32>().ok().filter(|day| digits.len() == 2 && (32..=99).contains(day));
    let month = dates::month(passage.word(i + 1)).filter(|_| passage.gap(i) == " ");
    let year = dates::year(passage.word(i + 2)).filter(|_| passage.gap(i + 1) == " ");
    if let (Some(_), Some(month), Some(_)) = (day, month, year)
        && !passage.words[i].quoted
    {
        let range = passage.range(i, i + 2);
        let month_name = MONTHS.get(month).copied().unwrap_or_default();
        let days = longest(month);
        let message = format!("there is no `{}`: {month_name} has {days} days", &passage.text[range.clone()]);
        report.add(passage.span(range), message, "write the right day");
    }
}

/// Returns the most days that a month has, given its number from 0.
fn longest(month: usize) -> u32 {
    u8::try_from(month).map_or(31, |month| u32::from(days_in(LEAP, month + 1)))
}
