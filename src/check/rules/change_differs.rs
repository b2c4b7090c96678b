//! A change of a number that is not the change that its two numbers show.

use crate::check::{Body, Chars, Known, Look, Passage, Rule, Sign, Sink, dates};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A189",
        name: "change-differs",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("change_differs.md"),
    },
    look: Look::Body(look),
};

const UP: &[&str] = &["rose", "increased", "grew", "climbed", "rises", "rising", "increase", "rise", "up", "soared"];
const DOWN: &[&str] =
    &["fell", "dropped", "decreased", "declined", "falls", "falling", "fall", "drop", "down", "shrank"];

/// Words for a number that became a multiple, with the multiple.
const TIMES: &[(&str, f64)] =
    &[("doubled", 2.0), ("trebled", 3.0), ("tripled", 3.0), ("quadrupled", 4.0), ("halved", 0.5)];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english_with(Chars::DIGITS).filter(|passage| passage.is_prose()) {
        for i in passage.with(Sign::Digit) {
            let Some((from, to)) = pair(passage, i) else { continue };
            if passage.words[i].quoted {
                continue;
            }
            let Some((help, first)) = wrong(passage, i, from, to) else { continue };
            let range = passage.range(first.min(i - 1), (i + 2).max(first));
            let message = format!("`{}` does not fit its numbers", &passage.text[range.clone()]);
            report.add(passage.span(range), message, help);
        }
    }
}

/// Returns the two numbers of "from 40 to 60", where the first stands at a word and both count the same.
fn pair(passage: &Passage, i: usize) -> Option<(f64, f64)> {
    let joined = passage.lower_before(i) == "from" && passage.gap(i) == " " && passage.lower_after(i) == "to";
    let number = |at: usize| -> Option<f64> {
        let word = passage.word(at);
        let plain = word.strip_prefix('£').unwrap_or(word).replace(',', "");
        let digits = plain.bytes().all(|b| b.is_ascii_digit() || b == b'.') && !plain.is_empty();
        plain.parse().ok().filter(|_| digits && (dates::year(word).is_none() || word.starts_with('£')))
    };
    let pounds = |at: usize| passage.word(at).starts_with('£');
    let spaced = joined && passage.gap(i + 1) == " " && pounds(i) == pounds(i + 2);
    let (from, to) = (number(i)?, number(i + 2)?);
    // "From 5 to 12 May", "from 9 to 5:30", "from 1.2 to 800 million".
    let dated = dates::month(passage.word(i + 3)).is_some() && passage.gap(i + 2) == " ";
    let scaled =
        matches!(passage.lower_after(i + 2), "million" | "billion" | "percent" | "per" | "am" | "pm" | "thousand");
    (spaced && !dated && !scaled && from > 0.0 && passage.gap(i + 2) != ":").then_some((from, to))
}

/// Says what does not fit two numbers of one sentence, with the word that says it.
fn wrong(passage: &Passage, i: usize, from: f64, to: f64) -> Option<(String, usize)> {
    let sentence = passage.sentences.get(passage.words[i].sentence)?.clone();
    // "Fell in the league from 1 to 3", "the age rose from 21 to 18".
    let ranked = sentence.clone().any(|at| {
        matches!(passage.lower(at), "place" | "league" | "rank" | "ranked" | "table" | "grade" | "level" | "band")
    });
    let near = sentence.start.max(i.saturating_sub(4))..i - 1;
    let said = |list: &[&str]| near.clone().rev().find(|at| list.contains(&passage.lower(*at)));
    if ranked {
        return None;
    }
    if let Some(at) = said(UP).filter(|_| to < from) {
        return Some(("the second number is smaller: mend the word, or the number that is wrong".to_string(), at));
    }
    if let Some(at) = said(DOWN).filter(|_| to > from) {
        return Some(("the second number is larger: mend the word, or the number that is wrong".to_string(), at));
    }
    for (word, times) in TIMES {
        let Some(at) = said(&[word]) else { continue };
        let about = matches!(passage.lower_before(at), "nearly" | "almost" | "roughly" | "about" | "than");
        let slack = if about { 0.25 } else { 0.1 };
        let real = to / from;
        let more = passage.lower_before(at) == "than" && (real - 1.0).abs() >= (times - 1.0).abs();
        if !more && (real - times).abs() > slack * times {
            return Some((
                format!("`{word}` would be {}: mend the word, or the number that is wrong", from * times),
                at,
            ));
        }
    }
    share(passage, i, from, to, sentence.end)
}

/// Compares "a rise of 20%" after two numbers with the rise that they show.
fn share(passage: &Passage, i: usize, from: f64, to: f64, end: usize) -> Option<(String, usize)> {
    let at = (i + 3..end.min(i + 12)).find(|at| passage.word(*at).ends_with('%'))?;
    let change =
        |word: &str| matches!(word, "rise" | "increase" | "fall" | "drop" | "decrease" | "reduction" | "growth");
    let said = passage.lower_before(at) == "of" && change(passage.lower(at - 2)) || change(passage.lower_after(at));
    let percent: f64 = passage.word(at).trim_end_matches('%').parse().ok()?;
    let real = 100.0 * (to - from).abs() / from;
    let fits = (percent - real).abs() <= (real * 0.06).max(1.0);
    (said && !fits && passage.gap(i + 2).starts_with([',', ' '])).then(|| {
        (format!("from {from} to {to} is a change of {real:.0}%: mend the share, or the number that is wrong"), at)
    })
}
