//! Colours, laying one over another, and contrast.

use cssparser::color::{parse_hash_color, parse_named_color};

use super::media::split;

/// A colour with its transparency; each part from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rgba {
    /// Red, green and blue in sRGB.
    pub rgb: [f32; 3],
    /// How much of what is behind it is hidden.
    pub alpha: f32,
}

impl Rgba {
    /// Black.
    pub const BLACK: Rgba = Rgba { rgb: [0.0; 3], alpha: 1.0 };
    /// White.
    pub const WHITE: Rgba = Rgba { rgb: [1.0; 3], alpha: 1.0 };
    /// Nothing to see.
    pub const CLEAR: Rgba = Rgba { rgb: [0.0; 3], alpha: 0.0 };

    /// Returns this colour laid over another. Source: Compositing and Blending 1, 5.1.
    pub fn over(self, behind: Rgba) -> Rgba {
        let alpha = self.alpha + behind.alpha * (1.0 - self.alpha);
        if alpha <= 0.0 {
            return Rgba::CLEAR;
        }
        let mut rgb = [0.0; 3];
        for (mixed, (front, back)) in rgb.iter_mut().zip(self.rgb.iter().zip(behind.rgb)) {
            *mixed = (front * self.alpha + back * behind.alpha * (1.0 - self.alpha)) / alpha;
        }
        Rgba { rgb, alpha }
    }

    /// Returns the colour at a part of its strength.
    pub fn faded(self, opacity: f32) -> Rgba {
        Rgba { alpha: self.alpha * opacity, ..self }
    }

    /// Returns how bright the colour is. Source: WCAG 2.2, relative luminance.
    fn luminance(self) -> f32 {
        let linear = |part: f32| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        let [red, green, blue] = self.rgb.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Returns the contrast with another colour, from 1 to 21. Source: WCAG 2.2, contrast ratio.
    pub fn contrast(self, other: Rgba) -> f32 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Returns the colour as `#rrggbb`.
    pub fn hex(self) -> String {
        let [red, green, blue] = self.rgb.map(|part| (part * 255.0).round().clamp(0.0, 255.0) as u8);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A colour as a style sheet says it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Colour {
    /// This one.
    Is(Rgba),
    /// That of the letters.
    Current,
    /// It is one, and cannot be worked out.
    Unknown,
}

/// Reads a colour; nothing where it is none.
pub fn parse(text: &str, dark: bool) -> Option<Colour> {
    let text = text.trim();
    if let Some(hex) = text.strip_prefix('#') {
        let (red, green, blue, alpha) = parse_hash_color(hex.as_bytes()).ok()?;
        return Some(Colour::Is(Rgba { rgb: [red, green, blue].map(|part| f32::from(part) / 255.0), alpha }));
    }
    let lower = text.to_ascii_lowercase();
    match lower.as_str() {
        "transparent" => return Some(Colour::Is(Rgba::CLEAR)),
        "currentcolor" => return Some(Colour::Current),
        _ => {}
    }
    if let Some(system) = system(&lower, dark) {
        return Some(system);
    }
    if let Ok((red, green, blue)) = parse_named_color(&lower) {
        return Some(Colour::Is(Rgba { rgb: [red, green, blue].map(|part| f32::from(part) / 255.0), alpha: 1.0 }));
    }
    let (name, arguments) = lower.split_once('(')?;
    let arguments = arguments.strip_suffix(')')?;
    match name.trim() {
        "rgb" | "rgba" | "hsl" | "hsla" | "hwb" => Some(function(name.trim(), arguments).unwrap_or(Colour::Unknown)),
        "light-dark" => {
            let mut both = split(arguments, ',');
            let (light, night) = (both.next()?, both.next()?);
            parse(if dark { night } else { light }, dark)
        }
        "lab" | "lch" | "oklab" | "oklch" | "color" | "color-mix" | "device-cmyk" | "contrast-color" => {
            Some(Colour::Unknown)
        }
        _ => None,
    }
}

/// Returns a colour that the system chooses. Source: CSS Color 4, 6.2; the values of browsers without a theme.
fn system(name: &str, dark: bool) -> Option<Colour> {
    let (light, night) = match name {
        "canvas" | "window" => (Rgba::WHITE, Rgba { rgb: [0.07; 3], alpha: 1.0 }),
        "canvastext" | "windowtext" | "buttontext" | "fieldtext" => (Rgba::BLACK, Rgba::WHITE),
        "linktext" | "visitedtext" | "activetext" | "buttonface" | "buttonborder" | "field" | "highlight"
        | "highlighttext" | "selecteditem" | "selecteditemtext" | "mark" | "marktext" | "graytext" | "accentcolor"
        | "accentcolortext" | "-webkit-link" => return Some(Colour::Unknown),
        _ => return None,
    };
    Some(Colour::Is(if dark { night } else { light }))
}

fn function(name: &str, arguments: &str) -> Option<Colour> {
    let arguments = arguments.replace([',', '/'], " ");
    let parts: Vec<&str> = arguments.split_whitespace().collect();
    let (first, rest) = parts.split_first()?;
    let [second, third, more @ ..] = rest else { return None };
    let share = |text: &str, whole: f32| -> Option<f32> {
        match text.strip_suffix('%') {
            Some(percent) => percent.parse::<f32>().ok().map(|percent| percent / 100.0),
            None if text == "none" => Some(0.0),
            None => text.parse::<f32>().ok().map(|number| number / whole),
        }
    };
    let alpha = match more {
        [] => 1.0,
        [alpha] => share(alpha, 1.0)?.clamp(0.0, 1.0),
        _ => return None,
    };
    let rgb = match name {
        "rgb" | "rgba" => [share(first, 255.0)?, share(second, 255.0)?, share(third, 255.0)?],
        _ => {
            let hue = turn(first)?;
            let (two, three) = (share(second, 100.0)?, share(third, 100.0)?);
            if name == "hwb" {
                let (white, black) =
                    if two + three > 1.0 { (two / (two + three), three / (two + three)) } else { (two, three) };
                hsl(hue, 1.0, 0.5).map(|part| part * (1.0 - white - black) + white)
            } else {
                hsl(hue, two.clamp(0.0, 1.0), three.clamp(0.0, 1.0))
            }
        }
    };
    Some(Colour::Is(Rgba { rgb: rgb.map(|part| part.clamp(0.0, 1.0)), alpha }))
}

/// Returns an angle in degrees.
fn turn(text: &str) -> Option<f32> {
    for (unit, degrees) in [("deg", 1.0), ("grad", 0.9), ("rad", 180.0 / std::f32::consts::PI), ("turn", 360.0)] {
        if let Some(number) = text.strip_suffix(unit) {
            return number.parse::<f32>().ok().map(|number| number * degrees);
        }
    }
    text.parse().ok()
}

/// Source: CSS Color 4, 7.1.
fn hsl(hue: f32, saturation: f32, lightness: f32) -> [f32; 3] {
    let hue = hue.rem_euclid(360.0);
    let reach = saturation * lightness.min(1.0 - lightness);
    [0.0, 8.0, 4.0].map(|offset: f32| {
        let step = (offset + hue / 30.0) % 12.0;
        lightness - reach * (step - 3.0).min(9.0 - step).clamp(-1.0, 1.0)
    })
}
