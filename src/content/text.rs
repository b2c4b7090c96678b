//! From a file's bytes to text that every later step can trust: UTF-8, NFC, line feeds, no byte order mark.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The largest text file that is read, in bytes: four million, about the length of Shakespeare's works.
pub const MOST_BYTES: u64 = 4_000_000;

/// Why bytes are not text that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotText {
    /// The file is larger than [`MOST_BYTES`]; its size in bytes.
    TooLarge(u64),
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
            NotText::TooLarge(bytes) => {
                let message = format!("the file has {} MB, more than the 4 MB that a page may have", bytes / 1_000_000);
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
            NotText::TooLarge(_) | NotText::Utf16 => 1,
        }
    }
}

/// Returns the text of a file's bytes.
///
/// # Errors
///
/// What the bytes are instead of text.
pub fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(NotText::TooLarge(bytes.len() as u64));
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
    Ok(if is_nfc(&text) { text } else { text.nfc().collect() })
}

#[cfg(test)]
mod tests {
    use super::{NotText, decode};

    #[test]
    fn text_comes_out_the_same_however_it_was_saved() {
        for bytes in ["caf\u{e9}\nnext\n", "\u{feff}caf\u{e9}\nnext\n", "cafe\u{301}\r\nnext\r\n"] {
            assert_eq!(decode(bytes.as_bytes().to_vec()), Ok("caf\u{e9}\nnext\n".to_string()));
        }
    }

    #[test]
    fn what_is_not_text_is_named() {
        assert_eq!(decode(vec![0xFF, 0xFE, b'a', 0]), Err(NotText::Utf16));
        assert_eq!(decode(b"a\0b\0c\0".to_vec()), Err(NotText::Utf16));
        assert_eq!(decode(b"one\nt\0o, and more words".to_vec()), Err(NotText::Nul(2)));
        assert_eq!(decode(b"one\ntwo \xE9".to_vec()), Err(NotText::NotUtf8(2)));
    }
}
