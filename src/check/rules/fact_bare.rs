//! Figures that stand in the store of facts, written without it.

use crate::check::statement::Statement;
use crate::check::{Body, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Fix, Severity};
use crate::model::Fact;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A102",
        name: "fact-bare",
        severity: Severity::Info,
        wcag: &[],
        act: &[],
        doc: include_str!("fact_bare.md"),
    },
    look: Look::Body(look),
};

/// How many words of a fact's own sentence must stand beside its figure, so that it is surely the same.
const SHARED: usize = 3;

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    if site.facts.is_empty() {
        return;
    }
    for passage in body.english() {
        for fact in site.facts.values().filter(|fact| !fact.display.is_empty()) {
            for (at, _) in passage.text.match_indices(&*fact.display) {
                let end = at + fact.display.len();
                if whole(&passage.text, at, end) && same(passage, at, fact) {
                    let span = passage.span(at..end);
                    let message = format!("`{}` is the fact `{}`, written by hand", fact.display, fact.key);
                    let link = format!("[{}](fact:{})", fact.display, fact.key);
                    let help = format!("write `{link}`, so that it is compared with its source each time");
                    // The author must see that it is the same figure.
                    let fix = passage.fix(at..end, link).map(|fix| Fix { safe: false, ..fix });
                    report.add_fixed(span, message, help, fix);
                }
            }
        }
    }
}

/// Returns whether a figure is no part of a longer one.
fn whole(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back().unwrap_or(' ');
    let mut after = text[end..].chars();
    let next = after.next().unwrap_or(' ');
    let goes_on = matches!(next, '.' | ',') && after.next().is_some_and(|c| c.is_ascii_digit());
    !before.is_alphanumeric() && !matches!(before, '.' | ',' | '£') && !next.is_alphanumeric() && !goes_on
}

/// Returns whether a figure's sentence says what the fact says, going by its longer words.
fn same(passage: &Passage, at: usize, fact: &Fact) -> bool {
    let Some(sentence) = passage.word_at(at).and_then(|i| passage.sentences.get(passage.words[i].sentence)) else {
        return false;
    };
    let statement = Statement::of(&fact.statement, &[]);
    statement.said_in(passage, sentence) >= SHARED.min(statement.len()).max(1)
}
