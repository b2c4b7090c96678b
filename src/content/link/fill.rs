//! The last step of linking: what a page or leaflet shows of anything that is not its own is put into it, so that no
//! format has to look anything up. Each page and each leaflet is filled in by itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::shared;
use crate::model::{
    Around, AssetId, AssetOutline, AssetUse, Block, Clock, Contact, ContactUse, Detail, Fact, Image, Inline, Note,
    Outline, Page, PageId, PageUse, SheetOutline, Site, Target, Topic, TopicOutline, in_order, walk,
};
use crate::words::Wording;

/// Where what is shown of other things is looked up.
pub trait Outlines {
    /// Returns what is shown of a page.
    fn page(&self, id: PageId) -> Option<Arc<Outline>>;

    /// Returns what is shown of a file.
    fn asset(&self, id: AssetId) -> Option<Arc<AssetOutline>>;

    /// Returns a fact of the store.
    fn fact(&self, key: &str) -> Option<Arc<Fact>>;

    /// Returns a contact of the store.
    fn contact(&self, key: &str) -> Option<Arc<Contact>>;

    /// Returns the words of the language that is filled in.
    fn words(&self) -> &Wording;
}

/// Fills in blocks, and what they hold.
pub fn blocks(top: &mut [Block], from: &dyn Outlines) {
    walk::blocks_mut(top, &mut |block| {
        own(block, from);
        for run in walk::own_runs_mut(block) {
            walk::each_mut(run, &mut |inline| self::inline(inline, from));
        }
    });
}

/// Fills in footnotes.
pub fn notes(notes: &mut [Note], from: &dyn Outlines) {
    notes.iter_mut().for_each(|note| blocks(&mut note.blocks, from));
}

fn own(block: &mut Block, from: &dyn Outlines) {
    match block {
        Block::Figure(figure) => image(&mut figure.image, from),
        Block::Row(row) => row.image.iter_mut().for_each(|picture| image(picture, from)),
        Block::Film(film) => target(&mut film.target, from),
        Block::Video(video) => {
            video.file.iter_mut().chain(&mut video.captions).for_each(|file| asset(file, from));
            video.page.iter_mut().for_each(|page| self::page(page, from));
        }
        Block::Download(download) => download.asset.iter_mut().for_each(|file| asset(file, from)),
        Block::Statistic(statistic) => statistic.fact = from.fact(&statistic.key),
        Block::Contact(contact) => contact.contact = from.contact(&contact.key),
        _ => {}
    }
}

fn inline(inline: &mut Inline, from: &dyn Outlines) {
    match inline {
        Inline::Link(link) => target(&mut link.target, from),
        Inline::Image(picture) => image(picture, from),
        Inline::Fact(used) => {
            used.fact = from.fact(&used.key);
            used.shown = used.fact.as_ref().map(|fact| fact.shown(from.words()));
        }
        Inline::Contact(used) => used.detail = detail(used, from).map(Arc::new),
        _ => {}
    }
}

fn target(target: &mut Target, from: &dyn Outlines) {
    match target {
        Target::Page { page, .. } => self::page(page, from),
        Target::Asset(file) => asset(file, from),
        _ => {}
    }
}

fn image(image: &mut Image, from: &dyn Outlines) {
    image.asset.iter_mut().for_each(|file| asset(file, from));
}

fn page(used: &mut PageUse, from: &dyn Outlines) {
    used.outline = from.page(used.id);
}

fn asset(used: &mut AssetUse, from: &dyn Outlines) {
    used.outline = from.asset(used.id);
}

fn detail(used: &ContactUse, from: &dyn Outlines) -> Option<Detail> {
    let contact = from.contact(&used.contact)?;
    let words = contact.field(&used.field, &from.words().lang)?;
    Some(Detail { words, target: contact.target(&used.field) })
}

/// What is shown of everything in a site.
struct All {
    pages: Vec<Arc<Outline>>,
    assets: Vec<Arc<AssetOutline>>,
    facts: BTreeMap<String, Arc<Fact>>,
    contacts: BTreeMap<String, Arc<Contact>>,
    sheets: BTreeMap<PageId, Vec<Arc<SheetOutline>>>,
    topics: BTreeMap<String, TopicOutline>,
    clock: Clock,
}

/// The same for the readers of one language.
struct In<'a> {
    all: &'a All,
    words: &'a Wording,
}

impl Outlines for In<'_> {
    fn page(&self, id: PageId) -> Option<Arc<Outline>> {
        self.all.pages.get(id.0 as usize).cloned()
    }

    fn asset(&self, id: AssetId) -> Option<Arc<AssetOutline>> {
        self.all.assets.get(id.0 as usize).cloned()
    }

    fn fact(&self, key: &str) -> Option<Arc<Fact>> {
        self.all.facts.get(key).cloned()
    }

    fn contact(&self, key: &str) -> Option<Arc<Contact>> {
        self.all.contacts.get(key).cloned()
    }

    fn words(&self) -> &Wording {
        self.words
    }
}

/// Fills in every page and leaflet of a site, and what the pages of a language share.
pub fn all(site: &mut Site) {
    let mut sheets: BTreeMap<PageId, Vec<Arc<SheetOutline>>> = BTreeMap::new();
    for (id, sheet) in site.sheet_ids() {
        let outline = Arc::new(SheetOutline::of(id, sheet));
        for page in &sheet.pages {
            sheets.entry(*page).or_default().push(Arc::clone(&outline));
        }
    }
    let gathering = site.topics.iter().filter(|(_, topic)| topic.pages.len() > 1);
    let topic = |(route, topic): (&String, &Topic)| {
        (route.clone(), TopicOutline { route: route.clone(), name: topic.name.clone() })
    };
    let all = All {
        pages: site.page_ids().map(|(id, page)| Arc::new(Outline::of(id, page, &site.clock))).collect(),
        assets: site.assets.iter().map(|asset| Arc::new(AssetOutline::of(asset))).collect(),
        facts: site.facts.clone(),
        contacts: site.contacts.clone(),
        sheets,
        topics: gathering.map(topic).collect(),
        clock: site.clock.clone(),
    };
    let words = Arc::clone(&site.words);
    let parents: Vec<Option<PageId>> = site.pages.iter().map(|page| page.parent).collect();
    site.pages.par_iter_mut().enumerate().for_each(|(at, page)| {
        let here = In { all: &all, words: words.of(&page.lang) };
        blocks(&mut page.blocks, &here);
        notes(&mut page.notes, &here);
        page.around = around(page, at, &parents, &all);
    });
    for sheet in &mut site.sheets {
        let here = In { all: &all, words: words.of(&sheet.lang) };
        for panel in &mut sheet.panels {
            blocks(&mut panel.head, &here);
            blocks(&mut panel.foot, &here);
        }
        notes(&mut sheet.notes, &here);
    }
    site.shared = shared::of_site(site, &all.pages);
}

/// Returns what stands around a page.
fn around(page: &Page, at: usize, parents: &[Option<PageId>], all: &All) -> Around {
    let mut above = Vec::new();
    let mut next = parents[at];
    while let Some(parent) = next {
        above.push(parent);
        next = parents[parent.0 as usize];
    }
    let of = |ids: &[PageId]| ids.iter().filter_map(|id| all.pages.get(id.0 as usize).cloned()).collect::<Vec<_>>();
    above.reverse();
    let id = all.pages[at].id;
    Around {
        trail: of(&above),
        children: in_order(of(&page.children)),
        translations: of(&page.translations),
        topics: page.topics.iter().filter_map(|route| all.topics.get(route)).cloned().collect(),
        sheets: all.sheets.get(&id).cloned().unwrap_or_default(),
        standing: page.standing(&all.clock),
    }
}
