//! Words are spread so that both edges are straight.

use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H071",
        name: "text-justified",
        severity: Severity::Info,
        wcag: &[],
        act: &[],
        doc: include_str!("text_justified.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(look) = page.looks.first() else { return };
    let said =
        |id: &Id| page.style(*id).said("text-align").is_some_and(|value| value.trim().eq_ignore_ascii_case("justify"));
    let spread: Vec<Id> =
        page.elements.iter().copied().filter(said).filter(|id| page.is_seen(*id, &look.styles)).collect();
    if let Some(first) = spread.iter().find(|id| !page.read_out(**id).is_empty()) {
        report.add(*first, "words are spread so that both edges are straight", "write `text-align: start`");
    }
}
