//! Braille as it will be embossed: the pages of a BRF file as dots, drawn.

use std::fmt::Write as _;

use handbill::braille::Cell;

use super::inject::OWN;
use super::markup::escaped;
use super::shelf::State;

/// The start of the addresses of such pages: `braille/help-now/help-now.brf` shows the file of that path.
pub const BRAILLE: &str = "braille/";

/// The start of the addresses of the same word by word: `cells/help-now/help-now.brf`.
pub const CELLS: &str = "cells/";

/// Between two cells, two lines, and two dots of a cell, in tenths of a millimetre. Source: ADA standards, 703.3.1: 6.1 to
/// 7.6, 10.0 to 10.2 and 2.3 to 2.5 mm.
const CELL: usize = 62;
const LINE: usize = 100;
const DOT: usize = 24;

/// The radius of a dot, and of the place of one that is not raised, in tenths of a millimetre.
const RAISED: usize = 8;
const FLAT: usize = 2;

/// Returns the page that shows a braille file; nothing where there is none.
pub fn page(state: &State, name: &str) -> Option<String> {
    let path = name.strip_prefix(BRAILLE).filter(|path| path.ends_with(".brf"))?;
    let bytes = state.bytes(path)?;
    let messages = state.messages();
    let (attributes, title) = (messages.attributes(), escaped(&messages.of.braille));
    let mut html = format!(
        "<!doctype html><html {attributes}><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title} – Handbill</title>\
         <link rel=\"stylesheet\" href=\"{OWN}preview.css\"><link rel=\"stylesheet\" href=\"{OWN}list.css\">\
         <link rel=\"stylesheet\" href=\"{OWN}room.css\"></head>\
         <body><header><p><a href=\"/\">{}</a> <a href=\"{OWN}{CELLS}{}\">{}</a></p></header><main><h1>{}</h1><p dir=\"ltr\">{}</p><ol class=\"sides\">",
        messages.html(&messages.of.back),
        escaped(path),
        messages.html(&messages.of.cells),
        messages.html(&messages.of.braille),
        escaped(path),
    );
    for (at, page) in bytes.split(|byte| *byte == b'\x0c').enumerate() {
        let lines: Vec<Vec<Cell>> = page
            .split(|byte| *byte == b'\n')
            .map(|line| line.iter().filter_map(|byte| cell(*byte)).collect())
            .collect();
        let side = escaped(&messages.side(at + 1));
        let _ = write!(html, "<li>{}</li>", drawn(&lines, &side));
    }
    html.push_str("</ol></main></body></html>");
    Some(html)
}

/// Returns the cell of a character of braille ASCII.
fn cell(byte: u8) -> Option<Cell> {
    (0..64).map(Cell::of_bits).find(|cell| cell.ascii() == byte)
}

/// Returns lines of cells as a picture in SVG, with a name.
fn drawn(lines: &[Vec<Cell>], name: &str) -> String {
    let cells = lines.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let (width, height) = ((cells + 2) * CELL, (lines.len() + 1) * LINE);
    let mut svg = format!(
        "<svg class=\"dots\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{name}\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/><g fill=\"#000\">"
    );
    for (row, line) in lines.iter().enumerate() {
        for (column, cell) in line.iter().enumerate().filter(|(_, cell)| **cell != Cell::BLANK) {
            for dot in 0..6 {
                let (x, y) = ((column + 1) * CELL + dot / 3 * DOT, row * LINE + LINE / 2 + dot % 3 * DOT);
                let radius = if cell.bits() >> dot & 1 == 1 { RAISED } else { FLAT };
                let _ = write!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
            }
        }
    }
    svg.push_str("</g></svg>");
    svg
}

#[cfg(test)]
mod tests {
    use handbill::braille::translate;

    use super::{RAISED, cell, drawn};

    #[test]
    fn each_raised_dot_is_drawn() {
        let cells = translate("help", &[]).cells;
        let raised: u32 = cells.iter().map(|cell| cell.bits().count_ones()).sum();
        let svg = drawn(&[cells], "side 1");
        assert_eq!(svg.matches(&format!("r=\"{RAISED}\"")).count(), raised as usize);
        assert_eq!(svg.matches("<circle").count(), 4 * 6);
        assert!(svg.contains("aria-label=\"side 1\""));
        assert_eq!(cell(b'=').map(|cell| cell.bits()), Some(63));
        assert_eq!(cell(b'\r'), None, "an end of a line is no cell");
    }
}
