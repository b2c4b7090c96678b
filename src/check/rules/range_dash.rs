//! Ranges written with a dash, such as "7am – 10pm".

use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink, dates};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A029",
        name: "range-dash",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("range_dash.md"),
    },
    look: Look::Body(look),
};

/// What stands before two numbers that are a range.
const BEFORE: &[&str] =
    &["pages", "page", "pp", "ages", "aged", "age", "chapters", "sections", "paragraphs", "weeks", "grades", "between"];

/// What stands after two numbers that are a range.
const AFTER: &[&str] = &[
    "days",
    "weeks",
    "months",
    "years",
    "year",
    "hours",
    "minutes",
    "people",
    "words",
    "miles",
    "pages",
    "working",
    "percent",
    "calendar",
    "times",
    "victims",
    "members",
    "participants",
    "sentences",
    "seconds",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in passage.with(Sign::Dash) {
            let word = passage.words[i];
            if word.quoted {
                continue;
            }
            let gap = passage.gap(i);
            let (left, right, last) = if let Some((left, right)) = passage.word(i).split_once(['-', '\u{2013}']) {
                (left, right, i)
            } else if matches!(gap.trim(), "-" | "\u{2013}" | "\u{2014}") {
                (passage.word(i), passage.word(i + 1), i + 1)
            } else {
                continue;
            };
            let Some(sure) = range(passage, i, last, left, right) else { continue };
            let between = passage.lower_before(i) == "between";
            let joint = if between { "and" } else { "to" };
            // "2013-14" is two years.
            let century = if dates::year(left).is_some() && right.len() == 2 { &left[..2] } else { "" };
            let century = if century == "19" && right == "00" { "20" } else { century };
            let pound = if left.starts_with('£') && !right.starts_with('£') { "£" } else { century };
            let percent = if right.ends_with('%') && !left.ends_with('%') { "%" } else { "" };
            let say = format!("{left}{percent} {joint} {pound}{right}");
            let fix = passage.fix(passage.range(i, last), &say).filter(|_| sure);
            let message =
                format!("`{}` has a dash where a reader says \"{joint}\"", &passage.text[passage.range(i, last)]);
            report.add_fixed(passage.span(passage.range(i, last)), message, format!("write `{say}`"), fix);
        }
    }
}

/// Returns whether two sides are a range, and if so, whether it is sure what each side is.
fn range(passage: &Passage, i: usize, last: usize, left: &str, right: &str) -> Option<bool> {
    let (a, b) = (left.to_ascii_lowercase(), right.to_ascii_lowercase());
    let noon =
        |time: &str| time.ends_with("am") || time.ends_with("pm") || matches!(time, "midday" | "midnight" | "noon");
    if dates::is_time(&b) && (dates::is_time(&a) || a.parse::<u8>().is_ok_and(|hour| hour < 13)) && noon(&b) {
        return Some(noon(&a));
    }
    let day = |word: &str| dates::WEEKDAYS.iter().any(|day| *day == word || (day[..3] == *word));
    if (day(&a) && day(&b)) || (dates::month(left).is_some() && dates::month(right).is_some()) {
        return Some(true);
    }
    if let Some(first) = dates::year(left) {
        let next = right.len() == 2 && right.parse() == Ok((first + 1) % 100);
        return (next || dates::year(right).is_some_and(|second| second > first)).then_some(true);
    }
    let number = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if let (Some(a), Some(b)) = (left.strip_prefix('£'), right.strip_prefix('£').or(Some(right))) {
        let amount = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        return (amount(a) && amount(b)).then(|| right.starts_with('£'));
    }
    let counted = last == i && number(left) && number(right.trim_end_matches('%'));
    let rising = left.parse::<u32>().ok() < right.trim_end_matches('%').parse::<u32>().ok();
    let before = BEFORE.contains(&passage.lower_before(i));
    let after = AFTER.contains(&passage.lower_after(last)) || right.ends_with('%');
    let month =
        last + 1 < passage.words.len() && passage.gap(last) == " " && dates::month(passage.word(last + 1)).is_some();
    (counted && rising && (before || after || month)).then_some(true)
}
