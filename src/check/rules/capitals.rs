//! Words in capitals.

use crate::check::{Body, Known, Look, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A019",
        name: "capitals",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("capitals.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        let mut end = 0;
        for i in passage.with(Sign::Capitals) {
            if i < end || !is_shout(passage.word(i)) {
                continue;
            }
            end = i + 1;
            while is_shout(passage.word(end)) && passage.gap(end - 1) == " " {
                end += 1;
            }
            let long = (i..end).filter(|at| is_word(passage.word(*at))).count();
            if long >= 2 && !passage.words[i].quoted {
                let range = passage.range(i, end - 1);
                let message = format!("`{}` is in capitals", &passage.text[range.clone()]);
                // Two words may well be a name.
                let help = if end - i < 3 {
                    "use capitals only at the start of a sentence and of a name".to_string()
                } else {
                    let small = sentence_case(&passage.text[range.clone()]);
                    format!("write `{small}`, with capitals only for names")
                };
                report.add(passage.span(range), message, help);
            }
        }
    }
}

fn is_shout(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_uppercase() || matches!(c, '\'' | '\u{2019}' | '-' | '&'))
}

/// Returns whether letters are a word of four letters or more and not an abbreviation.
fn is_word(word: &str) -> bool {
    let vowels = word.chars().filter(|c| "AEIOUY".contains(*c)).count();
    word.chars().count() >= 4 && vowels * 5 >= word.chars().count()
}

fn sentence_case(words: &str) -> String {
    let (first, rest) = words.split_at(words.chars().next().map_or(0, char::len_utf8));
    first.to_string() + &rest.to_lowercase()
}
