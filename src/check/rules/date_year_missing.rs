//! Deadlines without a year.

use crate::check::{Body, Known, Look, Passage, Role, Rule, Sink, dates};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A025",
        name: "date-year-missing",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("date_year_missing.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    // A table may give the year once, in its caption or its first row.
    for passage in body.english().iter().filter(|passage| passage.role != Role::Label) {
        let dates = dates::of(passage);
        if dates.is_empty() || dates::says_year(passage) {
            continue;
        }
        for date in dates {
            let sentence = passage.sentences[passage.words[date.first].sentence].clone();
            // What comes every year has no year, and what is past is no deadline now.
            let other = sentence.clone().any(|i| {
                let word = passage.lower(i);
                matches!(
                    word,
                    "every" | "each" | "annual" | "annually" | "yearly" | "was" | "were" | "had" | "did" | "left"
                )
            });
            // "Open until 20 December" says how long something lasts, and asks for nothing.
            let lasts =
                (sentence.start..date.first).rev().take(4).any(|i| matches!(passage.lower(i), "until" | "till"));
            let other = other || lasts && !asks(passage, &sentence) || of_a_year(passage, date.last, sentence.end);
            if !other && !passage.words[date.first].quoted && dates::is_deadline(passage, date) {
                let written = &passage.text[passage.range(date.first, date.last)];
                let message = format!("the deadline `{written}` has no year");
                let help = format!(
                    "add the year, such as `{} {} 2027`, or `each year` if it comes again",
                    date.day,
                    dates::MONTHS[date.month]
                );
                report.add(passage.span(passage.range(date.first, date.last)), message, help);
            }
        }
    }
}

/// Returns whether the words after a date say which year, as a rule for all years does: "in the year before your child starts",
/// "after the end of the tax year". "This year" and "next year" are none to a reader who comes later.
fn of_a_year(passage: &Passage, last: usize, end: usize) -> bool {
    (last + 1..end.min(last + 9)).any(|i| {
        passage.lower(i) == "year"
            && !matches!(passage.lower_before(i), "this" | "next" | "last" | "current" | "new" | "coming" | "a" | "per")
    })
}

/// Returns whether a sentence asks its readers for something.
fn asks(passage: &Passage, sentence: &std::ops::Range<usize>) -> bool {
    sentence.clone().any(|i| {
        matches!(
            passage.lower(i),
            "apply"
                | "applications"
                | "application"
                | "bids"
                | "send"
                | "submit"
                | "reply"
                | "respond"
                | "responses"
                | "return"
                | "register"
                | "book"
                | "nominate"
                | "nominations"
                | "vote"
                | "deadline"
                | "closing"
                | "must"
                | "comments"
                | "views"
                | "you"
        )
    })
}
