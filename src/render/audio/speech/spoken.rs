//! A language to speak in: its words, and how it counts.

use std::sync::LazyLock;

use super::cursor::Cursor;
use super::english::English;
use super::lexicon::Lexicon;
use super::tongue::Tongue;
use super::welsh::Welsh;
use crate::words::Lang;

static ENGLISH_WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("en.words")));
static WELSH_WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("cy.words")));
static ENGLISH: LazyLock<English<'static>> = LazyLock::new(|| English(&ENGLISH_WORDS));
static WELSH: LazyLock<Welsh<'static>> = LazyLock::new(|| Welsh(&WELSH_WORDS));

/// A language to speak in.
#[derive(Clone, Copy)]
pub struct Speech {
    /// How it counts.
    pub tongue: &'static dyn Tongue,
    /// Its words.
    pub lexicon: &'static Lexicon,
}

impl Speech {
    /// Returns how a language is spoken, or nothing where only its voice knows: then words are left as they are written.
    pub fn of(lang: &Lang) -> Option<Speech> {
        match lang.tag().split('-').next() {
            Some("en") => Some(Speech { tongue: &*ENGLISH, lexicon: &ENGLISH_WORDS }),
            Some("cy") => Some(Speech { tongue: &*WELSH, lexicon: &WELSH_WORDS }),
            Some(_) | None => None,
        }
    }

    /// Returns whether a word of a section stands before a place.
    pub fn after(&self, section: &str, at: Cursor<'_>) -> bool {
        let word = at.previous();
        !word.is_empty() && self.lexicon.has(section, word)
    }

    /// Returns digits one by one; `naught` names the word for 0.
    pub fn digits(&self, digits: &str, naught: &str) -> String {
        let only = digits.chars().filter(char::is_ascii_digit);
        only.map(|digit| self.lexicon.digit(digit, naught)).collect::<Vec<_>>().join(" ")
    }

    /// Returns a telephone number digit by digit, with a pause between the groups that it is written in.
    pub fn phone(&self, written: &str) -> String {
        let groups = written.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        let groups: Vec<String> = groups.map(|part| self.digits(part, "oh")).collect();
        let plus = if written.trim_start().starts_with('+') {
            format!("{} ", self.lexicon.word("plus"))
        } else {
            String::new()
        };
        format!("{plus}{}", groups.join(", "))
    }
}

/// Returns letters one by one, each a capital as a voice names it.
pub fn spelled(letters: &str) -> String {
    let letters: Vec<String> = letters.chars().map(|letter| letter.to_uppercase().collect()).collect();
    letters.join(" ")
}
