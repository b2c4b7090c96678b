//! Captions that go on when the film is over.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Details;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A094",
        name: "caption-after-end",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("caption_after_end.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let Details::Film(film) = &page.meta.details else { return };
    let Some(seconds) = film.seconds else { return };
    // A length in whole seconds leaves up to one second untold.
    let end = (u64::from(seconds) + 1) * 1000;
    // One is enough: those after it are too late for the same reason.
    if let Some(cue) = film.captions.cues.iter().find(|cue| cue.end > end) {
        let message = "this caption is still shown when the film is over";
        let help = "correct its times, or `duration`; or are these the captions of another film?";
        report.push(report.finding(cue.span, message, help).with_label(page.key_span("duration"), "how long it is"));
    }
}
