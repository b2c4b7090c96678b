//! The cells of a table in their columns and rows, and which header is whose. Source: HTML, 4.9.12.

use std::collections::HashSet;

use super::page::Page;
use super::tree::Id;

/// The most columns that a cell spans. Source: HTML, 4.9.11.
const MOST_COLUMNS: usize = 1000;

/// The most rows that a cell spans, and the most places that are looked at. Source: HTML, 4.9.11; the second is ours.
const MOST_ROWS: usize = 65_534;
const MOST_PLACES: usize = 200_000;

/// One cell.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// The element.
    pub id: Id,
    /// Its first column, from 0.
    pub column: usize,
    /// Its first row, from 0.
    pub row: usize,
    /// How many columns it has.
    pub columns: usize,
    /// How many rows it has.
    pub rows: usize,
    /// Whether it is a header.
    pub heads: bool,
}

impl Cell {
    fn shares_column(&self, other: &Cell) -> bool {
        self.column < other.column + other.columns && other.column < self.column + self.columns
    }

    fn shares_row(&self, other: &Cell) -> bool {
        self.row < other.row + other.rows && other.row < self.row + self.rows
    }
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its cells in order.
    pub cells: Vec<Cell>,
    /// How many rows it has.
    pub rows: usize,
}

impl Page<'_> {
    /// Returns the cells of a table, be it HTML's or one by roles.
    pub fn table(&self, table: Id) -> Table {
        let mut taken: HashSet<(usize, usize)> = HashSet::new();
        let mut found = Table::default();
        for row in self.rows_of(table) {
            let mut column = 0;
            for id in self.cells_of(row) {
                while taken.contains(&(found.rows, column)) {
                    column += 1;
                }
                let span = |names: [&str; 2], most: usize| {
                    let said = names.iter().find_map(|name| self.tree.get(id, name)).and_then(super::focus::integer);
                    said.and_then(|said| usize::try_from(said).ok()).unwrap_or(1).clamp(1, most)
                };
                let columns = span(["colspan", "aria-colspan"], MOST_COLUMNS);
                let rows = span(["rowspan", "aria-rowspan"], MOST_ROWS);
                let heads = self.has_role(id, &["columnheader", "rowheader"]);
                found.cells.push(Cell { id, column, row: found.rows, columns, rows, heads });
                if rows > 1 && taken.len() < MOST_PLACES {
                    let rows = rows.min(MOST_PLACES / columns.max(1));
                    for down in 1..rows.min(MOST_PLACES) {
                        taken.extend((column..column + columns).map(|column| (found.rows + down, column)));
                    }
                }
                column += columns;
            }
            found.rows += 1;
        }
        found
    }

    fn rows_of(&self, table: Id) -> Vec<Id> {
        let mut rows = Vec::new();
        let mut open: Vec<Id> = self.tree.elements_of(table).collect();
        open.reverse();
        while let Some(id) = open.pop() {
            if self.has_role(id, &["table", "grid", "treegrid"]) {
                continue;
            }
            if self.has_role(id, &["row"]) {
                rows.push(id);
                continue;
            }
            let mut inner: Vec<Id> = self.tree.elements_of(id).collect();
            inner.reverse();
            open.extend(inner);
        }
        rows
    }

    fn cells_of(&self, row: Id) -> Vec<Id> {
        let cells = self.tree.elements_of(row);
        if self.tree.is(row, "tr") {
            return cells.filter(|id| matches!(self.tree.html_name(*id), "td" | "th")).collect();
        }
        let is_cell = |id: &Id| self.has_role(*id, &["cell", "gridcell", "columnheader", "rowheader"]);
        self.tree.descendants(row).filter(is_cell).collect()
    }
}

/// The most steps that it may take to find the cells of all headers.
const MOST_STEPS: usize = 50_000_000;

impl Table {
    /// Returns whether the table is small enough to find the cells of its headers.
    pub fn is_small(&self) -> bool {
        let headers = self.cells.iter().filter(|cell| cell.heads).count();
        headers.saturating_mul(self.cells.len()).saturating_mul(self.cells.len()) < MOST_STEPS
    }

    /// Returns whether a header has at least one cell that it is for.
    pub fn has_cells(&self, header: &Cell, page: &Page<'_>) -> bool {
        let scope = page.tree.get(header.id, "scope").unwrap_or("").to_ascii_lowercase();
        let own = page.tree.get(header.id, "id");
        let role = page.role_name(header.id);
        self.cells.iter().filter(|cell| cell.id != header.id).any(|cell| {
            if let Some(said) = page.tree.get(cell.id, "headers").filter(|said| !said.trim().is_empty()) {
                return own.is_some_and(|own| said.split_ascii_whitespace().any(|name| name == own));
            }
            let below = cell.shares_column(header) && cell.row > header.row;
            let beside = cell.shares_row(header) && cell.column > header.column;
            let is = |role: &str| page.has_role(cell.id, &[role]);
            match scope.as_str() {
                "row" | "rowgroup" => beside,
                "col" | "colgroup" => below,
                // A header at the start of a row belongs to the column of the header above it.
                _ if role == "rowheader" => beside && !is("rowheader"),
                // A header without scope is for its column, and for its row where no data stand below it.
                _ => (below && !is("columnheader")) || (beside && !cell.heads && !self.has_data_below(header)),
            }
        })
    }

    fn has_data_below(&self, header: &Cell) -> bool {
        self.cells.iter().any(|cell| !cell.heads && cell.row > header.row && cell.shares_column(header))
    }
}
