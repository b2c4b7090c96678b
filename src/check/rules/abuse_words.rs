//! Words that make abuse small.

use crate::check::harmful::{ABUSE, about_harm};
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A168",
        name: "abuse-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("abuse_words.md"),
    },
    look: Look::Phrases(ABUSE, look),
};

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    // "He snapped a photograph" is about a camera.
    if phrase.say.starts_with("what he did") && !about_harm(passage, i) {
        return;
    }
    // "A lovers' tiff"; other tiffs are none.
    if phrase.words == "tiff" && !passage.lower(i.wrapping_sub(1)).starts_with("lovers") {
        return;
    }
    // "A domestic" is the thing itself where no noun follows: "called to a domestic in which".
    if phrase.words == "a domestic" {
        let next = passage.lower_after(i + 1);
        let noun = !next.is_empty()
            && !matches!(
                next,
                "in" | "at"
                    | "on"
                    | "where"
                    | "when"
                    | "and"
                    | "or"
                    | "with"
                    | "last"
                    | "that"
                    | "is"
                    | "was"
                    | "by"
                    | "near"
                    | "involving"
                    | "after"
            );
        let listed = passage.gap(i + 1).starts_with([',', '/', '-']) && passage.words.get(i + 2).is_some();
        if noun || listed {
            return;
        }
    }
    phrase.report(passage, i, "makes abuse seem smaller than it is, or shared by both", report);
}
