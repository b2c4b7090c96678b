//! Lists of one item.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline, List, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A052",
        name: "list-one-item",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("list_one_item.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for part in body.parts() {
        siblings(part, report);
    }
}

fn siblings(blocks: &[Block], report: &mut Sink<'_>) {
    for (at, block) in blocks.iter().enumerate() {
        // A list in a list says that its item belongs to the one above, however few there are.
        if let Block::List(list) = block {
            // Markdown starts a new list where the mark changes, so a list beside a list is not alone.
            let beside =
                |at: Option<usize>| at.and_then(|at| blocks.get(at)).is_some_and(|b| matches!(b, Block::List(_)));
            if alone(list) && !beside(at.checked_sub(1)) && !beside(Some(at + 1)) {
                report.add(list.span, "this list has one item", "write it as a sentence, without the mark of a list");
            }
        }
        let inner = if matches!(block, Block::List(_)) { Vec::new() } else { walk::held(block) };
        for held in inner {
            siblings(held, report);
        }
    }
}

/// Returns whether a bulleted list is one plain item; a number or a task may go on elsewhere, and a
/// link may be the only one so far of a list that grows.
fn alone(list: &List) -> bool {
    let [item] = list.items.as_slice() else { return false };
    let plain = item.blocks.iter().all(|block| matches!(block, Block::Paragraph(_)));
    let mut link = false;
    walk::inlines(&item.blocks, &mut |inline| link |= matches!(inline, Inline::Link(_)));
    !link && list.start.is_none() && item.task.is_none() && plain
}
