//! Things that the page says are not known yet.

use crate::check::{Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A139",
        name: "not-decided",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("not_decided.md"),
    },
    look: Look::Words(WORDS, look),
};

/// What says that something is to be confirmed, and after that what is a gap where it stands alone in square brackets: "Dear
/// [Name]".
const WORDS: &[&str] = &[
    "tbc",
    "tbd",
    "tba",
    "confirmed",
    "name",
    "date",
    "number",
    "link",
    "address",
    "phone",
    "email",
    "title",
    "time",
    "venue",
    "amount",
    "organisation",
    "details",
];

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let later = passage.lower(i) == "confirmed" && i > 1 && passage.phrase(i - 2, &["to", "be", "confirmed"]);
    if !matches!(passage.lower(i), "tbc" | "tbd" | "tba" | "confirmed") {
        gap(passage, i, report);
        return;
    }
    // In capitals, or in a bracket, the letters are no name.
    let short = passage.lower(i) != "confirmed" && passage.word(i).bytes().all(|b| b.is_ascii_uppercase());
    // "Has yet to be confirmed" is news; "Venue: to be confirmed" is a gap.
    let news =
        later && i > 2 && matches!(passage.lower(i - 3), "yet" | "still" | "has" | "have" | "need" | "needs" | "had");
    if passage.words[i].quoted || news || !(later || short) {
        return;
    }
    let range = passage.range(if later { i - 2 } else { i }, i);
    let message = format!("`{}` tells readers that this was not known", &passage.text[range.clone()]);
    let help = "write it, or say when it will be known and where to look";
    report.add(passage.span(range), message, help);
}

/// Reports a word that stands alone in square brackets, as in a letter that is to be filled in. On a page that is about such
/// letters they stand in quotation marks or in code.
fn gap(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let alone = passage.gap_before(i).ends_with('[') && passage.gap(i).starts_with(']');
    if alone && !passage.words[i].quoted {
        let word = passage.words[i];
        let range = word.start - 1..word.end + 1;
        let message = format!("`{}` tells readers that this was not known", &passage.text[range.clone()]);
        report.add(passage.span(range), message, "write what belongs here");
    }
}
