//! Captions that are gone before many people have read them.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Details;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A096",
        name: "caption-fast",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("caption_fast.md"),
    },
    look: Look::Body(look),
};

/// Characters that a caption may have for each second. BBC, Subtitle Guidelines, 4.1, aims at 160 to 180 words a minute,
/// about 17 characters a second; so does Netflix. This leaves room for short words, so that only what is certainly too
/// fast is found.
const MOST: u64 = 20;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(Details::Film(film)) = body.page.map(|page| &page.meta.details) else { return };
    for cue in &film.captions.cues {
        let (signs, shown) = (cue.signs() as u64, cue.end.saturating_sub(cue.start));
        if signs * 1000 > MOST * shown {
            let needed = (signs * 1000).div_ceil(MOST);
            let message = format!("this caption has {signs} characters, and stays for {}", seconds(shown));
            let help = format!("let it stay for at least {}, or say it in fewer words", seconds(needed));
            report.add(cue.span, message, help);
        }
    }
}

/// Returns a time in seconds, rounded up to a tenth.
fn seconds(milliseconds: u64) -> String {
    let tenths = milliseconds.div_ceil(100);
    match (tenths / 10, tenths % 10) {
        (1, 0) => "1 second".to_string(),
        (whole, 0) => format!("{whole} seconds"),
        (whole, part) => format!("{whole}.{part} seconds"),
    }
}
