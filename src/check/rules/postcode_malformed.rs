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
            let Some(why) = wrong(first, second).filter(|_| spaced && of_address(passage, i)) else { continue };
            if !passage.words[i].quoted {
                let range = passage.range(i, i + 1);
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
    let mixed = [one, two, three].iter().filter(|byte| digit(byte)).count() == 1;
    (mixed && second.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()))
        .then_some("its second half is a figure and then two letters")
}

/// Returns whether what stands before makes it an address: a comma, a new line, or the word itself.
fn of_address(passage: &Passage, i: usize) -> bool {
    let gap = passage.gap_before(i);
    gap.contains([',', '\n'])
        || (i == 0 && passage.words.len() == 2)
        || matches!(passage.lower_before(i), "postcode" | "postcodes" | "is")
}
