//! The characters of a text as braille takes them: letters with their marks together, capitals as small letters, what nobody
//! sees left out, and what braille has no sign for in another form.

use unicode_normalization::UnicodeNormalization;

use super::cell::Cell;
use super::table;

/// One character to be written.
#[derive(Clone, Copy, Debug)]
pub struct Symbol {
    /// Its first byte in the text.
    pub at: usize,
    /// The character: of a letter with marks, the letter alone.
    pub c: char,
    /// What it is.
    pub kind: Kind,
    /// The cells of its marks.
    pub marks: [&'static [Cell]; 2],
    /// Its own cells.
    pub cells: &'static [Cell],
    /// The indicator of the level that a raised or lowered digit stands at; empty on the line.
    level: &'static [Cell],
}

/// What a character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A space at which a line may end.
    Space,
    /// A space at which no line ends.
    Held,
    /// A small letter.
    Small,
    /// A capital letter.
    Capital,
    /// A digit.
    Digit,
    /// Anything else.
    Sign,
}

/// A character that braille has no sign for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// Its first byte in the text.
    pub at: usize,
    /// The character.
    pub c: char,
    /// What is written instead.
    pub instead: String,
}

impl Symbol {
    /// Returns whether it is a letter.
    pub fn is_letter(&self) -> bool {
        matches!(self.kind, Kind::Small | Kind::Capital)
    }

    /// Returns whether it is a space of either kind.
    pub fn is_space(&self) -> bool {
        matches!(self.kind, Kind::Space | Kind::Held)
    }
}

/// Returns the characters of a text, and those that have no sign.
pub fn read(text: &str) -> (Vec<Symbol>, Vec<Unknown>) {
    let mut reader = Reader { symbols: Vec::with_capacity(text.len()), unknown: Vec::new() };
    for (at, c) in text.char_indices() {
        if !reader.known(at, c) {
            reader.composed(at, c);
        }
    }
    (reader.symbols, reader.unknown)
}

/// Returns the characters of a text that have no sign.
pub fn unknown(text: &str) -> Vec<Unknown> {
    // Most texts have none that could be one.
    if text.chars().all(|c| c.is_ascii() || matches!(c, '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' | '\u{2013}'))
    {
        return Vec::new();
    }
    read(text).1
}

struct Reader {
    symbols: Vec<Symbol>,
    unknown: Vec<Unknown>,
}

impl Reader {
    /// Takes a character that has a sign as it is; returns whether it has.
    fn known(&mut self, at: usize, c: char) -> bool {
        if c.is_whitespace() {
            let held = matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}');
            self.push(at, ' ', if held { Kind::Held } else { Kind::Space }, &[Cell::BLANK]);
            return true;
        }
        if is_unseen(c) {
            return true;
        }
        if let Some(mark) = table::mark(c) {
            return self.mark(mark);
        }
        if let Some((digit, indicator)) = level(c) {
            // One indicator is enough for several digits.
            let goes_on = self.symbols.last().is_some_and(|last| last.kind == Kind::Digit && last.level == indicator);
            if !goes_on {
                self.push(at, c, Kind::Sign, indicator);
            }
            self.push(at, digit, Kind::Digit, table::cells(digit).unwrap_or_default());
            if let Some(last) = self.symbols.last_mut() {
                last.level = indicator;
            }
            return true;
        }
        if c.is_uppercase()
            && let Some(cells) = small(c).and_then(table::cells)
        {
            self.push(at, c, Kind::Capital, cells);
            return true;
        }
        let Some(cells) = table::cells(c) else { return false };
        let kind = match c {
            '0'..='9' => Kind::Digit,
            _ if c.is_lowercase() && c.is_alphabetic() => Kind::Small,
            _ => Kind::Sign,
        };
        self.push(at, c, kind, cells);
        true
    }

    fn push(&mut self, at: usize, c: char, kind: Kind, cells: &'static [Cell]) {
        self.symbols.push(Symbol { at, c, kind, marks: [&[], &[]], cells, level: &[] });
    }

    /// Puts a mark on the letter before it; returns whether there is one with room for it.
    fn mark(&mut self, mark: &'static [Cell]) -> bool {
        let letter = self.symbols.last_mut().filter(|last| last.is_letter());
        let Some(free) = letter.and_then(|letter| letter.marks.iter_mut().find(|mark| mark.is_empty())) else {
            return false;
        };
        *free = mark;
        true
    }

    /// Takes a character that is put together of others, or has no sign at all.
    fn composed(&mut self, at: usize, c: char) {
        let parts: Vec<char> = c.nfkd().collect();
        let alone = parts == [c];
        let (before, mut left_out) = (self.symbols.len(), alone);
        if !alone {
            for part in parts {
                left_out |= !self.known(at, part);
            }
        }
        if !left_out {
            return;
        }
        let written: String = self.symbols.iter().skip(before).map(|symbol| symbol.c).collect();
        // A mark that stands alone on a letter that was written is simply missing.
        if written.is_empty() && !is_mark(c) {
            let code = format!("U+{:04X}", u32::from(c));
            for part in code.chars() {
                self.known(at, part);
            }
            self.unknown.push(Unknown { at, c, instead: code });
        } else {
            self.unknown.push(Unknown { at, c, instead: written });
        }
    }
}

/// Before what is raised, and before what is lowered. Source: RUEB, 11.4.
const RAISED: [Cell; 2] = [Cell::of_bits(0b11_0000), Cell::of_bits(0b01_0100)];
const LOWERED: [Cell; 2] = [Cell::of_bits(0b11_0000), Cell::of_bits(0b10_0010)];

/// Returns the digit that a raised or lowered one is, and the indicator of its level.
fn level(c: char) -> Option<(char, &'static [Cell])> {
    let (value, indicator): (u32, &'static [Cell]) = match c {
        '\u{b9}' => (1, &RAISED),
        '\u{b2}' => (2, &RAISED),
        '\u{b3}' => (3, &RAISED),
        '\u{2070}' | '\u{2074}'..='\u{2079}' => (u32::from(c) - 0x2070, &RAISED),
        '\u{2080}'..='\u{2089}' => (u32::from(c) - 0x2080, &LOWERED),
        _ => return None,
    };
    Some((char::from_digit(value, 10)?, indicator))
}

/// Returns the small form of a capital, where that is one letter.
fn small(c: char) -> Option<char> {
    let mut small = c.to_lowercase();
    let first = small.next()?;
    small.next().is_none().then_some(first)
}

/// Returns whether nobody sees a character: it joins, hides or turns others round, or says how they are drawn.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}

/// Returns whether a character is a mark on the one before it.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}
