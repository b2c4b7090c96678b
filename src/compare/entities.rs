//! Characters that HTML writes as references, such as `&amp;`.

use std::borrow::Cow;

/// The references by name that Handbill and its themes write. Source: HTML Standard, 13.5.
const NAMED: [(&str, char); 18] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("hellip", '\u{2026}'),
    ("lsquo", '\u{2018}'),
    ("rsquo", '\u{2019}'),
    ("ldquo", '\u{201c}'),
    ("rdquo", '\u{201d}'),
    ("pound", '£'),
    ("euro", '€'),
    ("copy", '©'),
    ("middot", '·'),
    ("bull", '•'),
];

/// The longest reference, in bytes.
const LONGEST: usize = 10;

/// Returns words with their references as the characters that these stand for. What is not known stays as it is written.
pub fn decoded(words: &str) -> Cow<'_, str> {
    if !words.contains('&') {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = from.bytes().take(LONGEST).position(|b| b == b';');
        let known = end.and_then(|end| Some((character(from.get(1..end)?)?, end)));
        let taken = match known {
            Some((c, end)) => {
                out.push(c);
                end + 1
            }
            None => {
                out.push('&');
                1
            }
        };
        rest = from.get(taken..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    code.ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn references_become_their_characters() {
        for (written, read) in [
            ("a &amp; b&nbsp;c", "a & b\u{a0}c"),
            ("&#39;&#x2014;&quot;", "'\u{2014}\""),
            ("A & B &unknown; &#xD800; &", "A & B &unknown; &#xD800; &"),
            ("&", "&"),
            ("é&é;&lt;", "é&é;<"),
        ] {
            assert_eq!(decoded(written), read);
        }
    }
}
