//! What a leaflet is printed on: the paper, its panels, where it is folded. Plain data; how it is filled is the print
//! format's.

use std::sync::Arc;

use crate::units::{Mm, Pt};

/// What a panel is for. It decides what the publisher's own words are set on it, and how large its title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelRole {
    /// The front: a title that speaks to the reader, one sentence, a phone number at its foot, the publisher.
    Cover,
    /// A panel, page or side of running text.
    Inside,
    /// The panel that says where it comes from: edition, other formats, address.
    Back,
    /// Few words, as large as they fit.
    Headline,
    /// What stands below a headline: a sentence, a number beside it, and where it comes from.
    Band,
    /// A strip to tear off: its words stand on each of several tabs, turned so that they are upright when torn.
    TearOff,
    /// Pages that fill one after another, as many as the words need.
    Pages,
}

/// A panel of a sheet. Lengths count from the upper left corner of the trimmed sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetPanel {
    /// What it is for.
    pub role: PanelRole,
    /// What messages call it, such as `inside left`.
    pub name: String,
    /// The face that it stands on, from 0.
    pub face: usize,
    /// Its left edge.
    pub left: Mm,
    /// Its upper edge.
    pub top: Mm,
    /// Its width.
    pub width: Mm,
    /// Its height.
    pub height: Mm,
    /// The space between its edges and its text, where it is not the design's.
    pub margin: Option<Mm>,
    /// Whether it is seen while the sheet is folded.
    pub outside: bool,
    /// Whether a design may give it a ground of colour of its own.
    pub accent: bool,
    /// How many tabs a strip to tear off has.
    pub tabs: usize,
}

/// Which edge of the paper a printer turns it over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flip {
    /// The long edge, as the pages of a book that stands upright.
    LongEdge,
    /// The short edge, as a calendar on a wall.
    ShortEdge,
}

/// Several copies side by side on one sheet of office paper, to be cut apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Copies {
    /// How many across.
    pub across: usize,
    /// How many down.
    pub down: usize,
    /// The width of the paper.
    pub width: Mm,
    /// The height of the paper.
    pub height: Mm,
}

/// Type sizes that hold on one sheet, where they are not the design's.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SheetType {
    /// Text.
    pub text: Option<Pt>,
    /// Headings.
    pub heading: Option<Pt>,
    /// The title of a cover, or the largest that a headline may be.
    pub cover: Option<Pt>,
    /// A phone number.
    pub phone: Option<Pt>,
}

/// A kind of sheet: a file of `print/sheets/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its name: the file's, without `.toml`.
    pub name: String,
    /// The width of the trimmed sheet, unfolded.
    pub width: Mm,
    /// Its height.
    pub height: Mm,
    /// Its panels in reading order.
    pub panels: Vec<SheetPanel>,
    /// The fewest panels that a leaflet on it has.
    pub least: usize,
    /// Where each face is folded, from its left edge.
    pub folds: Vec<Vec<Mm>>,
    /// Which edge it is turned over.
    pub flip: Flip,
    /// How many copies stand on one sheet of office paper; `None` for one.
    pub copies: Option<Copies>,
    /// Whether its pages are stapled through the fold: two of them beside each other on each side of the paper.
    pub stapled: bool,
    /// Its type sizes.
    pub sizes: SheetType,
}

/// The sheets of a site by name.
pub type Sheets = std::collections::BTreeMap<String, Arc<Sheet>>;

impl Sheet {
    /// Returns how many faces have something on them, if a leaflet has so many panels.
    pub fn faces(&self, panels: usize) -> usize {
        self.panels.iter().take(panels).map(|panel| panel.face + 1).max().unwrap_or(1)
    }

    /// Returns the most panels that a leaflet on it has.
    pub fn most(&self) -> usize {
        self.panels.len()
    }
}
