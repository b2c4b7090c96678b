//! Easy Read pages that do not say what they were made from, or who tried them out.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Details;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A101",
        name: "easy-read-untested",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("easy_read_untested.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let Details::EasyRead(easy) = &page.meta.details else { return };
    if easy.tested_by.is_empty() {
        let help = "try it out with people with a learning disability, and add `tested_by:` with their group";
        report.add(page.key_span("kind"), "nobody is named who tried this page out", help);
    }
    if !easy.tested_by.is_empty() && easy.tested.is_none() {
        let help = "add `tested:` with the day, such as `tested: 2026-11-22`";
        report.add(page.key_span("tested_by"), "nothing says when this page was tried out", help);
    }
    if easy.original.is_empty() {
        let help = "add `original:` with the file of the full page, such as `original: help.md`";
        report.add(page.key_span("kind"), "nothing says which page this is the Easy Read version of", help);
    }
}
