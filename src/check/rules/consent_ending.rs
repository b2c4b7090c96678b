//! Consent to a case study that ends soon.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Date, Details};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A103",
        name: "consent-ending",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("consent_ending.md"),
    },
    look: Look::Body(look),
};

/// How many days before its end somebody should ask again.
const AHEAD: u32 = 30;

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let Details::CaseStudy(story) = &page.meta.details else { return };
    let Some(last) = story.consent.as_ref().and_then(|consent| consent.expires) else { return };
    if ends_soon(last, site.today()) {
        let message = format!("the consent to this case study ends on {}", last.in_words(body.lang));
        let help = "ask its people again, or let it go: from the day after, the story is not published";
        report.add(page.key_span("consent"), message, help);
    }
}

/// Returns whether what holds until a day must soon be asked for again.
pub(super) fn ends_soon(last: Date, today: Date) -> bool {
    last >= today && last.ordinal() - today.ordinal() <= AHEAD
}
