//! Headings with the same words under the same heading.

use std::collections::BTreeMap;

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::plain_text;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A047",
        name: "heading-duplicate",
        severity: Severity::Warning,
        wcag: &["2.4.6"],
        act: &[],
        doc: include_str!("heading_duplicate.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    // The open headings, outermost first: their level, and the headings right under them.
    let mut open: Vec<(u8, BTreeMap<String, Span>)> = vec![(0, BTreeMap::new())];
    for heading in body.headings() {
        while open.len() > 1 && open.last().is_some_and(|(level, _)| *level >= heading.level) {
            open.pop();
        }
        let words = plain_text(&heading.content);
        let words = words.trim();
        if let Some((_, known)) = open.last_mut()
            && !words.is_empty()
        {
            if let Some(first) = known.get(&words.to_lowercase()) {
                let message = format!("another heading in the same section also says `{words}`");
                let help = "say how the two sections differ, such as `Dates for victims` and `Dates for services`";
                report.push(report.finding(heading.span, message, help).with_label(*first, "the other heading"));
            } else {
                known.insert(words.to_lowercase(), heading.span);
            }
        }
        open.push((heading.level, BTreeMap::new()));
    }
}
