//! One cell of six dots, and how cells are written in files.

/// A braille cell: bit 0 is dot 1, bit 5 is dot 6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell(u8);

/// The characters of North American ASCII braille for the cells 0 to 63. Source: Braille ASCII as in liblouis's `en-us-brf.dis`
/// and BRF files of embossers.
const ASCII: &[u8; 64] = b" A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=";

impl Cell {
    /// The cell without dots.
    pub const BLANK: Cell = Cell(0);

    /// All six dots.
    pub const FULL: Cell = Cell(63);

    /// Dot 5: it stands where a number goes on behind a space, and where what has no space is divided between lines.
    pub const DOT_5: Cell = Cell(16);

    /// Returns the cell with these bits; dots 7 and 8 are left out.
    pub const fn of_bits(bits: u8) -> Cell {
        Cell(bits & 63)
    }

    /// Returns the cell of a character of the Unicode block Braille Patterns; nothing for another character, or for a cell of
    /// eight dots.
    pub fn of_unicode(c: char) -> Option<Cell> {
        let bits = u32::from(c).checked_sub(0x2800)?;
        (bits < 64).then_some(Cell(bits as u8))
    }

    /// Returns the cell's dots as bits: bit 0 is dot 1.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Returns the cell as a character of the Unicode block Braille Patterns.
    pub fn unicode(self) -> char {
        char::from_u32(0x2800 + u32::from(self.0)).unwrap_or(' ')
    }

    /// Returns the cell in North American ASCII braille.
    pub fn ascii(self) -> u8 {
        ASCII.get(usize::from(self.0)).copied().unwrap_or(b' ')
    }

    /// Returns the cells of dots such as `6-236`, with a hyphen between cells; nothing where it is not such a list.
    pub fn parse(dots: &str) -> Option<Vec<Cell>> {
        dots.split('-').map(Cell::of_dots).collect()
    }

    fn of_dots(dots: &str) -> Option<Cell> {
        let mut bits = 0;
        for dot in dots.chars() {
            bits |= 1_u8 << dot.to_digit(7)?.checked_sub(1)?;
        }
        (bits > 0).then_some(Cell(bits))
    }
}

/// Returns cells as characters of the Unicode block Braille Patterns.
pub fn in_unicode(cells: &[Cell]) -> String {
    cells.iter().map(|cell| cell.unicode()).collect()
}

/// Returns cells in North American ASCII braille.
pub fn in_ascii(cells: &[Cell]) -> String {
    cells.iter().map(|cell| char::from(cell.ascii())).collect()
}

#[cfg(test)]
mod tests {
    use super::{ASCII, Cell, in_ascii, in_unicode};

    #[test]
    fn each_cell_has_a_character_of_its_own() {
        let mut known = ASCII.to_vec();
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), 64);
        assert_eq!(known.first(), Some(&b' '));
        assert_eq!(known.last(), Some(&b'_'));
    }

    #[test]
    fn dots_are_read() {
        let cells = Cell::parse("6-236-1-123456").expect("dots");
        assert_eq!(in_unicode(&cells), "⠠⠦⠁⠿");
        assert_eq!(in_ascii(&cells), ",8A=");
        assert!(cells.iter().all(|cell| Cell::of_unicode(cell.unicode()) == Some(*cell)));
        for wrong in ["", "1-", "7", "0", "x", "1 2"] {
            assert_eq!(Cell::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Cell::of_unicode('\u{2840}'), None, "dot 7");
    }
}
