//! Numbers of four digits or more without a comma.

use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A031",
        name: "number-comma",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("number_comma.md"),
    },
    look: Look::Body(look),
};

/// Words before a number that make it a name and not an amount.
const NAMED: &[&str] = &[
    "no",
    "number",
    "ref",
    "reference",
    "page",
    "section",
    "room",
    "box",
    "po",
    "id",
    "version",
    "form",
    "call",
    "text",
    "dial",
    "tel",
    "telephone",
    "phone",
    "fax",
    "code",
    "extension",
    "ext",
    "line",
    "rule",
    "regulation",
    "act",
    "part",
    "iso",
    "en",
    "bs",
    "in",
    "since",
    "from",
    "of",
    "by",
    "textphone",
    "on",
    "or",
    "and",
];

/// Words before a number that make it an amount.
const AMOUNT: &[&str] = &["over", "about", "nearly", "almost", "than", "around", "least", "approximately", "roughly"];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in passage.with(Sign::Digit) {
            let written = passage.word(i);
            if wrongly_grouped(passage, i) && !passage.words[i].quoted {
                let message = format!("`{written}` has a comma in the wrong place");
                let help = "put a comma before each three digits, such as `1,000`, and a full stop before pence";
                report.add(passage.span(passage.range(i, i)), message, help);
                continue;
            }
            let (sign, digits) = written.split_at(written.len() - written.trim_start_matches('£').len());
            let plain = (4..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            if plain
                && !passage.words[i].quoted
                && (!sign.is_empty() || is_amount(passage, i))
                && !digits.starts_with('0')
            {
                let say = format!("{sign}{}", grouped(digits));
                let fix = passage.fix(passage.range(i, i), &say);
                let message = format!("`{written}` has no comma");
                report.add_fixed(passage.span(passage.range(i, i)), message, format!("write `{say}`"), fix);
            }
        }
    }
}

/// Returns whether a number counts something, and is no year, reference or telephone number.
fn is_amount(passage: &Passage, i: usize) -> bool {
    let (before, after) = (passage.lower_before(i), passage.lower_after(i));
    let number = passage.word(i).parse::<u64>().unwrap_or(0);
    let year = (1800..=2199).contains(&number);
    let after_digits = i > 0 && passage.word(i - 1).ends_with(|c: char| c.is_ascii_digit());
    let grouped = after_digits || passage.word(i + 1).starts_with(|c: char| c.is_ascii_digit());
    let alone = !grouped && matches!(passage.gap_before(i), "" | " ");
    let plural = after.len() > 3 && after.ends_with('s') && !after.ends_with("ss");
    let counted = !passage.name_like(i + 1) && (plural || after == "people");
    // "Not later than 1600" is a time, and "Order 12866" is a name.
    let said = AMOUNT.contains(&before) && after != "and" && number > 9999;
    let named = i > 0 && passage.word(i - 1).starts_with(char::is_uppercase) && !passage.starts_sentence(i - 1);
    alone && !named && !year && !NAMED.contains(&before) && (counted || said)
}

/// Returns whether a sum, or a number that counts something, has a group of other than three digits after a comma: "£1,00".
fn wrongly_grouped(passage: &Passage, i: usize) -> bool {
    let written = passage.word(i);
    let (sign, digits) = written.split_at(written.len() - written.trim_start_matches('£').len());
    let whole = digits.split('.').next().unwrap_or_default();
    let Some((first, rest)) = whole.split_once(',') else { return false };
    let plain = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let after = passage.lower_after(i);
    let counts = after.len() > 3 && after.ends_with('s') || after == "people";
    let wrong = rest.split(',').any(|group| group.len() != 3) || !(1..=3).contains(&first.len());
    plain(first) && rest.split(',').all(plain) && wrong && (!sign.is_empty() || counts && first.len() + rest.len() > 3)
}

fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
