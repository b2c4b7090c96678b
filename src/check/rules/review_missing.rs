//! Sensitive pages that nobody will look at again.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A076",
        name: "review-missing",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("review_missing.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    if page.meta.sensitive && page.meta.review.is_none() {
        let help = format!("add a line such as `review: {}-{:02}-01`", site.today().year() + 1, site.today().month());
        report.add(page.key_span("sensitive"), "this page is sensitive, and has no date for its next review", help);
    }
}
