//! Shares of one whole that are more than all of it.

use crate::check::figures::{self, Share};
use crate::check::{Body, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A134",
        name: "shares-over-whole",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("shares_over_whole.md"),
    },
    look: Look::Body(look),
};

/// Words that exclude each other: nobody is counted under two of one row.
const APART: &[&[&str]] = &[
    &["women", "men"],
    &["female", "male"],
    &["girls", "boys"],
    &["yes", "no"],
    &["agreed", "disagreed"],
    &["agree", "disagree"],
    &["satisfied", "dissatisfied"],
    &["for", "against"],
    &["supported", "opposed"],
    &["adults", "children"],
];

/// The most that rounded shares of a whole may add up to, in per cent.
const MOST: f64 = 102.0;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        let shares = figures::of(passage);
        for sentence in &passage.sentences {
            let own: Vec<&Share> = shares.iter().filter(|share| sentence.contains(&share.first)).collect();
            let sum: f64 = own.iter().map(|share| share.percent).sum();
            let [first, .., last] = own.as_slice() else { continue };
            if sum > MOST && (one_whole(passage, sentence.start, own.len()) || apart(passage, &own, sentence.end)) {
                let message = format!("these shares of one whole add up to {sum:.0}%");
                let help = "mend the share that is wrong; if people could be counted twice, say so";
                report.add(passage.span(passage.range(first.first, last.last)), message, help);
            }
        }
    }
}

/// Returns whether a sentence divides one whole: "Of the callers, 60% were…, 30% were… and 25% were…".
fn one_whole(passage: &Passage, start: usize, count: usize) -> bool {
    count > 2
        && passage.lower(start) == "of"
        && matches!(passage.lower(start + 1), "the" | "these" | "those" | "all" | "our")
}

/// What those say who are on neither side.
const UNDECIDED: &[&[&str]] = &[
    &["not", "sure"],
    &["unsure"],
    &["don't", "know"],
    &["don\u{2019}t", "know"],
    &["did", "not", "know"],
    &["undecided"],
    &["neither"],
    &["no", "opinion"],
    &["no", "view"],
    &["did", "not", "say"],
    &["did", "not", "answer"],
    &["preferred", "not"],
];

/// Returns whether the last of three shares or more is of those on neither side, and the others are of the sides.
fn undecided(passage: &Passage, shares: &[&Share], end: usize) -> bool {
    let [sides @ .., last] = shares else { return false };
    let after = last.last + 1..end.min(last.last + 5);
    let neither = UNDECIDED.iter().any(|phrase| after.clone().any(|i| passage.phrase(i, phrase)));
    sides.len() > 1 && neither && sided(passage, sides, last.first)
}

/// Returns whether the shares are of things that exclude each other.
fn apart(passage: &Passage, shares: &[&Share], end: usize) -> bool {
    sided(passage, shares, end) || undecided(passage, shares, end)
}

/// Returns whether each share is of another side.
fn sided(passage: &Passage, shares: &[&Share], end: usize) -> bool {
    APART.iter().any(|row| {
        let ends = shares.iter().skip(1).map(|share| share.first).chain([end]);
        let mut said = shares.iter().zip(ends).map(|(share, end)| {
            let mut words = (share.last + 1..end.min(share.last + 5)).map(|i| passage.lower(i));
            words.find(|word| row.contains(word))
        });
        let first = said.next().flatten();
        first.is_some() && said.all(|word| word.is_some() && word != first)
    })
}
