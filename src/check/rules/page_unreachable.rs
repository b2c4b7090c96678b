//! Pages that no list, no navigation and no link leads to.

use std::collections::BTreeSet;

use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline, Page, PageId, Site, Target, walk};

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
    let mut alone: Vec<(PageId, &Page)> = site.pages.with_ids().filter(|(_, page)| !is_listed(site, page)).collect();
    if alone.is_empty() {
        return;
    }
    let mut linked: BTreeSet<PageId> = BTreeSet::new();
    for page in &site.pages {
        let parts = std::iter::once(page.blocks.as_slice()).chain(page.notes.iter().map(|note| note.blocks.as_slice()));
        for part in parts {
            links(part, &mut |id| _ = linked.insert(id));
        }
    }
    for leaflet in &site.leaflets {
        leaflet
            .panels
            .iter()
            .flat_map(|panel| [&panel.head, &panel.foot])
            .for_each(|part| links(part, &mut |id| _ = linked.insert(id)));
    }
    alone.retain(|(id, _)| !linked.contains(id));
    for (_, page) in alone {
        let help = "link to it from a page that readers find, give it `nav:`, or put it into a section's folder";
        report.add(page.key_span("title"), "no list, no navigation and no link leads to this page", help);
    }
}

/// Returns whether a page stands in a list that the site makes: of a section, of the navigation, of a topic, in the foot.
fn is_listed(site: &Site, page: &Page) -> bool {
    let in_section = page.parent.is_some_and(|parent| !site.page(parent).is_home());
    let routes =
        |list: &[std::sync::Arc<crate::model::Outline>]| list.iter().any(|outline| outline.route == page.route);
    let everywhere = site.shared.values().any(|shared| {
        routes(&shared.foot)
            || routes(&shared.navigation)
            || shared.home.as_ref().is_some_and(|home| home.route == page.route)
    });
    let topic = site
        .topics
        .values()
        .any(|topic| topic.pages.len() > 1 && topic.pages.iter().any(|id| site.page(*id).file == page.file));
    let translated = page.translations.iter().any(|id| site.page(*id).lang.is_same_language(&site.about.language));
    page.is_home()
        || !page.is_on_the_web()
        || in_section
        || everywhere
        || topic
        || translated
        || !page.meta.short.is_empty()
}

/// Gives each page that some blocks lead to.
fn links(blocks: &[Block], give: &mut dyn FnMut(PageId)) {
    walk::inlines(blocks, &mut |inline| {
        if let Inline::Link(link) = inline
            && let Target::Page { page, .. } = &link.target
        {
            give(page.id);
        }
    });
    walk::blocks(blocks, &mut |block| {
        if let Block::Film(film) = block
            && let Target::Page { page, .. } = &film.target
        {
            give(page.id);
        }
    });
}
