//! Captions that cover the picture: more than two lines, or long ones.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Details;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A095",
        name: "caption-long",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("caption_long.md"),
    },
    look: Look::Body(look),
};

/// Lines in the tallest caption that passes. Source: BBC, Subtitle Guidelines, 3.3, "Avoid 3 lines or more".
const MOST_LINES: usize = 2;

/// Characters in the longest line that passes. Source: Netflix, English Timed Text Style Guide, character limitation.
const MOST_SIGNS: usize = 42;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(Details::Film(film)) = body.page.map(|page| &page.meta.details) else { return };
    for cue in &film.captions.cues {
        if cue.lines.len() > MOST_LINES {
            let message = format!("this caption has {} lines", cue.lines.len());
            report.add(cue.span, message, format!("split it into captions of {MOST_LINES} lines at most"));
        }
        for line in &cue.lines {
            let signs = line.text.chars().count();
            if signs > MOST_SIGNS {
                let message = format!("this line of a caption has {signs} characters");
                let help = format!("break it where you would pause: {MOST_SIGNS} characters at most");
                report.add(line.span, message, help);
            }
        }
    }
}
