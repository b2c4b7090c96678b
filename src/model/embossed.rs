//! How braille is set: the paper or the display that it is made for.

use crate::diag::Span;

/// What the site says of braille.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Embossed {
    /// How many cells a line has.
    pub cells: usize,
    /// How many lines a page has, with the line of its number.
    pub lines: usize,
    /// How many pages a volume has at most.
    pub volume: usize,
    /// Whether words are shortened, which is called grade 2.
    pub contracted: bool,
    /// Where the settings say so.
    pub contracted_span: Option<Span>,
}

impl Embossed {
    const fn of(cells: usize, lines: usize, volume: usize) -> Embossed {
        Embossed { cells, lines, volume, contracted: false, contracted_span: None }
    }
}

/// A kind of paper or display, by the name that it has in `site.toml`.
pub type Preset = (&'static str, Embossed);

/// The kinds of paper and displays. Source: 40 cells by 25 lines on 11 by 11.5 inches is common with embossers; A4 holds 32 by 27
/// at 6.2 mm a cell and 10 mm a line (ADA standards, 703.3.1) with margins; 28 cells is between the common displays of 20
/// to 40. A volume of 80 pages, 40 leaves, closes flat: our own.
pub const PRESETS: &[Preset] =
    &[("a4", Embossed::of(32, 27, 80)), ("display", Embossed::of(28, 25, 1000)), ("uk", Embossed::of(40, 25, 80))];

impl Default for Embossed {
    /// The paper that an office has.
    fn default() -> Embossed {
        Embossed::of(32, 27, 80)
    }
}
