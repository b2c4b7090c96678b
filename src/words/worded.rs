//! What an author writes once for all pages, in as many languages as there are of it.

use std::fmt;
use std::ops::Deref;

use super::{Lang, Said};

/// Words in the site's own language, and the same in others. It stands for the site's own where nothing else is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worded {
    own: Said,
    others: Vec<Said>,
}

impl Worded {
    /// Returns words in the site's own language alone.
    pub fn new(text: impl Into<String>, lang: &Lang) -> Worded {
        Worded { own: Said::new(text.into(), lang), others: Vec::new() }
    }

    /// Adds the same in another language.
    pub fn add(&mut self, said: Said) {
        self.others.push(said);
    }

    /// Returns the words for readers of a language: in it where they are given in it, or else in the site's own.
    pub fn in_lang(&self, lang: &Lang) -> &Said {
        let whole = |said: &&Said| said.lang == *lang;
        let same = |said: &&Said| said.lang.is_same_language(lang);
        self.others.iter().find(whole).or_else(|| self.others.iter().find(same)).unwrap_or(&self.own)
    }

    /// Returns whether there are words in other languages.
    pub fn is_translated(&self) -> bool {
        !self.others.is_empty()
    }

    /// Returns whether there are words, and none in a language.
    pub fn lacks(&self, lang: &Lang) -> bool {
        !self.own.is_empty() && !self.in_lang(lang).lang.is_same_language(lang)
    }
}

impl Deref for Worded {
    type Target = str;

    fn deref(&self) -> &str {
        &self.own
    }
}

impl fmt::Display for Worded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.own)
    }
}

/// Tests write English.
#[cfg(test)]
impl From<&str> for Worded {
    fn from(text: &str) -> Worded {
        Worded::new(text, &Lang::default())
    }
}

#[cfg(test)]
impl From<&str> for Said {
    fn from(text: &str) -> Said {
        Said::new(text, &Lang::default())
    }
}
