//! Words that are written for others that sound like them.

use crate::check::phrases::phrase;
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A148",
        name: "confused-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("confused_words.md"),
    },
    look: Look::Phrases(PHRASES, look),
};

/// The words, and what was surely meant.
const PHRASES: &[Phrase] = &[
    phrase("should of", "should have", true).except(&[], &["course"]),
    phrase("could of", "could have", true).except(&[], &["course"]),
    phrase("would of", "would have", true).except(&[], &["course"]),
    phrase("must of", "must have", true).except(&[], &["course", "its", "necessity"]),
    phrase("might of", "might have", true).except(&["the"], &["course"]),
    phrase("your welcome", "you are welcome", false)
        .except(&[], &["pack", "letter", "meeting", "email", "call", "event", "guide"]),
    phrase("your not", "you are not", false),
    phrase("your entitled to", "you are entitled to", true),
    phrase("your eligible for", "you are eligible for", true),
    phrase("your eligible to", "you are eligible to", true),
    phrase("your going", "you are going", false).except(&["of", "to", "on", "about"], &[]),
    phrase("your unable", "you are unable", true),
    phrase("your able", "you are able", true),
    phrase("if your", "if you are", false),
    phrase("you\u{2019}re own", "your own", true),
    phrase("you\u{2019}re rights", "your rights", true),
    phrase("you\u{2019}re case", "your case", true),
    phrase("you\u{2019}re local", "your local", true),
    phrase("you\u{2019}re home", "your home", false).except(&["when", "if", "once", "until", "while"], &[]),
    phrase("you\u{2019}re details", "your details", true),
    phrase("you\u{2019}re needs", "your needs", true),
    phrase("may effect", "may affect", false).except(&[], &["change", "a", "an"]),
    phrase("can effect", "can affect", false).except(&[], &["change", "a", "an"]),
    phrase("will effect", "will affect", false).except(&[], &["change", "a", "an"]),
    phrase("could effect", "could affect", false).except(&[], &["change", "a", "an"]),
    phrase("might effect", "might affect", false).except(&[], &["change", "a", "an"]),
    phrase("not effect", "not affect", false).except(&[], &["change", "a", "an"]),
    phrase("effected by", "affected by", false),
    phrase("been effected", "been affected", false),
    phrase("the affect of", "the effect of", true),
    phrase("an affect on", "an effect on", true),
    phrase("the affects of", "the effects of", true),
    phrase("side affects", "side effects", true),
    phrase("it\u{2019}s own", "its own", true),
    phrase("there own", "their own", true),
    phrase("they\u{2019}re own", "their own", true),
    phrase("their is", "there is", true),
    phrase("their are", "there are", true),
    phrase("more then", "more than", false).except(&[], &["we", "you", "they", "it", "the"]),
    phrase("less then", "less than", false).except(&[], &["we", "you", "they", "it", "the"]),
    phrase("rather then", "rather than", true),
    phrase("better then", "better than", false).except(&[], &["we", "you", "they", "it"]),
    phrase("to loose", "to lose", false).except(&["due", "back"], &["women", "material", "ends"]),
    phrase("may loose", "may lose", true),
    phrase("will loose", "will lose", true),
    phrase("alot", "a lot", true),
    phrase("discrete leaflet", "discreet leaflet", true),
    phrase("discrete way", "discreet way", false),
    phrase("discrete advice", "discreet advice", true),
    phrase("formally known as", "formerly known as", true),
    phrase("in principal", "in principle", true),
    phrase("principle aim", "principal aim", true),
    phrase("stationary cupboard", "stationery cupboard", true),
    phrase("councillor will listen", "counsellor will listen", false),
];

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    // "If your" is wrong only before these words.
    if phrase.words == "if your"
        && !matches!(
            passage.lower_after(i + 1),
            "a" | "an" | "under" | "over" | "worried" | "unsure" | "deaf" | "unhappy" | "in" | "aged" | "being"
        )
    {
        return;
    }
    phrase.report(passage, i, "is written for words that sound like it", report);
}
