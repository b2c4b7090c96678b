//! What the first page of a folder says for all below it.
#![allow(unsafe_code, reason = "what the macros of salsa write for answers")]

use std::collections::BTreeMap;
use std::sync::Arc;

use super::db::{File, Store, opening, originals};
use crate::content::read::front_matter::Cascade;

/// Returns what the first pages of folders say for all below them, by folder: the empty one is the site's root.
#[salsa::tracked(returns(ref))]
fn cascades(db: &dyn Store) -> Arc<BTreeMap<String, Cascade>> {
    let below = |(bare, file): (&String, &File)| {
        let folder = bare.strip_suffix("index.md").filter(|folder| folder.is_empty() || folder.ends_with('/'))?;
        let opening = opening(db, *file).as_ref()?;
        let cascade = opening.head.as_ref().map(|head| head.front.cascade).filter(|cascade| !cascade.is_empty());
        Some((folder.to_string(), cascade?))
    };
    Arc::new(originals(db).iter().filter_map(below).collect())
}

/// Returns what the first pages of the folders around a page say for it, given its path without its language.
pub fn over(db: &dyn Store, bare: &str) -> Cascade {
    let all = cascades(db);
    let folders = std::iter::once("").chain(bare.match_indices('/').map(|(at, _)| &bare[..=at]));
    let said = folders.filter_map(|folder| all.get(folder));
    said.fold(Cascade::default(), |sum, one| Cascade { sensitive: sum.sensitive || one.sensitive })
}
