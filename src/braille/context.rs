//! Marks that are written differently by what stands beside them: quotation marks, apostrophes, and marks that could be read as
//! something else.

use super::cell::Cell;
use super::symbol::{Kind, Symbol};

/// The grade 1 indicator: what follows is no contraction and no number. Source: RUEB, 5.1.
pub const GRADE_1: Cell = Cell::of_bits(0b11_0000);

/// An apostrophe. Source: RUEB, 7.1.
const APOSTROPHE: Cell = Cell::of_bits(0b00_0100);

/// An opening quotation mark, and a question mark. Source: RUEB, 7.5 and 7.6.
const OPENING: Cell = Cell::of_bits(0b10_0110);

/// A closing quotation mark. Source: RUEB, 7.6.
const CLOSING: Cell = Cell::of_bits(0b11_0100);

/// What is written for a mark in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Its cells as the table has them.
    Plain,
    /// Its cells behind a grade 1 indicator.
    Indicated,
    /// One other cell.
    Other(Cell),
}

/// Which quotation is open while a text is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Open {
    single: bool,
}

/// Returns the form of the character at a place.
pub fn form(symbols: &[Symbol], i: usize, open: &mut Open) -> Form {
    let Some(symbol) = symbols.get(i) else { return Form::Plain };
    let before = i.checked_sub(1).and_then(|before| symbols.get(before));
    let after = symbols.get(i + 1);
    match symbol.c {
        '\u{2018}' => {
            open.single = true;
            Form::Plain
        }
        '\u{2019}' => apostrophe(symbols, i, open),
        '"' => match (ends(before), ends(after)) {
            (true, false) => Form::Other(OPENING),
            (false, _) => Form::Other(CLOSING),
            (true, true) => Form::Plain,
        },
        '?' if asks_alone(symbols, i) || between_letters(before, after) => Form::Indicated,
        ',' | ';' | ':' | '!' if between_letters(before, after) => Form::Indicated,
        _ => Form::Plain,
    }
}

/// Returns whether there is nothing there, a space, or what opens: a quotation starts behind it.
fn ends(beside: Option<&Symbol>) -> bool {
    beside.is_none_or(|beside| {
        beside.is_space() || matches!(beside.c, '(' | '[' | '{' | '\u{2013}' | '\u{2014}' | '\u{2018}' | '\u{201c}')
    })
}

fn between_letters(before: Option<&Symbol>, after: Option<&Symbol>) -> bool {
    before.is_some_and(Symbol::is_letter) && after.is_some_and(Symbol::is_letter)
}

/// Returns whether a question mark stands where it would be read as an opening quotation mark. Source: RUEB, 5.2 and 7.5.
fn asks_alone(symbols: &[Symbol], i: usize) -> bool {
    let before = symbols.get(..i).unwrap_or_default();
    let Some(last) = before.iter().rposition(|symbol| !matches!(symbol.c, '?' | '!')) else { return true };
    let opens = |at: usize| ends(at.checked_sub(1).and_then(|at| symbols.get(at)));
    symbols.get(last).is_none_or(|symbol| ends(Some(symbol)) || (symbol.c == '"' && opens(last)))
}

/// Tells an apostrophe from a closing quotation mark, which are one character in print. Source: RUEB, 7.6.
fn apostrophe(symbols: &[Symbol], i: usize, open: &mut Open) -> Form {
    let word = |symbol: &Symbol| symbol.is_letter() || symbol.kind == Kind::Digit;
    let before = i.checked_sub(1).and_then(|before| symbols.get(before));
    if symbols.get(i + 1).is_some_and(word) {
        // Inside a word, or where a word has lost its start: `’tis`, `’90s`.
        return Form::Other(APOSTROPHE);
    }
    let owner = before.is_some_and(|before| matches!(before.c, 's' | 'S'));
    let follows = before.is_some_and(word);
    if open.single && (!owner || !closes_later(symbols, i)) {
        open.single = false;
        return Form::Plain;
    }
    if follows { Form::Other(APOSTROPHE) } else { Form::Plain }
}

/// Returns whether the quotation that is open ends only at a later mark: one that cannot be an apostrophe behind an `s`, or
/// one with no word behind it.
fn closes_later(symbols: &[Symbol], i: usize) -> bool {
    let at = |at: usize| symbols.get(at);
    for here in i + 1..symbols.len() {
        match at(here).map(|symbol| symbol.c) {
            Some('\u{2018}') => return false,
            Some('\u{2019}') if !at(here + 1).is_some_and(Symbol::is_letter) => {
                let owner = at(here - 1).is_some_and(|before| matches!(before.c, 's' | 'S'));
                if !owner || !at(here + 1).is_some_and(Symbol::is_space) {
                    return true;
                }
            }
            Some(_) | None => {}
        }
    }
    false
}
