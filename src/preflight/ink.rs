//! Colours as pages are drawn in them, brought to one form so that they can be compared; and how well they stand out from each
//! other.

use super::reader::{Dictionary, Object, Pdf};

/// A colour on a screen: red, green and blue, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour([f32; 3]);

/// A space of colours that is compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Space {
    /// One number, from black to white.
    Grey,
    /// Red, green and blue.
    Rgb,
    /// Cyan, magenta, yellow and black.
    Cmyk,
    /// Any other, such as a pattern or a special ink: what it looks like is not known.
    Other,
}

/// A colour in its space.
#[derive(Clone, Copy, Debug)]
pub struct Ink {
    /// The space that numbers are read in.
    pub space: Space,
    /// The colour; `None` where what it looks like is not known.
    pub colour: Option<Colour>,
}

impl Ink {
    /// What pages begin with.
    pub const BLACK: Ink = Ink { space: Space::Grey, colour: Some(Colour([0.0; 3])) };

    /// Returns the first colour of a space, which is black.
    pub fn new(space: Space) -> Ink {
        Ink { space, colour: (space != Space::Other).then_some(Colour([0.0; 3])) }
    }

    /// Returns the colour that numbers give in a space.
    pub fn of(space: Space, numbers: &[f32]) -> Ink {
        let colour = match (space, numbers) {
            (Space::Grey, [grey]) => Some([*grey; 3]),
            (Space::Rgb, [red, green, blue]) => Some([*red, *green, *blue]),
            // Source: ISO 32000-1:2008, 10.3.4.
            (Space::Cmyk, [c, m, y, k]) => Some([c, m, y].map(|ink| 1.0 - (ink + k).min(1.0))),
            _ => None,
        };
        Ink { space, colour: colour.map(|parts| Colour(parts.map(|part| part.clamp(0.0, 1.0)))) }
    }
}

impl Space {
    /// Reads the space that `cs` names. Source: ISO 32000-1:2008, 8.6.3.
    pub fn read(pdf: &Pdf<'_>, resources: &Dictionary, name: Option<&Object>) -> Space {
        let name = name.and_then(Object::name).unwrap_or_default();
        let known = Space::named(name);
        if known != Space::Other {
            return known;
        }
        let spaces = pdf.dictionary(resources, "ColorSpace");
        let entry = spaces.and_then(|spaces| pdf.entry(&spaces, &String::from_utf8_lossy(name)));
        entry.map_or(Space::Other, |entry| Space::of(pdf, &entry))
    }

    /// Returns the space that an object is, such as that of a picture.
    pub fn of(pdf: &Pdf<'_>, space: &Object) -> Space {
        match space {
            Object::Name(name) => Space::named(name),
            Object::Array(parts) => match parts.as_slice() {
                [kind, profile, ..] if kind.name() == Some(b"ICCBased") => {
                    let profile = pdf.resolve(profile);
                    let parts = profile.dictionary().and_then(|held| pdf.entry(held, "N")).and_then(|n| n.integer());
                    match parts {
                        Some(1) => Space::Grey,
                        Some(3) => Space::Rgb,
                        Some(4) => Space::Cmyk,
                        _ => Space::Other,
                    }
                }
                [kind, ..] => kind.name().map_or(Space::Other, Space::named),
                [] => Space::Other,
            },
            _ => Space::Other,
        }
    }

    /// Returns the space that a name means without more.
    pub fn named(name: &[u8]) -> Space {
        match name {
            b"DeviceGray" | b"G" | b"CalGray" => Space::Grey,
            b"DeviceRGB" | b"RGB" | b"CalRGB" => Space::Rgb,
            b"DeviceCMYK" | b"CMYK" => Space::Cmyk,
            _ => Space::Other,
        }
    }
}

impl Colour {
    /// White paper.
    pub const PAPER: Colour = Colour([1.0; 3]);

    /// Returns how well two colours stand out from each other, from 1 to 21. Source: WCAG 2.2, "contrast ratio".
    pub fn contrast(self, other: Colour) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Source: WCAG 2.2, "relative luminance".
    fn luminance(self) -> f32 {
        let [red, green, blue] =
            self.0.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Returns the colour as it is written on websites, such as `#0c4a4d`.
    pub fn written(self) -> String {
        let [red, green, blue] = self.0.map(|part| (part * 255.0).round() as u8);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_compared_as_on_screens() {
        let grey = Ink::of(Space::Rgb, &[0x76 as f32 / 255.0; 3]).colour.expect("a colour");
        // The lightest grey that may carry text on white. Source: WebAIM's contrast checker.
        assert!((grey.contrast(Colour::PAPER) - 4.54).abs() < 0.01);
        assert_eq!(Ink::of(Space::Cmyk, &[0.0, 0.0, 0.0, 1.0]).colour, Ink::BLACK.colour);
        assert_eq!(Ink::of(Space::Other, &[1.0]).colour, None);
        assert_eq!(grey.written(), "#767676");
    }
}
