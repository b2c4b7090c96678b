//! Sound begins by itself and goes on for more than three seconds.

use crate::audit::playing::Plays;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H041",
        name: "sound-plays-long",
        severity: Severity::Warning,
        wcag: &[],
        act: &["aaa1bf"],
        doc: include_str!("sound_plays_long.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for (id, plays) in page.playing() {
        let help = "take out `autoplay`, and let readers begin it";
        match plays {
            Plays::Long => report.add(id, "sound begins by itself and goes on for more than three seconds", help),
            Plays::Perhaps => {
                report.unsure(id, "sound begins by itself, and may go on for more than three seconds", help)
            }
        }
    }
}
