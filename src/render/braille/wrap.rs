//! Cells into lines. What has no room in any line, such as a web address, is divided behind one of its signs, with dot 5 at the
//! end of the line. Source: RUEB, 6.10 and 10.13.

use super::glyph::{Glyph, Glyphs, Joint};
use crate::braille::Cell;

/// A line of cells, without the blank ones at its end.
pub type Cells = Vec<Cell>;

/// Where lines start, in cells from the left edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indent {
    /// The first line.
    pub first: usize,
    /// All lines after it.
    pub rest: usize,
}

impl Indent {
    /// Returns the same, further in.
    pub fn further(self, by: usize) -> Indent {
        Indent { first: self.first + by, rest: self.rest + by }
    }
}

/// Returns running text in lines no longer than a width.
pub fn wrap(glyphs: &[Glyph], indent: Indent, width: usize) -> Vec<Cells> {
    let mut lines = Lines { done: Vec::new(), line: Vec::new(), indent, width };
    lines.start();
    for word in glyphs.split(|glyph| glyph.joint == Joint::Space).filter(|word| !word.is_empty()) {
        lines.word(word);
    }
    lines.end();
    lines.done
}

/// Returns running text in lines that stand in the middle, with three blank cells beside them.
pub fn centred(glyphs: &[Glyph], width: usize) -> Vec<Cells> {
    let lines = wrap(glyphs, Indent { first: 0, rest: 0 }, width.saturating_sub(6).max(1));
    let middle = |line: Cells| {
        let before = width.saturating_sub(line.len()) / 2;
        let mut all = vec![Cell::BLANK; before];
        all.extend(line);
        all
    };
    lines.into_iter().map(middle).collect()
}

/// Returns the words of running text that have room in a number of cells.
pub fn cut(glyphs: &Glyphs, room: usize) -> Cells {
    wrap(glyphs, Indent { first: 0, rest: 0 }, room.max(2)).into_iter().next().unwrap_or_default()
}

struct Lines {
    done: Vec<Cells>,
    line: Cells,
    indent: Indent,
    width: usize,
}

impl Lines {
    fn start(&mut self) {
        let indent = if self.done.is_empty() { self.indent.first } else { self.indent.rest };
        // Some cells are left to write on, however deep a list goes.
        self.line = vec![Cell::BLANK; indent.min(self.width.saturating_sub(8))];
    }

    fn is_empty(&self) -> bool {
        self.line.iter().all(|cell| *cell == Cell::BLANK)
    }

    fn end(&mut self) {
        if !self.is_empty() {
            self.done.push(std::mem::take(&mut self.line));
        }
    }

    fn next(&mut self) {
        self.end();
        self.start();
    }

    fn word(&mut self, word: &[Glyph]) {
        let gap = usize::from(!self.is_empty());
        if self.line.len() + gap + word.len() <= self.width {
            self.put(word, gap);
            return;
        }
        let rest = self.indent.rest.min(self.width.saturating_sub(8));
        if rest + word.len() <= self.width {
            self.next();
            self.put(word, 0);
            return;
        }
        self.divide(word);
    }

    fn put(&mut self, word: &[Glyph], gap: usize) {
        self.line.extend(vec![Cell::BLANK; gap]);
        self.line.extend(word.iter().map(|glyph| glyph.cell));
    }

    /// Writes a word that is longer than a line.
    fn divide(&mut self, word: &[Glyph]) {
        let mut left = word;
        while !left.is_empty() {
            let gap = usize::from(!self.is_empty());
            let room = self.width.saturating_sub(self.line.len() + gap);
            if left.len() <= room {
                self.put(left, gap);
                return;
            }
            let before = left.get(..room.saturating_sub(1)).unwrap_or_default();
            let joint = before.iter().rposition(|glyph| glyph.joint == Joint::Divides).map(|at| at + 1);
            let at = match joint {
                Some(at) => at,
                None if gap > 0 => {
                    self.next();
                    continue;
                }
                None => before.len().max(1),
            };
            let (now, then) = left.split_at(at.min(left.len()));
            self.put(now, gap);
            self.line.push(Cell::DOT_5);
            left = then;
            self.next();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Indent, centred, wrap};
    use crate::braille::{in_ascii, translate};
    use crate::render::braille::glyph::of_translation;

    fn lines(text: &str, indent: Indent, width: usize) -> Vec<String> {
        let glyphs = of_translation(text, &translate(text, &[]));
        wrap(&glyphs, indent, width).iter().map(|line| in_ascii(line)).collect()
    }

    #[test]
    fn lines_hang_and_end_at_words() {
        let made = lines("one two three four", Indent { first: 2, rest: 0 }, 12);
        assert_eq!(made, ["  ONE TWO", "THREE FOUR"]);
        assert_eq!(lines("", Indent { first: 0, rest: 0 }, 12), Vec::<String>::new());
    }

    #[test]
    fn a_number_with_its_spaces_is_never_broken() {
        assert_eq!(lines("call 01707\u{a0}806100", Indent { first: 0, rest: 0 }, 14), ["CALL", "#JAGJG\"HJFAJJ"]);
    }

    #[test]
    fn an_address_is_divided_behind_its_signs() {
        let made = lines("see www.example.gov.uk/some/where", Indent { first: 0, rest: 0 }, 20);
        assert_eq!(made, ["SEE WWW4EXAMPLE4\"", "GOV4UK_/SOME_/WHERE"]);
        let made = lines(&"o".repeat(25), Indent { first: 0, rest: 0 }, 10);
        assert_eq!(made, ["OOOOOOOOO\"", "OOOOOOOOO\"", "OOOOOOO"]);
    }

    #[test]
    fn a_title_stands_in_the_middle() {
        let text = "Help now";
        let glyphs = of_translation(text, &translate(text, &[]));
        assert_eq!(centred(&glyphs, 20).iter().map(|line| in_ascii(line)).collect::<Vec<_>>(), ["     ,HELP NOW"]);
    }
}
