//! Words and addresses as HTML may carry them. Everything that an author wrote goes through here.

pub use crate::render::address::{encoded, listed, path, with_place, written};

/// Adds words, escaped for text and for attributes. Characters that HTML forbids are left out.
pub fn text(words: &str, out: &mut String) {
    let bytes = words.as_bytes();
    let (mut from, mut at) = (0, 0);
    while let Some(plain) = bytes[at..].iter().position(|byte| SPECIAL[usize::from(*byte)]) {
        at += plain;
        let (entity, length) = match bytes[at] {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            // The first of the two bytes of a control from U+0080 to U+009F, or of another character.
            0xC2 if bytes.get(at + 1).is_some_and(|next| (0x80..=0x9F).contains(next)) => ("", 2),
            0xC2 => {
                at += 2;
                continue;
            }
            // Characters that HTML forbids are left out. Source: HTML Living Standard, 13.2.3.5.
            _ => ("", 1),
        };
        out.push_str(&words[from..at]);
        out.push_str(entity);
        at += length;
        from = at;
    }
    out.push_str(&words[from..]);
}

/// The bytes that may not stand in HTML as they are, or that begin characters which may not.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 32 {
        special[byte] = !matches!(byte, 9 | 10 | 13);
        byte += 1;
    }
    special[b'&' as usize] = true;
    special[b'<' as usize] = true;
    special[b'>' as usize] = true;
    special[b'"' as usize] = true;
    special[127] = true;
    special[0xC2] = true;
    special
};

/// Returns words, escaped for text and for attributes.
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
