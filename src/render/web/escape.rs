//! Words and addresses as HTML may carry them. Everything that an author wrote goes through here.

pub use crate::render::address::{encoded, listed, path, with_place, written};

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

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn words_stay_words() {
        assert_eq!(escaped("<script>\"&'\u{0}\u{1b}</script>"), "&lt;script&gt;&quot;&amp;'&lt;/script&gt;");
        assert_eq!(escaped("Ô اردو"), "Ô اردو");
        assert_eq!(escaped("a\u{9b}31m\u{7f}b\u{85}c\u{a0}d"), "a31mbc\u{a0}d");
    }
}
