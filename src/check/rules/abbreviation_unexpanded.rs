//! Abbreviations that nothing on the page explains.

use std::collections::BTreeSet;

use crate::check::{Body, Look, Report, Rule};
use crate::diag::{Kind, Severity, Span};
use crate::model::{Inline, Site, Text};

pub const RULE: Rule = Rule {
    kind: Kind {
        code: "A007",
        name: "abbreviation-unexpanded",
        severity: Severity::Error,
        wcag: &["3.1.4"],
        act: &[],
        doc: include_str!("abbreviation_unexpanded.md"),
    },
    look: Look::Body(look),
};

/// Abbreviations that nearly everybody knows, and names that are written in capitals.
/// Source: GOV.UK style guide, abbreviations and acronyms; NHS digital service manual, A to Z.
pub(super) const WELL_KNOWN: &[&str] = &[
    "AD", "AIDS", "AM", "ATM", "BBC", "BC", "BSL", "CCTV", "CD", "CEO", "CIA", "CSV", "CV", "DC", "DIY", "DNA", "DOC",
    "DVD", "EU", "FAQ", "FBI", "FM", "GB", "GCSE", "GP", "GPS", "HIV", "HM", "HR", "HTML", "ID", "IT", "MOT", "MP",
    "NATO", "NHS", "OK", "PC", "PDF", "PIN", "PM", "PO", "QR", "RSPCA", "SMS", "SOS", "TV", "UK", "UN", "URL", "US",
    "USA", "USB", "VAT", "VIP", "ZIP",
];

fn look(body: &Body<'_>, site: &Site, report: &mut Report<'_>) {
    let mut told = BTreeSet::new();
    // Where the words come later on the page, `abbreviation-late` says so.
    for run in body.runs().iter().filter(|run| run.words.contains('(')) {
        texts(run.inlines, &mut |text| {
            let spelt = abbreviations(&text.text).map(|(_, word)| word).filter(|word| spelt_out(&run.words, word));
            told.extend(spelt.map(str::to_string));
        });
    }
    for run in body.runs() {
        texts(run.inlines, &mut |text| {
            for (at, word) in abbreviations(&text.text) {
                let known = WELL_KNOWN.contains(&word) || site.glossary.contains_key(word);
                if known {
                    told.insert(word.to_string());
                } else if told.insert(word.to_string()) {
                    let start = text.span.start as usize + at;
                    let span = Span::new(text.span.file, start, start + word.len());
                    let help = format!(
                        "write it out with the letters in brackets, or add `{word}` to `content/_data/glossary.yaml`"
                    );
                    report.add(span, format!("nothing on this page says what `{word}` means"), help);
                }
            }
        });
    }
}

pub(super) fn texts<'a>(run: &'a [Inline], visit: &mut dyn FnMut(&'a Text)) {
    for inline in run {
        match inline {
            Inline::Text(text) => visit(text),
            // Words in another language have their own abbreviations.
            Inline::Language(_) => {}
            _ => texts(inline.children(), visit),
        }
    }
}

/// Returns every word of two to six letters that are all capitals, with where it starts. A word that is part of a
/// reference, such as `RJ-01`, or of a postcode, or of a shout, is none.
pub(super) fn abbreviations(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let capitals = text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase));
    let text = if capitals { text } else { "" };
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '@' | '.' | '&' | '\u{2019}' | '\'');
    let tokens = text.split(move |c: char| !inner(c)).filter(|token| !token.is_empty());
    tokens.filter_map(move |token| {
        let at = token.as_ptr() as usize - text.as_ptr() as usize;
        let bare = token.trim_end_matches(['.', '-', '/', '\'', '\u{2019}']);
        let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("\u{2019}s")).unwrap_or(bare);
        let letters = bare.strip_suffix('s').filter(|rest| rest.len() > 1).unwrap_or(bare);
        let capital = (2..=6).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
        (capital && !roman(letters) && !shouted(text, at, bare.len())).then_some((at, letters))
    })
}

/// Returns whether letters are a Roman numeral, such as `II` or `XIV`.
fn roman(letters: &str) -> bool {
    letters.bytes().all(|b| b"IVX".contains(&b))
}

/// Returns whether a word stands between others in capitals: a shout, or a heading in capitals, not an abbreviation.
fn shouted(text: &str, at: usize, length: usize) -> bool {
    let capitals = |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'-');
    let before = text[..at].split_whitespace().next_back().is_some_and(capitals);
    let after = text[at + length..].split_whitespace().next().is_some_and(capitals);
    let after_code = text[at + length..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    let before_code = text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit());
    before || after || state(text, at, length) || (before_code && length <= 3) || (after_code && length <= 4)
}

/// Returns whether two letters stand after a place and a comma, as the states of America do: `Durham, NC`.
fn state(text: &str, at: usize, length: usize) -> bool {
    let place = text[..at].trim_end().strip_suffix(',').and_then(|before| before.split_whitespace().next_back());
    length == 2 && place.is_some_and(|place| place.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Returns whether a run says "full name (ABC)" with words that start with those letters.
pub(super) fn spelt_out(words: &str, short: &str) -> bool {
    let Some(at) = words.find(&format!("({short})")).or_else(|| words.find(&format!("[{short}]"))) else {
        return false;
    };
    let initials: String = words[..at]
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect();
    let wanted: Vec<char> = short.chars().collect();
    // Small words such as "and" and "of" may be left out of the letters.
    let mut left = wanted.iter().rev().peekable();
    for letter in initials.chars().rev().take(wanted.len() * 2 + 2) {
        if left.peek() == Some(&&letter) {
            left.next();
        }
    }
    left.next().is_none()
}
