//! The page is marked with another language than it is in.

use crate::audit::language;
use crate::audit::speech::{self, Said};
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H045",
        name: "page-language-wrong",
        severity: Severity::Error,
        wcag: &["3.1.1"],
        act: &["ucwvc8"],
        doc: include_str!("page_language_wrong.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(root) = page.elements.iter().copied().find(|id| page.tree.is(*id, "html")) else { return };
    let Some(said) = page.tree.get(root, "lang").filter(|said| language::is_known(said)) else { return };
    let words = page.words_by_language();
    let Some(text) = words.get(&root) else { return };
    match speech::look(text, &language::primary(said)) {
        Said::Fits => {}
        Said::Is(found) => {
            let message = format!("the page is in {}, and is marked as `{said}`", speech::name(found));
            report.add_at(root, "lang", message, format!("write `lang=\"{found}\"`"));
        }
        Said::Unsure => {
            let message = format!("no word of the page is known to be in its language, `{said}`");
            report.unsure(root, message, "look whether it is in that language");
        }
    }
}
