//! What cells say that is no letter: that a number, a capital or words that stand out begin, or end. Source: RUEB, 5, 6, 8, 9.

use super::cell::Cell;
use super::typeform::Typeform;

/// What a sign says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// A number begins.
    Number,
    /// The next letter is a capital.
    Capital,
    /// The letters of this word are capitals.
    CapitalWord,
    /// All words are capitals until they end.
    CapitalPassage,
    /// Capitals end.
    CapitalsEnd,
    /// What follows is a letter, and no digit or short form.
    Letter,
    /// What follows stands out.
    StandsOut(Typeform),
    /// What stands out ends.
    StandsOutEnds(Typeform),
}

/// A sign among the cells of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Its first cell.
    pub at: usize,
    /// How many cells it has.
    pub cells: usize,
    /// What it says.
    pub says: Says,
}

/// Before a number.
pub const NUMBER: Cell = Cell::of_bits(0b11_1100);

/// Before a capital.
pub const CAPITAL: Cell = Cell::of_bits(0b10_0000);

impl Says {
    /// Returns what a number of capital signs says.
    pub fn capitals(signs: usize) -> Says {
        match signs {
            0 | 1 => Says::Capital,
            2 => Says::CapitalWord,
            _ => Says::CapitalPassage,
        }
    }
}

/// Returns the sign that the cells of one character begin with, by what the character is: for codes of other languages, which
/// write numbers and capitals with the same cells.
pub fn leading(c: char, cells: &[Cell]) -> Option<(usize, Says)> {
    let capitals = cells.iter().take_while(|cell| **cell == CAPITAL).count();
    match cells.first() {
        Some(cell) if c.is_ascii_digit() && *cell == NUMBER && cells.len() > 1 => Some((1, Says::Number)),
        Some(_) if c.is_uppercase() && capitals > 0 && capitals < cells.len() => {
            Some((capitals, Says::capitals(capitals)))
        }
        Some(_) | None => None,
    }
}
