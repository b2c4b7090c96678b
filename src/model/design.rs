//! The design of a printed thing: its type, its colours, its paper. Plain data; how to draw it is the print format's.

use crate::units::{Mm, Pt};

/// A colour as it is mixed from light, each part from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rgb {
    /// Red.
    pub r: f32,
    /// Green.
    pub g: f32,
    /// Blue.
    pub b: f32,
}

impl Rgb {
    /// Reads `#0c4a4e`, or returns nothing.
    pub fn parse(text: &str) -> Option<Rgb> {
        let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok().map(|v| f32::from(v) / 255.0);
        Some(Rgb { r: part(0)?, g: part(2)?, b: part(4)? })
    }
}

/// A design of `print/designs/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// Its name: the file's, without `.toml`.
    pub name: String,
    /// The size of text on a leaflet.
    pub text: Pt,
    /// Line height over type size.
    pub leading: f32,
    /// Headings of level 2 on a leaflet.
    pub heading: Pt,
    /// The title on a cover.
    pub cover: Pt,
    /// A phone number in a contact block.
    pub phone: Pt,
    /// The colour of text.
    pub ink: Rgb,
    /// The colour of lines, marks and figures.
    pub brand: Rgb,
    /// The colour of links.
    pub link: Rgb,
    /// The space between a panel's edge and its text.
    pub margin: Mm,
    /// What no office printer can reach: kept clear at the sheet's edges.
    pub clear: Mm,
}
