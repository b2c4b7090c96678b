//! Titles that search results and browser tabs cut off.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A008",
        name: "title-too-long",
        severity: Severity::Warning,
        wcag: &["2.4.2"],
        act: &[],
        doc: include_str!("title_too_long.md"),
    },
    look: Look::Body(look),
};

/// The most characters of a title, with spaces. Source: GOV.UK content design, titles: under 65.
const MOST: usize = 64;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let length = page.meta.title.chars().count();
    if length > MOST {
        let help = "shorten it to under 65, with the words that readers look for first";
        report.add(page.key_span("title"), format!("the title has {length} characters"), help);
    }
}
