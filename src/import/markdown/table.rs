//! Tables as Markdown: headings over several columns as Handbill writes them, other cells over several columns or rows taken
//! apart, and what a cell holds in one line.

use super::escape::Spot;
use super::inline::Scene;
use crate::import::document::{Block, Cell, Inline, Table};

/// The most places of a grid in which cells are taken apart: more than a page can show. Source: ours.
const MOST_SQUARES: usize = 200_000;

/// The longest words of a cell that are said again in each row or column that it stands over, in bytes. Source: ours.
const LONGEST_TWICE: usize = 200;

/// One place of the grid that a table is.
#[derive(Clone, Default)]
struct Square {
    text: String,
    /// Whether a cell from the left stands over this place too.
    from_left: bool,
    at_end: bool,
}

/// Returns a table.
pub fn write(scene: &Scene<'_>, table: &Table) -> String {
    let grid = grid(scene, table);
    let columns = grid.iter().map(Vec::len).max().unwrap_or(0);
    if columns == 0 {
        return String::new();
    }
    let mut out = Vec::new();
    if !table.caption.is_empty() {
        out.push(format!("Table: {}\n", scene.run(&table.caption, Spot::Line).replace("\\\n", " ")));
    }
    let headings = table.headings.min(grid.len());
    let (above, rest) = grid.split_at(headings);
    let spans = above.len() > 1 && above.first().is_some_and(|row| row.iter().any(|square| square.from_left));
    let (groups, names) = match above {
        [] => (None, vec![Square::default(); columns]),
        [one] => (None, one.clone()),
        [first, rest @ ..] if spans => (Some(first), merged(rest)),
        all => (None, merged(all)),
    };
    if let Some(groups) = groups {
        let mut line = "|".to_string();
        for (at, square) in groups.iter().enumerate() {
            let next_joins = groups.get(at + 1).is_some_and(|next| next.from_left);
            if !square.from_left {
                line.push_str(&format!(" {} ", square.text));
            }
            line.push('|');
            if !next_joins && at + 1 == groups.len() {
                break;
            }
        }
        out.push(line);
    }
    out.push(row(&names, columns));
    let ends = |column: usize| {
        let mut squares =
            rest.iter().filter_map(|row| row.get(column)).filter(|square| !square.text.is_empty()).peekable();
        squares.peek().is_some() && squares.all(|square| square.at_end)
    };
    let line: Vec<&str> = (0..columns).map(|column| if ends(column) { "---:|" } else { "---|" }).collect();
    out.push(format!("|{}", line.concat()));
    out.extend(rest.iter().map(|squares| row(squares, columns)));
    out.join("\n")
}

fn row(squares: &[Square], columns: usize) -> String {
    let mut line = "|".to_string();
    for column in 0..columns {
        let text = squares.get(column).map_or("", |square| square.text.as_str());
        line.push_str(if text.is_empty() { "  |" } else { "" });
        if !text.is_empty() {
            line.push_str(&format!(" {text} |"));
        }
    }
    line
}

/// Returns several rows of headings as one: a column's headings from above to below.
fn merged(rows: &[Vec<Square>]) -> Vec<Square> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let name = |column: usize| {
        let mut names: Vec<&str> = Vec::new();
        for text in rows.iter().filter_map(|row| row.get(column)).map(|square| square.text.as_str()) {
            if !text.is_empty() && names.last() != Some(&text) {
                names.push(text);
            }
        }
        Square { text: names.join(", "), ..Square::default() }
    };
    (0..columns).map(name).collect()
}

/// Returns the grid. A cell over several rows says its words in each of them, since it holds for each; one over several columns
/// says them in the first if that is the row's name, and else in each.
fn grid(scene: &Scene<'_>, table: &Table) -> Vec<Vec<Square>> {
    let columns = table.rows.iter().map(|row| row.iter().map(|cell| cell.columns).sum::<usize>()).max().unwrap_or(0);
    let is_huge = columns.saturating_mul(table.rows.len()) > MOST_SQUARES;
    let mut grid: Vec<Vec<Option<Square>>> = vec![Vec::new(); table.rows.len()];
    for (at, cells) in table.rows.iter().enumerate() {
        let mut column = 0;
        for cell in cells {
            while grid.get(at).and_then(|row| row.get(column)).is_some_and(Option::is_some) {
                column += 1;
            }
            let text = one_line(scene, cell);
            let (cell_rows, cell_columns) = if is_huge { (1, 1) } else { (cell.rows, cell.columns) };
            let is_long = text.len() > LONGEST_TWICE;
            let is_heading = at < table.headings;
            for below in at..(at + cell_rows).min(table.rows.len()) {
                // Over several rows of headings, the lowest has the words.
                let lowest = (at + cell_rows).min(table.headings) - usize::from(is_heading);
                let silent = is_heading && below != lowest && cell_rows > 1;
                let again = is_long && below > at && !is_heading;
                for step in 0..cell_columns {
                    let says = !silent && !again && (step == 0 || !is_long && !is_heading && column > 0);
                    let text = if says { text.clone() } else { String::new() };
                    put(&mut grid, below, column + step, Square { text, from_left: step > 0, at_end: cell.at_end });
                }
            }
            column += cell_columns;
        }
    }
    grid.into_iter().map(|row| row.into_iter().map(Option::unwrap_or_default).collect()).collect()
}

fn put(grid: &mut [Vec<Option<Square>>], row: usize, column: usize, square: Square) {
    let Some(squares) = grid.get_mut(row) else { return };
    if squares.len() <= column {
        squares.resize(column + 1, None);
    }
    if let Some(place) = squares.get_mut(column) {
        place.get_or_insert(square);
    }
}

/// Returns all that a cell holds in one line.
fn one_line(scene: &Scene<'_>, cell: &Cell) -> String {
    let mut parts = Vec::new();
    gather(scene, &cell.blocks, &mut parts);
    let mut out = String::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push_str(if out.ends_with(['.', ';', ':', ',', '?', '!', '>']) { " " } else { "; " });
        }
        out.push_str(&part);
    }
    out
}

fn gather(scene: &Scene<'_>, blocks: &[Block], parts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => parts.push(scene.run(&paragraph.content, Spot::Cell)),
            Block::Title(content) | Block::Heading(_, content) | Block::Caption(content) => {
                parts.push(scene.run(content, Spot::Cell));
            }
            Block::List(list) => {
                for (at, item) in list.items.iter().enumerate() {
                    let first = parts.len();
                    gather(scene, item, parts);
                    if let (Some(start), Some(words)) = (list.start, parts.get_mut(first)) {
                        *words = format!("{}. {words}", start.saturating_add(at as u64));
                    }
                }
            }
            Block::Quote(inner) | Block::Boxed(inner) | Block::Language(_, inner) => gather(scene, inner, parts),
            Block::Table(inner) => {
                let cells = inner.rows.iter().flatten();
                cells.for_each(|cell| gather(scene, &cell.blocks, parts));
            }
            Block::Definitions(entries) => {
                for (term, meanings) in entries {
                    parts.push(scene.run(term, Spot::Cell));
                    meanings.iter().for_each(|meaning| gather(scene, meaning, parts));
                }
            }
            Block::Code(text) => parts.push(scene.run(&[Inline::Code(text.clone())], Spot::Cell)),
            Block::Rule => {}
            Block::Remark(remark) => parts.push(scene.run(&[Inline::Remark(remark.clone())], Spot::Cell)),
        }
    }
}
