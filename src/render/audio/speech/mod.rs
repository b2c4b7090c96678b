//! Words as they are spoken: figures, dates, times, telephone numbers, addresses and what is written short become words, so
//! that no voice reads "£415,169" as "pound four". What has no known shape is left as it is written, and never dropped.
//!
//! The way: a text is read from left to right (`cursor`). Where a word or sign starts, each of the [`SHAPES`] looks whether it
//! knows what stands there; the first that does says it. A language has its words in a file (`lexicon`, `en.words`,
//! `cy.words`) and its way to count in a [`Tongue`].

mod amount;
mod cursor;
mod english;
mod lexicon;
mod shapes;
mod tongue;
mod welsh;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use crate::words::Lang;
use cursor::Cursor;
use english::English;
use lexicon::Lexicon;
use shapes::SHAPES;
use tongue::Tongue;
use welsh::Welsh;

static ENGLISH_WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("en.words")));
static WELSH_WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("cy.words")));
static ENGLISH: LazyLock<English<'static>> = LazyLock::new(|| English(&ENGLISH_WORDS));
static WELSH: LazyLock<Welsh<'static>> = LazyLock::new(|| Welsh(&WELSH_WORDS));

/// A language to speak in.
#[derive(Clone, Copy)]
pub struct Speech {
    tongue: &'static dyn Tongue,
    lexicon: &'static Lexicon,
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

    /// Returns a text as it is spoken.
    pub fn say(&self, text: &str) -> String {
        let text = plain_signs(text);
        let mut out = String::with_capacity(text.len() * 2);
        let mut cursor = Cursor::new(&text);
        let mut joined = false;
        while let Some(next) = cursor.peek() {
            let inside = !joined && cursor.last().is_some_and(char::is_alphanumeric) && next.is_alphanumeric();
            let found = if inside { None } else { SHAPES.iter().find_map(|shape| shape(self, cursor)) };
            match found {
                Some((said, end)) if end.at() > cursor.at() => {
                    join(&mut out, &said);
                    let counted = cursor.until(end).ends_with(|c: char| c.is_ascii_digit());
                    let ordered = cursor.until(end).starts_with(|c: char| c.is_ascii_digit());
                    cursor = end;
                    joined = true;
                    // A hyphen between a number and a word is not heard: `24-hour`, `21st-century`.
                    let hyphen = cursor.take("-").filter(|next| next.peek().is_some_and(char::is_alphabetic));
                    if let Some(next) = hyphen.filter(|_| counted || ordered) {
                        out.push(' ');
                        cursor = next;
                    }
                }
                Some(_) | None => {
                    if joined && next.is_alphanumeric() && out.ends_with(char::is_alphanumeric) {
                        out.push(' ');
                    }
                    out.push(next);
                    cursor = cursor.step();
                    joined = false;
                }
            }
        }
        out
    }

    /// Returns a telephone number, digit by digit in the groups that it is written in.
    pub fn phone(&self, number: &str) -> String {
        shapes::phone_groups(self, number)
    }
}

/// Adds what is spoken, with a space before it where it would run into a word.
fn join(out: &mut String, said: &str) {
    let runs_on = said.starts_with(|c: char| c.is_alphanumeric());
    // A hyphen between a word and a number is not heard: `under-18s`.
    if runs_on && out.ends_with('-') && out.trim_end_matches('-').ends_with(char::is_alphanumeric) {
        out.pop();
    }
    if runs_on && out.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | ':' | ';' | '%')) {
        out.push(' ');
    }
    out.push_str(said);
}

/// Returns a text with one sort of space and hyphen, and without what nobody sees.
fn plain_signs(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\t' => Some(' '),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{2212}' => Some('\u{2212}'),
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => None,
        other => Some(other),
    };
    text.chars().filter_map(plain).collect()
}
