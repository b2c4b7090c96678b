//! Forms that cannot be read out, and words of the law.

use crate::check::phrases::phrase;
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A176",
        name: "hard-form",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("hard_form.md"),
    },
    look: Look::Phrases(PHRASES, look),
};

/// The forms, and what to write.
const PHRASES: &[Phrase] = &[
    phrase("and/or", "or", false),
    phrase("either/or", "one or the other", false),
    phrase("hereby", "now, or nothing", false),
    phrase("herein", "here, in this page", false),
    phrase("hereinafter", "from here on", false),
    phrase("hereto", "to this", false),
    phrase("hereunder", "below, under this", false),
    phrase("herewith", "with this", false),
    phrase("thereof", "of it", false),
    phrase("thereto", "to it", false),
    phrase("therein", "in it", false),
    phrase("thereunder", "under it", false),
    phrase("whereof", "of which", false),
    phrase("whereby", "by which", false),
    phrase("wherein", "in which", false),
    phrase("aforementioned", "this, these", false),
    phrase("aforesaid", "this, these", false),
    phrase("forthwith", "at once", true),
    phrase("pursuant to", "under, by", false),
    phrase("notwithstanding", "even if, despite", false),
    phrase("inter alia", "among others", true),
    phrase("mutatis mutandis", "with the changes that are needed", false),
    phrase("pro rata", "in proportion", false),
    phrase("per annum", "a year", true),
    phrase("vis-\u{e0}-vis", "about, compared with", false),
    phrase("ipso facto", "by that alone", true),
    phrase("bona fide", "real", false),
    phrase("ad hoc", "as needed", false),
    phrase("stakeholder", "the people that are meant, such as residents", false).except(&[], &["pension", "pensions"]),
    phrase("stakeholders", "the people that are meant, such as residents and charities", false),
];

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    phrase.report(passage, i, "is hard to follow when it is heard", report);
}
