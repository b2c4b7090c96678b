//! Lists that are too long to keep in mind.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline, ListItem, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A054",
        name: "list-long",
        severity: Severity::Info,
        wcag: &[],
        act: &[],
        doc: include_str!("list_long.md"),
    },
    look: Look::Body(look),
};

/// The most items that a list should have. NHS digital service manual asks for 6; this is where it surely hurts.
const MOST: usize = 10;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for block in body.blocks() {
        let Block::List(list) = block else { continue };
        let links = list.items.iter().filter(|item| has_link(item)).count();
        // Numbers keep a reader's place in a long list, such as that of the sources.
        if list.start.is_none() && list.items.len() > MOST && links * 2 < list.items.len() {
            let message = format!("this list has {} items", list.items.len());
            report.add(list.span, message, "split it into shorter lists, each under its own heading");
        }
    }
}

/// Returns whether an item leads somewhere: a list of those is a contents list, and may be long.
fn has_link(item: &ListItem) -> bool {
    let mut found = false;
    walk::inlines(&item.blocks, &mut |inline| found |= matches!(inline, Inline::Link(_)));
    found
}
