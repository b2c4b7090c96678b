//! What must stay on one line: phone numbers, dates, sums, postcodes, a mark and its word. Spaces inside them become
//! no-break spaces, which are written into the PDF as plain spaces.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::model::{Date, Lang};
use crate::words::Wordings;

/// Words and signs that say what the number before them counts, such as `minutes`, in the languages that Handbill speaks.
const UNITS: [&str; 69] = [
    "million",
    "billion",
    "thousand",
    "percent",
    "%",
    "point",
    "points",
    "pence",
    "mm",
    "cm",
    "m",
    "km",
    "mile",
    "miles",
    "metres",
    "g",
    "kg",
    "KB",
    "MB",
    "GB",
    "am",
    "pm",
    "a.m",
    "p.m",
    "noon",
    "midday",
    "midnight",
    "pt",
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "miliwn",
    "biliwn",
    "munud",
    "awr",
    "diwrnod",
    "wythnos",
    "mis",
    "blynedd",
    "milltir",
    "mln",
    "mld",
    "tys",
    "zł",
    "r",
    "godz",
    "minut",
    "minuty",
    "godzin",
    "godziny",
    "dni",
    "tygodni",
    "miesięcy",
    "lat",
    "ملین",
    "منٹ",
    "گھنٹے",
    "دن",
];

/// Words that need the number or name after them, such as `page`.
const BEFORE: [&str; 24] = [
    "Page", "page", "Part", "part", "Section", "section", "Level", "level", "Panel", "Table", "Figure", "Step", "Mr",
    "Mrs", "Ms", "Dr", "No", "no", "Tudalen", "tudalen", "Strona", "strona", "str", "godz",
];

/// What stands before a mark, so that no line ends between it and its word. Source: Unicode Standard Annex 14, class WJ.
pub const JOINER: char = '\u{2060}';

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

/// The longest word, in bytes, that is looked at for what goes on from it.
const LONGEST_WORD: usize = 64;

/// Returns the end of a text and the text that goes on from it, with no-break spaces between the two as well: what is to be
/// put in place of the last `usize` bytes of the first.
pub fn tie_on(before: &str, text: &str) -> (usize, String) {
    let word = before.strip_suffix(' ').unwrap_or(before);
    let start =
        word.rfind([' ', '\n', '\u{a0}']).map_or(0, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
    let last = &before[start..];
    if last.trim().is_empty() || last.len() > LONGEST_WORD || !(last.ends_with(' ') || text.starts_with(' ')) {
        return (0, tie(text));
    }
    (last.len(), tie(&format!("{last}{text}")))
}

fn binds(before: &str, after: &str) -> bool {
    let opened = before.rsplit(['\n', '\u{a0}']).next().unwrap_or(before).trim_start_matches(['(', '“', '‘', '"', '[']);
    let closed = after.trim_end_matches(['.', ',', ';', ':', ')', '?', '!', '”', '’', '"', ']']);
    let digits = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let starts_number = opened.starts_with(|c: char| c.is_ascii_digit() || c == '£');
    let (number, after_number) = (digits(opened), digits(closed));
    // The first group of a phone number may have a plus or brackets, as in `+44 1632 960001` and `(01632) 960001`.
    let group = digits(opened.trim_start_matches('+').trim_end_matches(')').replace('(', "").as_str());
    let phone = group && after_number && opened.len() + closed.len() >= 4;
    let date = number && opened.len() <= 2 && months().contains(closed);
    let year = after_number && closed.len() == 4 && months().contains(opened.trim_end_matches(','));
    let sum = starts_number && (UNITS.contains(&closed) || closed.starts_with('%'));
    let named = BEFORE.contains(&opened.trim_end_matches('.'))
        && closed.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
    phone || date || year || sum || named || after.starts_with(JOINER) || postcode(opened, closed)
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
    use super::{tie, tie_on};

    #[test]
    fn numbers_dates_and_sums_stay_whole() {
        let cases = [
            ("Call 01707 806100 now", "Call 01707~806100 now"),
            ("0800 80 70 60.", "0800~80~70~60."),
            ("on 1 April 2015, or", "on 1~April~2015, or"),
            ("in April 2015", "in April~2015"),
            ("+44 1632 960 001 or (01632) 960 001", "+44~1632~960~001 or (01632)~960~001"),
            ("at 10 am, 5 minutes", "at 10~am, 5~minutes"),
            ("a word \u{2060}[3]", "a word~\u{2060}[3]"),
            ("a budget of £1.26 million for", "a budget of £1.26~million for"),
            ("Harpenden AL5 4GZ", "Harpenden AL5~4GZ"),
            ("in 2 parts", "in 2 parts"),
            ("May I ask", "May I ask"),
            ("say no to 3 groups", "say no to 3 groups"),
            ("from 2013 to 2014", "from 2013 to 2014"),
            ("see page 2.", "see page~2."),
        ];
        for (text, expected) in cases {
            assert_eq!(tie(text).replace('\u{a0}', "~"), expected);
        }
    }
    #[test]
    fn a_number_and_its_unit_may_stand_in_two_parts() {
        let cases = [
            ("call 01632 ", "960 001", (6, "01632~960~001")),
            ("it took 10", " minutes", (2, "10~minutes")),
            ("it took", " minutes", (4, "took minutes")),
            ("£1.26 ", "million", (7, "£1.26~million")),
            ("whole", "some words", (0, "some words")),
            ("", " 3 km", (0, " 3~km")),
        ];
        for (before, text, (length, expected)) in cases {
            let (found, tied) = tie_on(before, text);
            assert_eq!((found, tied.replace('\u{a0}', "~").as_str()), (length, expected), "{before}|{text}");
        }
    }
}
