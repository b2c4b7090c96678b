//! Tables whose columns have no heading.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline, plain_text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A055",
        name: "table-header-missing",
        severity: Severity::Error,
        wcag: &["1.3.1"],
        act: &[],
        doc: include_str!("table_header_missing.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for block in body.blocks() {
        let Block::Table(table) = block else { continue };
        let empty = |cell: &[Inline]| plain_text(cell).trim().is_empty();
        let bare = |(at, cell): (usize, &Vec<Inline>)| {
            empty(cell) && (!table.is_headed_by_groups() || empty(table.group_of(at)))
        };
        let help = "say in the first row what stands in each column";
        if table.header.iter().enumerate().all(bare) {
            report.add(table.span, "this table's columns have no headings", help);
        } else if let Some(at) = table.header.iter().enumerate().skip(1).position(bare) {
            // The corner above the row headings may stay empty.
            report.add(table.span, format!("column {} of this table has no heading", at + 2), help);
        }
    }
}
