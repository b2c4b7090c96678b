//! Documents to take away that cannot be looked into.

use crate::check::{Look, Rule, Sink, beside};
use crate::diag::{FindingKind, Severity};
use crate::model::{Says, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A114",
        name: "file-closed",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("file_closed.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    beside::tell(site, Says::Unknown, report, |name, words| format!("nobody knows what else `{name}` says: {words}"));
}
