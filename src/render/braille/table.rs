//! Tables: in columns where they fit, or else row by row.

use super::glyph::Glyphs;
use super::strip::Strip;
use super::transcriber::Transcriber;
use super::wrap::{Cells, Indent, wrap};
use crate::braille::Cell;
use crate::render::linear::{Line, Table};

/// Blank cells between two columns.
const BETWEEN: usize = 2;

/// Under the headings of columns, dots 2 and 5. Source: Braille Formats (BANA, 2016), 11.4.
const UNDER: Cell = Cell::of_bits(0b01_0010);

/// Returns a table as strips, its caption first.
pub fn strips(transcriber: &Transcriber<'_>, table: &Table, width: usize) -> Vec<Strip> {
    let caption = wrap(&transcriber.line(&table.caption), Indent { first: 2, rest: 0 }, width);
    let mut strips = Vec::new();
    if !caption.is_empty() {
        strips.push(Strip { gap: 1, keep: true, whole: true, ..Strip::of(caption) });
    }
    let written = |cells: &[Line]| cells.iter().map(|cell| transcriber.line(cell)).collect::<Vec<Glyphs>>();
    let header = written(&table.headings());
    let rows: Vec<Vec<Glyphs>> = table.rows.iter().map(|row| written(row)).collect();
    match columns(&header, &rows, width) {
        Some(widths) => strips.extend(in_columns(&header, &rows, &widths)),
        None => strips.extend(rows.iter().map(|row| in_words(transcriber, &header, row, width))),
    }
    strips
}

/// Returns how wide each column is, if all have room beside each other.
fn columns(header: &[Glyphs], rows: &[Vec<Glyphs>], width: usize) -> Option<Vec<usize>> {
    let count = rows.iter().map(Vec::len).chain([header.len()]).max().filter(|count| *count > 0)?;
    let longest = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).chain(header.get(at));
        cells.map(Vec::len).max().unwrap_or(0).max(1)
    };
    let widths: Vec<usize> = (0..count).map(longest).collect();
    (widths.iter().sum::<usize>() + BETWEEN * (count - 1) <= width).then_some(widths)
}

fn in_columns(header: &[Glyphs], rows: &[Vec<Glyphs>], widths: &[usize]) -> Vec<Strip> {
    let line = |row: &[Glyphs]| {
        let mut cells = Cells::new();
        let mut start = 0;
        for (at, width) in widths.iter().enumerate() {
            cells.resize(start, Cell::BLANK);
            cells.extend(row.get(at).into_iter().flatten().map(|glyph| glyph.cell));
            start += width + BETWEEN;
        }
        let end = cells.iter().rposition(|cell| *cell != Cell::BLANK).map_or(0, |at| at + 1);
        cells.truncate(end);
        cells
    };
    let mut strips = Vec::new();
    if header.iter().any(|cell| !cell.is_empty()) {
        let mut under = Cells::new();
        let mut start = 0;
        for width in widths {
            under.resize(start, Cell::BLANK);
            under.resize(start + width, UNDER);
            start += width + BETWEEN;
        }
        strips.push(Strip { keep: true, whole: true, ..Strip::of(vec![line(header), under]) });
    }
    strips.extend(rows.iter().map(|row| Strip::of(vec![line(row)])).filter(|strip| strip.lines != [Cells::new()]));
    strips
}

/// Returns one row in words: what heads it, and each value behind its column's heading.
fn in_words(transcriber: &Transcriber<'_>, header: &[Glyphs], row: &[Glyphs], width: usize) -> Strip {
    let mut words = Glyphs::new();
    for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        if !words.is_empty() {
            words.extend(transcriber.words(if at == 1 { ": " } else { "; " }));
        }
        if let Some(heading) = header.get(at).filter(|heading| at > 0 && !heading.is_empty()) {
            words.extend(heading);
            words.extend(transcriber.words(" "));
        }
        words.extend(cell);
    }
    Strip::of(wrap(&words, Indent { first: 2, rest: 0 }, width))
}
