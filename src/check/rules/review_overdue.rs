//! Sensitive pages whose review is overdue.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A087",
        name: "review-overdue",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("review_overdue.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let Some(review) = page.meta.review.filter(|review| page.meta.sensitive && *review < site.today()) else { return };
    let message = format!("this page is sensitive, and its review was due on {}", review.in_words(body.lang));
    let help = "ring every number on it, mend what has changed, and set `review` to the next date";
    report.add(page.key_span("review"), message, help);
}
