//! The page is marked with a language that does not exist.

use crate::audit::language;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H009",
        name: "page-language-unknown",
        severity: Severity::Error,
        wcag: &["3.1.1"],
        act: &["bf051a"],
        doc: include_str!("page_language_unknown.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(root) = page.elements.iter().copied().find(|id| page.tree.is(*id, "html")) else { return };
    let Some(said) = page.tree.get(root, "lang").filter(|said| !said.trim().is_empty()) else { return };
    if !language::is_known(said) {
        let message = format!("there is no language `{said}`");
        report.add_at(root, "lang", message, "write the tag of the page's language, such as `en-GB` or `cy`");
    }
}
