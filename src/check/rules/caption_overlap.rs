//! Captions that come too early: before the one above them, or before it has gone.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Details;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A093",
        name: "caption-overlap",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("caption_overlap.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(Details::Film(film)) = body.page.map(|page| &page.meta.details) else { return };
    for pair in film.captions.cues.windows(2) {
        let [above, cue] = pair else { continue };
        if cue.start < above.start {
            let help = "put the captions in the order in which they are shown, or correct the time";
            report.add(cue.span, "this caption is shown earlier than the one above it", help);
        } else if cue.start < above.end {
            let message = "this caption comes before the one above it has gone, so one hides the other";
            let help = format!("let the one above end at `{}`", clock(cue.start));
            report.push(report.finding(cue.span, message, help).with_label(above.span, "the one above"));
        }
    }
}

/// Returns a time as WebVTT writes it.
fn clock(milliseconds: u64) -> String {
    let (seconds, thousandths) = (milliseconds / 1000, milliseconds % 1000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let hours = if hours == 0 { String::new() } else { format!("{hours:02}:") };
    format!("{hours}{minutes:02}:{seconds:02}.{thousandths:03}")
}
