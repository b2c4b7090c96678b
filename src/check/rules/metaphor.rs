//! Figures of speech that stand in for plain words.

use crate::check::phrases::phrase;
use crate::check::{Look, Passage, Phrase, Role, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A015",
        name: "metaphor",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("metaphor.md"),
    },
    look: Look::Phrases(PHRASES, look),
};

/// Source: GOV.UK style guide, words to avoid: metaphors.
const PHRASES: &[Phrase] = &[
    phrase("going forward", "from now on", false),
    phrase("moving forward", "from now on", false).except(&["be", "is", "are", "keep"], &["with", "on"]),
    phrase("in order to", "to", true),
    phrase("one-stop shop", "website, centre", false),
    phrase("one stop shop", "website, centre", false),
    phrase("ring fencing", "setting aside", false),
    phrase("ring-fencing", "setting aside", false),
    phrase("ringfencing", "setting aside", false),
    phrase("ring fenced", "set aside", false),
    phrase("ring-fenced", "set aside", false),
    phrase("ringfenced", "set aside", false),
    phrase("drive out", "stop, prevent", false).except(&["to", "a", "the"], &["of", "to"]),
    phrase("driving out", "stopping, preventing", false).except(&[], &["of", "to"]),
    phrase("drive up", "increase", false).except(&["a", "the", "you"], &["to", "the"]),
    phrase("drive forward", "improve", false).except(&["a", "the"], &[]),
    phrase("driving forward", "improving", false),
    phrase("level playing field", "fair chance", false),
    phrase("low-hanging fruit", "easy things", false),
    phrase("low hanging fruit", "easy things", false),
    phrase("blue-sky thinking", "new ideas", false),
    phrase("deep dive", "close look", false),
    phrase("touch base", "talk", false),
];

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    // "In order to" is as plain as "to" wherever it stands, but "not in order to" may stress the purpose.
    let stressed = phrase.words == "in order to" && passage.lower_before(i) == "not";
    if passage.role != Role::Label && !stressed {
        let why = if phrase.words == "in order to" { "says no more than `to`" } else { "is a figure of speech" };
        phrase.report(passage, i, why, report);
    }
}
