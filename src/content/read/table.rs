//! Headings over several columns, as MultiMarkdown writes them: a cell that `||` ends stands over two columns, one that `|||`
//! ends over three. They stand in the first row of headings. Where each column has its own heading too, that row comes below;
//! the parser knows one row of headings alone, and gives the row above it as a paragraph.

use std::ops::Range;

use super::stack::caption;
use crate::content::problems;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Block, ColumnGroup, Inline, Paragraph, Table};

/// Where the pipes of a table touch each other, as it is read.
#[derive(Default)]
pub struct Touching {
    rows: usize,
    cell: usize,
    /// The cells of the row of headings that have no room, by number.
    heading: Vec<usize>,
    /// The first such cell of any other row.
    other: Option<Range<usize>>,
}

impl Touching {
    /// Begins a row.
    pub fn row(&mut self) {
        self.rows += 1;
        self.cell = 0;
    }

    /// Takes in a cell, given the text and the bytes of it between the cell's pipes.
    pub fn cell(&mut self, text: &str, at: &Range<usize>) {
        let before = at.start.checked_sub(1).and_then(|before| text.get(before..=at.start));
        if at.is_empty() && before == Some("||") {
            match self.rows {
                1 => self.heading.push(self.cell),
                _ => _ = self.other.get_or_insert_with(|| at.start - 1..at.start + 1),
            }
        }
        self.cell += 1;
    }
}

/// Gives the last of some blocks, if it is a table, its headings over several columns. Returns what is wrong with them.
pub fn settle(blocks: &mut Vec<Block>, touching: Touching, text: &str, file: FileId) -> Vec<Diagnostic> {
    let Some(Block::Table(mut table)) = blocks.pop_if(|block| matches!(block, Block::Table(_))) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let span = table.span;
    if let Some(at) = &touching.other {
        let span = Span::new(file, at.start, at.end);
        let message = "a cell of this row stands over two columns, which only headings can";
        let help = "write the value in each column, or a blank between the pipes for a cell that is empty";
        found.push(Diagnostic::new(&problems::TABLE_SPAN_MISPLACED, span, message, help));
    }
    if !touching.heading.is_empty() {
        join(&mut table, &touching.heading);
    }
    if let Some(Block::Paragraph(above)) = blocks.last()
        && above.span.end <= span.start
        && text.get(above.span.end as usize..span.start as usize).is_some_and(is_next_line)
        && let Some(groups) = groups(above)
    {
        let (have, want) = (groups.iter().map(|group| group.columns).sum::<usize>(), table.columns.len());
        if have == want && table.groups.is_empty() {
            table.groups = groups;
            table.span = above.span.to(span);
            blocks.pop();
        } else {
            found.push(uneven((have, want), table.groups.is_empty(), above.span));
        }
    }
    if let Some(Block::Paragraph(before)) = blocks.last()
        && table.caption.is_empty()
        && let Some(words) = caption(before)
    {
        table.caption = words;
        blocks.pop();
    }
    blocks.push(Block::Table(table));
    found
}

/// Returns whether what stands between two lines is an end of line and what a quotation or a list puts before the next one.
fn is_next_line(between: &str) -> bool {
    between.matches('\n').count() == 1 && between.chars().all(|c| c.is_whitespace() || c == '>')
}

fn uneven((have, want): (usize, usize), alone: bool, span: Span) -> Diagnostic {
    let (message, help) = match alone {
        true => (
            format!("the headings of this row stand over {have} of {want} columns"),
            "end a heading over two columns with `||`, over three with `|||`; leave a cell empty where there is none",
        ),
        false => (
            "two rows of this table have headings over several columns".to_string(),
            "keep one such row, and below it a heading for each column",
        ),
    };
    Diagnostic::new(&problems::TABLE_SPAN_UNEVEN, span, message, help)
}

/// Makes the only row of headings one of headings over several columns.
fn join(table: &mut Table, touching: &[usize]) {
    let count = table.header.len();
    for (at, heading) in std::mem::take(&mut table.header).into_iter().enumerate() {
        match table.groups.last_mut() {
            Some(last) if touching.contains(&at) => last.columns += 1,
            _ => table.groups.push(ColumnGroup { heading, columns: 1 }),
        }
    }
    table.header = vec![Vec::new(); count];
}

/// Returns the headings that a row of cells above a table holds; nothing where it is no such row.
fn groups(row: &Paragraph) -> Option<Vec<ColumnGroup>> {
    let Some(Inline::Text(first)) = row.content.first() else { return None };
    if !first.text.starts_with('|') {
        return None;
    }
    let mut groups: Vec<ColumnGroup> = Vec::new();
    let mut cell: Vec<Inline> = Vec::new();
    // Whether a pipe stands right before what comes, and whether it is the first.
    let (mut touching, mut opened) = (false, false);
    for inline in &row.content {
        let Inline::Text(words) = inline else {
            cell.push(inline.clone());
            touching = false;
            continue;
        };
        let mut from = 0;
        for (at, _) in words.text.match_indices('|').chain([(words.text.len(), "")]) {
            let end = at == words.text.len();
            if at > from {
                touching = false;
                cell.push(Inline::Text(words.slice(from..at)));
            }
            from = at + 1;
            if end {
                break;
            }
            match groups.last_mut() {
                _ if !opened => opened = true,
                Some(last) if touching => last.columns += 1,
                _ => groups.push(ColumnGroup { heading: trimmed(std::mem::take(&mut cell)), columns: 1 }),
            }
            touching = true;
        }
    }
    let rest = trimmed(cell);
    if !rest.is_empty() {
        groups.push(ColumnGroup { heading: rest, columns: 1 });
    }
    Some(groups)
}

/// Returns a cell without the blanks at its ends.
fn trimmed(mut cell: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(first)) = cell.first_mut() {
        let blank = first.text.len() - first.text.trim_start().len();
        *first = first.slice(blank..first.text.len());
    }
    if let Some(Inline::Text(last)) = cell.last_mut() {
        *last = last.slice(0..last.text.trim_end().len());
    }
    cell.retain(|inline| !matches!(inline, Inline::Text(words) if words.text.is_empty()));
    cell
}
