//! A film comes without a file of captions.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H063",
        name: "captions-unseen",
        severity: Severity::Warning,
        wcag: &["1.2.2"],
        act: &[],
        doc: include_str!("captions_unseen.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| page.tree.is(*id, "video") && !page.is_hidden(*id)) {
        let captioned = page.tree.elements_of(id).any(|child| {
            let kind = page.tree.get(child, "kind").unwrap_or("subtitles").to_ascii_lowercase();
            page.tree.is(child, "track") && matches!(kind.as_str(), "captions" | "subtitles")
        });
        if !captioned && !page.tree.has(id, "muted") {
            report.unsure(
                id,
                "this film comes without a file of captions",
                "look whether it speaks and shows its words; add a `<track>` if it does not show them",
            );
        }
    }
}
