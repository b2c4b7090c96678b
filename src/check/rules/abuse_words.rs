//! Words that make abuse small.

use crate::check::harmful::{ABUSE, about_harm};
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A168",
        name: "abuse-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("abuse_words.md"),
    },
    look: Look::Phrases(ABUSE, look),
};

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    // "He snapped a photograph" is about a camera.
    if phrase.say.starts_with("what he did") && !about_harm(passage, i) {
        return;
    }
    phrase.report(passage, i, "makes abuse seem smaller than it is, or shared by both", report);
}
