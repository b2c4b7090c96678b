//! Captions without words.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Details;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A097",
        name: "caption-empty",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("caption_empty.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(Details::Film(film)) = body.page.map(|page| &page.meta.details) else { return };
    for cue in film.captions.cues.iter().filter(|cue| cue.lines.is_empty()) {
        let help =
            "write what is said on the line below, or what is heard, such as `[door closes]`; or remove the times";
        report.add(cue.span, "this caption has no words", help);
    }
}
