//! Pictures without words for those who cannot see them.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A004",
        name: "image-alt-missing",
        severity: Severity::Error,
        wcag: &["1.1.1"],
        act: &["23a2a8"],
        doc: include_str!("image_alt_missing.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let help =
        "say what it shows between the square brackets, or add \"decorative\" after the name where it adds nothing";
    for image in body.images().filter(|image| image.alt.is_empty() && !image.decorative) {
        report.add(image.span, format!("the picture `{}` has no alt text", image.wanted), help);
    }
}
