//! Figures that the store of facts does not have.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Guesses, Severity, Span};
use crate::model::{Block, Inline};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A006",
        name: "fact-unknown",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("fact_unknown.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let guesses = Guesses::default();
    let mut tell = |key: &str, span: Span| {
        if !site.facts.contains_key(key) {
            let help = match guesses.nearest(key, site.facts.keys().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "add it to `content/_data/facts.yaml`, with its source".to_string(),
            };
            report.add(span, format!("there is no fact `{key}`"), help);
        }
    };
    for inline in body.inlines() {
        if let Inline::Fact(written) = inline {
            tell(&written.key, written.span);
        }
    }
    for block in body.blocks() {
        if let Block::Statistic(statistic) = block {
            tell(&statistic.key, statistic.span);
        }
    }
}
