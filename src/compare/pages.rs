//! Which page of one build is which of another: by address first, then by where an old address leads, by words, by title.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::output::Output;
use super::page::Page;

/// The pages of two builds, paired.
#[derive(Debug, Default)]
pub struct Pairs<'a> {
    /// Pages that are in both, at one address or at two, by the new one.
    pub both: Vec<(&'a Page, &'a Page)>,
    /// Pages that are in the new one alone.
    pub new: Vec<&'a Page>,
    /// Pages that are in the old one alone.
    pub gone: Vec<&'a Page>,
    /// Where each page that moved stands now, by the old address.
    pub moved: BTreeMap<&'a str, &'a str>,
}

/// The share of its sentences, of a hundred, that a page keeps which has moved and been edited too. Chosen here; no source
/// decides.
const KEPT: usize = 50;

/// Pairs the pages of two builds.
pub fn paired<'a>(then: &'a Output, now: &'a Output) -> Pairs<'a> {
    let at: HashMap<&str, &Page> = now.pages.iter().map(|page| (page.address.as_str(), page)).collect();
    let mut pairs = Pairs::default();
    let mut left: Vec<&Page> = Vec::new();
    for page in &then.pages {
        match at.get(page.address.as_str()) {
            Some(same) => pairs.both.push((page, same)),
            None => left.push(page),
        }
    }
    let known: HashSet<&str> = then.pages.iter().map(|page| page.address.as_str()).collect();
    let mut new: BTreeMap<&str, &Page> = BTreeMap::new();
    new.extend(now.pages.iter().map(|page| (page.address.as_str(), page)).filter(|(at, _)| !known.contains(at)));
    let mut moves: Vec<(&Page, &Page)> = Vec::new();
    let led = |page: &Page| now.moved.get(&page.address).and_then(|to| at.get(to.as_str()).copied());
    matched(&mut left, &mut new, &mut moves, &led);
    let by = unique(new.values().map(|page| (page.fingerprint(), *page)));
    matched(&mut left, &mut new, &mut moves, &|page| by.get(&page.fingerprint()).copied().flatten());
    let titles = unique(left.iter().map(|page| (page.title.as_str(), *page)));
    let by = unique(new.values().map(|page| (page.title.as_str(), *page)));
    matched(&mut left, &mut new, &mut moves, &|page| {
        let alone = titles.get(page.title.as_str()).is_some_and(Option::is_some);
        by.get(page.title.as_str()).copied().flatten().filter(|new| alone && is_kept(page, new))
    });
    pairs.moved = moves.iter().map(|(old, new)| (old.address.as_str(), new.address.as_str())).collect();
    pairs.both.extend(moves);
    pairs.both.sort_by(|(_, a), (_, b)| a.address.cmp(&b.address));
    pairs.new = new.into_values().collect();
    pairs.gone = left;
    pairs
}

/// Finds the new page of an old one; nothing where none is it.
type Finder<'f, 'a> = &'f dyn Fn(&Page) -> Option<&'a Page>;

/// Takes out of what is left the old pages whose new one is found.
fn matched<'a>(
    left: &mut Vec<&'a Page>,
    new: &mut BTreeMap<&'a str, &'a Page>,
    moves: &mut Vec<(&'a Page, &'a Page)>,
    find: Finder<'_, 'a>,
) {
    left.retain(|page| {
        let found = find(page).and_then(|to| new.remove(to.address.as_str()));
        moves.extend(found.map(|to| (*page, to)));
        found.is_none()
    });
}

/// Returns what each key stands for; nothing where it stands for more than one page.
fn unique<'a, K: std::hash::Hash + Eq>(pages: impl Iterator<Item = (K, &'a Page)>) -> HashMap<K, Option<&'a Page>> {
    let mut by: HashMap<K, Option<&Page>> = HashMap::new();
    for (key, page) in pages {
        by.entry(key).and_modify(|known| *known = None).or_insert(Some(page));
    }
    by
}

/// Returns whether a page still says half of what another said.
fn is_kept(then: &Page, now: &Page) -> bool {
    let said: BTreeSet<&str> = now.sentences.iter().map(|one| one.words.as_str()).collect();
    let kept = then.sentences.iter().filter(|one| said.contains(one.words.as_str())).count();
    kept * 100 >= then.sentences.len().max(1) * KEPT
}
