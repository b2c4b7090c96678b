//! Where each stored fact is used: on which page or leaflet, and in which file the words stand.

use std::collections::BTreeMap;

use super::{Block, Inline, LeafletId, PageId, Site, walk};
use crate::diag::Span;

/// One place where a fact is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactPlace {
    /// Where the words stand; another file than the page's own where they are brought in.
    pub span: Span,
    /// What shows them.
    pub on: ShownOn,
    /// Where that page or leaflet brings them in with `:::include`.
    pub brought_in: Option<Span>,
}

/// What a reader holds: a page or a leaflet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShownOn {
    /// A page.
    Page(PageId),
    /// A leaflet.
    Leaflet(LeafletId),
}

/// Returns every place of every fact that is used, by the fact's name; a name need not be in the store.
pub fn fact_places(site: &Site) -> BTreeMap<&str, Vec<FactPlace>> {
    let mut places = BTreeMap::new();
    for (id, page) in site.page_ids() {
        let mut search = Search { on: ShownOn::Page(id), notes: BTreeMap::new(), places: &mut places };
        search.blocks(&page.blocks, None);
        for note in &page.notes {
            let brought_in = search.notes.get(&note.number).copied().flatten();
            search.blocks(&note.blocks, brought_in);
        }
    }
    for (id, leaflet) in site.leaflet_ids() {
        let mut search = Search { on: ShownOn::Leaflet(id), notes: BTreeMap::new(), places: &mut places };
        for panel in &leaflet.panels {
            search.blocks(&panel.head, None);
            search.blocks(&panel.foot, None);
        }
    }
    for of_one in places.values_mut() {
        of_one.sort_unstable();
        of_one.dedup();
    }
    places
}

struct Search<'a, 's> {
    on: ShownOn,
    /// Where each footnote's mark was brought in, by the note's number: its note came along.
    notes: BTreeMap<usize, Option<Span>>,
    places: &'s mut BTreeMap<&'a str, Vec<FactPlace>>,
}

impl<'a> Search<'a, '_> {
    fn blocks(&mut self, blocks: &'a [Block], brought_in: Option<Span>) {
        for block in blocks {
            if let Block::Statistic(statistic) = block {
                self.add(&statistic.key, statistic.span, brought_in);
            }
            for run in walk::own_runs(block) {
                walk::each(run, &mut |inline| {
                    if let Inline::Fact(fact) = inline {
                        self.add(&fact.key, fact.span, brought_in);
                    } else if let Inline::FootnoteMark(mark) = inline
                        && let Some(number) = mark.number
                    {
                        self.notes.entry(number).or_insert(brought_in);
                    }
                });
            }
            let asked = if let Block::Included(included) = block { Some(included.span) } else { None };
            for held in walk::held(block) {
                self.blocks(held, brought_in.or(asked));
            }
        }
    }

    fn add(&mut self, key: &'a str, span: Span, brought_in: Option<Span>) {
        self.places.entry(key).or_default().push(FactPlace { span, on: self.on, brought_in });
    }
}
