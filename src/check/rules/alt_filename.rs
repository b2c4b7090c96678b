//! Alt text that is the name of a file.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A061",
        name: "alt-filename",
        severity: Severity::Error,
        wcag: &["1.1.1"],
        act: &[],
        doc: include_str!("alt_filename.md"),
    },
    look: Look::Body(look),
};

/// How the names of picture files end.
const ENDINGS: &[&str] = &[".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff"];

/// How cameras start the names of their files.
const CAMERAS: &[&str] = &["img_", "img-", "dsc_", "dscn", "dscf", "pxl_", "screenshot_", "screenshot-"];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for image in body.images() {
        let lower = image.alt.to_lowercase();
        let one_word = !lower.is_empty() && !lower.contains(char::is_whitespace);
        let file = ENDINGS.iter().any(|ending| lower.ends_with(ending))
            || (one_word && CAMERAS.iter().any(|camera| lower.starts_with(camera)));
        if file {
            let message = format!("the alt text `{}` is the name of a file", image.alt);
            report.add(image.span, message, "say what the picture shows, such as `The front door of our office`");
        }
    }
}
