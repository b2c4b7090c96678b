//! Alerts: which stand at this moment, for readers of each language, and what is wrong with them.

use std::sync::Arc;

use crate::content::problems;
use crate::diag::{Diagnostic, nearest};
use crate::model::{Alert, Clock, Instant, Lang, Outline, ShownAlert, Site};

/// What the alert of `site.toml` is called.
const IN_SETTINGS: &str = "alert";

/// Returns the alerts that stand, as readers of a language see them: what matters most comes first. `page` returns what is
/// shown of a page, by its path under `content/`.
pub fn shown(
    alerts: &[Alert],
    clock: &Clock,
    lang: &Lang,
    page: &dyn Fn(&str) -> Option<Arc<Outline>>,
) -> Vec<ShownAlert> {
    let mut shown: Vec<ShownAlert> = alerts
        .iter()
        .filter(|alert| alert.holds(clock))
        .map(|alert| ShownAlert {
            level: alert.level,
            words: alert.words.in_lang(lang).clone(),
            page: page(&alert.page).filter(|page| page.on_web),
            sections: alert.sections.clone(),
        })
        .collect();
    shown.sort_by_key(|alert| alert.level);
    shown
}

/// Returns the next moment at which one of them comes or goes; nothing where there is none.
pub fn next_change(alerts: &[Alert], clock: &Clock) -> Option<Instant> {
    alerts.iter().filter_map(|alert| alert.turns(clock)).min()
}

/// Returns what is wrong with the alerts of a site.
pub fn judge(alerts: &[Alert], site: &Site) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for alert in alerts {
        if !alert.is_over(&site.clock) {
            lacking(alert, site, &mut found);
        }
        let mut tell = |message: String, help: String| {
            found.push(Diagnostic::new(&problems::ALERT_BROKEN, alert.span, message, help));
        };
        if !alert.page.is_empty() && !site.pages.iter().any(|page| page.path == alert.page && page.is_on_the_web()) {
            let near = nearest(&alert.page, site.pages.iter().map(|page| page.path.as_str()));
            let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            let message = format!("this alert leads to `{}`, which is not on the website", alert.page);
            tell(message, format!("write a page's path under `content/`, such as `closures.md`{near}"));
        }
        for section in &alert.sections {
            let folder = format!("{section}/");
            if !site.pages.iter().any(|page| page.path.starts_with(&folder)) {
                let message = format!("this alert is for the section `{section}`, and no page lies there");
                tell(message, format!("write a folder under `content/` that has pages, or remove `{section}`"));
            }
        }
        if let (Some(from), Some(until)) = (alert.from, alert.until)
            && until.over() <= from
        {
            let message = "this alert ends before it begins, so nobody sees it".to_string();
            tell(message, "make `until` later than `from`".to_string());
        } else if alert.is_over(&site.clock) {
            found.push(Diagnostic {
                timed: true,
                ..Diagnostic::new(
                    &problems::ALERT_UNENDED,
                    alert.span,
                    "this alert is over, and no reader sees it any more",
                    "remove it, or write a later `until`",
                )
            });
        } else if alert.until.is_none() {
            let message = "this alert does not say until when it holds, and stands until somebody thinks of it";
            let help = "add `until:` with a day; you can make it later when the day comes";
            found.push(Diagnostic::new(&problems::ALERT_UNENDED, alert.span, message, help));
        }
    }
    found
}

/// Tells in which languages of the site's pages an alert says nothing.
fn lacking(alert: &Alert, site: &Site, found: &mut Vec<Diagnostic>) {
    for lang in &site.about.languages {
        let shows = site.pages.iter().any(|page| page.lang.is_same_language(lang) && page.is_on_the_web());
        if shows && alert.words.lacks(lang) {
            let name = site.words.english().name_of(lang);
            let message = format!("this alert says nothing in {name}, and pages in {name} show it");
            let (own, tag) = (site.about.language.primary(), lang.primary());
            let help = match alert.key.as_str() {
                IN_SETTINGS => format!("write it under `[translations.{tag}]` too: `alert = \"…\"`"),
                _ => format!("write it in both languages: `words: {{ {own}: …, {tag}: … }}`"),
            };
            found.push(Diagnostic::new(&problems::NOT_TRANSLATED, alert.span, message, help));
        }
    }
}
