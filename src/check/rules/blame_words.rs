//! Words that put blame or doubt on victims.

use crate::check::harmful::BLAME;
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A166",
        name: "blame-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("blame_words.md"),
    },
    look: Look::Phrases(BLAME, look),
};

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    phrase.report(passage, i, "puts the blame or the doubt on the person who was harmed", report);
}
