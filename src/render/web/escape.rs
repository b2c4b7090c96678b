//! Words and addresses as HTML may carry them. Everything that an author wrote goes through here.

use std::fmt::Write as _;

/// Adds words, so that they are words and nothing else, in text and in attributes alike.
pub fn text(words: &str, out: &mut String) {
    let mut from = 0;
    for (at, byte) in words.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            // Characters that HTML forbids are left out. Source: HTML Living Standard, 13.2.3.5.
            0..=8 | 11 | 12 | 14..=31 | 127 => "",
            // The first of the two bytes of a control from U+0080 to U+009F.
            0xC2 if words.as_bytes().get(at + 1).is_some_and(|next| (0x80..=0x9F).contains(next)) => {
                out.push_str(&words[from..at]);
                from = at + 2;
                continue;
            }
            _ => continue,
        };
        out.push_str(&words[from..at]);
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(&words[from..]);
}

/// Returns words, escaped.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + words.len() / 16);
    text(words, &mut out);
    out
}

/// Adds a path or the part of an address after the scheme, with what an address cannot hold in percent form.
/// Source: RFC 3986, 2.1 and 3.3.
pub fn path(path: &str, out: &mut String) {
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(byte as char),
            b'-' | b'.' | b'_' | b'~' | b'/' | b'@' | b'+' | b':' | b'!' | b'$' | b'(' | b')' | b'*' | b',' | b'='
            | b'%' => out.push(byte as char),
            // Writing to a string cannot fail.
            _ => _ = write!(out, "%{byte:02X}"),
        }
    }
}

/// Returns a path in percent form.
pub fn encoded(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    path(raw, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::{encoded, escaped};

    #[test]
    fn words_stay_words() {
        assert_eq!(escaped("<script>\"&'\u{0}\u{1b}</script>"), "&lt;script&gt;&quot;&amp;'&lt;/script&gt;");
        assert_eq!(escaped("Ô اردو"), "Ô اردو");
        assert_eq!(escaped("a\u{9b}31m\u{7f}b\u{85}c\u{a0}d"), "a31mbc\u{a0}d");
    }

    #[test]
    fn addresses_hold_only_what_they_may() {
        assert_eq!(encoded("/a b/ü\"<.pdf"), "/a%20b/%C3%BC%22%3C.pdf");
    }
}
