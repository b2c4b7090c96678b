//! Tables with empty cells.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline, plain_text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A056",
        name: "table-cell-empty",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("table_cell_empty.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for block in body.blocks() {
        let Block::Table(table) = block else { continue };
        let empty = |cell: &&Vec<Inline>| {
            plain_text(cell).trim().is_empty() && !cell.iter().any(|inline| !matches!(inline, Inline::Text(_)))
        };
        let count = table.rows.iter().flatten().filter(empty).count();
        if count > 0 {
            let message = match count {
                1 => "1 cell of this table is empty".to_string(),
                _ => format!("{count} cells of this table are empty"),
            };
            report.add(table.span, message, "write what is meant, such as `none`, `not known` or `0`");
        }
    }
}
