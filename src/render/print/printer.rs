//! Who prints a leaflet: what is drawn besides its words, what the file is called and what readers are told of it.

use super::display::Document;
use super::impose;
use crate::model::{Design, Sheet};
use crate::words::{Print, Said};

/// Who prints a leaflet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printer {
    /// An office, whose printer prints nothing near the paper's edge.
    Office,
    /// A print firm, which trims: it gets bleed, and marks for trimming and folding.
    Press,
}

impl Printer {
    /// Returns the end of the file's name.
    pub fn suffix(self) -> &'static str {
        match self {
            Printer::Office => "",
            Printer::Press => "-press",
        }
    }

    /// Returns what readers are told that the file is.
    pub fn label(self, print: &Print) -> &Said {
        match self {
            Printer::Office => &print.leaflet_office,
            Printer::Press => &print.leaflet_press,
        }
    }

    /// Returns a document onto the paper that it is printed on.
    pub fn impose(self, document: Document, (sheet, design): (&Sheet, &Design), mirrored: bool) -> Document {
        match self {
            Printer::Office => impose::for_office(document, sheet, design, mirrored),
            Printer::Press => impose::for_press(document, sheet, design, mirrored),
        }
    }
}
