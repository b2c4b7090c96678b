//! Words about suicide that can do harm.

use crate::check::harmful::SUICIDE;
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A165",
        name: "suicide-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("suicide_words.md"),
    },
    look: Look::Phrases(SUICIDE, look),
};

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    phrase.report(
        passage,
        i,
        "suggests a crime, a success or a spread, and can hurt those who grieve or think of it",
        report,
    );
}
