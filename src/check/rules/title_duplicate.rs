//! Pages with the same title.

use std::collections::BTreeMap;

use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::Site;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A071",
        name: "title-duplicate",
        severity: Severity::Error,
        wcag: &["2.4.2"],
        act: &[],
        doc: include_str!("title_duplicate.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    let mut known: BTreeMap<(String, &str), (&str, Span)> = BTreeMap::new();
    for page in &site.pages {
        let key = (page.meta.title.trim().to_lowercase(), page.lang.tag());
        let span = page.key_span("title");
        if let Some((path, first)) = known.get(&key) {
            let message = format!("the page `{path}` is also called `{}`", page.meta.title.trim());
            let help = "say in the title what only this page is about, such as its year or its place";
            report.push(report.finding(span, message, help).with_label(*first, "the other page"));
        } else {
            known.insert(key, (&page.path, span));
        }
    }
}
