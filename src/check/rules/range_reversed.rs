//! Stretches of time that end before they begin.

use crate::check::dates::{self, Written};
use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Date;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A108",
        name: "range-reversed",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("range_reversed.md"),
    },
    look: Look::Body(look),
};

/// Words before a date that make it a beginning.
const OPENS: &[&str] = &[
    "from",
    "between",
    "open",
    "opens",
    "opened",
    "opening",
    "start",
    "starts",
    "starting",
    "begin",
    "begins",
    "beginning",
    "runs",
    "breaks",
    "break",
    "shuts",
    "shut",
    "closes",
    "arrive",
    "arrives",
    "leave",
    "leaves",
    "depart",
    "departs",
];

/// Words between the two dates that make the second an end.
const CLOSES: &[&str] = &[
    "to", "until", "till", "and", "close", "closes", "closed", "closing", "end", "ends", "ending", "through",
    "finishes",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        let dates = dates::of(passage);
        dates.iter().for_each(|date| days_of_one_month(passage, date, report));
        for i in passage.with(Sign::Digit) {
            years(passage, i, report);
            sums(passage, i, report);
        }
        for pair in dates.windows(2) {
            let [first, second] = pair else { continue };
            let same = passage.words[first.first].sentence == passage.words[second.first].sentence;
            if same && !passage.words[first.first].quoted && is_range(passage, first, second) && reversed(first, second)
            {
                let range = passage.range(first.first, second.last);
                // The front matter's own dates are compared when it is read.
                let span = passage.span(range);
                let front =
                    body.page.is_some_and(|page| page.meta.span.file == span.file && span.end <= page.meta.span.end);
                if front {
                    continue;
                }
                let written = |date: &Written| passage.text[passage.range(date.first, date.last)].to_string();
                let message =
                    format!("`{}` comes before `{}`, so this ends before it begins", written(second), written(first));
                let help = "mend the date that is wrong; where the end is in another year, write both years";
                report.add(span, message, help);
            }
        }
    }
}

/// Reports two years in a row that are the wrong way round: "the financial year 2027 to 2026".
fn years(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let (Some(first), Some(second)) = (dates::year(passage.word(i)), dates::year(passage.word(i + 2))) else { return };
    let joined = passage.gap(i) == " " && passage.gap(i + 1) == " " && passage.lower(i + 1) == "to";
    // "12 May 2027 to 3 April 2026" is a pair of dates, and "from 2000 to 1900 metres" is one of heights.
    let led = matches!(passage.lower_before(i), "year" | "years" | "in" | "from" | "for" | "between" | "during");
    let counted = passage.gap(i + 2) == " "
        && !matches!(
            passage.lower(i + 3),
            "we" | "the" | "it" | "they" | "you" | "our" | "and" | "was" | "were" | "will" | "is"
        );
    if joined && led && !counted && first == second + 1 && !passage.words[i].quoted {
        tell_reversed(passage, i, i + 2, report);
    }
}

/// Reports sums that are the wrong way round: "between £500 and £50", "from £8,000 up to £500".
fn sums(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let sum = |at: usize| passage.word(at).strip_prefix('£').and_then(|rest| rest.replace(',', "").parse::<f64>().ok());
    let (Some(first), Some(second)) = (sum(i), sum(i + 2)) else { return };
    let joined = passage.gap(i) == " " && passage.gap(i + 1) == " ";
    let between = passage.lower_before(i) == "between" && passage.lower(i + 1) == "and";
    let scaled = matches!(passage.lower_after(i + 2), "million" | "billion" | "thousand" | "m" | "k" | "bn");
    if joined && between && !scaled && first > second && !passage.words[i].quoted {
        tell_reversed(passage, i, i + 2, report);
    }
}

fn tell_reversed(passage: &Passage, first: usize, last: usize, report: &mut Sink<'_>) {
    let range = passage.range(first, last);
    let message = format!("`{}` ends before it begins", &passage.text[range.clone()]);
    report.add(passage.span(range), message, "put the smaller one first, or mend the one that is wrong");
}

/// Reports two days of one month that are the wrong way round: "from 18 to 8 January".
fn days_of_one_month(passage: &Passage, date: &Written, report: &mut Sink<'_>) {
    let Some(first) = date.first.checked_sub(2) else { return };
    let word = passage.lower(first);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let Some(day) = digits.parse::<u32>().ok().filter(|day| word.len() < 5 && (1..=31).contains(day)) else { return };
    let spaced = passage.gap(first) == " " && passage.gap(first + 1) == " ";
    let (opens, joins) = (passage.lower_before(first), passage.lower(first + 1));
    let range = opens == "from" && matches!(joins, "to" | "until" | "till") || opens == "between" && joins == "and";
    if spaced && range && day > date.day && !passage.words[first].quoted {
        let range = passage.range(first, date.last);
        let message = format!("`{}` ends before it begins", &passage.text[range.clone()]);
        report.add(
            passage.span(range),
            message,
            "mend the day that is wrong; where the first is in another month, write that month too",
        );
    }
}

/// Returns whether two dates are the beginning and the end of one thing.
fn is_range(passage: &Passage, first: &Written, second: &Written) -> bool {
    let sentence = passage.sentences[passage.words[first.first].sentence].clone();
    let near = sentence.start.max(first.first.saturating_sub(4))..first.first;
    let opens = near.clone().any(|at| OPENS.contains(&passage.lower(at)));
    let between = first.last + 1..second.first;
    let dash = between.is_empty() && matches!(passage.gap(first.last).trim(), "-" | "\u{2013}");
    let to = between.len() == 1 && matches!(passage.lower(first.last + 1), "to" | "until" | "till");
    let closes = between.len() < 8 && between.clone().any(|at| CLOSES.contains(&passage.lower(at)));
    // "Breaks up on 12 February and goes back on 22 February": what comes back went first.
    let mut verbs = near.clone().rev().map(|at| passage.lower(at)).filter(|word| OPENS.contains(word));
    let verb = verbs.next().unwrap_or_default();
    let back = between.clone().any(|at| match passage.lower(at) {
        "back" => matches!(passage.lower_before(at), "go" | "goes" | "come" | "comes" | "is" | "are" | "get"),
        "return" | "returns" | "reopen" | "reopens" | "re-opens" | "restarts" => true,
        "last" => matches!(passage.lower_after(at), "day" | "night" | "show" | "session"),
        _ => false,
    });
    let returned = between.len() < 9 && back && !verb.is_empty();
    // "Closes on 20 May and opens on 1 May" may be two things; only what comes back is surely one.
    let away = matches!(
        verb,
        "breaks"
            | "break"
            | "shuts"
            | "shut"
            | "closes"
            | "arrive"
            | "arrives"
            | "leave"
            | "leaves"
            | "depart"
            | "departs"
    );
    let opens = opens && !away;
    // "From 4 May, and again on 2 April" are two times.
    let again = between.clone().any(|at| matches!(passage.lower(at), "again" | "or" | "then"));
    let only_and = between.clone().all(|at| !CLOSES.contains(&passage.lower(at)) || passage.lower(at) == "and");
    let both = near.clone().any(|at| passage.lower(at) == "between");
    dash || to || (returned && !again) || (opens && closes && !again && (!only_and || both))
}

/// Returns whether the second date comes before the first, in the years that they say. A stretch without years may end in
/// the next one: "from 20 December to 4 January" is reversed only where one year stands for both.
fn reversed(first: &Written, second: &Written) -> bool {
    let day = |date: &Written, year| -> Option<Date> { date.on_calendar(year) };
    match (first.year, second.year) {
        (Some(_), _) => {
            day(first, None) > day(second, second.year.or(first.year))
                && day(second, second.year.or(first.year)).is_some()
        }
        (None, Some(year)) => {
            let (from, to) = (day(first, Some(year)), day(second, None));
            // "20 December to 4 January 2027" begins in 2026.
            let wraps = first.month >= 9 && second.month <= 3;
            from > to && to.is_some() && !wraps
        }
        (None, None) => {
            // "From 1 April to 31 March" is a whole year, and "from 20 December to 4 January" goes over New Year.
            let whole = day(second, Some(2027)).is_some_and(|end| Some(end.next()) == day(first, Some(2027)));
            let wraps = first.month >= 8 && second.month <= 4;
            !whole && (second.month, second.day) < (first.month, first.day) && !wraps
        }
    }
}
