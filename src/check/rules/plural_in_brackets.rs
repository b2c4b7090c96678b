//! Plurals in brackets: "child(ren)".

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A177",
        name: "plural-in-brackets",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("plural_in_brackets.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        let mut from = 0;
        while let Some(at) = passage.text[from..].find('(').map(|at| from + at) {
            from = at + 1;
            let Some(end) = ["(s)", "(es)", "(ies)", "(ren)"].iter().find(|end| passage.text[at..].starts_with(**end))
            else {
                continue;
            };
            let start = passage.text[..at]
                .rfind(|c: char| !c.is_alphanumeric())
                .map_or(0, |before| before + passage.text[before..].chars().next().map_or(1, char::len_utf8));
            let word = &passage.text[start..at];
            let letters = word.len() > 1 && word.chars().all(char::is_lowercase);
            let quoted = passage.words.iter().any(|word| word.start <= start && start < word.end && word.quoted);
            if letters && !quoted {
                let range = start..at + end.len();
                let message = format!("`{}` is read out as two words", &passage.text[range.clone()]);
                let many = format!("{word}{}", end.trim_matches(['(', ')']));
                report.add(passage.span(range), message, format!("write `{many}`, which means one too"));
            }
        }
    }
}
