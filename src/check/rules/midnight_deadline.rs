//! Deadlines at midnight.

use crate::check::{Look, Passage, Rule, Sink, dates};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A028",
        name: "midnight-deadline",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("midnight_deadline.md"),
    },
    look: Look::Words(&["midnight"], look),
};

/// Words that make a time the end of something.
const ENDS: &[&str] = &[
    "deadline",
    "submit",
    "submitted",
    "apply",
    "applications",
    "received",
    "entries",
    "return",
    "returned",
    "reply",
    "replies",
    "send",
    "register",
];

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let sentence = passage.sentences[passage.words[i].sentence].clone();
    let ends = sentence.clone().any(|at| ENDS.contains(&passage.lower(at)));
    let by = matches!(passage.lower_before(i), "by" | "before" | "than" | "at" | "is" | "12" | "until")
        || passage.lower_after(i) == "deadline";
    let day = sentence
        .clone()
        .any(|at| dates::month(passage.word(at)).is_some() || dates::WEEKDAYS.contains(&passage.lower(at)));
    // "Open until midnight" and "from 8am to midnight" are hours, not deadlines.
    let hours = sentence.clone().any(|at| matches!(passage.lower(at), "open" | "opens" | "opening"));
    // A shop closes at midnight; what closes at midnight on a certain day has a deadline.
    let closes = sentence.clone().any(|at| matches!(passage.lower(at), "close" | "closes" | "closing"));
    let dated = day && (closes || matches!(passage.lower_before(i), "by" | "before"));
    if by && (ends || dated) && !hours && !passage.words[i].quoted {
        let message = "the deadline is at `midnight`, which may be the start or the end of the day";
        report.add(passage.span(passage.range(i, i)), message, "write `11:59pm` with the last day");
    }
}
