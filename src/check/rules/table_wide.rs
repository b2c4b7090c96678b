//! Tables with many columns.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Block;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A057",
        name: "table-wide",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("table_wide.md"),
    },
    look: Look::Body(look),
};

/// The most columns that fit a sheet of A4 in large print, one word each.
const MOST: usize = 6;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for block in body.blocks() {
        let Block::Table(table) = block else { continue };
        if table.header.len() > MOST {
            let message = format!("this table has {} columns", table.header.len());
            report.add(table.span, message, "split it into smaller tables, or make each row a section of its own");
        }
    }
}
