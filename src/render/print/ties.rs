//! What must stay on one line: phone numbers, dates, sums, postcodes. Spaces inside them become no-break spaces, which
//! are written into the PDF as plain spaces.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::model::{Date, Lang};
use crate::words::Wordings;

/// Words that say what the number before them counts, such as `minutes`.
const UNITS: [&str; 18] = [
    "million", "billion", "thousand", "percent", "point", "mm", "cm", "m", "km", "g", "kg", "KB", "MB", "am", "pm",
    "pt", "miliwn", "biliwn",
];

/// Words that need the number or name after them, such as `page`.
const BEFORE: [&str; 16] = [
    "Page", "page", "Part", "part", "Section", "section", "Level", "level", "Panel", "Table", "Figure", "Step", "Mr",
    "Mrs", "Ms", "Dr",
];

/// Returns the text with no-break spaces wherever a line must not end.
pub fn tie(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find(' ') {
        let word = &rest[..at];
        let after = rest[at + 1..].split([' ', '\n', '\u{a0}']).next().unwrap_or("");
        out.push_str(word);
        out.push(if binds(word, after) { '\u{a0}' } else { ' ' });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out
}

fn binds(before: &str, after: &str) -> bool {
    let opened = before.rsplit('\n').next().unwrap_or(before).trim_start_matches(['(', '“', '‘', '"', '[']);
    let closed = after.trim_end_matches(['.', ',', ';', ':', ')', '?', '!', '”', '’', '"', ']']);
    let starts_number = opened.starts_with(|c: char| c.is_ascii_digit() || c == '£');
    let number = !opened.is_empty() && opened.bytes().all(|b| b.is_ascii_digit());
    let after_number = !closed.is_empty() && closed.bytes().all(|b| b.is_ascii_digit());
    let phone = number && after_number && opened.len() + closed.len() >= 4;
    let date = number && opened.len() <= 2 && months().contains(closed);
    let sum = starts_number && UNITS.contains(&closed);
    let named = BEFORE.contains(&opened) && closed.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
    phone || date || sum || named || postcode(opened, closed)
}

/// Returns the names of the months in every language that Handbill speaks, as they stand in a day.
fn months() -> &'static BTreeSet<String> {
    static MONTHS: OnceLock<BTreeSet<String>> = OnceLock::new();
    let first = |month| Date::new(2026, month, 1);
    let name = |day: String| Some(day.split(' ').nth(1)?.trim_end_matches('،').to_string());
    let of = |lang: &Lang| (1..=12).filter_map(first).filter_map(|day| name(day.in_words(lang))).collect::<Vec<_>>();
    MONTHS.get_or_init(|| Wordings::built_in().languages().flat_map(of).collect())
}

/// Whether two words are the halves of a postcode. Source: BS 7666-0:2006, postcode.
fn postcode(outward: &str, inward: &str) -> bool {
    let (out, inn) = (outward.as_bytes(), inward.as_bytes());
    let outward = (2..=4).contains(&out.len())
        && out[0].is_ascii_uppercase()
        && out.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && out.iter().any(u8::is_ascii_digit);
    outward
        && matches!(inn, [digit, a, b] if digit.is_ascii_digit() && a.is_ascii_uppercase() && b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::tie;

    #[test]
    fn numbers_dates_and_sums_stay_whole() {
        let cases = [
            ("Call 01707 806100 now", "Call 01707~806100 now"),
            ("0800 80 70 60.", "0800~80~70~60."),
            ("on 1 April 2015, or", "on 1~April 2015, or"),
            ("a budget of £1.26 million for", "a budget of £1.26~million for"),
            ("Harpenden AL5 4GZ", "Harpenden AL5~4GZ"),
            ("in 2 parts", "in 2 parts"),
            ("May I ask", "May I ask"),
            ("from 2013 to 2014", "from 2013 to 2014"),
            ("see page 2.", "see page~2."),
        ];
        for (text, expected) in cases {
            assert_eq!(tie(text).replace('\u{a0}', "~"), expected);
        }
    }
}
