//! From a file's bytes to text that every later step can trust: UTF-8, NFC, line feeds, no byte order mark.

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::content::read::limits::MOST_MARKS;

/// The largest text file that is read, in bytes: four million, about the length of Shakespeare's works.
pub const MOST_BYTES: u64 = 4_000_000;

/// Why bytes are not text that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotText {
    /// The file is larger than such a file may be; its size and the most, in bytes.
    TooLarge(u64, u64),
    /// The bytes are UTF-16.
    Utf16,
    /// The bytes are in some other encoding; the number of the first line that shows it.
    NotUtf8(usize),
    /// There is a NUL character; the number of its line.
    Nul(usize),
}

impl NotText {
    /// Returns what is wrong and what to do, for a finding.
    pub fn explain(&self) -> (String, &'static str) {
        const SAVE: &str = "open it in your editor and save it with the encoding UTF-8";
        match self {
            NotText::TooLarge(bytes, most) => {
                let tenths = bytes.div_ceil(100_000);
                let most =
                    if *most < 1_000_000 { format!("{} kB", most / 1_000) } else { format!("{} MB", most / 1_000_000) };
                let message =
                    format!("the file has {}.{} MB, more than the {most} that may be", tenths / 10, tenths % 10);
                (message, "split it into several pages, or publish it as a file to download")
            }
            NotText::Utf16 => ("the file is saved as UTF-16, not UTF-8".to_string(), SAVE),
            NotText::NotUtf8(line) => (format!("the file is not saved as UTF-8: line {line} shows it first"), SAVE),
            NotText::Nul(line) => (
                format!("line {line} has a NUL character, so this is probably not a text file"),
                "remove the character, or save the file again as plain text",
            ),
        }
    }

    /// Returns the line that the fault is on, from 1.
    pub fn line(&self) -> usize {
        match self {
            NotText::NotUtf8(line) | NotText::Nul(line) => *line,
            NotText::TooLarge(..) | NotText::Utf16 => 1,
        }
    }
}

/// A file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// Where it had too many marks on one letter, the first time; they are left out.
    pub piled: Option<usize>,
}

/// Returns the text of a file's bytes.
///
/// # Errors
///
/// What the bytes are instead of text.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, NotText> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(NotText::TooLarge(bytes.len() as u64, MOST_BYTES));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(NotText::Utf16);
    }
    let line_of = |bytes: &[u8], at: usize| bytes[..at].iter().filter(|b| **b == b'\n').count() + 1;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        NotText::NotUtf8(line_of(error.as_bytes(), at))
    })?;
    if let Some(at) = text.find('\0') {
        let every_second = text.bytes().filter(|b| *b == 0).count() * 3 > text.len();
        return Err(if every_second { NotText::Utf16 } else { NotText::Nul(line_of(text.as_bytes(), at)) });
    }
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_string(),
        None => text,
    };
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    if is_simple(&text) {
        return Ok(Decoded { text, piled: None });
    }
    // Marks go before letters are composed: composing sorts them, and must hold all that stand on one letter.
    let (text, piled) = thinned(text);
    if is_nfc(&text) {
        return Ok(Decoded { text, piled });
    }
    let before = piled.map(|at| text[..at].nfc().map(char::len_utf8).sum::<usize>());
    let text: String = text.nfc().collect();
    let piled = before.and_then(|at| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)));
    Ok(Decoded { text, piled })
}

/// Returns whether a text surely has neither marks nor letters in two forms, by its bytes alone: only letters below U+0300, and
/// no soft hyphen, whose last byte other letters have too. Source: Unicode Standard Annex #15, 9: letters below U+0300 are
/// composed.
fn is_simple(text: &str) -> bool {
    text.bytes().fold(true, |all, byte| all & (byte < 0xCC) & (byte != 0xAD))
}

/// Returns the text with no more than [`MOST_MARKS`] marks on one letter, and where the first of those left out stood.
fn thinned(text: String) -> (String, Option<usize>) {
    if text.is_ascii() {
        return (text, None);
    }
    let mut marks = 0;
    let mut over = |c: char| {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        marks > MOST_MARKS
    };
    let Some(first) = text.char_indices().find_map(|(at, c)| over(c).then_some(at)) else { return (text, None) };
    let mut out = text[..first].to_string();
    out.extend(text[first..].chars().skip(1).filter(|c| !over(*c)));
    (out, Some(first))
}

/// Returns whether a character belongs to the letter before it, or is not seen: an accent, a vowel sign, a joiner, a variation
/// selector, a tag, or what parts and turns its neighbours. Source: Unicode Standard Annex #29, 3, Extend and ZWJ; Unicode
/// Character Database, Default_Ignorable_Code_Point.
fn is_mark(c: char) -> bool {
    // Most letters outside ASCII, dashes and quotation marks are not marks; this saves looking them up.
    if c < '\u{300}' && c != '\u{ad}' || ('\u{2010}'..='\u{2029}').contains(&c) {
        return false;
    }
    let joins = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}');
    !c.is_ascii() && (joins || canonical_combining_class(c) != 0 || is_combining_mark(c))
}

#[cfg(test)]
mod tests {
    use super::{Decoded, NotText, UnicodeNormalization, decode};

    #[test]
    fn text_comes_out_the_same_however_it_was_saved() {
        for bytes in ["caf\u{e9}\nnext\n", "\u{feff}caf\u{e9}\nnext\n", "cafe\u{301}\r\nnext\r\n"] {
            let text = "caf\u{e9}\nnext\n".to_string();
            assert_eq!(decode(bytes.as_bytes().to_vec()), Ok(Decoded { text, piled: None }));
        }
    }

    #[test]
    fn a_letter_keeps_thirty_marks() {
        let marks = |count| "\u{323}".repeat(count);
        let piled = |text: String| decode(text.into_bytes()).map(|read| (read.text, read.piled));
        let whole = format!("a{} b{}", marks(30), marks(30));
        assert_eq!(piled(whole.clone()), Ok((whole.nfc().collect(), None)));
        // The letter and its first mark become one character of three bytes.
        assert_eq!(
            piled(format!("xa{} b", marks(50_000))),
            Ok((format!("x\u{1ea1}{} b", marks(29)), Some(1 + 3 + 29 * 2)))
        );
        let family = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{2764}\u{fe0f}".to_string();
        assert_eq!(piled(family.clone()), Ok((family, None)));
        let (text, at) = piled(format!("a{}", "\u{200d}\u{fe0f}".repeat(40))).expect("text");
        assert_eq!((text.chars().count(), at), (31, Some(91)));
    }

    #[test]
    fn what_is_not_text_is_named() {
        assert_eq!(decode(vec![0xFF, 0xFE, b'a', 0]), Err(NotText::Utf16));
        assert_eq!(decode(b"a\0b\0c\0".to_vec()), Err(NotText::Utf16));
        assert_eq!(decode(b"one\nt\0o, and more words".to_vec()), Err(NotText::Nul(2)));
        assert_eq!(decode(b"one\ntwo \xE9".to_vec()), Err(NotText::NotUtf8(2)));
    }
}
