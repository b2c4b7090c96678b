//! Latin letters in a text of another script: where they stand.

use std::ops::Range;

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether it is in Latin letters.
    pub latin: bool,
}

/// Returns whether a character is a Latin letter. Source: Unicode, the blocks from Basic Latin to Latin Extended-B, and Latin
/// Extended Additional, which has those of Vietnamese and of old Welsh.
pub fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && c.is_alphabetic()
}

/// Returns the parts of a text, one after the other: Latin words with what joins them, as in an address, and what stands around.
pub fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(is_latin)) {
        let start = from + found;
        let rest = text.get(start..).unwrap_or_default();
        let other = |c: char| !c.is_ascii() && !is_latin(c);
        let run = rest.get(..rest.find(other).unwrap_or(rest.len())).unwrap_or_default();
        // Numbers and signs behind the last word are not Latin, but for what stands close, as in `A4` or `/help/`.
        let last = run
            .rfind(is_latin)
            .map_or(0, |at| at + run.get(at..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8));
        let close = run.get(last..).unwrap_or_default();
        let close = close.find(|c: char| !c.is_ascii_digit() && !matches!(c, '/' | '-' | '_')).unwrap_or(close.len());
        let end = start + last + close;
        if from < start {
            parts.push(Part { range: from..start, latin: false });
        }
        parts.push(Part { range: start..end, latin: true });
        from = end;
    }
    if from < text.len() {
        parts.push(Part { range: from..text.len(), latin: false });
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn latin_words_are_found_among_others() {
        for (text, expected) in [
            ("", vec![]),
            ("مدد", vec!["مدد"]),
            ("ہم NHS 111 سے", vec!["ہم ", "*NHS", " 111 سے"]),
            ("ویب پر: www.example.org/ur/2026/", vec!["ویب پر: ", "*www.example.org/ur/2026/"]),
            ("A4 کاغذ، Victim Support.", vec!["*A4", " کاغذ، ", "*Victim Support", "."]),
            ("ŵy", vec!["*ŵy"]),
        ] {
            let found: Vec<String> = parts(text)
                .into_iter()
                .map(|part| format!("{}{}", if part.latin { "*" } else { "" }, &text[part.range]))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
