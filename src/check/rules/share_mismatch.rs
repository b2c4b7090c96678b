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
            if (again || or || named) && (first.percent - second.percent).abs() > first.slack.max(second.slack) {
                let range = passage.range(first.first, second.last);
                let message = format!("`{one}` is not `{two}`");
                let (fraction, percent) = if is_percentage(one) { (two, second) } else { (one, first) };
                let help = format!("`{fraction}` is {:.0}%; mend the one that is wrong", percent.percent);
                report.add(passage.span(range), message, help);
            }
        }
    }
}

/// Returns a share as it is written.
fn written<'p>(passage: &'p Passage<'_>, share: &Share) -> &'p str {
    &passage.text[passage.range(share.first, share.last)]
}

/// Returns whether a share is written in per cent, and not as a fraction.
fn is_percentage(written: &str) -> bool {
    written.ends_with('%') || written.ends_with("cent")
}
