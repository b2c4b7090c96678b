//! Sound begins by itself, goes on for more than three seconds and cannot be stopped.

use crate::audit::playing::Plays;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H043",
        name: "sound-unstoppable",
        severity: Severity::Error,
        wcag: &["1.4.2"],
        act: &["80f0bf"],
        doc: include_str!("sound_unstoppable.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for (id, plays) in page.playing() {
        if page.tree.has(id, "controls") && !page.is_gone(id) {
            continue;
        }
        let message = "sound begins by itself, goes on for more than three seconds and cannot be stopped";
        let help = "take out `autoplay`, and add `controls`";
        if plays == Plays::Long && !page.has_scripts() {
            report.add(id, message, help);
        } else {
            report.unsure(id, "sound begins by itself, and may go on without end", help);
        }
    }
}
