//! Abbreviations in Easy Read.

use crate::check::rows::rows;
use crate::check::{Body, Known, Look, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A163",
        name: "easy-read-abbreviation",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("easy_read_abbreviation.md"),
    },
    look: Look::Body(look),
};

/// Short forms that are words to everybody.
const KNOWN: [&str; 3] = ["TV", "OK", "DVD"];

/// Short forms in small letters. Source: Inclusion Europe, "Information for all", 2009 (no initials); GOV.UK style guide,
/// "eg, etc and ie".
const SMALL: [&str; 9] = ["e.g", "eg", "i.e", "ie", "etc", "approx", "tel", "asap", "nb"];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    for row in rows(page) {
        for passage in &row.passages {
            for i in 0..passage.words.len() {
                let word = passage.word(i);
                let letters = word.chars().filter(|c| c.is_alphabetic()).count();
                let capitals = passage.words[i].has(Sign::Capitals) && letters > 1 && !KNOWN.contains(&word);
                if capitals || SMALL.contains(&passage.lower(i)) {
                    let span = passage.span(passage.range(i, i));
                    report.add(
                        span,
                        format!("`{word}` is an abbreviation"),
                        "write the words in full, or say it in another way",
                    );
                }
            }
        }
    }
}
