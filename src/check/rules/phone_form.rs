//! Telephone numbers that cannot be tapped, or that run together.

use crate::check::{Body, Known, Linked, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A032",
        name: "phone-form",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("phone_form.md"),
    },
    look: Look::Body(look),
};

/// What people put between the groups of a number, and a screen reader says as "minus".
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        let mut end = 0;
        for i in passage.with(Sign::Digit) {
            let Some(last) = number(passage, i).filter(|_| i >= end) else { continue };
            end = last + 1;
            // "18001 01707 806100" is one number to dial, and "(01707) 806100" starts with its bracket.
            let relayed = matches!(passage.lower_before(i), "18001" | "18002");
            let mut range = passage.range(if relayed { i - 1 } else { i }, last);
            if passage.gap_before(i).ends_with('(') && passage.gap(i).starts_with(')') {
                range.start -= 1;
            }
            let written = &passage.text[range.clone()];
            let dialled: String = written.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            let untapped = passage.linked(passage.words[i].start) == Linked::No && !passage.words[i].quoted;
            // Nobody taps paper.
            if untapped && body.leaflet.is_none() {
                let hyphens = written.contains(HYPHENS);
                let spaced = written.replace(HYPHENS, " ");
                let help = format!("write `[{spaced}](tel:{dialled})`, or use a contact from the store");
                let message =
                    if hyphens { "has hyphens, and cannot be tapped to call" } else { "cannot be tapped to call" };
                report.add(passage.span(range), format!("`{written}` {message}"), help);
            } else if written.contains(HYPHENS) {
                let help = "put spaces in the place of the hyphens, which a screen reader reads as \"minus\"";
                report.add(passage.span(range), format!("`{written}` has hyphens"), help);
            } else if last == i && dialled.len() > 9 {
                let (area, rest) = dialled.split_at(5);
                let help = format!("put a space after the area code, such as `{area} {rest}`");
                report.add(passage.span(range), format!("`{written}` runs together"), help);
            }
        }
    }
}

/// Returns the last word of a UK telephone number that starts at a word.
/// Source: Ofcom, National Telephone Numbering Plan: 10 or 11 digits with the 0, and an area code of 3 digits or more.
fn number(passage: &Passage, i: usize) -> Option<usize> {
    let first = passage.word(i);
    // "0800-111 222" has its groups tied by hyphens.
    let digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit() || b == b'-') && !word.starts_with('-');
    let count_of = |word: &str| word.bytes().filter(u8::is_ascii_digit).count();
    let after = first.strip_prefix("+44").unwrap_or(first);
    let opens = (first.starts_with('0') && digits(first)) || (after.len() < first.len() && digits(after));
    if !opens
        || first.len() < 3
        || matches!(passage.lower_before(i), "reference" | "ref" | "no" | "account" | "contract" | "id" | "case")
    {
        return None;
    }
    let (mut count, mut last) = (count_of(after), i);
    while last + 1 < passage.words.len() && matches!(passage.gap(last), " " | ") ") && digits(passage.word(last + 1)) {
        if count >= 10 {
            break;
        }
        last += 1;
        count += count_of(passage.word(last));
    }
    let wanted = if after.len() < first.len() { 9..=10 } else { 10..=11 };
    let area = first.starts_with("01") || first.starts_with("02") || first.starts_with("03") || first.starts_with("07");
    let free = first.starts_with("08") || first.starts_with("09") || first.starts_with('+');
    // Ten digits without a space are as likely a reference.
    let one = last == i && count == 10 && after.len() == first.len();
    (!one && wanted.contains(&count) && (area || free)).then_some(last)
}
