//! Characters that nobody sees and that change what is seen: controls, and those that turn text round.

use std::borrow::Cow;
use std::fmt::Write;

/// Returns whether a character is a control that no text needs: not the tab and not the line feed.
/// Source: Unicode Standard, 23.1, control codes; HTML Living Standard, 13.2.3.5.
pub fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n')
}

/// Returns whether a character turns or holds the direction of the text after it. The marks that right-to-left writing
/// needs (U+200E, U+200F, U+061C) do not. Source: Unicode Standard Annex 9, 2.1 to 2.4; Unicode Technical Report 36, 3.
pub fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns whether a text holds one of either kind: a quick look at its bytes.
pub fn any(text: &str) -> bool {
    // How many bytes are looked at in one go: the processor compares as many at a time.
    const TOGETHER: usize = 32;
    let bytes = text.as_bytes();
    let is_plain = |byte: u8| (0x20..=0x7E).contains(&byte) | (byte == b'\n') | (byte == b'\t');
    bytes.chunks(TOGETHER).enumerate().any(|(number, chunk)| {
        let all_plain = chunk.iter().fold(true, |all, byte| all & is_plain(*byte));
        !all_plain && (0..chunk.len()).any(|at| starts_one(&bytes[number * TOGETHER + at..]))
    })
}

/// Returns whether bytes start with a character of either kind.
fn starts_one(bytes: &[u8]) -> bool {
    match bytes {
        [b'\n' | b'\t', ..] => false,
        [0..=0x1F | 0x7F, ..] => true,
        // U+0080 to U+009F, and those that turn text round, in UTF-8.
        [0xC2, 0x80..=0x9F, ..] => true,
        [0xE2, 0x80, 0xAA..=0xAE, ..] | [0xE2, 0x81, 0xA6..=0xA9, ..] => true,
        _ => false,
    }
}

/// Returns a text as a terminal or a log may show it: such characters by their numbers, as `U+202E`.
pub fn visible(text: &str) -> Cow<'_, str> {
    shown(text, |c, out| _ = write!(out, "U+{:04X}", c as u32))
}

/// Returns the same on one line.
pub fn on_one_line(text: &str) -> String {
    visible(text).replace(['\n', '\t'], " ")
}

/// Returns JSON text in which such characters, which stand only in its strings, are escaped. Source: RFC 8259, 7.
pub fn in_json(text: &str) -> Cow<'_, str> {
    shown(text, |c, out| _ = write!(out, "\\u{:04x}", c as u32))
}

/// Returns a text without controls, for what is published; a carriage return stays.
pub fn without(text: &str) -> Cow<'_, str> {
    let drops = |c: char| is_control(c) && c != '\r';
    if text.chars().any(drops) { Cow::Owned(text.replace(drops, "")) } else { Cow::Borrowed(text) }
}

fn shown(text: &str, write: impl Fn(char, &mut String)) -> Cow<'_, str> {
    if !any(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_control(c) || turns(c) { write(c, &mut out) } else { out.push(c) }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::{any, in_json, visible, without};

    #[test]
    fn unseen_characters_are_shown_by_number_or_left_out() {
        let text = "a\u{1b}[31m\u{202e}b\u{7f}\u{9b}c\n\td\u{200f}é–";
        assert!(any(text));
        assert_eq!(visible(text), "aU+001B[31mU+202EbU+007FU+009Bc\n\td\u{200f}é–");
        assert_eq!(without(text), "a[31m\u{202e}bc\n\td\u{200f}é–");
        assert_eq!(in_json("\"\u{7f}\u{2066}\""), "\"\\u007f\\u2066\"");
        assert!(!any("Café – “ok” \u{200e}\u{200f}\u{61c}"));
        // Wherever it stands, also across the edge of bytes that are looked at together.
        for before in 0..70 {
            let text = format!("{}\u{202e}", "a".repeat(before));
            assert!(any(&text) && !any(&text[..before]), "{before}");
        }
    }
}
