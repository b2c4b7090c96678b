//! Columns that were pasted as lines of text.

use crate::check::{Body, Known, Look, Rule, Sink, words};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline, Table};

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
        if let Block::Table(table) = block
            && table.span.file == body.file
            && runs_on(table)
        {
            let message = "the cells of this table are lines of running text, which goes on in the cell below";
            let help = "write each column as paragraphs, one column after the other";
            report.add(table.span, message, help);
        }
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

/// Words that no line of a table ends with, and lines of running text do.
const GO_ON: &[&str] = &[
    "a", "an", "the", "and", "or", "of", "to", "in", "for", "with", "from", "as", "at", "by", "on", "we", "you",
    "they", "have", "has", "is", "are", "was", "were", "be", "that", "which", "who", "your", "our", "their", "every",
    "any", "this", "if", "when",
];

/// Returns whether the text of at least two cells goes on in the cells below, as in columns that were pasted as a table.
fn runs_on(table: &Table) -> bool {
    let header = std::iter::once(&table.header).filter(|header| !header.is_empty());
    let rows: Vec<&Vec<Vec<Inline>>> = header.chain(&table.rows).collect();
    let mut going = 0;
    for pair in rows.windows(2) {
        let [above, below] = pair else { continue };
        for (cell, under) in above.iter().zip(below.iter()) {
            let (cell, under) = (words(cell), words(under));
            let last = cell.split_whitespace().next_back().unwrap_or_default().to_lowercase();
            // A list of phrases, "in the process of", has short ones.
            let long = [&cell, &under].iter().all(|cell| cell.split_whitespace().nth(4).is_some());
            let small = under.trim_start().starts_with(char::is_lowercase);
            going += usize::from(long && small && GO_ON.contains(&last.as_str()));
        }
    }
    going > 1 || flows(&rows)
}

/// Returns whether most cells of a table break off in a sentence that the cell below takes up, and the sentences end inside of
/// cells, as no cells of a table do.
fn flows(rows: &[&Vec<Vec<Inline>>]) -> bool {
    let (mut pairs, mut broken, mut inside) = (0, 0, 0);
    for pair in rows.windows(2) {
        let [above, below] = pair else { continue };
        for (cell, under) in above.iter().zip(below.iter()) {
            let (cell, under) = (words(cell), words(under));
            let (cell, under) = (cell.trim(), under.trim());
            pairs += 1;
            let long = [cell, under].iter().all(|cell| cell.split_whitespace().nth(3).is_some());
            broken += usize::from(
                long && !cell.ends_with(['.', '!', '?', ':', ';', ')']) && under.starts_with(char::is_lowercase),
            );
            inside += usize::from(cell.contains(". ") && !cell.ends_with('.'));
        }
    }
    let capital =
        rows.first().is_some_and(|row| row.iter().all(|cell| words(cell).trim().starts_with(char::is_uppercase)));
    capital && inside > 0 && broken > 1 && 4 * broken >= 3 * pairs
}

/// Returns whether a line has a tab, or three spaces, between its words.
fn in_columns(line: &str) -> bool {
    let line = line.trim().trim_start_matches(['-', '*', '>']).trim_start();
    line.contains('\t') || line.contains("   ")
}
