//! A share said twice, and not the same: "1 in 4 (20%)".

use crate::check::figures;
use crate::check::{Body, Known, Look, Rule, Sink};
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
                let (one, two) = (passage.range(first.first, first.last), passage.range(second.first, second.last));
                let message = format!("`{}` is not `{}`", &passage.text[one], &passage.text[two]);
                let help = format!(
                    "`{}` is {:.0}%; mend the one that is wrong",
                    &passage.text[passage.range(first.first, first.last)],
                    first.percent
                );
                report.add(passage.span(range), message, help);
            }
        }
    }
}
