//! Translations that are older than their originals.

use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Date, Page, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A173",
        name: "translation-behind",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("translation_behind.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    let own = &site.about.language;
    for page in site.pages.iter().filter(|page| !page.lang.is_same_language(own)) {
        let original = page.translations.iter().map(|id| site.page(*id)).find(|other| other.lang.is_same_language(own));
        let Some(original) = original else { continue };
        let Some(changed) = changed(original) else { continue };
        let name = site.words.english().name_of(&page.lang);
        match page.meta.translated {
            Some(translated) if translated < changed => {
                let message =
                    format!("the {name} page follows its original of {translated}, which was changed on {changed}");
                let help =
                    "translate what has changed, and set `translated` to the day of the original that it follows";
                let finding = report.finding(page.key_span("translated"), message, help);
                report.push(finding.with_label(original.key_span("updated"), "the change"));
            }
            Some(_) => {}
            None => {
                let message = format!(
                    "nothing says which day of its original the {name} page follows, and that was changed on {changed}"
                );
                let help = format!("compare them, and add `translated: {changed}` to this page");
                let finding = report.finding(page.key_span("title"), message, help);
                report.push(finding.with_label(original.key_span("updated"), "the change"));
            }
        }
    }
}

/// Returns the day of a page's last change that its author told of.
fn changed(page: &Page) -> Option<Date> {
    page.meta.updated.iter().map(|update| update.date).max()
}
