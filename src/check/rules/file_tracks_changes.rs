//! Documents to take away that hold what was changed in them.

use crate::check::{Look, Rule, Sink, beside};
use crate::diag::{FindingKind, Severity};
use crate::model::{Says, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A111",
        name: "file-tracks-changes",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("file_tracks_changes.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    beside::tell(site, Says::Changes, report, |name, words| format!("`{name}` still holds {words}"));
}
