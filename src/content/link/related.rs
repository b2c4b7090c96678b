//! Pages for who wants to know more: those that the author names, or else those that share most topics. Work grows with pages and
//! topics, and never with pages times pages: of each topic, only the newest few stand for the rest.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::world::{Placed, Standing, World};
use crate::content::problems;
use crate::content::read::page::Head;
use crate::content::read::paths::decoded;
use crate::diag::{Diagnostic, FileId, Guesses, Span};
use crate::model::path::join;
use crate::model::{PageId, PageKind, Topic};

/// The most related pages that are found. We chose it: a list that is read at a glance.
const FOUND: usize = 3;

/// How many of a topic's pages may be found by it.
const STAND_FOR_TOPIC: usize = 12;

/// Gives each page the pages that share topics with it. A page that may put a reader in danger is given none, and given to none:
/// what else is about its topic says what it is about.
pub fn by_topic(pages: &[Arc<Head>], around: &mut [Arc<Placed>], topics: &BTreeMap<String, Topic>) {
    let by_file: HashMap<FileId, &Head> = pages.iter().map(|head| (head.file, head.as_ref())).collect();
    let mut found: Vec<(usize, Vec<PageId>)> = Vec::new();
    let pools: BTreeMap<&str, Vec<&Head>> =
        topics.iter().map(|(route, topic)| (route.as_str(), pool(&by_file, &topic.pages))).collect();
    for (at, head) in pages.iter().enumerate().filter(|(_, head)| may(head)) {
        let placed = &around[at];
        let near = |page: PageId| placed.parent == Some(page) || placed.easy_reads.contains(&page);
        let mut shared: BTreeMap<PageId, usize> = BTreeMap::new();
        // Whoever lists pages below has them on the page already.
        for topic in placed.topics.iter().filter(|_| placed.children.is_empty()) {
            for other in pools.get(&**topic).into_iter().flatten() {
                let page = PageId(other.file.0);
                if other.file != head.file && !near(page) {
                    *shared.entry(page).or_default() += 1;
                }
            }
        }
        let head_of = |page: &PageId| by_file.get(&FileId(page.0)).copied();
        let mut ranked: Vec<(usize, &Head)> =
            shared.iter().filter_map(|(page, topics)| Some((*topics, head_of(page)?))).collect();
        ranked.sort_by(|(few, one), (many, other)| many.cmp(few).then_with(|| newest(one, other)));
        if !ranked.is_empty() {
            found.push((at, ranked.into_iter().take(FOUND).map(|(_, head)| PageId(head.file.0)).collect()));
        }
    }
    for (at, pages) in found {
        Arc::make_mut(&mut around[at]).related = pages;
    }
}

/// Returns the newest pages of a topic that may be found by it.
fn pool<'p>(by_file: &HashMap<FileId, &'p Head>, pages: &[PageId]) -> Vec<&'p Head> {
    let mut pool: Vec<&Head> =
        pages.iter().filter_map(|page| by_file.get(&FileId(page.0)).copied()).filter(|head| may(head)).collect();
    pool.sort_by(|one, other| newest(one, other));
    pool.truncate(STAND_FOR_TOPIC);
    pool
}

/// Returns which of two pages comes first: the newest, and of those of one day the first by address.
fn newest(one: &Head, other: &Head) -> Ordering {
    other.front.meta.published.cmp(&one.front.meta.published).then_with(|| one.route.cmp(&other.route))
}

fn may(head: &Head) -> bool {
    let meta = &head.front.meta;
    !meta.sensitive && meta.kind != PageKind::EasyRead && !head.is_home() && meta.is_on_the_web()
}

/// Returns the pages that a page leads to besides its text: those that it names, or else those that were found. One that is not
/// published at this moment is left out; one that does not exist is added to `found`.
pub fn of_page(world: &dyn World, head: &Head, placed: &Placed, found: &mut Vec<Diagnostic>) -> Vec<PageId> {
    let Some(named) = &head.front.meta.related else { return placed.related.clone() };
    let mut pages = Vec::new();
    for (wanted, span) in named {
        let at = |path: Option<String>| path.map_or(Standing::Nowhere, |path| world.at_path(&path));
        let standing = match at(join(&head.path, wanted)) {
            Standing::Nowhere => at(join(&head.path, &decoded(wanted))),
            known => known,
        };
        match standing {
            Standing::Here(other) if other.front.meta.is_on_the_web() => {
                let page = PageId(other.file.0);
                if other.file != head.file && !pages.contains(&page) {
                    pages.push(page);
                }
            }
            Standing::Here(_) | Standing::Nowhere => found.push(missing(world, head, wanted, *span)),
            Standing::Gone(_) => {}
        }
    }
    pages
}

fn missing(world: &dyn World, head: &Head, wanted: &str, span: Span) -> Diagnostic {
    let paths = world.paths();
    let path = join(&head.path, wanted).unwrap_or_default();
    let near = Guesses::default().nearest(&path, paths.iter().map(String::as_str));
    let help = match near {
        Some(near) => format!("write the address of `content/{near}` as a link from here has it"),
        None => "write the address of the page's file, as a link has it, such as `../victims/help.md`".to_string(),
    };
    let message = format!("`{wanted}` is named as related, and there is no such page on the web");
    Diagnostic::new(&problems::RELATED_MISSING, span, message, help)
}
