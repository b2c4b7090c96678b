//! Unified English Braille, uncontracted: a text to cells. Source: The Rules of Unified English Braille, second edition 2013.

use super::capitals;
use super::cell::Cell;
use super::context::{self, GRADE_1, Open};
use super::sign::{CAPITAL, NUMBER, Says, Sign};
use super::symbol::{self, Kind, Symbol};
use super::typeform::{self, Form, Indicator};

pub use super::symbol::Unknown;

/// After capitals, behind [`CAPITAL`]. Source: RUEB, 8.6.
const ENDS: Cell = Cell::of_bits(0b00_0100);

/// A text in braille.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translation {
    /// The cells; a blank one is a space.
    pub cells: Vec<Cell>,
    /// For each cell the first byte of the character in the text that it is written for.
    pub from: Vec<u32>,
    /// Characters that have no sign, in order.
    pub unknown: Vec<Unknown>,
    /// The cells that are no letters but say what the next ones are, in order. Nothing is known of what liblouis wrote.
    pub signs: Vec<Sign>,
}

impl Translation {
    fn push(&mut self, cell: Cell, at: usize) {
        self.cells.push(cell);
        self.from.push(u32::try_from(at).unwrap_or(u32::MAX));
    }

    /// Writes a sign.
    fn sign(&mut self, cells: &[Cell], at: usize, says: Says) {
        self.signs.push(Sign { at: self.cells.len(), cells: cells.len(), says });
        self.extend(cells, at);
    }

    fn extend(&mut self, cells: &[Cell], at: usize) {
        cells.iter().for_each(|cell| self.push(*cell, at));
    }
}

/// Returns a text in Unified English Braille, uncontracted, given which of its words stand out.
pub fn translate(text: &str, forms: &[Form]) -> Translation {
    let (symbols, unknown) = symbol::read(text);
    let capitals = capitals::mark(&symbols);
    let indicators = typeform::indicators(&symbols, forms);
    let mut indicators = indicators.iter().peekable();
    let mut out = Translation { unknown, ..Translation::default() };
    out.cells.reserve(symbols.len() + symbols.len() / 8);
    let (mut numeric, mut open) = (false, Open::default());
    for (i, (symbol, capital)) in symbols.iter().zip(&capitals).enumerate() {
        while let Some(indicator) = next(&mut indicators, i, true) {
            out.sign(&indicator.cells, symbol.at, Says::StandsOut(indicator.typeform));
        }
        if capital.begin > 0 {
            let signs = [CAPITAL; 3];
            let signs = signs.get(..usize::from(capital.begin)).unwrap_or(&signs);
            out.sign(signs, symbol.at, Says::capitals(signs.len()));
        }
        numeric = number(&symbols, i, numeric, &mut out);
        symbol.marks.iter().for_each(|mark| out.extend(mark, symbol.at));
        match context::form(&symbols, i, &mut open) {
            context::Form::Other(cell) => out.push(cell, symbol.at),
            context::Form::Plain if numeric && symbol.kind == Kind::Held => out.push(Cell::DOT_5, symbol.at),
            context::Form::Plain if capital.begin == 1 && is_ligature(symbol) => {
                // Each letter of a ligature has its own indicator.
                let (first, rest) = symbol.cells.split_at(1.min(symbol.cells.len()));
                out.extend(first, symbol.at);
                out.sign(&[CAPITAL], symbol.at, Says::Capital);
                out.extend(rest, symbol.at);
            }
            context::Form::Plain => out.extend(symbol.cells, symbol.at),
            context::Form::Indicated => {
                out.sign(&[GRADE_1], symbol.at, Says::Letter);
                out.extend(symbol.cells, symbol.at);
            }
        }
        if capital.end {
            out.sign(&[CAPITAL, ENDS], symbol.at, Says::CapitalsEnd);
        }
        while let Some(indicator) = next(&mut indicators, i, false) {
            out.sign(&indicator.cells, symbol.at, Says::StandsOutEnds(indicator.typeform));
        }
    }
    out
}

/// Takes the next indicator, if it stands before or after the character.
fn next<'i>(
    indicators: &mut std::iter::Peekable<impl Iterator<Item = &'i Indicator>>,
    at: usize,
    before: bool,
) -> Option<&'i Indicator> {
    indicators.next_if(|indicator| indicator.at == at && indicator.before == before)
}

/// Returns whether a letter is two in one, such as `æ`.
fn is_ligature(symbol: &Symbol) -> bool {
    matches!(symbol.c, 'Æ' | 'Œ' | 'Ĳ')
}

/// Writes what begins a number, or keeps a letter behind it from being read as a digit; returns whether the character is part
/// of a number. Source: RUEB, 6.2 to 6.6.
fn number(symbols: &[Symbol], i: usize, numeric: bool, out: &mut Translation) -> bool {
    let Some(symbol) = symbols.get(i) else { return false };
    let is_digit = |at: Option<usize>| at.and_then(|at| symbols.get(at)).is_some_and(|next| next.kind == Kind::Digit);
    let follows = is_digit(Some(i + 1));
    let point = matches!(symbol.c, '.' | ',');
    if numeric {
        if symbol.kind == Kind::Digit || point || (symbol.kind == Kind::Held && joins_numbers(symbols, i)) {
            return true;
        }
        let letter =
            symbol.marks.iter().all(|mark| mark.is_empty()) && matches!(symbol.c.to_ascii_lowercase(), 'a'..='j');
        let bare = out.cells.last() != Some(&CAPITAL);
        if letter && bare {
            out.sign(&[GRADE_1], symbol.at, Says::Letter);
        }
        return false;
    }
    let after_letter = i.checked_sub(1).and_then(|before| symbols.get(before)).is_some_and(Symbol::is_letter);
    let starts = symbol.kind == Kind::Digit || (point && follows && !after_letter);
    if starts {
        out.sign(&[NUMBER], symbol.at, Says::Number);
    }
    starts
}

/// Returns whether a space stands inside one number: between runs of digits that touch no letter, as those of a postcode do.
/// Source: RUEB, 6.6.
fn joins_numbers(symbols: &[Symbol], i: usize) -> bool {
    let before = symbols.get(..i).unwrap_or_default().iter().rev();
    let after = symbols.get(i + 1..).unwrap_or_default().iter();
    is_bare_number(before) && is_bare_number(after)
}

/// Returns whether characters, from the space outwards, begin with a digit, and no letter follows the last one of them.
fn is_bare_number<'s>(outwards: impl Iterator<Item = &'s Symbol>) -> bool {
    let mut digits = 0;
    for symbol in outwards {
        if symbol.kind != Kind::Digit {
            return digits > 0 && !symbol.is_letter();
        }
        digits += 1;
    }
    digits > 0
}
