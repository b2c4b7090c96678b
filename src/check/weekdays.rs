//! Days of the week beside dates, for the rules that compare them with the calendar.

use super::dates::{WEEKDAYS, Written};
use super::phrases::capitalised;
use super::text::Passage;
use crate::model::Date;

/// Short forms of the days' names, from Monday.
const SHORT: [&[&str]; 7] =
    [&["mon"], &["tue", "tues"], &["wed", "weds"], &["thu", "thur", "thurs"], &["fri"], &["sat"], &["sun"]];

/// Returns the first word and the number, from Monday, of the day of the week that stands before a date.
pub fn before(passage: &Passage, date: &Written) -> Option<(usize, usize)> {
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

/// Returns the number of a day in its week, from Monday. 1 January of the year 1 was a Monday in the Gregorian calendar.
pub fn of(day: Date) -> usize {
    usize::try_from(day.ordinal() % 7).unwrap_or(0)
}

/// Returns the name of a day of the week, given its number from Monday.
pub fn name(weekday: usize) -> String {
    WEEKDAYS.get(weekday).map_or(String::new(), |name| capitalised(name))
}
