//! Documents to take away that hold what they do not show.

use crate::check::{Look, Rule, Sink, beside};
use crate::diag::{FindingKind, Severity};
use crate::model::{Says, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A112",
        name: "file-hides-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("file_hides_words.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    beside::tell(site, Says::Hidden, report, |name, words| format!("`{name}` holds what it does not show: {words}"));
}
