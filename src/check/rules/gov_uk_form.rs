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
    look: Look::Words(&["gov.uk"], look),
};

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let word = passage.words[i];
    // In an address and in code the letters are small.
    let domain = passage.lower_after(i).starts_with("domain") || passage.lower_after(i).starts_with("address");
    let named =
        passage.word(i).starts_with('G') || matches!(passage.lower_before(i), "on" | "visit" | "at" | "via" | "from");
    if passage.word(i) != "GOV.UK" && named && !domain && !word.quoted {
        let fix = passage.fix(word.start..word.end, "GOV.UK");
        let message = format!("`{}` is written in capitals", passage.word(i));
        report.add_fixed(passage.span(word.start..word.end), message, "write `GOV.UK`", fix);
    }
}
