//! Contractions that are easily misread, such as "can't" and "should've".

use crate::check::phrases::capitalised;
use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A018",
        name: "negative-contraction",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("negative_contraction.md"),
    },
    look: Look::Body(look),
};

/// Words that, after a contraction, make it a question: "isn't it" becomes "is it not".
const PRONOUNS: &[&str] =
    &["i", "you", "he", "she", "it", "we", "they", "there", "this", "that", "these", "those", "the"];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in passage.with(Sign::Apostrophe) {
            let word = passage.words[i];
            if word.quoted || (!passage.starts_sentence(i) && passage.name_like(i)) {
                continue;
            }
            let Some(full) = full_form(&passage.lower(i).replace('\u{2019}', "'")) else { continue };
            let full = if passage.word(i).starts_with(char::is_uppercase) { capitalised(&full) } else { full };
            let asked = is_question(passage, i);
            let help = if asked { "write the whole words".to_string() } else { format!("write `{full}`") };
            let fix = passage.fix(word.start..word.end, &full).filter(|_| !asked);
            let message = format!("`{}` is easily misread", passage.word(i));
            report.add_fixed(passage.span(word.start..word.end), message, help, fix);
        }
    }
}

/// Returns the whole words of a negative contraction, or of one that ends in "have".
fn full_form(lower: &str) -> Option<String> {
    match lower {
        "can't" => return Some("cannot".to_string()),
        "won't" => return Some("will not".to_string()),
        "shan't" => return Some("shall not".to_string()),
        "ain't" | "y'ain't" => return None,
        _ => {}
    }
    if let Some(verb) = lower.strip_suffix("n't") {
        let known = [
            "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "should", "could", "would", "must",
            "need", "might",
        ];
        return known.contains(&verb).then(|| format!("{verb} not"));
    }
    let verb = lower.strip_suffix("'ve")?;
    ["should", "could", "would", "must", "might", "they"].contains(&verb).then(|| format!("{verb} have"))
}

fn is_question(passage: &Passage, i: usize) -> bool {
    let sentence = &passage.sentences[passage.words[i].sentence];
    let asks = passage.gap(sentence.end - 1).contains('?') || passage.starts_sentence(i);
    asks && PRONOUNS.contains(&passage.lower_after(i)) || matches!(passage.lower_before(i), "why")
}
