//! Rows of Easy Read that hold more than one idea.

use crate::check::rows::rows;
use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A160",
        name: "easy-read-row-crowded",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("easy_read_row_crowded.md"),
    },
    look: Look::Body(look),
};

/// The most sentences and words beside one picture. Source: ours, for one idea a picture (Department of Health, 2010): a
/// sentence with a hard word, one that explains it, and one more.
const SENTENCES: usize = 3;
const WORDS: usize = 40;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    for row in rows(page) {
        let sentences: usize = row.passages.iter().map(|passage| passage.sentences.len()).sum();
        let words: usize = row.passages.iter().map(|passage| passage.words.len()).sum();
        // The items of a list are one idea in parts.
        let listed = row.row.blocks.iter().any(|block| matches!(block, crate::model::Block::List(_)));
        let message = match (sentences > SENTENCES && !listed, words > WORDS) {
            (true, _) => format!("this row has {sentences} sentences beside one picture"),
            (false, true) => format!("this row has {words} words beside one picture"),
            (false, false) => continue,
        };
        report.add(
            row.row.span,
            message,
            format!("make two rows of it: one idea in each, in {SENTENCES} sentences at most"),
        );
    }
}
