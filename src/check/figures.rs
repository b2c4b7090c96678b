//! Shares of a whole as authors write them, "85%", "60 per cent", "one in four", "two thirds", for the rules that compare them.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::chars::Chars;
pub use super::found::Share;
use super::split::Sign;
use super::text::Passage;

/// Numbers in letters, from one.
const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Tens in letters, from twenty.
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Names of the parts of a whole, with how many there are.
const PARTS: [(&str, f64); 10] = [
    ("third", 3.0),
    ("thirds", 3.0),
    ("quarter", 4.0),
    ("quarters", 4.0),
    ("fifth", 5.0),
    ("fifths", 5.0),
    ("sixth", 6.0),
    ("tenth", 10.0),
    ("tenths", 10.0),
    ("eighths", 8.0),
];

/// Returns every share of a whole, in order, looked for once.
pub fn of<'p>(passage: &'p Passage<'_>) -> &'p [Share] {
    passage.shares.get_or_init(|| find(passage))
}

/// Finds the few texts without a digit that may have a share.
static SPELT: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let counted = NUMBERS.iter().flat_map(|number| [format!("{number} in "), format!("{number} out of ")]);
    let parts = PARTS.iter().map(|(name, _)| (*name).to_string());
    let search = AhoCorasick::new(counted.chain(parts).chain(["half".to_string(), " per cent".to_string()]));
    search.expect("a short list of words can be searched for")
});

fn find(passage: &Passage) -> Vec<Share> {
    let mut found: Vec<Share> = Vec::new();
    if !passage.chars.any(Chars::DIGITS) && !SPELT.is_match(passage.lower_text()) {
        return found;
    }
    for i in 0..passage.words.len() {
        if found.last().is_some_and(|share| share.last >= i) {
            continue;
        }
        found.extend(percentage(passage, i).or_else(|| ratio(passage, i)).or_else(|| part(passage, i)));
    }
    found
}

/// Returns a number of up to twelve in letters, or any in digits.
pub fn number(word: &str) -> Option<f64> {
    let digits =
        word.bytes().all(|b| b.is_ascii_digit() || b == b'.') && word.starts_with(|c: char| c.is_ascii_digit());
    let spelt = || NUMBERS.iter().zip(1u8..).find(|(name, _)| **name == word).map(|(_, number)| f64::from(number));
    if digits { word.parse().ok() } else { spelt() }
}

fn percentage(passage: &Passage, i: usize) -> Option<Share> {
    let word = passage.lower(i);
    let tens = TENS.iter().zip(2u8..).find(|(name, _)| **name == word).map(|(_, tens)| f64::from(tens) * 10.0);
    if !passage.words[i].has(Sign::Digit) && tens.is_none() {
        return None;
    }
    let share = |last, percent: f64| Share { first: i, last, percent, slack: 0.5 };
    if let Some(digits) = word.strip_suffix('%') {
        return number(digits).map(|percent| share(i, percent));
    }
    let last = match passage.lower_after(i) {
        "percent" => i + 1,
        "per" if passage.lower_after(i + 1) == "cent" => i + 2,
        "%" => i + 1,
        _ => return None,
    };
    // "5 percent points" are a difference, not a share.
    tens.or_else(|| number(word)).map(|percent| share(last, percent))
}

fn ratio(passage: &Passage, i: usize) -> Option<Share> {
    let of = match passage.lower_after(i) {
        "in" => i + 2,
        "out" if passage.lower_after(i + 1) == "of" => i + 3,
        _ => return None,
    };
    let (part, whole) = (number(passage.lower(i))?, number(passage.lower(of))?);
    let close = passage.gap(of - 1) == " ";
    // "1 in 2027" is no share.
    (close && part > 0.0 && part < whole && whole <= 1000.0).then(|| Share {
        first: i,
        last: of,
        percent: 100.0 * part / whole,
        slack: if whole <= 10.0 { 3.0 } else { 1.0 },
    })
}

fn part(passage: &Passage, i: usize) -> Option<Share> {
    let (word, after) = (passage.lower(i), passage.lower(i + 1));
    let half = word == "half";
    // Nearly no word is followed by a part of a whole.
    let named = after.starts_with(['t', 'q', 'f', 's', 'e']) && after.len() > 4;
    let part = named && PARTS.iter().any(|(name, _)| *name == after);
    if !half && !part {
        return None;
    }
    if half {
        let of = matches!(passage.lower_after(i), "of" | "the" | "our" | "all");
        return of.then_some(Share { first: i, last: i, percent: 50.0, slack: 3.0 });
    }
    let count = if matches!(word, "a" | "one") { 1.0 } else { number(word).filter(|count| *count < 10.0)? };
    let (_, parts) = PARTS.iter().find(|(name, _)| *name == passage.lower_after(i))?;
    // "Three quarters (70%)" and "three quarters, or 70%" are shares without an "of".
    let percent = |at: usize| passage.word(at).ends_with('%');
    let again = passage.gap(i + 1) == " (" && percent(i + 2)
        || passage.gap(i + 1) == ", " && passage.lower(i + 2) == "or" && percent(i + 3)
        || i > 1 && passage.gap_before(i) == " " && passage.lower(i - 1) == "is" && passage.lower(i - 2) == "that";
    (count < *parts && (passage.lower_after(i + 1) == "of" || again)).then(|| Share {
        first: i,
        last: i + 1,
        percent: 100.0 * count / parts,
        slack: 3.0,
    })
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::{Passage, Role};
    use crate::diag::{FileId, Span};
    use crate::model::{Inline, Text};

    #[test]
    fn a_share_is_known_however_it_is_written() {
        let cases: &[(&str, &[u32])] = &[
            ("85% of victims", &[85]),
            ("60 per cent and 4 percent", &[60, 4]),
            ("one in four, or 2 out of 3", &[25, 67]),
            ("three quarters of callers and half of them", &[75, 50]),
            ("a third party in one in a row", &[]),
            ("We have 3 in stock on 1 in 2027.", &[]),
        ];
        for (text, expected) in cases {
            let run = [Inline::Text(Text::written(*text, Span::new(FileId(0), 0, text.len())))];
            let passage = Passage::read(&run, Role::Paragraph);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is from 0 to 100")]
            let found: Vec<u32> = find(&passage).iter().map(|share| share.percent.round() as u32).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
