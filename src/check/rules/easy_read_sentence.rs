//! Sentences of an Easy Read page that are too long.

use crate::check::{Body, Known, Look, Role, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Details;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A100",
        name: "easy-read-sentence",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("easy_read_sentence.md"),
    },
    look: Look::Body(look),
};

/// Words in the longest sentence that passes. Source: Department of Health, "Making written information easier to
/// understand for people with learning disabilities", 2010; GOV.UK, accessible communication formats (10 to 15).
const MOST: usize = 15;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page.filter(|page| matches!(page.meta.details, Details::EasyRead(_))) else { return };
    for passage in body.english().iter().filter(|passage| matches!(passage.role, Role::Paragraph | Role::Item)) {
        for words in passage.sentences.iter().filter(|words| words.len() > MOST) {
            let span = passage.span(passage.range(words.start, words.end - 1));
            // What the front matter says is written by the kind.
            if span.file != page.file || span.end > page.meta.span.end {
                let message = format!("this sentence has {} words", words.len());
                report.add(span, message, format!("make two of it: {MOST} words at most, and one idea in each"));
            }
        }
    }
}
