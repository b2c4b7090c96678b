//! Words that were true on the day of writing, and age without a sign.

use crate::check::phrases::phrase;
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A141",
        name: "stale-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("stale_words.md"),
    },
    look: Look::Phrases(PHRASES, look),
};

/// The words, and what to write.
const PHRASES: &[Phrase] = &[
    phrase("currently", "since when it is so, or nothing", false).except(
        &["you", "who", "if", "not", "and", "or", "they", "they\u{2019}re", "it", "users"],
        &["in", "living", "being", "have", "hold", "receive"],
    ),
    phrase("recently", "the month, such as in May 2026", false)
        .except(&["you", "most", "more", "have", "been", "who", "only", "as", "or", "were", "was"], &[]),
    phrase("at the present time", "the day, such as on 1 May 2026", false),
    phrase("at this moment in time", "the day, such as on 1 May 2026", false),
    phrase("last updated", "`updated:` in the front matter, which is shown on the page", false)
        .except(&["you", "when"], &["by", "their"]),
    phrase("last reviewed", "`reviewed:` in the front matter, which is shown on the page", false)
        .except(&["you", "when"], &["by", "their"]),
    phrase("due to covid", "what holds now", false).capitals(),
    phrase("due to covid-19", "what holds now", false).capitals(),
    phrase("due to coronavirus", "what holds now", false).capitals(),
    phrase("because of covid-19", "what holds now", false).capitals(),
    phrase("because of coronavirus", "what holds now", false).capitals(),
    phrase("covid-19 restrictions", "what holds now", false).capitals(),
    phrase("coronavirus restrictions", "what holds now", false).capitals(),
    phrase("current covid-19", "what holds now", false).capitals(),
    phrase("during the pandemic", "the time, such as from March 2020 to July 2021", false),
    phrase("social distancing", "what holds now", false),
    phrase("in these unprecedented times", "what holds now", false),
];

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    let sentence = passage.sentences[passage.words[i].sentence].clone();
    let by_hand = phrase.words.starts_with("last ");
    // With a day beside them, or of the past, they say when.
    let dated = sentence.clone().any(|at| crate::check::dates::year(passage.word(at)).is_some());
    let said =
        sentence.clone().any(|at| matches!(passage.lower(at), "if" | "whether" | "when" | "was" | "were" | "had"));
    if !passage.is_prose() || dated || (said && !by_hand) {
        return;
    }
    let last = i + phrase.words.matches(' ').count();
    let range = passage.range(i, last);
    let message = format!(
        "`{}` was true on the day of writing, and readers cannot see which day that was",
        &passage.text[range.clone()]
    );
    report.add(passage.span(range), message, format!("write {}", phrase.say));
}
