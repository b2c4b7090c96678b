//! Films and documents that say where they were made.

use crate::check::{Look, Rule, Sink, beside};
use crate::diag::{FindingKind, Severity};
use crate::model::{Says, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A113",
        name: "file-says-place",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("file_says_place.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    beside::tell(site, Says::Place, report, |name, words| format!("`{name}` holds {words}"));
}
