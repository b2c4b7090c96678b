//! Language tags, the direction in which a language is written, and its name in itself and in English.

use std::fmt;
use std::sync::Arc;

/// A language tag as in BCP 47, such as `en-GB`, `cy` or `ur`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

/// The direction of a line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// Language, its name in itself, its name in English. Source: Unicode CLDR 46, locale display names.
const NAMES: &[(&str, &str, &str)] = &[
    ("ar", "العربية", "Arabic"),
    ("bn", "বাংলা", "Bengali"),
    ("cy", "Cymraeg", "Welsh"),
    ("en", "English", "English"),
    ("es", "Español", "Spanish"),
    ("fa", "فارسی", "Persian"),
    ("fr", "Français", "French"),
    ("gd", "Gàidhlig", "Scottish Gaelic"),
    ("gu", "ગુજરાતી", "Gujarati"),
    ("hi", "हिन्दी", "Hindi"),
    ("it", "Italiano", "Italian"),
    ("ku", "Kurdî", "Kurdish"),
    ("lt", "Lietuvių", "Lithuanian"),
    ("pa", "ਪੰਜਾਬੀ", "Punjabi"),
    ("pl", "Polski", "Polish"),
    ("ps", "پښتو", "Pashto"),
    ("pt", "Português", "Portuguese"),
    ("ro", "Română", "Romanian"),
    ("so", "Soomaali", "Somali"),
    ("sq", "Shqip", "Albanian"),
    ("ta", "தமிழ்", "Tamil"),
    ("ti", "ትግርኛ", "Tigrinya"),
    ("tr", "Türkçe", "Turkish"),
    ("uk", "Українська", "Ukrainian"),
    ("ur", "اردو", "Urdu"),
    ("zh", "中文", "Chinese"),
];

/// Languages written from right to left. Source: Unicode CLDR 46, layout orientation.
const RTL: &[&str] = &["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

impl Lang {
    /// Returns the tag, or nothing where the text is not shaped like one (RFC 5646, 2.1: letters and digits in parts
    /// of at most eight, joined by hyphens, the first part two to eight letters).
    pub fn parse(tag: &str) -> Option<Lang> {
        let mut parts = tag.split('-');
        let first = parts.next()?;
        let language = (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
        let rest = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        (language && rest).then(|| Lang(Arc::from(tag)))
    }

    /// Returns the whole tag.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// Returns the tag's first part, the language without region or script, in lower case.
    pub fn primary(&self) -> String {
        self.0.split('-').next().unwrap_or("").to_ascii_lowercase()
    }

    /// Returns the direction in which the language is written.
    pub fn direction(&self) -> Direction {
        if RTL.contains(&self.primary().as_str()) { Direction::Rtl } else { Direction::Ltr }
    }

    /// Returns the language's name in itself, or the tag where it is not known.
    pub fn own_name(&self) -> &str {
        let primary = self.primary();
        NAMES.iter().find(|(tag, ..)| *tag == primary).map_or(self.tag(), |(_, own, _)| own)
    }

    /// Returns the language's name in English, or the tag where it is not known.
    pub fn english_name(&self) -> &str {
        let primary = self.primary();
        NAMES.iter().find(|(tag, ..)| *tag == primary).map_or(self.tag(), |(.., english)| english)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Direction {
    /// Returns the value of HTML's `dir` attribute.
    pub fn name(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}
