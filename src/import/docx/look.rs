//! How words look: what a run or a style says of its letters. Source: ECMA-376, part 1, 17.3.2.

use super::super::xml::Element;

/// What is said of letters; nothing where nothing is said.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The name of the style of its own.
    pub style: Option<String>,
    /// Whether they are bold.
    pub bold: Option<bool>,
    /// Whether they are italic.
    pub italic: Option<bool>,
    /// Whether a line goes through them.
    pub struck: Option<bool>,
    /// Whether nobody sees them.
    pub hidden: Option<bool>,
    /// Whether they have a line under them.
    pub underlined: Option<bool>,
    /// Whether they have a colour behind them.
    pub highlighted: Option<bool>,
    /// Whether they run from right to left.
    pub rtl: Option<bool>,
    /// `superscript`, `subscript` or `baseline`.
    pub height: Option<String>,
    /// Their size in half points.
    pub size: Option<f32>,
    /// Their face.
    pub face: Option<String>,
    /// The language of Latin and of right-to-left letters.
    pub lang: Option<String>,
    /// The language of letters that run from right to left.
    pub lang_rtl: Option<String>,
    /// Whether they are for a computer.
    pub code: bool,
}

impl Look {
    /// Returns what the properties of a run say.
    pub fn of(properties: Option<&Element>) -> Look {
        let Some(properties) = properties else { return Look::default() };
        let value = |name: &str| properties.child(name).and_then(|one| one.attribute("w:val"));
        let flag = |name: &str| properties.child(name).map(is_on);
        let lang = properties.child("w:lang");
        let colour = |name: &str| value(name).map(|colour| !matches!(colour, "none" | "white"));
        Look {
            style: value("w:rStyle").map(str::to_string),
            bold: flag("w:b").or_else(|| flag("w:bCs").filter(|_| flag("w:rtl") == Some(true))),
            italic: flag("w:i"),
            struck: flag("w:strike").or_else(|| flag("w:dstrike")),
            hidden: flag("w:vanish"),
            underlined: value("w:u").map(|line| line != "none"),
            highlighted: colour("w:highlight"),
            rtl: flag("w:rtl"),
            height: value("w:vertAlign").map(str::to_string),
            size: value("w:sz").and_then(|size| size.parse().ok()).filter(|size| (1.0..3300.0).contains(size)),
            face: properties.child("w:rFonts").and_then(|faces| faces.attribute("w:ascii")).map(str::to_string),
            lang: lang.and_then(|lang| lang.attribute("w:val")).map(str::to_string),
            lang_rtl: lang.and_then(|lang| lang.attribute("w:bidi")).map(str::to_string),
            code: false,
        }
    }

    /// Returns this look, and where it says nothing another.
    pub fn over(self, below: &Look) -> Look {
        Look {
            style: self.style,
            bold: self.bold.or(below.bold),
            italic: self.italic.or(below.italic),
            struck: self.struck.or(below.struck),
            hidden: self.hidden.or(below.hidden),
            underlined: self.underlined.or(below.underlined),
            highlighted: self.highlighted.or(below.highlighted),
            rtl: self.rtl.or(below.rtl),
            height: self.height.or_else(|| below.height.clone()),
            size: self.size.or(below.size),
            face: self.face.or_else(|| below.face.clone()),
            lang: self.lang.or_else(|| below.lang.clone()),
            lang_rtl: self.lang_rtl.or_else(|| below.lang_rtl.clone()),
            code: self.code || below.code,
        }
    }

    /// Returns whether the letters are those of a typewriter, as programs are written in.
    pub fn is_typewriter(&self) -> bool {
        let faces =
            ["courier", "consolas", "menlo", "monaco", "liberation mono", "dejavu sans mono", "source code pro"];
        self.face.as_ref().is_some_and(|face| faces.iter().any(|known| face.to_lowercase().starts_with(known)))
    }
}

/// Returns whether a property that is on or off is on. Source: ECMA-376, part 1, 17.17.4.
pub fn is_on(property: &Element) -> bool {
    !matches!(property.attribute("w:val"), Some("0" | "false" | "off" | "none"))
}
