//! Pages and leaflets whose review is due.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A077",
        name: "review-due",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("review_due.md"),
    },
    look: Look::Body(look),
};

/// How many days before a review somebody should know of it.
const AHEAD: u32 = 30;

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let (review, span, sensitive) = match (body.page, body.leaflet) {
        (Some(page), _) => (page.meta.review, page.key_span("review"), page.meta.sensitive),
        (None, Some(leaflet)) => (Some(leaflet.review), Span::whole(body.file), false),
        (None, None) => return,
    };
    let Some(review) = review else { return };
    let help = "read it, mend what has changed, and set `review` to the next date";
    let day = review.in_words(body.lang);
    if review >= site.today() {
        if review.ordinal() - site.today().ordinal() <= AHEAD {
            report.add(span, format!("the review is due on {day}"), help);
        }
    } else if !sensitive {
        // On a sensitive page `review-overdue` says so.
        report.add(span, format!("the review was due on {day}"), help);
    }
}
