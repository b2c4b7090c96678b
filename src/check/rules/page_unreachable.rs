//! Pages that no list, no navigation and no link leads to.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check::{Look, Rule, Sink, raw};
use crate::diag::{FindingKind, Severity};
use crate::model::{Outline, Page, Site, path};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A146",
        name: "page-unreachable",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("page_unreachable.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    // Where nothing is in the navigation, the site is still being made, or its start page is all that it has.
    if site.navigation.is_empty() {
        return;
    }
    let mut alone: Vec<&Page> = site.pages.iter().filter(|page| !is_listed(site, page)).collect();
    if alone.is_empty() {
        return;
    }
    // The finished words of most pages are gone by now, so their files are asked.
    let mut linked: BTreeSet<String> = BTreeSet::new();
    let own = site.pages.iter().map(|page| (page.file, page.path.as_str(), page.route.as_str()));
    for (file, from, route) in own {
        for found in raw::destinations(report.text(file)).filter_map(|wanted| resolved(from, wanted)) {
            if found != from && found != route {
                linked.insert(found);
            }
        }
    }
    for leaflet in &site.leaflets {
        let wanted =
            raw::destinations(report.text(leaflet.file)).map(|wanted| wanted.trim_start_matches("../content/"));
        linked.extend(wanted.map(|wanted| wanted.trim_start_matches("content/").to_string()));
    }
    alone.retain(|page| !linked.contains(&page.path) && !linked.contains(&page.route));
    for page in alone {
        let help = "link to it from a page that readers find, give it `nav:`, or put it into a section's folder";
        report.add(page.key_span("title"), "no list, no navigation and no link leads to this page", help);
    }
}

/// Returns whether a page stands in a list that the site makes: of a section, of the navigation, of a topic, in the foot.
fn is_listed(site: &Site, page: &Page) -> bool {
    let in_section = page.parent.is_some_and(|parent| !site.page(parent).is_home());
    let routes = |list: &[Arc<Outline>]| list.iter().any(|outline| outline.route == page.route);
    let everywhere = site.shared.values().any(|shared| {
        routes(&shared.foot)
            || routes(&shared.navigation)
            || shared.home.as_ref().is_some_and(|home| home.route == page.route)
    });
    let topic = page.topics.iter().any(|route| site.topics.get(&**route).is_some_and(|topic| topic.pages.len() > 1));
    let translated = page.translations.iter().any(|id| site.page(*id).lang.is_same_language(&site.about.language));
    page.is_home()
        || !page.is_on_the_web()
        || in_section
        || everywhere
        || topic
        || translated
        || !page.meta.short.is_empty()
}

/// Returns the path under `content/` of a file that a page names from where it lies; an address stays as it is. Nothing where it
/// leads out of `content/`.
fn resolved(page: &str, wanted: &str) -> Option<String> {
    if wanted.ends_with(".md") { path::join(page, wanted) } else { Some(format!("{}/", wanted.trim_end_matches('/'))) }
}
