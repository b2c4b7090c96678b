//! Summaries that are no sentence.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A074",
        name: "summary-not-sentence",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("summary_not_sentence.md"),
    },
    look: Look::Body(look),
};

/// The fewest words that say something about a page.
const FEWEST: usize = 2;

/// What a sentence ends with, in the scripts of a site's languages. Source: Unicode, Sentence_Terminal: `۔` and `؟` in Arabic letters,
/// `।` in those of India, `。` in Chinese.
const ENDS: [char; 9] = ['.', '!', '?', '\u{2026}', '\u{6d4}', '\u{61f}', '\u{964}', '\u{3002}', '\u{ff1f}'];

/// Languages in Arabic letters whose full stop is `۔`. Source: The Unicode Standard, 9.2.
const URDU_LETTERS: [&str; 4] = ["ur", "ks", "sd", "skr"];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let summary = page.meta.summary.trim();
    let span = page.key_span("summary");
    let end = summary.trim_end_matches(['"', '\'', '\u{2019}', '\u{201d}', ')']);
    // A gap that is still to be filled has a rule of its own.
    if summary.is_empty() || summary.starts_with("[[") {
        return;
    }
    if summary.split_whitespace().count() < FEWEST {
        let help = "write one sentence, such as `Who can apply, and how much we pay.`";
        report.add(span, format!("the summary `{summary}` is no sentence"), help);
    } else if !end.ends_with(ENDS) {
        let stop = if URDU_LETTERS.contains(&page.lang.primary().as_str()) { '\u{6d4}' } else { '.' };
        let words = summary.trim_end_matches([',', ';', ':', '\u{60c}', '\u{61b}']);
        report.add(span, "the summary has no full stop at its end", format!("write `{words}{stop}`"));
    }
}
