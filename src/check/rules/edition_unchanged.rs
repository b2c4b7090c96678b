//! Leaflets whose words have changed since copies went out, and whose edition has not.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Changed, Lang, Leaflet, Site, changes, plain_text, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "P036",
        name: "edition-unchanged",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("edition_unchanged.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    if site.editions.issues.is_empty() {
        return;
    }
    let mut found: BTreeMap<(&str, &Lang, u32), BTreeSet<Changed>> = BTreeMap::new();
    let all = changes(site);
    for (issue, changed) in &all {
        let of_words = changed.iter().filter(|changed| changed.is_of_words()).cloned();
        found.entry((&issue.reference, &issue.language, issue.edition)).or_default().extend(of_words);
    }
    for leaflet in site.leaflets.iter() {
        let Some(changed) = found.get(&(leaflet.reference.as_str(), &leaflet.lang, leaflet.edition)) else { continue };
        if changed.is_empty() {
            continue;
        }
        let told: Vec<String> = changed.iter().filter_map(|changed| told(leaflet, changed)).collect();
        let since = format!("have changed since edition {} of `{}` went out", leaflet.edition, leaflet.reference);
        let message = match changed.iter().all(|changed| *changed == Changed::Pictures) {
            true => format!("the pictures {since}"),
            false => format!("the words {since}: {}", told.join("; ")),
        };
        let help = format!("write `edition: {}`, and the day in `issued`", leaflet.edition.saturating_add(1));
        let mut finding = report.finding(leaflet.edition_span, message, help);
        for number in
            changed.iter().filter_map(|changed| if let Changed::Panel(at) = changed { Some(at) } else { None })
        {
            if let Some(panel) = leaflet.panels.get(number.saturating_sub(1)) {
                finding = finding.with_label(panel.span, "has other words");
            }
        }
        report.push(finding);
    }
}

fn told(leaflet: &Leaflet, changed: &Changed) -> Option<String> {
    match changed {
        Changed::Panel(number) => {
            let panel = leaflet.panels.get(number.saturating_sub(1));
            let heading = panel.and_then(|panel| walk::headings(&panel.head).first().map(|h| plain_text(&h.content)));
            Some(match (panel, heading) {
                (None, _) => format!("there is no panel {number} any more"),
                (Some(_), Some(heading)) => format!("panel {number}, `{heading}`"),
                (Some(_), None) => format!("panel {number}"),
            })
        }
        Changed::Fact(other) => Some(format!("the fact `{}`: {}", other.key, other.told())),
        Changed::Contact(other) => Some(format!("the contact `{}`: {}", other.key, other.told())),
        Changed::Pictures => Some("it has other pictures".to_string()),
        Changed::Gone | Changed::Edition(_) | Changed::Story(_) | Changed::Review(_) => None,
    }
}
