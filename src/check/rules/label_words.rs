//! Words that make people into what they take or do not have.

use crate::check::harmful::LABELS;
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A183",
        name: "label-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("label_words.md"),
    },
    look: Look::Phrases(LABELS, look),
};

/// What may follow "the homeless" where it means people; before other words it belongs to them: "the homeless shelter".
const FOLLOWS: &[&str] = &[
    "and", "or", "in", "on", "who", "are", "were", "at", "from", "to", "with", "by", "as", "can", "have", "will",
    "may", "need", "find", "get", "a", "this", "during", "since", "but",
];

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    let last = i + phrase.words.matches(' ').count();
    let next = passage.lower_after(last);
    let people = phrase.words != "the homeless" || next.is_empty() || FOLLOWS.contains(&next);
    // "An alcoholic drink" is no person.
    let person = phrase.words != "an alcoholic" || next.is_empty() || FOLLOWS.contains(&next);
    if people && person && next != "anonymous" {
        phrase.report(passage, i, "makes people into one thing about them", report);
    }
}
