//! An attribute begins with `aria-` and is none that WAI-ARIA has.

use crate::audit::aria;
use crate::audit::tree::Vocabulary;
use crate::audit::{Page, Report, Rule};
use crate::diag::nearest;
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H001",
        name: "aria-unknown",
        severity: Severity::Warning,
        wcag: &[],
        act: &["5f99a7"],
        doc: include_str!("aria_unknown.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(element) = page.tree.element(*id).filter(|element| element.vocabulary != Vocabulary::MathMl) else {
            continue;
        };
        for attribute in element.attributes.iter().filter(|attribute| attribute.name.starts_with("aria-")) {
            if aria::attribute(&attribute.name).is_none() {
                let message = format!("there is no attribute `{}`", attribute.name);
                let near = nearest(&attribute.name, aria::attribute_names());
                let help = near.map_or("take it out".to_string(), |near| format!("did you mean `{near}`?"));
                report.add_at(*id, &attribute.name, message, help);
            }
        }
    }
}
