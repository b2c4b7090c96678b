//! A text as it is spoken: read from left to right, each shape that is known in words.

use super::cursor::Cursor;
use super::shapes::SHAPES;
use super::spoken::Speech;

impl Speech {
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
                    // Nor is one that stands for a word to come: `a 16- or 17-year-old`.
                    if let Some(next) = cursor.take("-").filter(|next| counted && next.peek() == Some(' ')) {
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
        // `CO₂`
        '\u{2080}'..='\u{2089}' => char::from_digit(u32::from(c) - 0x2080, 10),
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => None,
        other => Some(other),
    };
    text.chars().filter_map(plain).collect()
}
