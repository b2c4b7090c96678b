//! Cells with the places at which a line may end.

use crate::braille::{Cell, Translation};

/// A cell of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The cell.
    pub cell: Cell,
    /// What may come after it.
    pub joint: Joint,
}

/// Whether a line may end at a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// It may not.
    Held,
    /// It is the space between words, which goes where a line ends.
    Space,
    /// Behind it a web address or a file's name may be divided, if it has no room in a line.
    Divides,
}

/// Cells in a row.
pub type Glyphs = Vec<Glyph>;

/// Returns a text's cells with the places at which a line may end.
pub fn of_translation(text: &str, translation: &Translation) -> Glyphs {
    let at = |i: usize| translation.from.get(i).map(|at| *at as usize);
    let character = |at: usize| text.get(at..).and_then(|rest| rest.chars().next());
    let cells = translation.cells.iter().enumerate().map(|(i, cell)| {
        let c = at(i).and_then(character);
        let ends = at(i) != at(i + 1);
        let joint = match c {
            Some(c) if *cell == Cell::BLANK && c.is_whitespace() && !is_held(c) => Joint::Space,
            Some('/' | '.' | '-' | '_' | '?' | '&' | '=' | '@' | ',' | '\u{2013}' | '\u{2014}') if ends => {
                Joint::Divides
            }
            Some(_) | None => Joint::Held,
        };
        Glyph { cell: *cell, joint }
    });
    cells.collect()
}

/// Returns cells between which no line ends.
pub fn held(cells: &[Cell]) -> Glyphs {
    cells.iter().map(|cell| Glyph { cell: *cell, joint: Joint::Held }).collect()
}

/// Returns whether a space holds together what stands beside it.
fn is_held(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}
