//! Words about ethnicity and nationality that are out of use.

use crate::check::harmful::ETHNICITY;
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A170",
        name: "ethnicity-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("ethnicity_words.md"),
    },
    look: Look::Phrases(ETHNICITY, look),
};

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    phrase.report(passage, i, "is not what people call themselves, or hides who is meant", report);
}
