//! Closed calls that still ask people to apply.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::kinds::DueKind;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A085",
        name: "deadline-passed",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("deadline_passed.md"),
    },
    look: Look::Body(look),
};

/// What a sentence about the future says.
const STILL: &[&str] =
    &["will close", "closes on", "closes at", "must ", "apply by", "send it by", "please ", "are due", "is due"];

/// What a sentence about the past says.
const OVER: &[&str] = &["closed", " was ", " were ", " had to ", "needed it", "did not"];

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let passed = page.meta.details.due().into_iter().filter(|due| due.what != DueKind::Opens);
    for day in passed.filter(|due| site.clock.passed(due.by)).map(|due| due.by.date) {
        let words = day.in_words(body.lang);
        for run in body.runs() {
            for sentence in run.words.split_inclusive(['.', '!', '?']) {
                let lower = sentence.to_lowercase();
                let still =
                    STILL.iter().any(|word| lower.contains(word)) && !OVER.iter().any(|word| lower.contains(word));
                if sentence.contains(&words) && still {
                    let span = run.inlines.first().map_or(page.meta.span, |inline| inline.span());
                    let message = format!("`{}` asks for something by a day that has passed", sentence.trim());
                    report.add(span, message, "say first that this is closed, and put the sentence into the past");
                }
            }
        }
    }
}
