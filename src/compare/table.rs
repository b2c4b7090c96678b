//! A table while it is read: which headings each cell stands under.

/// A table that is open.
#[derive(Debug, Default)]
pub struct Table {
    /// The headings of its columns.
    columns: Vec<String>,
    /// The heading of the row.
    head: String,
    /// The columns from which and up to which the cell goes.
    cell: (usize, usize),
    /// Whether the cell heads its row.
    heads_row: bool,
}

/// The most columns that are told apart. Chosen here; no source decides.
const MOST_COLUMNS: usize = 200;

impl Table {
    /// Begins a row.
    pub fn row(&mut self) {
        self.head.clear();
        self.cell = (0, 0);
    }

    /// Begins a cell that goes over some columns.
    pub fn cell(&mut self, span: usize, heads_row: bool) {
        let start = self.cell.1;
        self.cell = (start, start.saturating_add(span.clamp(1, MOST_COLUMNS)).min(MOST_COLUMNS));
        self.heads_row = heads_row;
    }

    /// Takes in the words of the cell as a heading.
    pub fn heads(&mut self, words: &str) {
        if self.heads_row {
            self.head = words.to_string();
            return;
        }
        let (start, end) = self.cell;
        if self.columns.len() < end {
            self.columns.resize(end, String::new());
        }
        for column in self.columns.iter_mut().take(end).skip(start) {
            *column = words.to_string();
        }
    }

    /// Returns what the cell is about: the heading of its row, and that of its column.
    pub fn label(&self) -> String {
        let column = self.columns.get(self.cell.0).map_or("", String::as_str);
        let parts = [self.head.as_str(), column];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}
