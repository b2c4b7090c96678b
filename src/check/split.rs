//! Where words, sentences and quotations start and end in a text.

use std::ops::Range;

use super::text::HOLE;

/// Returns each word's bytes: what stands between spaces or dashes, without the punctuation round it.
pub fn tokens(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for token in text.split(|c: char| c.is_whitespace() || matches!(c, '\u{2014}' | '\u{2026}')) {
        let at = token.as_ptr() as usize - text.as_ptr() as usize;
        let inner = |c: char| c.is_alphanumeric() || matches!(c, HOLE | '£' | '$' | '€' | '%' | '&' | '@' | '+');
        let (Some(start), Some(last)) = (token.find(inner), token.rfind(inner)) else { continue };
        let width = token[last..].chars().next().map_or(1, char::len_utf8);
        found.push((at + start, at + last + width));
    }
    found
}

/// Words after which a full stop does not end the sentence. Source: Unicode CLDR 46, segmentation suppressions, English.
const STOPPED: &[&str] = &[
    "mr", "mrs", "ms", "dr", "st", "prof", "rev", "hon", "sgt", "insp", "supt", "capt", "col", "gen", "lt", "no",
    "nos", "vs", "e.g", "i.e", "eg", "ie", "viz", "cf", "approx", "dept", "fig", "ref", "tel", "ext", "jan", "feb",
    "aug", "sept", "oct", "nov", "dec", "vol", "para", "art", "sec", "u.s", "u.k", "jr", "sr", "inc", "ltd", "pp", "p",
    "v", "ed", "eds", "a.m", "p.m",
];

/// Returns whether a sentence ends after a word, from what stands between it and the next.
pub fn ends(word: &str, gap: &str, next: &str) -> bool {
    if gap.contains('\n') {
        return true;
    }
    let Some(mark) = gap.find(['.', '?', '!', '\u{2026}']) else { return false };
    // "By 4 p.m., on Monday" goes on.
    let Some(space) = gap[mark..].find(char::is_whitespace) else { return false };
    if gap[mark..mark + space].contains([',', ';']) {
        return false;
    }
    // "They said: 'Why?' and left" goes on.
    let upper = next.starts_with(|c: char| !c.is_lowercase());
    let stop = gap[mark..].starts_with('.');
    let initial = word.chars().count() == 1 && word.starts_with(|c: char| c.is_uppercase()) && word != "I";
    let short = STOPPED.contains(&word.to_ascii_lowercase().as_str());
    // "No. 5" is a number, but "He said no. Five others..." ends; "5 a.m. On" may end.
    let number = word.eq_ignore_ascii_case("no") && !next.starts_with(|c: char| c.is_ascii_digit());
    let noon = matches!(word, "a.m" | "p.m") && next.starts_with(|c: char| c.is_uppercase());
    upper && !(stop && (initial || (short && !number && !noon)))
}

/// Returns the bytes that stand in quotation marks, marks included.
pub fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let after = text[end..].chars().next().unwrap_or(' ');
        let starts = !before.is_alphanumeric() && !after.is_whitespace();
        let closes = !after.is_alphanumeric() && !before.is_whitespace();
        match (c, open) {
            ('"' | '\u{201c}', None) if starts => open = Some((at, if c == '"' { '"' } else { '\u{201d}' })),
            ('\'' | '\u{2018}', None) if starts => open = Some((at, if c == '\'' { '\'' } else { '\u{2019}' })),
            (_, Some((start, close))) if c == close && closes => {
                found.push(start..end);
                open = None;
            }
            _ => {}
        }
        before = c;
    }
    found
}
