//! Columns that were pasted as lines of text.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Block;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A144",
        name: "columns-pasted",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("columns_pasted.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for block in body.blocks() {
        let Block::Paragraph(paragraph) = block else { continue };
        if paragraph.span.file != body.file {
            continue;
        }
        let written = report.written(paragraph.span);
        if !in_columns(written) {
            continue;
        }
        let mut beside = 0;
        for line in written.lines() {
            beside = if in_columns(line) { beside + 1 } else { 0 };
            if beside == 2 {
                let message = "these lines stand in columns made of spaces or tabs";
                let help = "write a table, with `|` between the cells and a header row, or a list";
                report.add(paragraph.span, message, help);
                break;
            }
        }
    }
}

/// Returns whether a line has a tab, or three spaces, between its words.
fn in_columns(line: &str) -> bool {
    let line = line.trim().trim_start_matches(['-', '*', '>']).trim_start();
    line.contains('\t') || line.contains("   ")
}
