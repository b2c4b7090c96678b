//! Sizes, steps and colours of one printed thing. Lengths are in points.

use std::sync::Arc;

use super::profile::Profile;
use crate::model::{Align, Design, Rgb, SheetType};
use crate::units::Pt;

/// How a run of text is set.
#[derive(Clone, Debug)]
pub struct TextStyle {
    /// Size of type.
    pub size: f32,
    /// Line height over size.
    pub leading: f32,
    /// Whether all of it is bold.
    pub bold: bool,
    /// The colour, where a mark gives no other.
    pub colour: Rgb,
    /// Whether its lines are made equally long, as in headings.
    pub balanced: bool,
    /// How its lines stand.
    pub align: Align,
    /// Its language.
    pub lang: Option<Arc<str>>,
    /// Whether it is written from right to left.
    pub rtl: bool,
}

/// The sizes and colours of a printed thing.
#[derive(Clone, Debug)]
pub struct PrintStyle {
    /// Size of text.
    pub text: f32,
    /// Line height over size, of text.
    pub leading: f32,
    /// Sizes of headings of levels 1 to 4; deeper ones are as the last.
    pub headings: [f32; 4],
    /// Size of the phone number in a contact block.
    pub phone: f32,
    /// Size of the number of a drawn figure.
    pub number: f32,
    /// Size of quoted words and of the sentence under a title.
    pub lead: f32,
    /// The space between paragraphs.
    pub gap: f32,
    /// The space above a heading.
    pub above: f32,
    /// Colour of text.
    pub ink: Rgb,
    /// Colour of lines, marks and figures.
    pub brand: Rgb,
    /// Colour of links.
    pub link: Rgb,
    /// How boxes stand out; line work where nothing is said.
    pub boxes: Option<Boxes>,
}

/// Boxes that stand out by a ground of colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boxes {
    /// The ground of boxes that explain, quote or count.
    pub card: Rgb,
    /// What stands on such a ground.
    pub on_card: Palette,
    /// The ground of boxes that say what to do.
    pub loud: Rgb,
    /// What stands on such a ground.
    pub on_loud: Palette,
}

/// The colours of what stands on one ground.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Colour of text.
    pub ink: Rgb,
    /// Colour of lines, marks and figures.
    pub brand: Rgb,
    /// Colour of links.
    pub link: Rgb,
}

/// Colours where a site has no design.
const PLAIN: [Rgb; 3] =
    [Rgb { r: 0.102, g: 0.133, b: 0.188 }, Rgb { r: 0.047, g: 0.290, b: 0.306 }, Rgb { r: 0.043, g: 0.310, b: 0.541 }];

impl PrintStyle {
    /// Returns the style of a document.
    pub fn of_document(profile: &Profile, design: Option<&Design>) -> PrintStyle {
        let text = profile.text.0;
        let [ink, brand, link] = design.map_or(PLAIN, |design| [design.ink, design.brand, design.link]);
        PrintStyle {
            text,
            leading: profile.leading,
            headings: profile.headings.map(|size| size.0),
            phone: profile.phone.0,
            number: text * 3.0,
            lead: text * 1.18,
            gap: text * 0.72,
            above: text * 1.7,
            ink,
            brand,
            link,
            boxes: None,
        }
    }

    /// Returns the style of a leaflet.
    pub fn of_leaflet(design: &Design, sizes: &SheetType) -> PrintStyle {
        let or = |own: Option<Pt>, design: Pt| own.unwrap_or(design).0;
        let text = or(sizes.text, design.text);
        let (cover, heading) = (or(sizes.cover, design.cover), or(sizes.heading, design.heading));
        PrintStyle {
            text,
            leading: design.leading,
            headings: [cover, heading, text * 1.1, text],
            phone: or(sizes.phone, design.phone),
            number: text * 3.0,
            lead: text * 1.18,
            gap: text * 0.58,
            above: text * 1.15,
            ink: design.ink,
            brand: design.brand,
            link: design.link,
            boxes: None,
        }
    }

    /// Returns the style with the colours of what stands on another ground.
    #[must_use]
    pub fn coloured(self, palette: Palette) -> PrintStyle {
        let Palette { ink, brand, link } = palette;
        PrintStyle { ink, brand, link, ..self }
    }

    /// Returns the size of a heading.
    pub fn heading(&self, level: u8) -> f32 {
        self.headings[usize::from(level.clamp(1, 4)) - 1]
    }

    /// Returns how text is set.
    pub fn body(&self) -> TextStyle {
        TextStyle {
            size: self.text,
            leading: self.leading,
            bold: false,
            colour: self.ink,
            balanced: false,
            align: Align::Start,
            lang: None,
            rtl: false,
        }
    }

    /// Returns how a heading or another loud line of a size is set.
    pub fn display(&self, size: f32) -> TextStyle {
        TextStyle { size, leading: 1.2, bold: true, balanced: true, ..self.body() }
    }
}
