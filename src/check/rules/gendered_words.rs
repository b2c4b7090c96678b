//! Words that leave out women or men.

use crate::check::harmful::{GENDER, sentence};
use crate::check::{Look, Passage, Phrase, Rule, Sink, dates};
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
    // A policewoman beside "her male colleagues" is one woman, or all that are women.
    let woman = phrase.words.ends_with("woman") || phrase.words.ends_with("women");
    let meant = |at: usize| {
        matches!(
            passage.lower(at),
            "she"
                | "her"
                | "hers"
                | "herself"
                | "ms"
                | "mrs"
                | "miss"
                | "male"
                | "female"
                | "men"
                | "women"
                | "woman"
                | "first"
        )
    };
    if woman && sentence(passage, i).any(meant) {
        return;
    }
    // Nobody is to be renamed who had a title in 1921.
    let old = |at: usize| dates::year(passage.word(at)).is_some_and(|year| year < 1980);
    if sentence(passage, i).any(old) {
        return;
    }
    phrase.report(passage, i, "leaves out some of the people it speaks of", report);
}
