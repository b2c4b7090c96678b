//! Words that stand twice.

use crate::check::{Body, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A147",
        name: "doubled-word",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("doubled_word.md"),
    },
    look: Look::Body(look),
};

/// Words that may stand twice: "what it had had", "very, very".
const TWICE: &[&str] =
    &["had", "that", "very", "no", "so", "bye", "ha", "there", "do", "well", "many", "really", "far", "out"];

/// Words that no name has twice, but one band.
const FUNCTION: &[&str] =
    &["the", "in", "on", "at", "to", "of", "and", "a", "we", "you", "your", "our", "it", "is", "for", "if", "this"];

/// Verbs that take "in" or "on" to themselves, before another one: "log in in the hall", "hand it in in May".
const PHRASAL: &[&str] = &[
    "log", "logged", "logs", "logging", "sign", "signed", "signing", "come", "came", "comes", "coming", "go", "went",
    "goes", "going", "fill", "filled", "get", "got", "bring", "brings", "brought", "hand", "handed", "move", "moved",
    "moves", "check", "checked", "drop", "dropped", "join", "joined", "let", "call", "called", "carry", "carried",
    "turn", "turned", "put", "step", "send", "sent", "phone", "ring", "take", "took", "taken", "stay", "keep", "kept",
    "switch", "switched", "pass", "passed", "live", "vote", "tune", "opt", "give", "gave", "later", "early", "drop-in",
    "what", "whatever",
];

/// Returns whether the first of two words belongs to a verb: "sign in in person", or to "what it is is".
fn phrasal(passage: &Passage, i: usize) -> bool {
    let from =
        passage.sentences.get(passage.words[i].sentence).map_or(0, |sentence| sentence.start).max(i.saturating_sub(5));
    match passage.lower(i) {
        // "Ring us on on Monday" is a slip, and "phone in in the morning" is none.
        "on" => (from..i - 1).any(|at| {
            let verb = passage.lower(at);
            PHRASAL.contains(&verb) && !matches!(verb, "ring" | "phone" | "call" | "called")
        }),
        "in" => (from..i - 1).any(|at| PHRASAL.contains(&passage.lower(at))),
        "is" => (from..i - 1)
            .any(|at| matches!(passage.lower(at), "what" | "who" | "all" | "that" | "thing" | "problem" | "point")),
        _ => false,
    }
}

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in 1..passage.words.len() {
            let (one, two) = (passage.lower(i - 1), passage.lower(i));
            if one != two {
                continue;
            }
            let close = passage.words[i].start - passage.words[i - 1].end < 3
                && matches!(passage.gap(i - 1), " " | "\n" | " \n");
            // "Baden Baden" is a name.
            let name =
                passage.word(i - 1).starts_with(char::is_uppercase) && passage.word(i).starts_with(char::is_uppercase);
            let same = passage.word(i - 1) == passage.word(i) || passage.starts_sentence(i - 1);
            if one == two
                && same
                && close
                && (!name || FUNCTION.contains(&two))
                && !phrasal(passage, i)
                && !passage.words[i].quoted
                && !TWICE.contains(&two)
                && two.bytes().all(|b| b.is_ascii_alphabetic())
            {
                let message = format!("`{two}` stands twice");
                let range = passage.range(i - 1, i);
                let fix =
                    passage.fix(range.clone(), passage.word(i - 1)).map(|fix| crate::diag::Fix { safe: false, ..fix });
                report.add_fixed(passage.span(range), message, format!("write `{}` once", passage.word(i - 1)), fix);
            }
        }
    }
}
