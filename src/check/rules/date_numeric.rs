//! Dates in numbers only, such as "26/02/2021".

use crate::check::{Body, Known, Look, Rule, Sign, Sink, dates};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A024",
        name: "date-numeric",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("date_numeric.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in passage.with(Sign::Digit) {
            let (word, written) = (passage.words[i], passage.word(i));
            let Some((a, b, year)) = parts(written) else { continue };
            let before = passage.lower_before(i);
            if word.quoted || matches!(before, "section" | "clause" | "version" | "paragraph" | "rule" | "part" | "v") {
                continue;
            }
            // Only a number over 12 shows which one is the day.
            let (day, month) = if b > 12 { (b, a) } else { (a, b) };
            let sure = day > 12 && year >= 1000;
            let say = format!("{day} {} {year}", dates::MONTHS[month - 1]);
            let help = if sure {
                format!("write `{say}`")
            } else {
                "write the month as a word, such as `3 May 2021`".to_string()
            };
            let fix = passage.fix(word.start..word.end, &say).filter(|_| sure);
            let message = format!("`{written}` gives the month as a number");
            report.add_fixed(passage.span(word.start..word.end), message, help, fix);
        }
    }
}

/// Returns the three numbers of a date, such as `26/02/2021` or `26.02.21`.
fn parts(word: &str) -> Option<(usize, usize, usize)> {
    let mark = if word.contains('/') { '/' } else { '.' };
    let mut numbers = word.split(mark);
    let (a, b, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let digits = |text: &str, least: usize, most: usize| {
        (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
    };
    let whole = numbers.next().is_none() && digits(a, 1, 2) && digits(b, 1, 2) && digits(year, 2, 4) && year.len() != 3;
    // With full stops, "1.2.10" is a section; a date has two digits each, or a whole year.
    let dated = mark == '/' || year.len() == 4 || (a.len() == 2 && b.len() == 2);
    let (a, b, year) = (a.parse::<usize>().ok()?, b.parse::<usize>().ok()?, year.parse::<usize>().ok()?);
    let possible = (1..=31).contains(&a) && (1..=31).contains(&b) && a.min(b) <= 12;
    let century = year < 100 || (1800..=2199).contains(&year);
    (whole && dated && possible && century).then_some((a, b, year))
}
