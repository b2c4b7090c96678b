//! Copies of a leaflet that say something else than what is so now.

use std::collections::BTreeMap;

use crate::check::copies::{self, Told};
use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::{Changed, Issue, Leaflet, Site, changes};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "P035",
        name: "copies-outdated",
        severity: Severity::Info,
        wcag: &[],
        act: &[],
        doc: include_str!("copies_outdated.md"),
    },
    look: Look::Site(look),
};

/// Where something stands now that copies have otherwise, what has become of it, in words, and what of the copies is old.
type Place = (Span, String, &'static str);

/// What of copies is old, where their words are.
const WORDS: &str = "words";

fn look(site: &Site, report: &mut Sink<'_>) {
    if site.editions.issues.is_empty() {
        return;
    }
    let mut found: BTreeMap<Place, Vec<&Issue>> = BTreeMap::new();
    for (issue, changed) in changes(site) {
        let is_of = |leaflet: &&Leaflet| leaflet.reference == issue.reference && leaflet.lang == issue.language;
        let leaflet = site.leaflets.iter().find(is_of);
        for place in changed.iter().filter_map(|changed| place(site, issue, leaflet, changed)) {
            found.entry(place).or_default().push(issue);
        }
    }
    for ((span, what, old), issues) in found {
        let Told { words, recall } = copies::told(&issues);
        let message = format!("{what}; copies with the old {old}: {words}");
        report.add(span, message, format!("{recall} writes the letters"));
    }
}

/// Returns where something that has changed stands now, with what has become of it; nothing where it makes no copy wrong.
fn place(site: &Site, issue: &Issue, leaflet: Option<&Leaflet>, changed: &Changed) -> Option<Place> {
    let own = leaflet.map(|leaflet| leaflet.edition_span);
    match changed {
        Changed::Fact(other) if !other.then.is_empty() => {
            let fact = site.facts.get(&other.key).filter(|_| other.is_known()).map(|fact| fact.span);
            Some((fact.or(own)?, format!("the fact `{}`: {}", other.key, other.told()), WORDS))
        }
        Changed::Contact(other) if !other.then.is_empty() => {
            let contact = site.contacts.get(&other.key).filter(|_| other.is_known()).map(|contact| contact.span);
            Some((contact.or(own)?, format!("the contact `{}`: {}", other.key, other.told()), WORDS))
        }
        Changed::Panel(number) => {
            let panel = leaflet?.panels.get(number.saturating_sub(1)).map(|panel| panel.span);
            let what = if panel.is_some() { "has other words now" } else { "is gone" };
            Some((panel.or(own)?, format!("panel {number} of `{}` {what}", issue.reference), WORDS))
        }
        Changed::Pictures => Some((own?, format!("`{}` has other pictures now", issue.reference), "pictures")),
        Changed::Gone => {
            let what = format!("the leaflet `{}` ({}) is not made any more", issue.reference, issue.language);
            Some((issue.span, what, WORDS))
        }
        // Of stories there is a rule of their own, and of the review too.
        Changed::Fact(_) | Changed::Contact(_) | Changed::Edition(_) | Changed::Story(_) | Changed::Review(_) => None,
    }
}
