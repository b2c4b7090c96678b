//! Tables of a page. Those that only put things beside one another are read as what stands in them. Source: HTML Living
//! Standard, 4.9.

use super::Reader;
use super::aside::is_hidden;
use super::tree::Tree;
use crate::import::document::{Block, Cell, Table};

/// The most columns that a cell may stand over. Source: HTML Living Standard, 4.9.11, has 1,000; so wide a table is none of words.
const MOST_COLUMNS: usize = 100;

/// How many words in a cell a table of figures or short answers has at most, on the average. Chosen here.
const MOST_WORDS: usize = 80;

impl Reader<'_> {
    /// Reads a table.
    pub fn table(&mut self, at: usize) -> Vec<Block> {
        let tree = self.tree;
        let rows = rows(tree, at);
        if is_layout(tree, at, &rows) {
            let cells = rows.iter().flat_map(|(row, _)| cells(tree, *row));
            return cells.collect::<Vec<_>>().into_iter().flat_map(|cell| self.blocks(cell)).collect();
        }
        let mut table = Table::default();
        let caption = tree.node(at).children.iter().copied().find(|child| tree.name(*child) == "caption");
        if let Some(caption) = caption {
            table.caption = self.running(caption);
        }
        let mut all_headings = true;
        for (row, in_head) in rows {
            let cells = cells(tree, row);
            // A first row of headings is one also where nothing else says so.
            let is_heading = in_head || !cells.is_empty() && cells.iter().all(|cell| tree.name(*cell) == "th");
            all_headings &= is_heading;
            table.headings += usize::from(all_headings && table.headings == table.rows.len());
            let read: Vec<Cell> = cells.into_iter().map(|cell| self.cell(cell)).collect();
            if !read.is_empty() {
                table.rows.push(read);
            }
        }
        table.headings = table.headings.min(table.rows.len());
        // A table of headings alone has none.
        if table.headings == table.rows.len() && table.rows.len() > 1 {
            table.headings = 1;
        }
        if table.rows.iter().flatten().all(|cell| cell.blocks.is_empty()) {
            Vec::new()
        } else {
            vec![Block::Table(table.within())]
        }
    }

    fn cell(&mut self, at: usize) -> Cell {
        let tree = self.tree;
        let number = |name: &str, most: usize| {
            tree.attribute(at, name).and_then(|number| number.trim().parse().ok()).unwrap_or(1).clamp(1, most)
        };
        let style = tree.attribute(at, "style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
        let class = tree.attribute(at, "class").unwrap_or_default().to_ascii_lowercase();
        let at_end = ["text-align:right", "text-align:end"].iter().any(|align| style.contains(align))
            || tree.attribute(at, "align").is_some_and(|align| align.eq_ignore_ascii_case("right"))
            || ["numeric", "text-right", "text-end"].iter().any(|name| class.contains(name));
        Cell {
            blocks: self.blocks(at),
            columns: number("colspan", MOST_COLUMNS),
            rows: number("rowspan", usize::MAX),
            at_end,
        }
    }
}

/// Returns a table's rows in the order of reading, each with whether it is one of headings.
fn rows(tree: &Tree, at: usize) -> Vec<(usize, bool)> {
    let (mut head, mut body, mut foot) = (Vec::new(), Vec::new(), Vec::new());
    for child in tree.node(at).children.iter().copied().filter(|child| !is_hidden(tree, *child)) {
        let own = || {
            tree.node(child).children.iter().copied().filter(|row| tree.name(*row) == "tr" && !is_hidden(tree, *row))
        };
        match tree.name(child) {
            "thead" => head.extend(own().map(|row| (row, true))),
            "tbody" => body.extend(own().map(|row| (row, false))),
            "tfoot" => foot.extend(own().map(|row| (row, false))),
            "tr" => body.push((child, false)),
            _ => {}
        }
    }
    head.into_iter().chain(body).chain(foot).collect()
}

fn cells(tree: &Tree, row: usize) -> Vec<usize> {
    let cells = tree.node(row).children.iter().copied();
    cells.filter(|cell| matches!(tree.name(*cell), "td" | "th") && !is_hidden(tree, *cell)).collect()
}

/// Returns whether a table only puts things beside one another.
fn is_layout(tree: &Tree, at: usize, rows: &[(usize, bool)]) -> bool {
    if matches!(tree.attribute(at, "role"), Some("presentation" | "none")) {
        return true;
    }
    let all: Vec<usize> = rows.iter().flat_map(|(row, _)| cells(tree, *row)).collect();
    let says_so = all.iter().any(|cell| tree.name(*cell) == "th")
        || tree.node(at).children.iter().any(|child| matches!(tree.name(*child), "caption" | "thead"));
    if says_so {
        return false;
    }
    let widest = rows.iter().map(|(row, _)| cells(tree, *row).len()).max().unwrap_or(0);
    if rows.len() < 2 || widest < 2 {
        return true;
    }
    let inner = tree.below(at, &|_| true).into_iter().skip(1);
    let holds = inner.into_iter().any(|node| matches!(tree.name(node), "table" | "h1" | "h2" | "h3" | "h4" | "form"));
    let words: usize = tree.words(at).split_whitespace().count();
    holds || words > MOST_WORDS * all.len()
}
