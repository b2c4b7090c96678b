//! Tables of Word. Source: ECMA-376, part 1, 17.4.

use super::super::document::{Block, Cell, Remark, Table, Told};
use super::super::refusal::Refusal;
use super::super::xml::Element;
use super::body::said;
use super::look::is_on;
use super::paragraph::is_struck_out;
use super::reader::Reader;

/// The most columns that a table may have. Source: Word's own limit is 63.
const MOST_COLUMNS: usize = 200;

/// The most rows that are read. Source: as many as a page of Handbill can show.
const MOST_ROWS: usize = 5_000;

/// How many blocks a cell holds before the table is taken for one that only arranges a page. Source: ours.
const MUCH: usize = 8;

/// A cell, where it begins, and how it stands to the one above it.
struct Placed {
    cell: Cell,
    column: usize,
    goes_on: bool,
}

impl Reader<'_> {
    /// Returns a table, or what it holds where it only puts a box around it or arranges the page.
    ///
    /// # Errors
    ///
    /// A part that it leads to is damaged.
    pub fn table(&mut self, element: &Element) -> Result<Vec<Block>, Refusal> {
        let mut before = Vec::new();
        let mut rows: Vec<Vec<Placed>> = Vec::new();
        let mut headings = 0;
        let mut found = Vec::new();
        rows_of(element, &mut found);
        if found.len() > MOST_ROWS {
            let told = format!("the rows of this table after the first {MOST_ROWS}; offer it as a spreadsheet instead");
            before.push(Block::Remark(Remark::lost(told)));
            found.truncate(MOST_ROWS);
        }
        for row in found {
            let properties = row.child("w:trPr");
            let cells = self.row(row)?;
            if properties.is_some_and(is_struck_out) {
                let words: Vec<String> = cells.iter().map(|placed| said(&placed.cell.blocks)).collect();
                let remark = Remark::deleted(&format!("a row: {}", words.join(" / ")), "", "");
                before.push(Block::Remark(remark));
                continue;
            }
            let is_heading = properties.and_then(|one| one.child("w:tblHeader")).is_some_and(is_on);
            headings += usize::from(is_heading && headings == rows.len());
            rows.push(cells);
        }
        if headings == 0
            && rows.len() > 1
            && has_first_row(element)
            && rows.first().is_some_and(|row| names_columns(row))
        {
            headings = 1;
        }
        let rows = self.joined(rows);
        before.extend(arranged(rows, headings.min(4), &mut self.document.told));
        Ok(before)
    }

    fn row(&mut self, row: &Element) -> Result<Vec<Placed>, Refusal> {
        let skipped = row.at(&["w:trPr", "w:gridBefore"]).and_then(|before| before.attribute("w:val")?.parse().ok());
        let mut column: usize = skipped.unwrap_or(0);
        let mut cells = Vec::new();
        if column > 0 && column < MOST_COLUMNS {
            let cell = Cell { blocks: Vec::new(), columns: column, rows: 1, at_end: false };
            cells.push(Placed { cell, column: 0, goes_on: false });
        }
        let mut found = Vec::new();
        cells_of(row, &mut found);
        for element in found {
            let properties = element.child("w:tcPr");
            let of = |name: &str| properties.and_then(|properties| properties.child(name));
            let columns = of("w:gridSpan").and_then(|span| span.attribute("w:val")?.parse().ok()).unwrap_or(1);
            let columns = columns.clamp(1, MOST_COLUMNS);
            let merge = |name: &str| of(name).map(|merge| merge.attribute("w:val") != Some("restart"));
            let blocks = self.blocks(element)?;
            if merge("w:hMerge") == Some(true)
                && let Some(last) = cells.last_mut()
            {
                last.cell.columns += columns;
                last.cell.blocks.extend(blocks);
            } else if column + columns <= MOST_COLUMNS {
                let at_end = is_at_end(element);
                let cell = Cell { blocks, columns, rows: 1, at_end };
                cells.push(Placed { cell, column, goes_on: merge("w:vMerge") == Some(true) });
            }
            column += columns;
        }
        Ok(cells)
    }

    /// Joins cells that go on from the row above.
    fn joined(&mut self, rows: Vec<Vec<Placed>>) -> Vec<Vec<Cell>> {
        let mut out: Vec<Vec<Placed>> = Vec::new();
        for row in rows {
            let mut kept = Vec::new();
            for placed in row {
                let at = out.len();
                let mut rows = out.iter_mut().enumerate().rev().take(if placed.goes_on { MOST_ROWS } else { 0 });
                let above = rows.find_map(|(number, row)| {
                    let cell = row.iter_mut().find(|above| above.column == placed.column)?;
                    Some((number, cell))
                });
                match above {
                    Some((number, above)) if placed.goes_on && number + above.cell.rows == at => {
                        above.cell.rows += 1;
                        above.cell.blocks.extend(placed.cell.blocks);
                    }
                    _ => kept.push(Placed { goes_on: false, ..placed }),
                }
            }
            out.push(kept);
        }
        out.into_iter().map(|row| row.into_iter().map(|placed| placed.cell).collect()).collect()
    }
}

fn rows_of<'e>(parent: &'e Element, out: &mut Vec<&'e Element>) {
    for element in parent.elements() {
        match &*element.name {
            "w:tr" => out.push(element),
            "w:sdt" | "w:sdtContent" | "w:customXml" | "w:ins" | "w:moveTo" => rows_of(element, out),
            _ => {}
        }
    }
}

fn cells_of<'e>(parent: &'e Element, out: &mut Vec<&'e Element>) {
    for element in parent.elements() {
        match &*element.name {
            "w:tc" => out.push(element),
            "w:sdt" | "w:sdtContent" | "w:customXml" | "w:ins" | "w:moveTo" => cells_of(element, out),
            _ => {}
        }
    }
}

/// Returns whether the words of a cell stand at the end of their lines.
fn is_at_end(cell: &Element) -> bool {
    let mut paragraphs = cell.elements().filter(|element| &*element.name == "w:p").peekable();
    let side = |paragraph: &Element| {
        let side = paragraph.at(&["w:pPr", "w:jc"]).and_then(|side| side.attribute("w:val"));
        matches!(side, Some("right" | "end"))
    };
    paragraphs.peek().is_some() && paragraphs.all(side)
}

/// Returns whether a table's first row looks apart from the others. Source: ECMA-376, part 1, 17.4.56, and part 4, 14.4.10 for
/// the number that older files have.
fn has_first_row(table: &Element) -> bool {
    let Some(look) = table.at(&["w:tblPr", "w:tblLook"]) else { return false };
    match look.attribute("w:firstRow") {
        Some(flag) => matches!(flag, "1" | "true" | "on"),
        None => {
            let number = look.attribute("w:val").and_then(|number| u32::from_str_radix(number, 16).ok());
            number.is_some_and(|number| number & 0x20 != 0)
        }
    }
}

/// Returns whether the cells of a row can be names of columns: all but the first say something, and none is a number.
fn names_columns(row: &[Placed]) -> bool {
    let is_name = |placed: &Placed| {
        let said = said(&placed.cell.blocks);
        said.chars().any(char::is_alphabetic) && said.chars().count() <= 80 || placed.column == 0 && said.is_empty()
    };
    row.len() > 1 && row.iter().all(is_name)
}

/// Returns a table, or what is in it where it is none.
fn arranged(rows: Vec<Vec<Cell>>, headings: usize, told: &mut std::collections::BTreeMap<Told, usize>) -> Vec<Block> {
    let columns = rows.iter().map(|row| row.iter().map(|cell| cell.columns).sum::<usize>()).max().unwrap_or(0);
    let holds_much = |cell: &Cell| {
        cell.blocks.len() > MUCH
            || cell.blocks.iter().any(|block| matches!(block, Block::Heading(..) | Block::Title(_)))
    };
    if columns <= 1 {
        let is_box = rows.len() == 1;
        let blocks: Vec<Block> = rows.into_iter().flatten().flat_map(|cell| cell.blocks).collect();
        return if is_box && !blocks.is_empty() { vec![Block::Boxed(blocks)] } else { blocks };
    }
    if rows.iter().flatten().any(holds_much) {
        let told =
            Remark::lost("the next parts stood side by side in a table; look whether they stand in the right order");
        let blocks = rows.into_iter().flatten().flat_map(|cell| cell.blocks);
        return std::iter::once(Block::Remark(told)).chain(blocks).collect();
    }
    // A heading that stands over two rows makes the second one a row of headings too.
    let lowest = |(at, row): (usize, &Vec<Cell>)| row.iter().map(|cell| at + cell.rows).max().unwrap_or(0);
    let headings = rows.iter().enumerate().take(headings).map(lowest).max().unwrap_or(0).max(headings);
    let mut count = |what: Told, number: usize| {
        if number > 0 {
            *told.entry(what).or_default() += number;
        }
    };
    let cells = || rows.iter().skip(headings).flatten();
    count(Told::CellsTakenApart, cells().filter(|cell| cell.columns > 1 || cell.rows > 1).count());
    let is_more =
        |cell: &&Cell| cell.blocks.len() > 1 || matches!(cell.blocks.first(), Some(Block::List(_) | Block::Table(_)));
    count(Told::CellsInOneLine, rows.iter().flatten().filter(is_more).count());
    vec![Block::Table(Table { caption: Vec::new(), headings, rows })]
}
