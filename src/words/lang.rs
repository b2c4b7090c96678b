//! Language tags, the direction in which a language is written, and its name in itself.

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

/// Language, and its name in itself. Source: Unicode CLDR 46, locale display names.
const NAMES: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("cy", "Cymraeg"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("gd", "Gàidhlig"),
    ("gu", "ગુજરાતી"),
    ("hi", "हिन्दी"),
    ("it", "Italiano"),
    ("ku", "Kurdî"),
    ("lt", "Lietuvių"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("so", "Soomaali"),
    ("sq", "Shqip"),
    ("ta", "தமிழ்"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("zh", "中文"),
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

    /// Returns whether this is a language's tag without its region or script: `en` of `en-GB`.
    pub fn is_primary_of(&self, other: &Lang) -> bool {
        let first = other.0.split('-').next().unwrap_or("");
        self.0.eq_ignore_ascii_case(first)
    }

    /// Returns whether two tags name the same language, whatever its region or script.
    pub fn is_same_language(&self, other: &Lang) -> bool {
        let first = |lang: &str| lang.split('-').next().map(str::len).unwrap_or(0);
        self.0[..first(&self.0)].eq_ignore_ascii_case(&other.0[..first(&other.0)])
    }

    /// Returns the direction in which the language is written.
    pub fn direction(&self) -> Direction {
        if RTL.contains(&self.primary().as_str()) { Direction::Rtl } else { Direction::Ltr }
    }

    /// Returns the language's name in itself, or the tag where it is not known.
    pub fn own_name(&self) -> &str {
        let primary = self.primary();
        NAMES.iter().find(|(tag, _)| *tag == primary).map_or(self.tag(), |(_, own)| own)
    }
}

impl Default for Lang {
    /// Returns English, from which every language takes what it lacks.
    fn default() -> Lang {
        Lang(Arc::from("en"))
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
