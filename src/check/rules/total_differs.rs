//! Totals in tables that their rows do not add up to.

use crate::check::{Body, Known, Look, Rule, Sink, words};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline, Table, grouped_digits};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A191",
        name: "total-differs",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("total_differs.md"),
    },
    look: Look::Body(look),
};

/// What a row of sums is called, in small letters.
const TOTALS: &[&str] = &[
    "total",
    "totals",
    "grand total",
    "all",
    "in all",
    "altogether",
    "overall",
    "sum",
    "overall total",
    "total spend",
    "total cost",
];

/// A figure as a table has it.
struct Cell {
    value: f64,
    /// The digits after its point.
    decimals: usize,
    /// The sign before or after it, so that pounds are not added to per cents.
    sign: Option<char>,
}

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for block in body.blocks() {
        let Block::Table(table) = block else { continue };
        if let [rows @ .., total] = table.rows.as_slice()
            && rows.len() > 1
            && total.first().is_some_and(|cell| is_total(cell))
            && !rows.iter().any(|row| row.first().is_some_and(|cell| words(cell).to_lowercase().contains("total")))
        {
            for column in 1..total.len() {
                compare(table, rows, total, column, report);
            }
        }
    }
}

fn is_total(cell: &[Inline]) -> bool {
    TOTALS.contains(&words(cell).trim().trim_end_matches(':').to_lowercase().as_str())
}

/// Adds up one column, where all its cells are figures of one sort.
fn compare(table: &Table, rows: &[Vec<Vec<Inline>>], total: &[Vec<Inline>], column: usize, report: &mut Sink<'_>) {
    let figures = |row: &Vec<Vec<Inline>>| row.get(column).and_then(|cell| figure(&words(cell)));
    let Some(cells) = rows.iter().map(figures).collect::<Option<Vec<Cell>>>() else { return };
    let Some(cell) = total.get(column) else { return };
    let written = words(cell);
    let Some(said) = figure(&written) else { return };
    // Shares of one whole are rounded each for itself, and rates are not added up at all.
    if said.sign == Some('%') || cells.iter().any(|cell| cell.sign != said.sign) {
        return;
    }
    let sum: f64 = cells.iter().map(|cell| cell.value).sum();
    let decimals = cells.iter().map(|cell| cell.decimals).chain([said.decimals]).max().unwrap_or(0);
    let rounded = cells.iter().any(|cell| cell.decimals > 0) && said.sign != Some('£');
    let step = 10f64.powi(-i32::try_from(said.decimals.min(decimals)).unwrap_or(0));
    let slack = if rounded { step * (cells.len() as f64 + 1.0) / 2.0 } else { step / 2.0 };
    if (sum - said.value).abs() > slack.max(1e-6) {
        let pounds = if said.sign == Some('£') { "£" } else { "" };
        let message =
            format!("the rows add up to {pounds}{}, not to `{}`", sum_in_words(sum, decimals), written.trim());
        let span = cell.first().map_or(table.span, |inline| inline.span());
        report.add(
            span,
            message,
            "mend the figure that is wrong; if a row is left out on purpose, say so under the table",
        );
    }
}

/// Returns the figure of a cell that is nothing else: "£20,000", "1,204", "12.5".
fn figure(text: &str) -> Option<Cell> {
    let text = text.trim();
    let sign = text.chars().find(|c| matches!(c, '£' | '%'));
    let digits = text.strip_prefix('£').unwrap_or(text).trim_end_matches('%').replace(',', "");
    let plain =
        digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') && digits.starts_with(|c: char| c.is_ascii_digit());
    let value = digits.parse().ok().filter(|_| plain)?;
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    Some(Cell { value, decimals, sign })
}

/// Returns a sum with commas between its thousands.
fn sum_in_words(sum: f64, decimals: usize) -> String {
    let text = format!("{sum:.decimals$}");
    match text.split_once('.') {
        Some((whole, rest)) => format!("{}.{rest}", grouped_digits(whole)),
        None => grouped_digits(&text),
    }
}
