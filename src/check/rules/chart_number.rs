//! Charts whose cells are no numbers, or numbers of different things.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, chart, plain_text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A131",
        name: "chart-number",
        severity: Severity::Error,
        wcag: &["1.1.1"],
        act: &[],
        doc: include_str!("chart_number.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for block in body.blocks() {
        let Block::Table(table) = block else { continue };
        if !table.bars {
            continue;
        }
        let mut unit: Option<String> = None;
        for (at, row) in table.rows.iter().enumerate() {
            let Some(cell) = row.get(1) else { continue };
            let Some(amount) = chart::amount(cell) else {
                let message =
                    format!("row {} of this chart has `{}`, which is no number", at + 1, plain_text(cell).trim());
                report.add(table.span, message, "write one number in digits, not below 0, such as `1,234` or `85%`");
                continue;
            };
            match &unit {
                Some(first) if *first != amount.unit => {
                    let message = format!(
                        "row {} of this chart has `{}`, and the rows before count something else",
                        at + 1,
                        plain_text(cell).trim()
                    );
                    report.add(
                        table.span,
                        message,
                        "show in one chart only what can be compared: all in `£`, or all in `%`",
                    );
                }
                Some(_) => {}
                None => unit = Some(amount.unit),
            }
        }
    }
}
