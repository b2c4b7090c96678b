//! Alerts over the title of every page, or of the pages of some sections.

use super::html::{Html, SafeHtml};
use super::link;
use crate::model::{AlertLevel, Shared, ShownAlert};

/// The alerts of one language, each with its HTML.
#[derive(Debug, Default)]
pub struct Alerts {
    all: Vec<(ShownAlert, SafeHtml)>,
    /// What the addresses of the language's pages start with, such as `cy/`; empty for the site's own language.
    folder: String,
}

impl Alerts {
    /// Returns the alerts that pages of a language have.
    pub fn new(shared: &Shared, root: &str) -> Alerts {
        let own = shared.lang == shared.about.language;
        let folder = if own { String::new() } else { format!("{}/", shared.lang.primary()) };
        Alerts { all: shared.alerts.iter().map(|alert| (alert.clone(), html(alert, shared, root))).collect(), folder }
    }

    /// Returns those that stand on a page, given the path of its file in the output.
    pub fn at(&self, path: &str) -> SafeHtml {
        let route = format!("/{}", path.strip_prefix(self.folder.as_str()).unwrap_or(path));
        let here = self.all.iter().filter(|(alert, _)| alert.is_at(&route));
        here.fold(SafeHtml::default(), |all, (_, html)| all.then(html))
    }
}

/// Writes one alert.
fn html(alert: &ShownAlert, shared: &Shared, root: &str) -> SafeHtml {
    let words = shared.words.of(&shared.lang);
    // The words around it are those of the frame.
    let lang = &words.lang;
    let label = match alert.level {
        AlertLevel::Emergency => &words.web.alert_emergency,
        AlertLevel::Warning => &words.callouts.warning,
        AlertLevel::Information => &words.callouts.information,
    };
    let mut html = Html::new();
    html.markup("<div class=\"alert alert-").words(alert.level.name()).markup("\"><div class=\"frame\"><p>");
    html.markup("<strong class=\"label\">").html(&SafeHtml::said(label, lang)).markup("</strong> ");
    html.html(&SafeHtml::said(&alert.words, lang));
    if let Some(page) = &alert.page {
        html.markup(" <a href=\"").words(&link::href(root, &page.route)).markup("\"");
        html.html(&SafeHtml::mark(page.lang.tag(), lang.tag())).markup(">").words(&page.title).markup("</a>");
    }
    html.markup("</p></div></div>\n").done()
}
