//! Pages that a build lets go: each is read, linked and checked by plain calls, handed on, and nothing of its words is
//! remembered. They are the same steps that `db.rs` remembers for a preview. Only a page that no other page, leaflet or format
//! looks into can go so.

use std::sync::Arc;

use super::db::{self, File, Rest, Store, View};
use super::world::At;
use crate::check::Subject;
use crate::content::link::finish::Finished;
use crate::content::link::uses::Use;
use crate::content::link::world::Standing;
use crate::content::read::page::Head;
use crate::diag::Diagnostic;
use crate::model::{AssetId, Details, Page};
use crate::search::terms;

/// Who takes pages as soon as they are finished and checked.
pub struct Taker<'a> {
    /// Returns whether a page is wanted, given what stands before its text.
    pub wants: &'a (dyn Fn(&Head) -> bool + Sync),
    /// Takes a page; returns whether its words need not stay.
    pub takes: &'a (dyn Fn(&Page) -> bool + Sync),
}

/// What stays of a page that was handed on.
pub struct Passed {
    /// The page. Its blocks, notes and sources are gone where its taker does not need them any more, and its words are kept for
    /// the search.
    pub page: Arc<Page>,
    /// What is wrong in its text.
    pub in_text: Vec<Diagnostic>,
    /// What linking found.
    pub linked: Vec<Diagnostic>,
    /// What the rules found.
    pub checked: Vec<Diagnostic>,
    /// The files beside the pages that it asks for, by path under `content/`.
    pub wanted: Vec<String>,
    /// The places where it uses files.
    pub uses: Vec<(AssetId, Vec<Use>)>,
    /// Whether words were left out of it, because they lead to a page that is not published.
    pub holed: bool,
}

/// Finishes a page, checks it unless all rules are off, and hands it on; nothing where something looks into it later, or its
/// taker does not want it.
pub fn pass(db: &dyn Store, (view, file): (View, File), taker: &Taker<'_>) -> Option<Passed> {
    let head = db::tree(db, view).head(file.id(db))?;
    if !stands_alone(db, (view, file), head) || !(taker.wants)(head) {
        return None;
    }
    let world = At { db, view, noted: false };
    let draft = db::read(db::opening(db, file).as_ref()?, head.file);
    let mut assembled = db::assemble(&world, head, &draft);
    let blocks = || assembled.blocks.take().unwrap_or_default();
    let Finished { mut page, uses, holed, mut found } = db::finish(&world, head, &assembled, blocks)?;
    let (about, off) = (Rest::get(db).about(db), Rest::get(db).config(db).checks.all_off());
    let checked = if off { Vec::new() } else { db::check(db, view, Subject::Page(&page)) };
    let beside = Rest::get(db).beside(db);
    let wanted = draft.wanted.iter().filter(|path| beside.contains_key(*path)).cloned().collect();
    let mut linked = std::mem::take(&mut assembled.found);
    linked.append(&mut found);
    if (taker.takes)(&page)
        && let Some(page) = Arc::get_mut(&mut page)
    {
        page.terms = (about.search && page.meta.search).then(|| terms::gather(page).into());
        (page.blocks, page.notes, page.sources) = Default::default();
    }
    let uses = uses.into_iter().collect();
    Some(Passed { page, in_text: draft.found, linked, checked, wanted, uses, holed })
}

/// Returns whether nothing but a page's own file on the website, and the rules that look at one page, need its words. Others
/// look into pages that they bring in, that bring in others, that may put a reader in danger, that list others, that have
/// another format, that lie in the folder of one that may put a reader in danger, and into translations.
fn stands_alone(db: &dyn Store, (view, file): (View, File), head: &Head) -> bool {
    let meta = &head.front.meta;
    let plain = !meta.is_printed() && !meta.sensitive && meta.details == Details::None;
    let own = head.lang.is_same_language(&Rest::get(db).about(db).language);
    let placed = db::tree(db, view).placed(head.file);
    let lists = head.is_home() || placed.is_none_or(|placed| !placed.children.is_empty());
    let looked_into = db::may_bring_in(db, file) || db::brought_in(db, view).contains(&head.file);
    plain && own && !lists && !looked_into && !is_in_danger_s_folder(db, view, head)
}

/// Returns whether a page lies in the folder of one that may put a reader in danger, or of one that may bring in such words:
/// what it shows is then not to be kept by a browser either.
fn is_in_danger_s_folder(db: &dyn Store, view: View, head: &Head) -> bool {
    let (tree, by_id) = (db::tree(db, view), Rest::get(db).by_id(db));
    let folders = head.route.match_indices('/').map(|(at, _)| &head.route[..=at]).skip(1);
    folders.filter(|folder| *folder != head.route).any(|folder| match tree.at_route(folder) {
        Standing::Here(above) => {
            above.front.meta.sensitive || by_id.get(&above.file).is_some_and(|file| db::may_bring_in(db, *file))
        }
        Standing::Gone(_) | Standing::Nowhere => false,
    })
}
