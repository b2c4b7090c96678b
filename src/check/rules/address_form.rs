//! Postal addresses in one line of text.

use crate::check::{Body, Known, Look, Passage, Role, Rule, Sink};
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
    for passage in body.english().iter().filter(|passage| matches!(passage.role, Role::Paragraph | Role::Item)) {
        for i in 1..passage.words.len() {
            if is_postcode(passage, i) && in_one_line(passage, i) {
                let message = format!(
                    "an address with the postcode `{} {}` stands in a line of text",
                    passage.word(i - 1),
                    passage.word(i)
                );
                let help = "write it with `:::address`, one part on each line and no commas, or use a contact";
                report.add(passage.span(passage.range(i - 1, i)), message, help);
            }
        }
    }
}

/// Returns whether a word and the one before are the halves of a postcode. Source: BS 7666-2:2006, annex C.
fn is_postcode(passage: &Passage, i: usize) -> bool {
    let last = passage.word(i);
    // The words that are asked most often are ruled out by their length.
    if last.len() != 3 {
        return false;
    }
    let first = passage.word(i - 1);
    let upper = |c: char| c.is_ascii_uppercase();
    let letters = first.chars().take_while(|c| upper(*c)).count();
    let rest = first.get(letters..).unwrap_or("");
    let district = (1..=2).contains(&letters)
        && (1..=2).contains(&rest.len())
        && rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.chars().all(|c| c.is_ascii_digit() || upper(c));
    let mut unit = last.chars();
    let unit = unit.next().is_some_and(|c| c.is_ascii_digit()) && unit.all(upper);
    district && unit && passage.gap(i - 1) == " "
}

/// Returns whether a comma divides the parts before the postcode: an area alone, as in "in AL5 4GZ", is no address.
fn in_one_line(passage: &Passage, i: usize) -> bool {
    let from = passage.sentences.get(passage.words[i].sentence).map_or(0, |sentence| sentence.start);
    (from.max(i.saturating_sub(12))..i).filter(|at| passage.gap(*at).starts_with(',')).count() >= 2
}
