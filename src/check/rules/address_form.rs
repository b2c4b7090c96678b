//! Postal addresses in one line of text.

use crate::check::postcode::is_postcode;
use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A105",
        name: "address-form",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("address_form.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english().iter().filter(|passage| passage.is_prose()) {
        for i in passage.with(Sign::Digit).filter(|i| *i > 0) {
            let divided = is_postcode(passage.word(i - 1), passage.word(i)) && passage.gap(i - 1) == " ";
            let span = passage.span(passage.range(i - 1, i));
            // A key of front matter holds one line, and no block.
            if divided && in_one_line(passage, i) && !report.is_in_front_matter(span) {
                let message = format!(
                    "an address with the postcode `{} {}` stands in a line of text",
                    passage.word(i - 1),
                    passage.word(i)
                );
                let help = "write it with `:::address`, one part on each line and no commas, or use a contact";
                report.add(span, message, help);
            }
        }
    }
}

/// Returns whether a comma divides the parts before the postcode: an area alone, as in "in AL5 4GZ", is no address.
fn in_one_line(passage: &Passage, i: usize) -> bool {
    let from = passage.sentences.get(passage.words[i].sentence).map_or(0, |sentence| sentence.start);
    (from.max(i.saturating_sub(12))..i).filter(|at| passage.gap(*at).starts_with(',')).count() >= 2
}
