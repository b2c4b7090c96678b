//! Postcodes that no place has.

use crate::check::postcode::is_postcode;
use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A116",
        name: "postcode-malformed",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("postcode_malformed.md"),
    },
    look: Look::Body(look),
};

/// Letters that the second half of a postcode never has. Source: Royal Mail, Programmers' Guide to the Postcode Address File,
/// postcode format.
const NEVER: [u8; 6] = *b"CIKMOV";

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in passage.with(Sign::Digit) {
            let (first, second) = (passage.word(i), passage.word(i + 1));
            let spaced = matches!(passage.gap(i), " " | "\u{a0}");
            let halves = || wrong(first, second).filter(|_| spaced && of_address(passage, i)).map(|why| (i + 1, why));
            let found = halves().map(|(last, why)| (i, last, why));
            let found = found.or_else(|| misshapen(passage, i).map(|(last, why)| (i, last, why)));
            let Some((first, last, why)) = found.or_else(|| lettered(passage, i)) else { continue };
            if !passage.words[i].quoted {
                let range = passage.range(first, last);
                let message = format!("`{}` is no postcode: {why}", &passage.text[range.clone()]);
                report.add(
                    passage.span(range),
                    message,
                    "compare it with its source, and write it as Royal Mail's postcode finder does",
                );
            }
        }
    }
}

/// Says why two words are no postcode, though the first is the first half of one; nothing where they are one or mean something else.
fn wrong(first: &str, second: &str) -> Option<&'static str> {
    let [one, two, three] = second.as_bytes() else { return None };
    let (digit, letter) = (u8::is_ascii_digit, u8::is_ascii_uppercase);
    if !is_postcode(first, "1AA") {
        return None;
    }
    if matches!(one, b'O' | b'I') && letter(two) && letter(three) {
        return Some("its second half starts with a figure, and this is a letter");
    }
    if digit(one) && letter(two) && letter(three) {
        return [two, three]
            .iter()
            .any(|letter| NEVER.contains(letter))
            .then_some("no second half has a C, I, K, M, O or V");
    }
    // "2L0" has a nought in the place of a letter.
    let nought = digit(one) && letter(two) && digit(three);
    let mixed = nought || [one, two, three].iter().filter(|byte| digit(byte)).count() == 1;
    (mixed && second.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()))
        .then_some("its second half is a figure and then two letters")
}

/// Says why a postcode has a wrong length, or its space in a wrong place, and where it ends: "AS4 22LN", "AS4 2L", "AS42 LN",
/// "AS4-2LN".
fn misshapen(passage: &Passage, i: usize) -> Option<(usize, &'static str)> {
    let (first, second) = (passage.word(i), passage.word(i + 1));
    if let Some((one, two)) = first.split_once('-') {
        let addressed = passage.gap_before(i).contains([',', '\n']) || passage.lower_before(i) == "postcode";
        let joined = is_postcode(one, two) && addressed;
        return joined.then_some((i, "its halves stand apart by a space"));
    }
    if !matches!(passage.gap(i), " " | "\u{a0}") || passage.words.len() < i + 2 {
        return None;
    }
    let shape: String = second
        .chars()
        .map(|c| {
            if c.is_ascii_digit() {
                '9'
            } else if c.is_ascii_uppercase() {
                'A'
            } else {
                '.'
            }
        })
        .collect();
    let begins = is_postcode(first, "1AA");
    let placed = || of_address(passage, i) || after_place(passage, i);
    // What ends an address has a mark after it, or nothing.
    let ends = || {
        of_address(passage, i)
            && (i + 2 == passage.words.len() || passage.gap(i + 1).starts_with(['.', ',', '\n', ')', ';']))
    };
    match shape.as_str() {
        "99AA" | "999AA" | "9AAA" if begins && placed() => {
            Some((i + 1, "its second half is a figure and then two letters"))
        }
        "9A" if begins && ends() => Some((i + 1, "its second half is a figure and then two letters")),
        "AA" if ends() && !matches!(second, "UK" | "GB" | "EU" | "US" | "AM" | "PM") => {
            let letters = first.bytes().take_while(u8::is_ascii_uppercase).count();
            let rest = first.get(letters..)?;
            let area =
                (1..=2).contains(&letters) && (2..=3).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_digit());
            area.then_some((i + 1, "its second half starts with a figure"))
        }
        _ => None,
    }
}

/// Says why a postcode has a letter that was written for a figure, and where it starts and ends: "MBI 5QH", "MB1O 5QH" before its second
/// half, "MB1 SQH" after its first. No first half has an I or an O behind its first two letters. Source: Royal Mail, Programmers'
/// Guide to the Postcode Address File, postcode format.
fn lettered(passage: &Passage, i: usize) -> Option<(usize, usize, &'static str)> {
    let spaced = |i: usize| matches!(passage.gap(i), " " | "\u{a0}");
    let ends = |i: usize| i + 1 >= passage.words.len() || !spaced(i);
    let word = passage.word(i);
    if is_postcode("A1", word) {
        let first = i.checked_sub(1).filter(|before| spaced(*before))?;
        let half = passage.word(first);
        let letters = half.bytes().take_while(u8::is_ascii_alphabetic).count();
        let taken = matches!(half.as_bytes().get(letters.wrapping_sub(1)), Some(b'I' | b'O' | b'l'));
        let shaped = (2..=3).contains(&letters)
            && half.len() <= 4
            && half.len() > 2
            && half.bytes().skip(letters).all(|b| b.is_ascii_digit());
        let inner = half.len() == 4 && half.ends_with(['I', 'O']) && is_postcode(&half[..3], "1AA");
        let placed = of_address(passage, first) || after_place(passage, first);
        return ((taken && shaped || inner) && placed && ends(i) && half.starts_with(|c: char| c.is_ascii_uppercase()))
            .then_some((first, i, "it has a letter where a figure belongs"));
    }
    // "MB1 SQH": an S looks like a 5, and a Z like a 2.
    let second = passage.word(i + 1);
    let swapped = second.len() == 3
        && second.starts_with(['S', 'Z', 'B', 'G'])
        && second.bytes().all(|b| b.is_ascii_uppercase() && !NEVER.contains(&b));
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    (swapped && letters == 2 && is_postcode(word, "1AA") && spaced(i) && of_address(passage, i) && ends(i + 1))
        .then_some((i, i + 1, "its second half starts with a figure, and this is a letter"))
}

/// Returns whether the name of a place stands right before.
fn after_place(passage: &Passage, i: usize) -> bool {
    i > 0
        && passage.gap_before(i) == " "
        && passage.word(i - 1).starts_with(char::is_uppercase)
        && !passage.starts_sentence(i - 1)
}

/// Returns whether what stands before makes it an address: a comma, a new line, or the word itself.
fn of_address(passage: &Passage, i: usize) -> bool {
    let gap = passage.gap_before(i);
    gap.contains([',', '\n'])
        || (i == 0 && passage.words.len() == 2)
        || matches!(passage.lower_before(i), "postcode" | "postcodes" | "is")
}
