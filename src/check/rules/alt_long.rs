//! Alt text that is too long.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A059",
        name: "alt-long",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("alt_long.md"),
    },
    look: Look::Body(look),
};

/// The most characters that alt text should have. Source: NHS digital service manual, images.
const MOST: usize = 125;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for image in body.images() {
        let length = image.alt.chars().count();
        if length > MOST {
            let message = format!("the alt text of `{}` has {length} characters", image.wanted);
            report.add(image.span, message, "say it in at most 125, and put the rest into the text beside the picture");
        }
    }
}
