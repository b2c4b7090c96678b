//! Formal words that have a shorter one.

use crate::check::phrases::phrase;
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A016",
        name: "simple-word",
        severity: Severity::Info,
        wcag: &[],
        act: &[],
        doc: include_str!("simple_word.md"),
    },
    look: Look::Phrases(WORDS, look),
};

/// What makes "assistance" the name of a scheme.
const OFFICIAL: &[&str] =
    &["financial", "technical", "legal", "mutual", "state", "housing", "employment", "medical", "disaster", "fema"];

/// Source: GOV.UK content design, plain English; Australian Government Style Manual, plain language; plainlanguage.gov.
const WORDS: &[Phrase] = &[
    phrase("at this point in time", "now", true),
    phrase("due to the fact that", "because", true),
    phrase("owing to the fact that", "because", true),
    phrase("in view of the fact that", "because", true),
    phrase("despite the fact that", "although", true),
    phrase("in the event of", "if there is", false),
    phrase("in the event that", "if", true),
    phrase("in accordance with", "by, under, following", false),
    phrase("with regard to", "about", true),
    phrase("with regards to", "about", true),
    phrase("in regard to", "about", true),
    phrase("with reference to", "about", true),
    phrase("in relation to", "about", false),
    phrase("in respect of", "for, about", false),
    phrase("prior to", "before", true),
    phrase("subsequent to", "after", true),
    phrase("for the purpose of", "for, to", false),
    phrase("for the purposes of", "for, to", false),
    phrase("a number of", "some", true).except(&["such"], &["times"]),
    phrase("the majority of", "most", false),
    phrase("has the ability to", "can", true),
    phrase("have the ability to", "can", true),
    phrase("is able to", "can", true),
    phrase("are able to", "can", true),
    phrase("approximately", "about", true),
    phrase("additional", "more, extra", false),
    phrase("in addition to", "besides, as well as", false),
    phrase("ascertain", "find out", true),
    phrase("ascertained", "found out", true),
    phrase("ascertaining", "finding out", true),
    phrase("assist", "help", true).except(&["an", "the", "and", "an"], &["in"]),
    phrase("assists", "helps", true).except(&["and"], &["in"]),
    phrase("assisting", "helping", true).except(&[], &["in"]),
    phrase("assistance", "help", true).except(OFFICIAL, &[]),
    phrase("commence", "start", true),
    phrase("commences", "starts", true),
    phrase("commenced", "started", true),
    phrase("commencing", "starting", true),
    phrase("endeavour", "try", false).except(&["an", "the", "this", "every"], &[]),
    phrase("obtain", "get", true),
    phrase("obtains", "gets", true),
    phrase("obtaining", "getting", true),
    phrase("purchase", "buy", false).except(&["a", "the", "your", "this", "of", "any"], &["price", "order", "of"]),
    phrase("purchasing", "buying", true).except(&["of", "the"], &["power", "team"]),
    phrase("sufficient", "enough", true).except(&["a", "be", "is", "are", "not", "was"], &["to", "and"]),
    phrase("terminate", "end", true),
    phrase("upon", "on", true).except(&["once", "come", "comes", "came", "look", "looked", "call", "called"], &[]),
    phrase("whilst", "while", true),
    phrase("amongst", "among", true),
];

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    if passage.is_prose() && uses(passage, i, phrase) {
        phrase.report(passage, i, "has a plainer form", report);
    }
}

/// Returns whether a word is used as its plainer form would be.
fn uses(passage: &Passage, i: usize, phrase: &Phrase) -> bool {
    let (before, after) = (passage.lower_before(i), passage.lower_after(i));
    match phrase.words {
        "purchase" | "endeavour" | "terminate" => {
            matches!(before, "to" | "can" | "will" | "may" | "must" | "should" | "you" | "we" | "they")
        }
        "approximately" => after.starts_with(|c: char| c.is_ascii_digit() || c == '£') || after == "half",
        "additional" => !after.is_empty(),
        // Legal wording stays as it is.
        "in accordance with" => {
            let mut sentence = passage.sentences[passage.words[i].sentence].clone();
            !sentence.any(|at| matches!(passage.lower(at), "regulations" | "regulation" | "act" | "section" | "law"))
        }
        _ => true,
    }
}
