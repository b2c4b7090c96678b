//! Lengths as style sheets write them.

/// The size of letters where nobody says one, in CSS pixels. Source: all browsers' first setting.
pub const FIRST_SIZE: f32 = 16.0;

/// A number with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length {
    /// The number.
    pub number: f32,
    /// The unit.
    pub unit: Unit,
}

/// Units that mean something without a layout, and the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A number without unit.
    None,
    /// CSS pixels; physical units are turned into them.
    Px,
    /// The size of the letters.
    Em,
    /// The size of the page's first letters.
    Rem,
    /// A part of something else, in hundredths.
    Percent,
    /// What depends on the window or on a face.
    Other,
}

impl Length {
    /// Reads a number with its unit; nothing where it is none.
    pub fn parse(text: &str) -> Option<Length> {
        let text = text.trim();
        let end = text
            .char_indices()
            .find(|(at, c)| {
                let sign = *at == 0 && matches!(c, '+' | '-');
                !(c.is_ascii_digit() || *c == '.' || sign)
            })
            .map_or(text.len(), |(at, _)| at);
        let number: f32 = text.get(..end)?.parse().ok()?;
        let px = |each: f32| Some(Length { number: number * each, unit: Unit::Px });
        let unit = match text.get(end..)?.to_ascii_lowercase().as_str() {
            "" => Unit::None,
            // Source: CSS Values and Units 4, 6.2: 96 pixels to the inch.
            "px" => return px(1.0),
            "pt" => return px(96.0 / 72.0),
            "pc" => return px(16.0),
            "in" => return px(96.0),
            "cm" => return px(96.0 / 2.54),
            "mm" => return px(96.0 / 25.4),
            "q" => return px(96.0 / 101.6),
            "em" => Unit::Em,
            "rem" => Unit::Rem,
            "%" => Unit::Percent,
            "ex" | "ch" | "vw" | "vh" | "vmin" | "vmax" | "lh" | "rlh" | "cap" | "ic" | "svh" | "lvh" | "dvh"
            | "svw" | "lvw" | "dvw" | "cqw" | "cqh" | "vi" | "vb" => Unit::Other,
            _ => return None,
        };
        Some(Length { number, unit })
    }

    /// Returns the length in pixels, given the size of letters here and at the page's start, and what percentages are of.
    pub fn pixels(self, em: f32, rem: f32, whole: Option<f32>) -> Option<f32> {
        match self.unit {
            Unit::Px => Some(self.number),
            Unit::None => (self.number == 0.0).then_some(0.0),
            Unit::Em => Some(self.number * em),
            Unit::Rem => Some(self.number * rem),
            Unit::Percent => whole.map(|whole| self.number / 100.0 * whole),
            Unit::Other => None,
        }
    }
}

/// Splits a value at its spaces, outside brackets and quotes.
pub fn words(value: &str) -> Vec<&str> {
    let (mut depth, mut quote, mut start, mut parts) = (0_i32, None, None, Vec::new());
    for (at, c) in value.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            _ => {}
        }
        let between = quote.is_none() && depth <= 0 && c.is_ascii_whitespace();
        match (start, between) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                parts.push(&value[from..at]);
                start = None;
            }
            _ => {}
        }
    }
    parts.extend(start.map(|from| &value[from..]));
    parts
}
