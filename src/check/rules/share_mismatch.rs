//! A share said twice, and not the same: "1 in 4 (20%)".

use crate::check::figures::{self, Share};
use crate::check::{Body, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A132",
        name: "share-mismatch",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("share_mismatch.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for pair in figures::of(passage).windows(2) {
            let [first, second] = pair else { continue };
            // "On foot (41%), by car (38%)" and "by 4% (3% in 2025)" have two percentages of different things.
            let (one, two) = (written(passage, first), written(passage, second));
            if is_percentage(one) && is_percentage(two) {
                continue;
            }
            let beside = second.first == first.last + 1;
            let again = beside
                && matches!(passage.gap(first.last), " (" | " [" | ", or " | " - " | " \u{2013} " | " \u{2014} ");
            let or = second.first == first.last + 2 && passage.lower(first.last + 1) == "or";
            let bracket =
                passage.gap(second.first.wrapping_sub(1)).ends_with('(') && passage.gap(second.last).starts_with(')');
            // "Two thirds of the budget (50%)", "one in five people (25%)".
            let same = passage.words[first.first].sentence == passage.words[second.first].sentence;
            let near = if passage.lower(first.last + 1) == "of" { 6 } else { 4 };
            let named = bracket && same && second.first < first.last + near;
            if (again || or || named || (same && repeated(passage, first, second)))
                && (first.percent - second.percent).abs() > first.slack.max(second.slack)
            {
                let range = passage.range(first.first, second.last);
                let message = format!("`{one}` is not `{two}`");
                let (fraction, percent) = if is_percentage(one) { (two, second) } else { (one, first) };
                let help = format!("`{fraction}` is {:.0}%; mend the one that is wrong", percent.percent);
                report.add(passage.span(range), message, help);
            }
        }
    }
}

/// Returns whether a share is said again between commas: "three quarters of tenants, or 70%, were", "70%, that is three quarters, of".
/// A choice, "a third of the cost, or £20% if", goes on with its own condition.
fn repeated(passage: &Passage, first: &Share, second: &Share) -> bool {
    let start = second.first;
    let led = match passage.lower(start.wrapping_sub(1)) {
        "or" => start - 1,
        "is" if start > 1 && passage.lower(start - 2) == "that" => start - 2,
        _ => return false,
    };
    let Some(before) = led.checked_sub(1).filter(|before| *before >= first.last) else { return false };
    let ends = passage.gap(second.last).starts_with([',', '.', ')', ';'])
        || matches!(passage.lower_after(second.last), "were" | "was" | "are" | "is" | "said" | "have" | "had");
    let sentence = passage.sentences.get(passage.words[start].sentence).cloned().unwrap_or_default();
    let choice = sentence.clone().any(|at| {
        matches!(
            passage.lower(at),
            "whichever"
                | "depending"
                | "if"
                | "either"
                | "up"
                | "choose"
                | "pay"
                | "pays"
                | "between"
                | "least"
                | "whether"
        )
    });
    passage.gap(before) == ", "
        && before < first.last + 6
        && ends
        && !choice
        && passage.lower_after(second.last) != "of"
}

/// Returns a share as it is written.
fn written<'p>(passage: &'p Passage<'_>, share: &Share) -> &'p str {
    &passage.text[passage.range(share.first, share.last)]
}

/// Returns whether a share is written in per cent, and not as a fraction.
fn is_percentage(written: &str) -> bool {
    written.ends_with('%') || written.ends_with("cent")
}
