//! Pictures that are called decorative and have alt text.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A062",
        name: "decorative-with-alt",
        severity: Severity::Warning,
        wcag: &["1.1.1"],
        act: &[],
        doc: include_str!("decorative_with_alt.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for image in body.images() {
        if image.decorative && !image.alt.is_empty() {
            let message = format!("the picture `{}` is decorative, but has the alt text `{}`", image.wanted, image.alt);
            let help = "remove `\"decorative\"` where the picture matters; otherwise empty the square brackets";
            report.add(image.span, message, help);
        }
    }
}
