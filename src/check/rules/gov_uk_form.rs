//! GOV.UK written in another way.

use crate::check::{Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A181",
        name: "gov-uk-form",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("gov_uk_form.md"),
    },
    look: Look::Words(&["gov.uk", "gov"], look),
};

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let mut word = passage.words[i];
    if passage.lower(i) == "gov" {
        // "GOV UK" has lost its full stop.
        let lost = passage.word(i) != "gov" && passage.lower_after(i) == "uk" && passage.word(i + 1) == "UK";
        let Some(last) = passage.words.get(i + 1).filter(|_| lost) else { return };
        word.end = last.end;
    }
    // In an address and in code the letters are small.
    let domain = passage.lower_after(i).starts_with("domain") || passage.lower_after(i).starts_with("address");
    let site = passage.lower_before(i) == "the"
        && matches!(passage.lower_after(i), "website" | "site" | "page" | "pages" | "service");
    let named = site
        || passage.word(i).starts_with('G')
        || matches!(passage.lower_before(i), "on" | "visit" | "at" | "via" | "from");
    if &passage.text[word.start..word.end] != "GOV.UK" && named && !domain && !word.quoted {
        let fix = passage.fix(word.start..word.end, "GOV.UK");
        let message = format!("`{}` is written as `GOV.UK`", &passage.text[word.start..word.end]);
        report.add_fixed(passage.span(word.start..word.end), message, "write `GOV.UK`", fix);
    }
}
