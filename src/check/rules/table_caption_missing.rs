//! Tables that do not say what they show.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, plain_text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A058",
        name: "table-caption-missing",
        severity: Severity::Warning,
        wcag: &["1.3.1"],
        act: &[],
        doc: include_str!("table_caption_missing.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for block in body.blocks() {
        let Block::Table(table) = block else { continue };
        if plain_text(&table.caption).trim().is_empty() {
            let help = "put a line such as `Table: Grants to services in 2026` before it, with an empty line between";
            report.add(table.span, "this table has no caption", help);
        }
    }
}
