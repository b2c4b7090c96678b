//! A part of the page is marked with another language than it is in.

use crate::audit::language;
use crate::audit::speech::{self, Said};
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H044",
        name: "part-language-wrong",
        severity: Severity::Error,
        wcag: &["3.1.2"],
        act: &["off6ek"],
        doc: include_str!("part_language_wrong.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(body) = page.elements.iter().copied().find(|id| page.tree.is(*id, "body")) else { return };
    let words = page.words_by_language();
    for (id, text) in words.iter().filter(|(id, _)| page.tree.is_inside(**id, body)) {
        let Some(said) = page.tree.get(*id, "lang") else { continue };
        match speech::look(text, &language::primary(said)) {
            Said::Fits => {}
            Said::Is(found) => {
                let message = format!("this is in {}, and is marked as `{said}`", speech::name(found));
                report.add_at(*id, "lang", message, format!("write `lang=\"{found}\"`"));
            }
            Said::Unsure => {
                let message = format!("no word here is known to be in the language `{said}`");
                report.unsure(*id, message, "look whether it is in that language");
            }
        }
    }
}
