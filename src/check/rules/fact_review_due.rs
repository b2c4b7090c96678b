//! Facts that somebody should have compared with their source.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A079",
        name: "fact-review-due",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("fact_review_due.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let mut used: Vec<&str> = Vec::new();
    for block in body.blocks() {
        if let Block::Statistic(statistic) = block {
            used.push(&statistic.key);
        }
    }
    for inline in body.inlines() {
        if let Inline::Fact(fact) = inline {
            used.push(&fact.key);
        }
    }
    // The finding stands in the store, so however many pages use the fact, it is told once.
    for fact in used.into_iter().filter_map(|key| site.facts.get(key)) {
        let Some(review) = fact.review.filter(|review| *review < site.today()) else { continue };
        let day = review.in_words(&site.about.language);
        let message = format!("the review of the fact `{}` was due on {day}", fact.key);
        report.add(fact.span, message, "compare it with its source, and set `checked` and `review`");
    }
}
