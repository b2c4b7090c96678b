//! Paragraphs that stand twice, one near the other.

use crate::check::{Body, Known, Look, Role, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A194",
        name: "paragraph-twice",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("paragraph_twice.md"),
    },
    look: Look::Body(look),
};

/// The fewest words of a paragraph that is not said twice on purpose.
const FEWEST: usize = 10;

/// How many passages may stand between the two: further apart, they may be said again for another case.
const NEAR: usize = 3;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let passages = body.english();
    for (at, passage) in passages.iter().enumerate() {
        if passage.role != Role::Paragraph || passage.words.len() < FEWEST {
            continue;
        }
        let before = passages[..at].iter().rev().take(NEAR).take_while(|before| before.role != Role::Heading);
        if before.into_iter().any(|before| before.text.len() == passage.text.len() && before.text == passage.text) {
            let range = passage.range(0, passage.words.len() - 1);
            let start = &passage.text[passage.range(0, 4)];
            let message = format!("the paragraph `{start}…` stands twice on this page");
            report.add(passage.span(range), message, "take one out, or say in the second what is different there");
        }
    }
}
