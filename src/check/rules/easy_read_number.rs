//! Large numbers and percentages in Easy Read.

use crate::check::rows::rows;
use crate::check::{Body, Known, Linked, Look, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Inline, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A161",
        name: "easy-read-number",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("easy_read_number.md"),
    },
    look: Look::Body(look),
};

/// The largest number that most people can picture. Source: ours, for "never use large numbers" (Inclusion Europe).
const MOST: f64 = 100.0;

/// Numbers to call, which readers know as names. Source: GOV.UK and NHS, numbers for emergencies and help.
const CALLED: [&str; 9] = ["101", "105", "111", "112", "116", "119", "999", "18000", "18001"];

/// Years, which readers know as names.
const YEARS: std::ops::RangeInclusive<f64> = 1900.0..=2100.0;

const HELP: &str = "say `most people`, `many` or `a few`, or show it with a picture";

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    for row in rows(page) {
        for passage in &row.passages {
            for i in passage.with(Sign::Digit) {
                let word = passage.word(i);
                let called = passage.linked(passage.words[i].start) != Linked::No || CALLED.contains(&word);
                if called {
                    continue;
                }
                let percent = word.ends_with('%') || matches!(passage.lower_after(i), "percent" | "per");
                if let Some(message) = told(word, percent) {
                    report.add(passage.span(passage.range(i, i)), message, HELP);
                }
            }
        }
        walk::inlines(&row.row.blocks, &mut |inline| {
            if let Inline::Fact(used) = inline
                && let Some(fact) = &used.fact
                && (fact.percent().is_some() || fact.value > MOST)
            {
                let message = format!("the fact `{}` is a percentage or a number over 100", used.key);
                report.add(used.span, message, HELP);
            }
        });
    }
}

/// Returns what is wrong with a word with a digit; nothing where all is well.
fn told(word: &str, percent: bool) -> Option<String> {
    if percent {
        return Some(format!("`{word}` is a percentage"));
    }
    let digits: String = word.chars().filter(|c| !matches!(c, '£' | ',')).collect();
    // A word with letters is a name, such as a postcode; one that starts with 0 is a telephone number.
    let number: f64 = digits.parse().ok().filter(|_| !digits.starts_with('0'))?;
    let plain = digits == word;
    let year = plain && digits.len() == 4 && YEARS.contains(&number);
    (number > MOST && !year).then(|| format!("`{word}` is a number over 100"))
}
