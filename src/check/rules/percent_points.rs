//! Differences between percentages that are said in per cent and are points.

use crate::check::figures::{self, Share};
use crate::check::{Body, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A133",
        name: "percent-points",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("percent_points.md"),
    },
    look: Look::Body(look),
};

/// Words for a change.
const CHANGE: &[&str] = &[
    "increase",
    "increased",
    "rise",
    "rose",
    "risen",
    "fall",
    "fell",
    "fallen",
    "drop",
    "dropped",
    "decrease",
    "decreased",
    "up",
    "down",
    "more",
    "fewer",
    "less",
    "growth",
    "grew",
    "improvement",
    "reduction",
    "higher",
    "lower",
    "gain",
    "difference",
    "change",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        let shares = figures::of(passage);
        if shares.len() < 3 {
            continue;
        }
        for change in shares.iter().filter(|share| is_change(passage, share)) {
            let sentence = passage.words[change.first].sentence;
            let others: Vec<&Share> = shares
                .iter()
                .filter(|share| share.first != change.first && passage.words[share.first].sentence == sentence)
                .collect();
            let [from, to] = others.as_slice() else { continue };
            let points = (to.percent - from.percent).abs();
            let (from, to, than) = if passage.lower_after(change.last + 1) == "than" && change.first > from.first {
                // "37%, 6% more than the 31% of last time".
                (to, from, true)
            } else {
                (from, to, false)
            };
            let said = than
                || passage.lower_before(from.first) == "from"
                    && to.first == from.last + 2
                    && matches!(passage.lower(from.last + 1), "to");
            if said
                && from.percent > 0.0
                && (points - change.percent).abs() < 0.05
                && (100.0 * points / from.percent - change.percent).abs() > 0.5
            {
                let range = passage.range(change.first, change.last);
                let message = format!(
                    "from {}% to {}% is not a change of `{}`",
                    from.percent,
                    to.percent,
                    &passage.text[range.clone()]
                );
                let help = format!("write `{} percentage points`", change.percent);
                report.add(passage.span(range), message, help);
            }
        }
    }
}

/// Returns whether a share says how much something changed, and not in points.
fn is_change(passage: &Passage, share: &Share) -> bool {
    let sentence = passage.sentences[passage.words[share.first].sentence].clone();
    let points = passage.lower(share.last + 1).starts_with("point");
    let after = (share.last + 1..sentence.end.min(share.last + 3)).any(|i| CHANGE.contains(&passage.lower(i)));
    let before = |back: usize| share.first.checked_sub(back).map_or("", |i| passage.lower(i));
    let by = before(1) == "by"
        || (CHANGE.contains(&before(1)) && passage.gap_before(share.first) == " ")
        || (before(1) == "of" && CHANGE.contains(&before(2)));
    !points && (after || by)
}
