//! Numbers written as words before what they count.

use crate::check::{Look, Passage, Role, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A030",
        name: "number-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("number_words.md"),
    },
    look: Look::Words(NUMBERS, look),
};

/// Number words, from two.
const NUMBERS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// Things that are counted and do not end in "s".
const COUNTED: &[&str] = &["people", "children", "men", "women", "percent", "million", "working"];

/// Words that end in "s" and are not counted; parts of a whole among them.
const NOT_COUNTED: &[&str] = &[
    "is", "was", "has", "does", "as", "its", "his", "this", "us", "less", "versus", "always", "perhaps", "others",
    "needs", "thirds", "quarters", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths",
];

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let Some(at) = NUMBERS.iter().position(|number| *number == passage.word(i)) else { return };
    let number = at + 2;
    let apart = passage.role == Role::Label || passage.words[i].quoted || passage.starts_sentence(i);
    if apart || !counts(passage, i) {
        return;
    }
    let fix = passage.fix(passage.range(i, i), number.to_string());
    // "Two working days" are days.
    let last = if passage.lower(i + 1) == "working" && passage.gap(i + 1) == " " { i + 2 } else { i + 1 };
    let last = last.min(passage.words.len() - 1);
    let written = &passage.text[passage.range(i, last)];
    let message = format!("`{written}` has the number in letters");
    let help = format!("write `{number} {}`", &passage.text[passage.range(i + 1, last)]);
    report.add_fixed(passage.span(passage.range(i, i)), message, help, fix);
}

/// Returns whether a number counts the word after it.
fn counts(passage: &Passage, i: usize) -> bool {
    let (before, after) = (passage.lower_before(i), passage.lower_after(i));
    // "One or two days" is no number, and neither are "these two seem".
    let loose =
        matches!(before, "or" | "one" | "million" | "twenty" | "thirty" | "forty" | "fifty" | "hundred" | "and" | "to")
            || passage.name_like(i + 1);
    // "One in five people" is a share, and would be "1 in 5 people" or nothing.
    let share = match before {
        "in" => i > 1 && is_number(passage.lower(i - 2)),
        "of" => i > 2 && passage.lower(i - 2) == "out" && is_number(passage.lower(i - 3)),
        _ => false,
    };
    let loose = loose || share;
    let plural = after.len() > 3 && after.ends_with('s') && !after.ends_with("ss") && !after.ends_with("us");
    !loose && (COUNTED.contains(&after) || (plural && !NOT_COUNTED.contains(&after)))
}

/// Returns whether a word is a number, in letters or digits.
fn is_number(word: &str) -> bool {
    word == "one" || NUMBERS.contains(&word) || word.bytes().all(|b| b.is_ascii_digit())
}
