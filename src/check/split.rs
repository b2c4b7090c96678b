//! Where words, sentences and quotations start and end in a text.

use std::ops::Range;

use super::chars::Chars;

/// Stands in a passage's text for what is not words of the page: code, pictures, stored figures, other languages.
pub const HOLE: char = '\u{fffc}';

/// One word: what stands between spaces, without the punctuation round it.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its first byte in the text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Whether it stands in quotation marks or in emphasis: it may be spoken of, not used.
    pub quoted: bool,
    /// Which sentence it is in.
    pub sentence: usize,
    signs: u8,
}

/// Something in a word that most words do not have, such as a digit. A rule about dates asks for the words with a digit, so that
/// it need not look at every word. The list of them is complete, and may hold a few words without the sign: the rule looks
/// again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A digit.
    Digit,
    /// An at sign.
    At,
    /// An apostrophe.
    Apostrophe,
    /// A hyphen or a dash, in the word or after it.
    Dash,
    /// Letters, all of them capitals.
    Capitals,
}

impl Sign {
    /// Returns the characters without which no word has the sign.
    pub const fn chars(self) -> Chars {
        match self {
            Sign::Digit => Chars::DIGITS,
            Sign::At => Chars::of("@"),
            Sign::Apostrophe => Chars::of("'").and(Chars::OTHER),
            Sign::Dash => Chars::of("-").and(Chars::OTHER),
            Sign::Capitals => Chars::of("&ABCDEFGHIJKLMNOPQRSTUVWXYZ").and(Chars::OTHER),
        }
    }
}

impl Word {
    /// Returns whether the word has a sign.
    pub fn has(&self, sign: Sign) -> bool {
        match sign {
            Sign::Capitals => self.signs & SMALL == 0,
            Sign::Digit | Sign::At | Sign::Apostrophe | Sign::Dash => self.signs & bit(sign) != 0,
        }
    }
}

/// The bit of a word that has something else than capitals.
const SMALL: u8 = bit(Sign::Capitals);

const fn bit(sign: Sign) -> u8 {
    1 << sign as u8
}

/// What a character is to the words round it.
#[derive(Clone, Copy)]
enum CharClass {
    /// Part of a word wherever it stands, with the sign that it gives to the word; a capital gives none.
    Inner(u8),
    /// Part of a word that goes on after it, with the sign that it gives to the word before it.
    Between(u8),
    /// The end of a word.
    Break,
}

/// What the characters of ASCII are, so that most characters are looked up.
const ASCII: [CharClass; 128] = {
    let mut classes = [CharClass::Between(0); 128];
    let mut at = 0;
    while at < 128 {
        classes[at] = match at as u8 {
            b'0'..=b'9' => CharClass::Inner(bit(Sign::Digit) | SMALL),
            b'A'..=b'Z' | b'&' => CharClass::Inner(0),
            b'a'..=b'z' | b'$' | b'%' | b'+' => CharClass::Inner(SMALL),
            b'@' => CharClass::Inner(bit(Sign::At) | SMALL),
            b'\'' => CharClass::Between(bit(Sign::Apostrophe)),
            b'-' => CharClass::Between(bit(Sign::Dash)),
            b'\t'..=b'\r' | b' ' => CharClass::Break,
            _ => CharClass::Between(0),
        };
        at += 1;
    }
    classes
};

fn class(c: char) -> CharClass {
    match c {
        ..'\u{80}' => ASCII[c as usize],
        '\u{2013}' => CharClass::Between(bit(Sign::Dash)),
        '\u{2019}' => CharClass::Between(bit(Sign::Apostrophe)),
        '\u{2014}' | '\u{2026}' => CharClass::Break,
        _ if c.is_uppercase() => CharClass::Inner(0),
        _ if c.is_alphanumeric() || matches!(c, HOLE | '£' | '€') => CharClass::Inner(SMALL),
        _ if c.is_whitespace() => CharClass::Break,
        _ => CharClass::Between(0),
    }
}

/// Returns every word: what stands between spaces or dashes, without the punctuation round it.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / 5 + 1);
    let mut goes_on = false;
    for (at, c) in text.char_indices() {
        match (class(c), words.last_mut()) {
            (CharClass::Inner(signs), Some(word)) if goes_on => {
                word.end = at + c.len_utf8();
                word.signs |= signs;
            }
            (CharClass::Inner(signs), _) => {
                goes_on = true;
                words.push(Word { start: at, end: at + c.len_utf8(), quoted: false, sentence: 0, signs });
            }
            (CharClass::Between(signs), Some(word)) => word.signs |= signs,
            (CharClass::Between(_), None) => {}
            (CharClass::Break, word) => {
                goes_on = false;
                if let Some(word) = word.filter(|_| c == '\u{2014}') {
                    word.signs |= bit(Sign::Dash);
                }
            }
        }
    }
    words
}

/// Finds the sentences, as ranges of words, and tells each word which one it is in.
pub fn sentences(text: &str, words: &mut [Word]) -> Vec<Range<usize>> {
    let mut sentences = Vec::with_capacity(words.len() / 20 + 1);
    let mut first = 0;
    for i in 0..words.len() {
        words[i].sentence = sentences.len();
        let (word, next) = (words[i], words.get(i + 1));
        let last = next.is_none_or(|next| {
            let gap = &text[word.end..next.start];
            gap != " " && ends(&text[word.start..word.end], gap, &text[next.start..next.end])
        });
        if last {
            sentences.push(first..i + 1);
            first = i + 1;
        }
    }
    sentences
}

/// Words after which a full stop does not end the sentence. Source: Unicode CLDR 46, segmentation suppressions, English.
const STOPPED: &[&str] = &[
    "mr", "mrs", "ms", "dr", "st", "prof", "rev", "hon", "sgt", "insp", "supt", "capt", "col", "gen", "lt", "no",
    "nos", "vs", "e.g", "i.e", "eg", "ie", "viz", "cf", "approx", "dept", "fig", "ref", "tel", "ext", "jan", "feb",
    "aug", "sept", "oct", "nov", "dec", "vol", "para", "art", "sec", "u.s", "u.k", "jr", "sr", "inc", "ltd", "pp", "p",
    "v", "ed", "eds", "a.m", "p.m",
];

/// Returns whether a sentence ends after a word, from what stands between it and the next.
fn ends(word: &str, gap: &str, next: &str) -> bool {
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
    // The quotation marks outside of ASCII start with this byte.
    if !text.bytes().any(|byte| matches!(byte, b'"' | b'\'' | 0xE2)) {
        return found;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_without_their_punctuation() {
        let text = "\u{201c}Well\u{2026}done,\u{201d} she\u{a0}said \u{2014} \u{a3}5 (or 40%) at caf\u{e9}s; U.S. - it's & co.";
        let words: Vec<&str> = words(text).iter().map(|word| &text[word.start..word.end]).collect();
        let expected =
            ["Well", "done", "she", "said", "\u{a3}5", "or", "40%", "at", "caf\u{e9}s", "U.S", "it's", "&", "co"];
        assert_eq!(words, expected);
    }

    #[test]
    fn words_show_their_signs() {
        let text = "Ask BBC\u{2019}S 2 teams \u{2014} 9-5 \u{2013} it's a@b \u{c9}CU";
        let words = words(text);
        let with = |sign| -> Vec<&str> {
            words.iter().filter(|word| word.has(sign)).map(|word| &text[word.start..word.end]).collect()
        };
        assert_eq!(with(Sign::Digit), ["2", "9-5"]);
        assert_eq!(with(Sign::Dash), ["teams", "9-5"]);
        assert_eq!(with(Sign::At), ["a@b"]);
        assert_eq!(with(Sign::Apostrophe), ["BBC\u{2019}S", "it's"]);
        assert_eq!(with(Sign::Capitals), ["BBC\u{2019}S", "\u{c9}CU"]);
    }
}
