//! Words about ethnicity and nationality that are out of use.

use crate::check::harmful::{self, ETHNICITY};
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
    // A coloured pencil is nobody, and "Gypsies and Travellers" is what laws call them.
    let person = |at: usize| harmful::is_person(passage.lower_after(at));
    let people = phrase.words != "coloured" || person(i) || passage.lower_after(i) == "older" && person(i + 1);
    let own = phrase.words == "gypsies"
        && (i + 1..i + 4).any(|at| passage.lower(at).starts_with("traveller") || passage.lower(at) == "roma");
    if !people || own {
        return;
    }
    if phrase.say.starts_with("number") {
        return phrase.report(passage, i, "speaks of people as of a danger", report);
    }
    harmful::report(passage, i, phrase, "is not what people call themselves, or hides who is meant", report);
}
