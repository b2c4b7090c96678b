//! Words about suicide that can do harm.

use crate::check::harmful::{SUICIDE, is_task};
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
    let named = phrase.words.ends_with(" life") || phrase.words.starts_with("kill");
    if named && !is_task(passage, i, phrase) {
        return;
    }
    // An attempt on a hill or a record is none.
    if phrase.words.contains("attempt to") || phrase.words.ends_with("attempt on") {
        let life = (i..i + 8).any(|at| passage.lower(at) == "life");
        if !life {
            return;
        }
    }
    if phrase.words == "successfully committed" && passage.lower(i + 2) != "suicide" {
        return;
    }
    phrase.report(
        passage,
        i,
        "suggests a crime, a success or a spread, and can hurt those who grieve or think of it",
        report,
    );
}
