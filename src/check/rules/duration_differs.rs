//! Stretches of time that are not as long as the text says.

use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink, dates, figures};
use crate::diag::{FindingKind, Severity};
use crate::model::Date;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A190",
        name: "duration-differs",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("duration_differs.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for pair in dates::of(passage).windows(2) {
            let [from, to] = pair else { continue };
            // "From Monday 11 January to Friday 12 February" has a day of the week between.
            let weekday = dates::WEEKDAYS.contains(&passage.lower(to.first.wrapping_sub(1)));
            let range = passage.words[to.first].sentence == passage.words[from.first].sentence
                && to.first == from.last + 2 + usize::from(weekday)
                && matches!(passage.lower(from.last + 1), "to" | "until" | "till" | "and");
            let start = from.on_calendar(from.year.or(to.year));
            if let (true, Some(start), Some(end)) = (range, start, to.on_calendar(None)) {
                stretch(passage, (from.first, to.last), start, end, report);
            }
        }
        for date in dates::of(passage) {
            let end = date.on_calendar(None);
            if let (Some((first, day)), Some(end)) = (first_day(passage, date), end)
                && let Some(start) = (dates::Written { day, ..date.clone() }).on_calendar(None)
            {
                stretch(passage, (first, date.last), start, end, report);
            }
        }
        weekdays(passage, report);
        passage.with(Sign::Digit).for_each(|i| hours(passage, i, report));
    }
}

/// Reports "a 2-hour class from 10am to 1pm".
fn hours(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let number = passage.lower(i).strip_suffix("-hour").and_then(figures::number);
    let Some(said) = number.filter(|said| *said < 12.0 && !passage.words[i].quoted) else { return };
    let sentence = passage.sentences.get(passage.words[i].sentence).cloned().unwrap_or_default();
    let times: Vec<(usize, f64)> = sentence.clone().filter_map(|at| Some((at, hour(passage.lower(at))?))).collect();
    let [(first, from), (last, to)] = times.as_slice() else { return };
    let joined = last - first == 2 && matches!(passage.lower(first + 1), "to" | "until" | "till" | "and");
    let loose = sentence.clone().any(|at| {
        matches!(
            passage.lower(at),
            "any"
                | "each"
                | "slot"
                | "slots"
                | "sessions"
                | "or"
                | "choose"
                | "either"
                | "every"
                | "within"
                | "during"
                | "notice"
                | "wait"
        ) || passage.lower(at) == "between"
    });
    let real = to - from;
    if joined && !loose && real > 0.0 && (real - said).abs() > 0.3 {
        let range = passage.range(i, i);
        let message =
            format!("`{}` is not `{}`", &passage.text[range.clone()], &passage.text[passage.range(*first, *last)]);
        report.add(
            passage.span(range),
            message,
            format!("that is {real} hours: mend the length, or the time that is wrong"),
        );
    }
}

/// Returns the hours since midnight that a word in lower case says, such as 13.5 for "1:30pm".
fn hour(word: &str) -> Option<f64> {
    if matches!(word, "noon" | "midday") {
        return Some(12.0);
    }
    let (bare, later) = match word.strip_suffix("am") {
        Some(bare) => (bare, 0.0),
        None => (word.strip_suffix("pm")?, 12.0),
    };
    let (hour, minute) = bare.split_once([':', '.']).unwrap_or((bare, "0"));
    let hour = hour.parse::<u8>().ok().filter(|hour| (1..=12).contains(hour))?;
    let minute = minute.parse::<u8>().ok().filter(|minute| *minute < 60)?;
    Some(f64::from(hour % 12) + later + f64::from(minute) / 60.0)
}

/// Returns the first of two days of one month, and its word: "8 to 12 February 2027", "Monday 8 to Friday 12 February 2027".
fn first_day(passage: &Passage, date: &dates::Written) -> Option<(usize, u32)> {
    let weekday = dates::WEEKDAYS.contains(&passage.lower(date.first.checked_sub(1)?));
    let joins = date.first.checked_sub(1 + usize::from(weekday))?;
    let first = joins.checked_sub(1)?;
    let day = passage.lower(first).parse().ok().filter(|day| (1..date.day).contains(day))?;
    let to = matches!(passage.lower(joins), "to" | "until" | "till");
    (to && passage.gap(first) == " " && passage.gap(joins) == " ").then_some((first, day))
}

/// The longest stretch, in days, whose days of work are counted.
const LONGEST: i64 = 150;

/// Compares a stretch between two days with the length that its sentence says.
fn stretch(passage: &Passage, (first, last): (usize, usize), start: Date, end: Date, report: &mut Sink<'_>) {
    let days = i64::from(end.ordinal()) - i64::from(start.ordinal());
    let sentence = passage.words[first].sentence;
    let Some(length) = length(passage, sentence, first).filter(|_| days > 0) else { return };
    // The first and the last day may count or not where a stretch is long, or starts at an hour; a week or less is counted by its
    // days. A stretch of weeks may end on a Friday, and a stretch of days may leave out weekends.
    let words = passage.sentences.get(sentence).cloned().unwrap_or_default();
    let timed = words.clone().any(|i| dates::is_time(passage.lower(i)) || passage.lower(i).starts_with("night"));
    // The first day of the year 1 was a Monday.
    let weekday = |day: i64| (i64::from(start.ordinal()) + day) % 7 < 5;
    let working = (0..=days.min(LONGEST)).filter(|day| weekday(*day)).count();
    let fits = if length.weeks {
        (7 * length.number - days).abs() <= 4
    } else {
        length.number == days + 1
            || length.number == i64::try_from(working).unwrap_or_default()
            || length.number == days && (days > 7 || timed)
    };
    // "From 8 to 12 February you can borrow a book for 3 weeks" is of another stretch.
    let apart = length.first > last
        && (last + 1..length.first)
            .any(|i| matches!(passage.lower(i), "you" | "we" | "they" | "can" | "and" | "must" | "will"));
    if !fits && !apart && !passage.words[length.first].quoted {
        let said = passage.range(length.first, length.last);
        let message =
            format!("`{}` is not from `{}`", &passage.text[said.clone()], &passage.text[passage.range(first, last)]);
        let help =
            format!("that is {days} days, or {} with both: mend the length, or the date that is wrong", days + 1);
        report.add(passage.span(said), message, help);
    }
}

/// Reports a number of days beside days of the week that are another number: "4 days a week, Monday to Friday".
fn weekdays(passage: &Passage, report: &mut Sink<'_>) {
    let day = |i: usize| dates::WEEKDAYS.iter().position(|day| *day == passage.lower(i));
    for i in 0..passage.words.len().saturating_sub(2) {
        let (Some(from), true, Some(to)) =
            (day(i), matches!(passage.lower(i + 1), "to" | "until" | "till"), day(i + 2))
        else {
            continue;
        };
        // A date after a day's name makes it one day of a month.
        if passage.gap(i) != " "
            || passage.gap(i + 1) != " "
            || passage.word(i + 3).starts_with(|c: char| c.is_ascii_digit())
        {
            continue;
        }
        let count = (to + 7 - from) % 7 + 1;
        let mut at = i;
        while at > 0 && matches!(passage.lower(at - 1), "from" | "week" | "a" | "per" | "every") && i - at < 4 {
            at -= 1;
        }
        let Some(days) = at.checked_sub(1).filter(|days| passage.lower(*days) == "days" && *days > 0) else { continue };
        let Some(said) = figures::number(passage.lower(days - 1)) else { continue };
        let bare = passage.gap(days - 1) == " " && passage.words[days].sentence == passage.words[i].sentence;
        let loose = days > 1
            && matches!(
                passage.lower_before(days - 1),
                "least" | "than" | "about" | "within" | "in" | "or" | "to" | "next" | "after" | "any" | "for" | "of"
            );
        #[expect(clippy::cast_precision_loss, reason = "seven at most")]
        let differs = said <= 7.0 && (said - count as f64).abs() > 0.5;
        if bare && !loose && differs && !passage.words[i].quoted {
            let range = passage.range(days - 1, days);
            let message =
                format!("`{}` is not `{}`", &passage.text[range.clone()], &passage.text[passage.range(i, i + 2)]);
            report.add(
                passage.span(range),
                message,
                format!("that is {count} days: mend the number, or the day that is wrong"),
            );
        }
    }
}

/// A stretch of time as a sentence says it.
struct Length {
    first: usize,
    last: usize,
    number: i64,
    weeks: bool,
}

/// What stands before the length of the very stretch that is told of: "for 10 days", "lasts 3 weeks", "a total of 7 days".
const TIED: &[&str] =
    &["for", "lasts", "last", "of", "runs", "takes", "over", "is", "a", "the", "this", "our", "an", "these", "your"];

/// Returns how long a sentence says that something is which lasts from a day on, in weeks or in days; nothing where it says several.
fn length(passage: &Passage, sentence: usize, from: usize) -> Option<Length> {
    let words = passage.sentences.get(sentence)?.clone();
    let mut found = words.filter_map(|i| {
        let (number, unit, last) = match passage.lower(i).split_once('-') {
            // "A 10-day closure", "a six-week course".
            Some((number, unit)) => (figures::number(number)?, unit, i),
            None => (figures::number(passage.lower(i))?, passage.lower_after(i), i + 1),
        };
        let weeks = matches!(unit, "weeks" | "week" | "week's" | "weeks'");
        let days = matches!(unit, "days" | "day" | "days'");
        if number.fract() != 0.0 || number >= 105.0 || !(weeks || days) {
            return None;
        }
        let before = i.checked_sub(1).map_or("", |at| passage.lower(at));
        // "4 days are set aside for it, from", "4 days (8 to 12 February)".
        let weekday = from > 0 && dates::WEEKDAYS.contains(&passage.lower(from - 1));
        let lead = from.saturating_sub(1 + usize::from(weekday));
        let small = |at: usize| {
            matches!(
                passage.lower(at),
                "for" | "it" | "this" | "that" | "set" | "aside" | "are" | "the" | "hearing" | "long"
            )
        };
        let leads = last < lead && lead < last + 6 && passage.lower(lead) == "from" && (last + 1..lead).all(small);
        let tied = leads
            || TIED.contains(&before)
            || passage.gap_before(i).ends_with('(')
            || passage.lower_after(last) == "from";
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 105")]
        (weeks || tied).then_some(Length { first: i, last, number: number as i64, weeks })
    });
    let only = found.next()?;
    let loose = only.first.checked_sub(1).is_some_and(|before| {
        matches!(
            passage.lower(before),
            "least" | "than" | "about" | "over" | "under" | "every" | "within" | "after" | "to" | "or" | "in" | "next"
        )
    });
    (found.next().is_none() && !loose).then_some(only)
}
