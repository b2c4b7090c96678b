//! Documents to take away that name who wrote them.

use crate::check::{Look, Rule, Sink, beside};
use crate::diag::{FindingKind, Severity};
use crate::model::{Says, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A110",
        name: "file-names-author",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("file_names_author.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    beside::tell(site, Says::Who, report, |name, words| format!("`{name}` names {words}"));
}
