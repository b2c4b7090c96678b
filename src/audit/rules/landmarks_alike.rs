//! Two parts of the page of the same sort cannot be told apart.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H054",
        name: "landmarks-alike",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("landmarks_alike.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let landmarks = page.elements.iter().copied().filter(|id| {
        page.has_role(*id, &["navigation", "complementary", "search", "region", "form"])
            && page.is_exposed(*id)
            && (page.has_name(*id) || !page.has_role(*id, &["form", "region"]))
    });
    let groups =
        page.grouped(landmarks.map(|id| (format!("{} {}", page.role_name(id), page.name(id).to_lowercase()), id)));
    for ids in groups.values() {
        for id in ids.iter().skip(1) {
            let message = format!("another part of the page has the role `{}` and the same name", page.role_name(*id));
            report.add(*id, message, "give each a name in `aria-label` that says what is in it");
        }
    }
}
