//! Films that do not say how long they are, or who signs them.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Details;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A098",
        name: "film-detail-missing",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("film_detail_missing.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let Details::Film(film) = &page.meta.details else { return };
    let written = |key: &str| page.meta.spans.contains_key(key);
    if !written("duration") {
        let key = if written("video") { "video" } else { "kind" };
        let help = "add its minutes and seconds, such as `duration: 3:25`";
        report.add(page.key_span(key), "nothing says how long this film is", help);
    }
    if film.bsl.as_ref().is_some_and(|bsl| bsl.interpreter.is_empty()) {
        let help = "add `interpreter:` under `bsl:`, with a name and the number in the register";
        report.add(page.key_span("bsl"), "nothing says who signs this film", help);
    }
}
