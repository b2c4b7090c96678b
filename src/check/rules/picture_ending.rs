//! Pictures that may soon not be shown any more.

use super::consent_ending::ends_soon;
use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Site;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A200",
        name: "picture-ending",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("picture_ending.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    let today = site.today();
    for (path, credit) in site.images.iter() {
        let Some(last) = credit.until.filter(|last| ends_soon(*last, today)) else { continue };
        let message = format!("`{path}` may be shown until {}", last.in_words(&site.about.language));
        let help = "ask again and change `until`, or show another picture: from the day after, it is taken away from pages and covers";
        report.add(credit.span, message, help);
    }
}
