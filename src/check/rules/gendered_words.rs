//! Words that leave out women or men.

use crate::check::harmful::GENDER;
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A171",
        name: "gendered-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("gendered_words.md"),
    },
    look: Look::Phrases(GENDER, look),
};

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    phrase.report(passage, i, "leaves out some of the people it speaks of", report);
}
