//! Words about disability that people do not use of themselves.

use crate::check::harmful::{self, DISABILITY};
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A169",
        name: "disability-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("disability_words.md"),
    },
    look: Look::Phrases(DISABILITY, look),
};

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    // One blind hangs at a window: "the blind was down".
    let last = i + phrase.words.matches(' ').count();
    let one = matches!(passage.lower_after(last), "was" | "is" | "has" | "cord" | "spot" | "bend");
    if phrase.words == "the blind" && one {
        return;
    }
    if phrase.words.contains("battle") || phrase.words.contains("fight") {
        return phrase.report(passage, i, "makes an illness a fight that somebody lost", report);
    }
    harmful::report(passage, i, phrase, "is not what people call themselves", report);
}
