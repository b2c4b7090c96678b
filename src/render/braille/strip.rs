//! What a page is filled with: lines, and what belongs together.

use super::glyph::Glyphs;
use super::wrap::Cells;

/// Lines of one block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// The lines.
    pub lines: Vec<Cells>,
    /// How many empty lines stand before it, but at the head of a page.
    pub gap: usize,
    /// Whether it stays on the page of what follows it.
    pub keep: bool,
    /// Whether it is never divided, if it has room on a page.
    pub whole: bool,
    /// What the list of contents says of it.
    pub heading: Option<Heading>,
    /// The page of print that starts with it.
    pub print_page: Option<usize>,
}

/// A heading, for the list of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The level, from 2.
    pub level: u8,
    /// Its words.
    pub words: Glyphs,
}

impl Strip {
    /// Returns lines that may be divided.
    pub fn of(lines: Vec<Cells>) -> Strip {
        Strip { lines, ..Strip::default() }
    }
}
