//! Which letters a page's bytes are. Source: HTML Living Standard, 13.2.3.2 (determining the character encoding), and the
//! Encoding Standard for names.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How far into a page its encoding is looked for, in bytes. Source: HTML Living Standard, 13.2.3.2, says 1,024; pages that
/// programs saved put longer lines before it.
const LOOKED_AT: usize = 4096;

/// Returns a page's text.
pub fn decoded(bytes: &[u8]) -> String {
    let (text, _) = encoding(bytes).decode_with_bom_removal(bytes);
    text.into_owned()
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    // Letters of Europe in UTF-16 have a zero beside each.
    match start {
        [b'<', 0, _, 0, ..] => return UTF_16LE,
        [0, b'<', 0, _, ..] => return UTF_16BE,
        _ => {}
    }
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    match declared(start) {
        // What says UTF-16 in letters of one byte is not; and many pages that say otherwise are UTF-8 as a browser saved them.
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => UTF_8,
        Some(encoding) if encoding == UTF_8 && !is_utf8 => WINDOWS_1252,
        Some(encoding) => encoding,
        None if is_utf8 => UTF_8,
        None => WINDOWS_1252,
    }
}

/// Returns the encoding that a page names: `charset` of `meta`, or `encoding` of XML.
fn declared(start: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    ["charset", "encoding"].iter().find_map(|word| {
        start.match_indices(word).find_map(|(at, word)| {
            let rest = start.get(at + word.len()..)?.trim_start().strip_prefix('=')?;
            let rest = rest.trim_start().trim_start_matches(['"', '\'']);
            let label: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
            Encoding::for_label(label.as_bytes())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn letters_are_known_by_mark_name_or_look() {
        for (bytes, said) in [
            (&b"<meta charset=windows-1252><p>caf\xe9 \x93x\x94 \xa35"[..], "café \u{201c}x\u{201d} £5"),
            (b"<p>caf\xe9 \x80", "café €"),
            ("<p>café".as_bytes(), "café"),
            (b"\xef\xbb\xbf<meta charset=windows-1252><p>caf\xc3\xa9", "café"),
            (b"<meta charset=utf-8><p>caf\xe9", "café"),
            (b"<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><p>\xb3", "ł"),
            (b"<\0p\0>\0a\0", "a"),
        ] {
            assert!(decoded(bytes).ends_with(said), "{}", decoded(bytes));
        }
    }
}
