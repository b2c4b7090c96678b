//! A site that a test has put together in code, finished as linking finishes what was read.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::shared::{self, Given};
use super::{fill, notes};
use crate::diag::FileId;
use crate::model::{
    Around, AssetId, AssetOutline, AssetUse, Contact, Fact, Lang, Leaflet, LeafletId, LeafletOutline, Note, Outline,
    Page, PageId, Site, TopicOutline, in_order,
};

/// What pages show of each other in such a site.
struct All {
    pages: BTreeMap<PageId, Arc<Outline>>,
    assets: BTreeMap<AssetId, Arc<AssetOutline>>,
    facts: BTreeMap<String, Arc<Fact>>,
    contacts: BTreeMap<String, Arc<Contact>>,
    notes: BTreeMap<(FileId, String), Note>,
}

impl fill::Outlines for All {
    fn page(&self, id: PageId) -> Option<Arc<Outline>> {
        self.pages.get(&id).cloned()
    }

    fn asset(&self, id: AssetId) -> Option<Arc<AssetOutline>> {
        self.assets.get(&id).cloned()
    }

    fn file(&self, path: &str) -> Option<AssetUse> {
        let (id, outline) = self.assets.iter().find(|(_, asset)| asset.path == path)?;
        Some(AssetUse { id: *id, outline: Some(Arc::clone(outline)) })
    }

    fn fact(&self, key: &str) -> Option<Arc<Fact>> {
        self.facts.get(key).cloned()
    }

    fn contact(&self, key: &str) -> Option<Arc<Contact>> {
        self.contacts.get(key).cloned()
    }
}

impl notes::Ends for All {
    fn note(&self, label: &(FileId, String)) -> Option<Note> {
        self.notes.get(label).cloned()
    }

    fn fact(&self, key: &str) -> Option<Arc<Fact>> {
        self.facts.get(key).cloned()
    }
}

/// Finishes such a site.
pub fn finish(site: &mut Site) {
    let own = |note: &Note| ((note.span.file, note.label.clone()), note.clone());
    let all = All {
        pages: site.page_ids().map(|(id, page)| (id, Arc::new(Outline::of(id, page, &site.clock)))).collect(),
        assets: site.asset_ids().map(|(id, asset)| (id, Arc::new(AssetOutline::of(asset)))).collect(),
        facts: site.facts.clone(),
        contacts: site.contacts.clone(),
        notes: site.pages.iter().flat_map(|page| page.notes.iter().map(own)).collect(),
    };
    let pages: Vec<(PageId, Page)> = site.page_ids().map(|(id, page)| (id, finished(site, id, page, &all))).collect();
    let leaflets: Vec<(LeafletId, Leaflet)> =
        site.leaflet_ids().map(|(id, leaflet)| (id, finished_leaflet(site, leaflet, &all))).collect();
    let outlines: Vec<Arc<Outline>> = all.pages.values().cloned().collect();
    let languages: Vec<Lang> = site.leaflets.iter().map(|leaflet| leaflet.lang.clone()).collect();
    site.shared = shared::by_language(&Given {
        about: &Arc::new(site.about.clone()),
        contacts: &site.contacts,
        words: &site.words,
        outlines: &outlines,
        outline: &|id| all.pages.get(&id).cloned(),
        translations: &|id| site.page(id).translations.clone(),
        navigation: &site.navigation,
        leaflets: &languages,
        has_topics: site.has_topic_list(),
        has_changes: !site.changes_told().is_empty(),
        alerts: &[],
        clock: &site.clock,
    });
    site.pages = pages.into_iter().map(|(id, page)| (id, Arc::new(page))).collect();
    site.leaflets = leaflets.into_iter().map(|(id, leaflet)| (id, Arc::new(leaflet))).collect();
}

fn finished(site: &Site, id: PageId, page: &Page, all: &All) -> Page {
    let mut page = page.clone();
    let mut list = notes::number(&mut [&mut page.blocks], all);
    let words = site.words.of(&page.lang);
    fill::blocks(&mut page.blocks, words, all);
    fill::notes(&mut list.notes, words, all);
    fill::details(&mut Arc::make_mut(&mut page.meta).details, &page.path, all);
    (page.notes, page.sources) = (list.notes, list.sources);
    let of = |ids: &[PageId]| ids.iter().filter_map(|id| all.pages.get(id).cloned()).collect::<Vec<_>>();
    let topic = |route: &Arc<str>| {
        let topic = site.topics.get(&**route).filter(|topic| topic.pages.len() > 1)?;
        Some(Arc::new(TopicOutline { route: route.to_string(), name: topic.name.clone() }))
    };
    page.around = Around {
        trail: of(&site.trail(id)),
        children: in_order(of(&page.children)),
        translations: of(&page.translations),
        topics: page.topics.iter().filter_map(topic).collect(),
        leaflets: site.leaflets_of(id).map(|(id, leaflet)| Arc::new(LeafletOutline::of(id, leaflet))).collect(),
        related: Vec::new(),
        guide: Vec::new(),
        easy_reads: Vec::new(),
        original: None,
        standing: page.standing(&site.clock),
    };
    page
}

fn finished_leaflet(site: &Site, leaflet: &Leaflet, all: &All) -> Leaflet {
    let mut leaflet = leaflet.clone();
    let words = site.words.of(&leaflet.lang);
    let panels = leaflet.panels.iter_mut().flat_map(|panel| [&mut panel.head, &mut panel.foot]);
    let mut list = notes::number(&mut panels.collect::<Vec<_>>(), all);
    for panel in &mut leaflet.panels {
        fill::blocks(&mut panel.head, words, all);
        fill::blocks(&mut panel.foot, words, all);
    }
    fill::notes(&mut list.notes, words, all);
    (leaflet.notes, leaflet.sources) = (list.notes, list.sources);
    leaflet
}
