//! Sound that begins by itself has nothing to stop it.

use crate::audit::playing::Plays;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H042",
        name: "sound-without-control",
        severity: Severity::Warning,
        wcag: &[],
        act: &["4c31df"],
        doc: include_str!("sound_without_control.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for (id, plays) in page.playing() {
        let free = page.tree.has(id, "controls") && !page.is_gone(id);
        if free {
            continue;
        }
        let message = "sound begins by itself and has nothing to stop it";
        let help = "add `controls`, or take out `autoplay`";
        if plays == Plays::Long && !page.has_scripts() {
            report.add(id, message, help);
        } else {
            report.unsure(id, message, "look whether there is something to stop it at the start of the page");
        }
    }
}
