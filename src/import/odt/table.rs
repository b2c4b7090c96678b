//! Tables of an OpenDocument text. Source: OpenDocument 1.3, part 3, 9.1.

use super::Reader;
use super::changes::said;
use crate::import::document::{Block, Cell, Inline, Table};
use crate::import::runs::is_all_strong;
use crate::import::xml::Element;

/// The most columns of a table, and the most cells that may come of rows and columns that are repeated. Chosen here.
const MOST_COLUMNS: usize = 100;
const MOST_REPEATED: usize = 50_000;

impl Reader<'_> {
    /// Reads a table.
    pub fn table(&mut self, element: &Element, out: &mut Vec<Block>) {
        let mut table = Table::default();
        self.rows(element, false, &mut table);
        if let Some(title) = element.child("table:title") {
            table.caption = vec![Inline::Text(said(title))];
        }
        while table.rows.last().is_some_and(|row| row.iter().all(|cell| cell.blocks.is_empty())) {
            table.rows.pop();
        }
        table.headings = table.headings.min(table.rows.len());
        // One cell is a frame around words.
        if let ([row], true) = (table.rows.as_mut_slice(), table.caption.is_empty())
            && let [cell] = row.as_mut_slice()
        {
            out.push(Block::Boxed(std::mem::take(&mut cell.blocks)));
            return;
        }
        if table.headings == 0 && table.rows.len() > 1 && table.rows.first().is_some_and(|row| looks_like_headings(row))
        {
            table.headings = 1;
        }
        if !table.rows.is_empty() {
            out.push(Block::Table(table.within()));
        }
    }

    fn rows(&mut self, parent: &Element, is_heading: bool, table: &mut Table) {
        for element in parent.elements() {
            match &*element.name {
                "table:table-header-rows" => self.rows(element, true, table),
                "table:table-rows" | "table:table-row-group" => self.rows(element, is_heading, table),
                "table:table-row" => {
                    let row = self.row(element);
                    let is_empty = row.iter().all(|cell| cell.blocks.is_empty());
                    let most = MOST_REPEATED.saturating_sub(table.rows.len() * MOST_COLUMNS) / row.len().max(1);
                    let times = repeated(element, "table:number-rows-repeated", most.max(1));
                    for _ in 0..if is_empty { 1 } else { times } {
                        table.headings += usize::from(is_heading && table.headings == table.rows.len());
                        table.rows.push(row.clone());
                    }
                }
                _ => {}
            }
        }
    }

    fn row(&mut self, element: &Element) -> Vec<Cell> {
        let mut row = Vec::new();
        for cell in element.elements().filter(|cell| &*cell.name == "table:table-cell") {
            let blocks = self.body(cell);
            let most = if blocks.is_empty() { 30 } else { MOST_COLUMNS };
            let times = repeated(cell, "table:number-columns-repeated", most);
            let read = Cell {
                at_end: self.at_end(cell),
                blocks,
                columns: repeated(cell, "table:number-columns-spanned", MOST_COLUMNS),
                rows: repeated(cell, "table:number-rows-spanned", usize::MAX),
            };
            let free = MOST_COLUMNS.saturating_sub(row.len()).max(1);
            row.extend(std::iter::repeat_n(read, times.min(free)));
        }
        row
    }

    fn at_end(&self, cell: &Element) -> bool {
        let style = cell.child("text:p").and_then(|paragraph| paragraph.attribute("text:style-name"));
        style.is_some_and(|style| self.styles.look("paragraph", style, &self.styles.plain()).at_end)
    }
}

fn repeated(element: &Element, name: &str, most: usize) -> usize {
    element.attribute(name).and_then(|number| number.parse().ok()).unwrap_or(1).clamp(1, most)
}

/// Returns whether a row without that mark is one of headings: each of its cells has words, all of them bold.
fn looks_like_headings(row: &[Cell]) -> bool {
    let bold = |block: &Block| matches!(block, Block::Paragraph(paragraph) if is_all_strong(&paragraph.content));
    let mut said = row.iter().filter(|cell| !cell.blocks.is_empty()).peekable();
    said.peek().is_some() && row.len() > 1 && said.all(|cell| cell.blocks.iter().all(bold))
}
