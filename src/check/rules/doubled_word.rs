//! Words that stand twice.

use crate::check::{Body, Known, Look, Rule, Sink};
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
const TWICE: &[&str] = &[
    "had", "that", "very", "no", "so", "bye", "ha", "there", "is", "do", "well", "many", "really", "far", "out", "in",
    "on",
];

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
                && !name
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
