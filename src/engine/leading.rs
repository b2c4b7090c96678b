//! Which leaflets lead to a page. It is worked out from the leaflets' own files: a finished leaflet asks for what is shown of
//! pages, and this is a part of that.
#![allow(unsafe_code, reason = "what the macros of salsa write for answers")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::db::{self, Rest, Seen, Store, View};
use super::world::At;
use crate::content::link::leads;
use crate::diag::FileId;
use crate::model::OnPaper;

/// Returns the leaflets that lead to each page.
#[salsa::tracked(returns(ref))]
pub fn on_paper(db: &dyn Store, view: View) -> BTreeMap<FileId, Arc<Vec<OnPaper>>> {
    let made = db::leaflets_in_order(db).iter().filter(|file| is_whole(db, Seen::new(db, view, **file)));
    let drafts = made.filter_map(|file| db::leaflet_draft(db, *file).leaflet.as_ref());
    leads::on_paper(&At::noted(db, view), drafts)
}

/// Returns whether all pages that a leaflet brings in words of are published, those that they bring in too: else it is left
/// out whole.
fn is_whole<'db>(db: &'db dyn Store, leaflet: Seen<'db>) -> bool {
    let (mut open, mut known) = (vec![db::asks_of_leaflet(db, leaflet)], BTreeSet::new());
    while let Some(asks) = open.pop() {
        for ask in asks.iter() {
            let Some(page) = ask.page else { return false };
            let file = Rest::get(db).by_id(db).get(&page).filter(|_| known.insert(page));
            open.extend(file.map(|file| db::asks(db, Seen::new(db, leaflet.view(db), *file))));
        }
    }
    true
}
