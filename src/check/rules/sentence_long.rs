//! Sentences that are too long to follow.

use crate::check::{Body, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Details;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A013",
        name: "sentence-long",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("sentence_long.md"),
    },
    look: Look::Body(look),
};

/// Words in the longest sentence that passes. Source: GOV.UK blog, "Sentence length: why 25 words is our limit",
/// 4 August 2014.
const MOST: usize = 25;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    // Easy Read has a limit of its own.
    if body.page.is_some_and(|page| matches!(page.meta.details, Details::EasyRead(_))) {
        return;
    }
    for passage in body.english().iter().filter(|passage| passage.is_prose()) {
        for words in &passage.sentences {
            if words.len() > MOST && is_prose(passage, words.start, words.end) {
                let message = format!("this sentence has {} words", words.len());
                let help = format!("split it, so that no sentence has more than {MOST} words");
                report.add(passage.span(passage.range(words.start, words.end - 1)), message, help);
            }
        }
    }
}

/// Returns whether words are a sentence of the author's own: not a list of names or sources, not mostly a quotation.
fn is_prose(passage: &Passage, start: usize, end: usize) -> bool {
    let plain = |i: &usize| !passage.words[*i].quoted && passage.word(*i).starts_with(|c: char| c.is_lowercase());
    // A table that Markdown did not see as one is full of upright lines.
    let table = (start..end).any(|i| passage.gap(i).contains('|'));
    !table && (start..end).filter(plain).count() * 2 > end - start
}
