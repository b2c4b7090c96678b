//! The sign "&" for "and".

use crate::check::{Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A022",
        name: "ampersand",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("ampersand.md"),
    },
    look: Look::Words(&["&"], look),
};

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let spaced = i > 0 && passage.gap(i) == " " && passage.gap(i - 1) == " ";
    // A name keeps its sign: "Marks & Spencer", "A&E".
    let lower = |i: usize| passage.word(i).starts_with(char::is_lowercase);
    if spaced && !passage.words[i].quoted && lower(i + 1) && (lower(i - 1) || passage.starts_sentence(i - 1)) {
        let message = format!("`{}` has a sign for a word", &passage.text[passage.range(i - 1, i + 1)]);
        let fix = passage.fix(passage.range(i, i), "and");
        report.add_fixed(passage.span(passage.range(i, i)), message, "write `and`", fix);
    }
}
