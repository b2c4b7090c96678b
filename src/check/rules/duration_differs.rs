//! Stretches of time that are not as long as the text says.

use crate::check::{Body, Known, Look, Passage, Rule, Sink, dates, figures};
use crate::diag::{FindingKind, Severity};

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
            let sentence = passage.words[from.first].sentence;
            // "From Monday 11 January to Friday 12 February" has a day of the week between.
            let weekday = dates::WEEKDAYS.contains(&passage.lower(to.first.wrapping_sub(1)));
            let range = passage.words[to.first].sentence == sentence
                && to.first == from.last + 2 + usize::from(weekday)
                && matches!(passage.lower(from.last + 1), "to" | "until" | "till" | "and");
            let (Some(end), Some(start)) = (to.on_calendar(None), from.on_calendar(from.year.or(to.year))) else {
                continue;
            };
            let days = i64::from(end.ordinal()) - i64::from(start.ordinal());
            let Some(length) = length(passage, sentence).filter(|_| range && days > 0) else { continue };
            // The first and the last day may count or not, and a stretch of weeks may end on a Friday.
            let fits = if length.weeks {
                (7 * length.number - days).abs() <= 4
            } else {
                (days..=days + 1).contains(&length.number)
            };
            if !fits && !passage.words[length.first].quoted {
                let said = passage.range(length.first, length.last);
                let message = format!(
                    "`{}` is not from `{}`",
                    &passage.text[said.clone()],
                    &passage.text[passage.range(from.first, to.last)]
                );
                let help = format!(
                    "that is {days} days, or {} with both: mend the length, or the date that is wrong",
                    days + 1
                );
                report.add(passage.span(said), message, help);
            }
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

/// Returns how long a sentence says that something is, in weeks or in days; nothing where it says several.
fn length(passage: &Passage, sentence: usize) -> Option<Length> {
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
        let tied =
            TIED.contains(&before) || passage.gap_before(i).ends_with('(') || passage.lower_after(last) == "from";
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
