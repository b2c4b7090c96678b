//! Days that depend on when the page is read.

use crate::check::{Look, Passage, Rule, Sink, dates};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A026",
        name: "date-relative",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("date_relative.md"),
    },
    look: Look::Words(&["today", "yesterday", "tomorrow", "next", "last", "this", "in"], look),
};

/// Verbs of news, with which "today" is the day of writing.
const NEWS: &[&str] = &[
    "announced",
    "launched",
    "published",
    "opened",
    "revealed",
    "said",
    "welcomed",
    "unveiled",
    "confirmed",
    "released",
];

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    if !passage.is_prose() || passage.words[i].quoted {
        return;
    }
    let Some(last) = relative(passage, i) else { return };
    let mut sentence = passage.sentences[passage.words[i].sentence].clone();
    // "One today and the other tomorrow" is no date.
    if passage.lower(i) == "tomorrow" && sentence.clone().any(|at| passage.lower(at) == "today") {
        return;
    }
    if sentence.any(|at| dates::year(passage.word(at)).is_some() || dates::month(passage.word(at)).is_some()) {
        return;
    }
    let written = &passage.text[passage.range(i, last)];
    let message = format!("`{written}` depends on the day the page is read");
    report.add(passage.span(passage.range(i, last)), message, "write the date, such as `6 August 2026`");
}

/// Returns the last word of a time that is counted from the day of writing, where one starts at a word.
fn relative(passage: &Passage, i: usize) -> Option<usize> {
    let (before, after) = (passage.lower_before(i), passage.lower_after(i));
    match passage.lower(i) {
        "today" => (NEWS.contains(&before) || NEWS.contains(&after)).then_some(i),
        "yesterday" => (!matches!(before, "of" | "as" | "like" | "only")).then_some(i),
        "tomorrow" => (!matches!(before, "of" | "for" | "better" | "until")).then_some(i),
        "next" | "last" | "this" => {
            let weekday = dates::WEEKDAYS.contains(&after) && matches!(passage.lower(i), "next" | "last");
            let period =
                weekday || matches!(after, "week" | "month" | "year" | "summer" | "spring" | "autumn" | "winter");
            // "The next week", "last week of the month" and "this year of change" are no dates.
            let general = matches!(before, "the" | "your" | "our" | "their" | "each" | "every" | "a" | "of" | "to");
            let of = matches!(passage.lower_after(i + 1), "of" | "in" | "or" | "and" | "before" | "long");
            (period && !general && !of).then_some(i + 1)
        }
        "in" if matches!(
            passage.lower(i + 2),
            "days'" | "weeks'" | "months'" | "years'" | "weeks\u{2019}" | "months\u{2019}"
        ) =>
        {
            (passage.lower(i + 3) == "time").then_some(i + 3)
        }
        // The apostrophe at a word's end is punctuation, not part of the word.
        "in" if passage.lower(i + 3) == "time" && passage.gap(i + 2).starts_with(['\'', '\u{2019}']) => {
            matches!(passage.lower(i + 2), "days" | "weeks" | "months" | "years").then_some(i + 3)
        }
        _ => None,
    }
}
