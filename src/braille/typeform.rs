//! Where the indicators of bold, italic and underlined words stand. Source: RUEB, 9.1 to 9.9.

use std::ops::Range;

use super::cell::Cell;
use super::symbol::Symbol;

/// How many words make a passage, which has one indicator and one terminator. Source: RUEB, 9.4.
const PASSAGE: usize = 3;

/// How words stand out in print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Typeform {
    /// Bold.
    Bold,
    /// Italic: a stress in the voice.
    Italic,
    /// Underlined.
    Underline,
}

/// Words of a text that stand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Their bytes in the text.
    pub range: Range<usize>,
    /// How.
    pub typeform: Typeform,
}

/// What stands before or after a character: the cells of it, at the character's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The number of the character.
    pub at: usize,
    /// Whether it stands before the character, and not after it.
    pub before: bool,
    /// Its two cells.
    pub cells: [Cell; 2],
    /// What stands out.
    pub typeform: Typeform,
}

impl Typeform {
    /// Returns the first cell of its indicators.
    fn prefix(self) -> Cell {
        match self {
            Typeform::Bold => Cell::of_bits(0b01_1000),
            Typeform::Italic => Cell::of_bits(0b10_1000),
            Typeform::Underline => Cell::of_bits(0b11_1000),
        }
    }
}

const SYMBOL: Cell = Cell::of_bits(0b00_0110);
const WORD: Cell = Cell::of_bits(0b00_0010);
const PASSAGE_BEGINS: Cell = Cell::of_bits(0b11_0110);
const TERMINATOR: Cell = Cell::of_bits(0b00_0100);

/// Returns the indicators of a text: those before a character in the order in which they are written, those after it too.
pub fn indicators(symbols: &[Symbol], forms: &[Form]) -> Vec<Indicator> {
    let mut all = Vec::new();
    for form in forms {
        let from = symbols.partition_point(|symbol| symbol.at < form.range.start);
        let to = symbols.partition_point(|symbol| symbol.at < form.range.end);
        of_form(symbols, from..to, form.typeform, &mut all);
    }
    // What begins first ends last.
    let opened = |indicator: &Indicator| (indicator.at, !indicator.before);
    let (mut before, mut after): (Vec<_>, Vec<_>) = all.into_iter().partition(|indicator| indicator.before);
    after.reverse();
    before.append(&mut after);
    before.sort_by_key(opened);
    before
}

fn of_form(symbols: &[Symbol], range: Range<usize>, typeform: Typeform, out: &mut Vec<Indicator>) {
    let prefix = typeform.prefix();
    let mut put =
        |at: usize, before: bool, cell: Cell| out.push(Indicator { at, before, cells: [prefix, cell], typeform });
    let mut words: Vec<Range<usize>> = Vec::new();
    for at in range.clone() {
        if symbols.get(at).is_none_or(Symbol::is_space) {
            continue;
        }
        match words.last_mut() {
            Some(word) if word.end == at => word.end += 1,
            _ => words.push(at..at + 1),
        }
    }
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    if words.len() >= PASSAGE {
        put(first.start, true, PASSAGE_BEGINS);
        put(last.end - 1, false, TERMINATOR);
        return;
    }
    for word in &words {
        if word.len() == 1 {
            put(word.start, true, SYMBOL);
            continue;
        }
        put(word.start, true, WORD);
        if symbols.get(word.end).is_some_and(|next| !next.is_space()) {
            put(word.end - 1, false, TERMINATOR);
        }
    }
}
