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
            let range = passage.words[to.first].sentence == sentence
                && to.first == from.last + 2
                && matches!(passage.lower(from.last + 1), "to" | "until" | "till" | "and");
            let (Some(end), Some(start)) = (to.on_calendar(None), from.on_calendar(from.year.or(to.year))) else {
                continue;
            };
            let days = i64::from(end.ordinal()) - i64::from(start.ordinal());
            let Some((i, weeks)) = weeks(passage, sentence).filter(|_| range && days > 0) else { continue };
            // The first and the last day may count or not, and a stretch may end on a Friday.
            if (7 * weeks - days).abs() > 4 && !passage.words[i].quoted {
                let message = format!(
                    "`{}` is not from `{}`",
                    &passage.text[passage.range(i, i + 1)],
                    &passage.text[passage.range(from.first, to.last)]
                );
                let help = format!("that is {days} days: mend the length, or the date that is wrong");
                report.add(passage.span(passage.range(i, i + 1)), message, help);
            }
        }
    }
}

/// Returns the word at which a sentence says a number of weeks, and the number; nothing where it says several.
fn weeks(passage: &Passage, sentence: usize) -> Option<(usize, i64)> {
    let words = passage.sentences.get(sentence)?.clone();
    let mut found = words.filter_map(|i| {
        let whole = figures::number(passage.lower(i)).filter(|number| number.fract() == 0.0 && *number < 105.0)?;
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 105")]
        matches!(passage.lower_after(i), "weeks" | "week" | "week's" | "weeks'").then_some((i, whole as i64))
    });
    let only = found.next()?;
    let loose = only.0.checked_sub(1).is_some_and(|before| {
        matches!(
            passage.lower(before),
            "least" | "than" | "about" | "over" | "under" | "every" | "within" | "after" | "to" | "or"
        )
    });
    (found.next().is_none() && !loose).then_some(only)
}
