//! What is written for each character, from `symbols.txt` and `modifiers.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cell::Cell;

/// The letters a to z. Source: RUEB, 4.1.
const LETTERS: [&str; 26] = [
    "1", "12", "14", "145", "15", "124", "1245", "125", "24", "245", "13", "123", "134", "1345", "135", "1234",
    "12345", "1235", "234", "2345", "136", "1236", "2456", "1346", "13456", "1356",
];

/// The digits 0 to 9. Source: RUEB, 6.1.
const DIGITS: [&str; 10] = ["245", "1", "12", "14", "145", "15", "124", "1245", "125", "24"];

static TABLE: LazyLock<HashMap<char, Vec<Cell>>> = LazyLock::new(|| {
    let letters = LETTERS.iter().zip('a'..='z').map(|(dots, c)| (c, Cell::parse(dots)));
    let digits = DIGITS.iter().zip('0'..='9').map(|(dots, c)| (c, Cell::parse(dots)));
    let written =
        lines(include_str!("symbols.txt")).filter_map(|(c, dots)| Some((c.chars().next()?, Cell::parse(dots))));
    letters.chain(digits).chain(written).filter_map(|(c, cells)| Some((c, cells?))).collect()
});

static MARKS: LazyLock<HashMap<char, Vec<Cell>>> = LazyLock::new(|| {
    let read = |(code, dots): (&str, &str)| {
        let mark = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
        Some((mark, Cell::parse(dots)?))
    };
    lines(include_str!("modifiers.txt")).filter_map(read).collect()
});

/// Returns the cells of a small letter, a digit or a sign, where it has any.
pub fn cells(c: char) -> Option<&'static [Cell]> {
    TABLE.get(&c).map(Vec::as_slice)
}

/// Returns the cells that stand before a letter with a mark, where there are any.
pub fn mark(c: char) -> Option<&'static [Cell]> {
    MARKS.get(&c).map(Vec::as_slice)
}

/// Returns the first two fields of each line that is no comment.
fn lines(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with("##")).filter_map(|line| {
        let mut fields = line.split_whitespace();
        Some((fields.next()?, fields.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::{MARKS, TABLE, cells, lines, mark};
    use crate::braille::in_unicode;

    #[test]
    fn every_line_of_the_tables_is_read_once() {
        let written = lines(include_str!("symbols.txt")).count();
        assert_eq!(TABLE.len(), written + 26 + 10);
        assert_eq!(MARKS.len(), lines(include_str!("modifiers.txt")).count());
    }

    #[test]
    fn characters_have_their_cells() {
        for (c, expected) in [('a', "⠁"), ('0', "⠚"), ('#', "⠸⠹"), ('€', "⠈⠑"), ('½', "⠼⠁⠌⠃"), ('ß', "⠨⠮")]
        {
            assert_eq!(cells(c).map(in_unicode).as_deref(), Some(expected), "{c}");
        }
        assert_eq!(mark('\u{301}').map(in_unicode).as_deref(), Some("⠘⠌"));
        assert_eq!(cells('☎'), None);
    }
}
