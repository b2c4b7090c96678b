//! The design of a printed thing: its type, its colours, its paper. Plain data; how to draw it is the print format's.

use std::sync::Arc;

use super::{Icons, Logo};
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

/// A colour as it is mixed from inks, each from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cmyk {
    /// Cyan.
    pub c: f32,
    /// Magenta.
    pub m: f32,
    /// Yellow.
    pub y: f32,
    /// Black.
    pub k: f32,
}

/// The least contrast of text with what it stands on. Source: WCAG 2.2, 1.4.3.
pub const LEAST_CONTRAST: f32 = 4.5;

impl Rgb {
    /// The colour of paper.
    pub const WHITE: Rgb = Rgb { r: 1.0, g: 1.0, b: 1.0 };

    /// Reads `#0c4a4e`, or returns nothing.
    pub fn parse(text: &str) -> Option<Rgb> {
        let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok().map(|v| f32::from(v) / 255.0);
        Some(Rgb { r: part(0)?, g: part(2)?, b: part(4)? })
    }

    /// Returns the grey that a printer without colour makes of it. Source: ITU-R BT.601, luma.
    #[must_use]
    pub fn grey(self) -> Rgb {
        let grey = 0.299 * self.r + 0.587 * self.g + 0.114 * self.b;
        Rgb { r: grey, g: grey, b: grey }
    }

    /// Returns the contrast with another colour, from 1 to 21. Source: WCAG 2.2, contrast ratio and relative luminance.
    pub fn contrast(self, other: Rgb) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f32 {
        let linear = |part: f32| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }
}

impl Cmyk {
    /// Returns how much ink lies on the paper, from 0 to 4.
    pub fn coverage(self) -> f32 {
        self.c + self.m + self.y + self.k
    }
}

impl From<Rgb> for Cmyk {
    /// Mixes a colour that a design says nothing of, with as much black as it holds. Source: ISO 32000-1:2008, 10.3.5.
    fn from(colour: Rgb) -> Cmyk {
        let k = 1.0 - colour.r.max(colour.g).max(colour.b);
        if k >= 1.0 {
            return Cmyk { c: 0.0, m: 0.0, y: 0.0, k: 1.0 };
        }
        let part = |light: f32| (1.0 - light - k) / (1.0 - k);
        Cmyk { c: part(colour.r), m: part(colour.g), y: part(colour.b), k }
    }
}

/// What a panel or a box stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Bare paper.
    #[default]
    Paper,
    /// The second ground, light enough for text.
    Sand,
    /// The brand colour; what stands on it is white.
    Brand,
}

/// A drawing of simple shapes that stands where no text runs, and says nothing that the words do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motif {
    /// Two circles that meet.
    Circles,
    /// Steps that lead up.
    Steps,
    /// A door that stands open.
    Door,
    /// Two open hands.
    Hands,
}

/// What the panels of a leaflet stand on, and how boxes stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grounds {
    /// Covers.
    pub cover: Ground,
    /// The headline of a poster.
    pub headline: Ground,
    /// The band below it.
    pub band: Ground,
    /// Panels that the sheet marks for it.
    pub accent: Ground,
    /// The panel that says where it comes from.
    pub back: Ground,
    /// Whether boxes stand out by a ground of colour; by lines if not.
    pub boxes: bool,
    /// The drawing on covers and headlines.
    pub motif: Option<Motif>,
}

/// How far the picture of a cover reaches across its panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureReach {
    /// As far as the words do.
    #[default]
    Words,
    /// From edge to edge.
    Edges,
}

/// Where the picture of a cover stands: between its words, as large as it may be, and in place of the motif.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CoverPicture {
    /// How far it reaches across.
    pub reach: PictureReach,
    /// The most of the panel's height that it has, from 0 to 1.
    pub most: f32,
}

impl Default for CoverPicture {
    fn default() -> CoverPicture {
        CoverPicture { reach: PictureReach::Words, most: 0.45 }
    }
}

/// How far a design gives way to the words of a leaflet. Its text never becomes smaller.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Copyfit {
    /// The least space between a panel's edge and its text, where words are too many.
    pub least_margin: Mm,
    /// The least line height over type size, where words are too many.
    pub least_leading: f32,
    /// The largest text, where words leave panels half empty.
    pub most_text: Pt,
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
    /// The second ground.
    pub sand: Rgb,
    /// The bright colour of motifs.
    pub glow: Rgb,
    /// The colours as a print firm mixes them.
    pub inks: Vec<(Rgb, Cmyk)>,
    /// What panels and boxes stand on.
    pub grounds: Grounds,
    /// Where the picture of a cover stands.
    pub picture: CoverPicture,
    /// The drawings beside the lines of a contact; nothing where the design has none.
    pub icons: Option<Arc<Icons>>,
    /// The publisher's logo; nothing where the site has none.
    pub logo: Option<Arc<Logo>>,
    /// The space between a panel's edge and its text.
    pub margin: Mm,
    /// What no office printer can reach: kept clear at the sheet's edges.
    pub clear: Mm,
    /// How far it gives way to the words of a leaflet.
    pub fit: Copyfit,
}

impl Design {
    /// Returns the design with a share of the space that it can give to words given to them: at 1 all of it.
    #[must_use]
    pub fn drawn_in(&self, share: f32) -> Design {
        let margin = self.margin.0 + (self.fit.least_margin.0 - self.margin.0) * share;
        let leading = self.leading + (self.fit.least_leading - self.leading) * share;
        Design { margin: Mm(margin), leading, ..self.clone() }
    }

    /// Returns the design with larger text, and all other sizes larger by the same share.
    #[must_use]
    pub fn enlarged(&self, text: Pt) -> Design {
        let share = text.0 / self.text.0;
        let larger = |size: Pt| Pt(size.0 * share);
        let (heading, cover, phone) = (larger(self.heading), larger(self.cover), larger(self.phone));
        Design { text, heading, cover, phone, ..self.clone() }
    }

    /// Returns how a print firm mixes a colour: as the design says, and else as it is worked out.
    pub fn inks_of(&self, colour: Rgb) -> Cmyk {
        let said = self.inks.iter().find(|(known, _)| *known == colour).map(|(_, inks)| *inks);
        said.unwrap_or_else(|| colour.into())
    }
}

#[cfg(test)]
mod tests {
    use super::{Cmyk, Rgb};

    #[test]
    fn contrast_is_as_wcag_has_it() {
        let black = Rgb { r: 0.0, g: 0.0, b: 0.0 };
        assert!((black.contrast(Rgb::WHITE) - 21.0).abs() < 0.01);
        let brand = Rgb::parse("#0c4a4e").expect("a colour");
        assert!((brand.contrast(Rgb::WHITE) - 9.9).abs() < 0.2, "{}", brand.contrast(Rgb::WHITE));
        // Its grey is darker than its colour seems.
        assert!((brand.grey().contrast(Rgb::WHITE) - 11.8).abs() < 0.5, "{}", brand.grey().contrast(Rgb::WHITE));
    }

    #[test]
    fn black_is_black_ink_alone() {
        let black = Cmyk::from(Rgb { r: 0.0, g: 0.0, b: 0.0 });
        assert_eq!(black, Cmyk { c: 0.0, m: 0.0, y: 0.0, k: 1.0 });
        assert!(Cmyk::from(Rgb::WHITE).coverage() < 0.001);
    }
}
