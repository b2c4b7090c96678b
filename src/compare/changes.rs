//! The pages of two builds compared, and equal changes told once.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use super::align::{Step, aligned};
use super::output::Output;
use super::page::{Link, Page, Sentence, SentenceKind};
use super::pages::{Pairs, paired};
use super::report::{Change, GonePage, How, MovedPage, NewPage, PageName, ParticularChange, Redirect, Report};
use super::said;
use crate::check::{Particular, ParticularKind, particulars};

/// Compares what the public reads of two builds, but for leaflets and files.
pub fn compare(then: &Output, now: &Output) -> Report {
    let pairs = paired(then, now);
    let alike = |old: &str, new: &str| resolved(old, &pairs, now) == resolved(new, &pairs, now);
    let inside: Vec<Vec<Change>> =
        pairs.both.par_iter().map(|(old, new)| edits(&old.sentences, &new.sentences, &new.lang, &alike)).collect();
    let mut found = Found::default();
    for ((_, new), edits) in pairs.both.iter().zip(inside) {
        edits.into_iter().for_each(|edit| found.add(edit, new));
    }
    let mut frames: HashMap<(usize, usize), Vec<Change>> = HashMap::new();
    for (old, new) in &pairs.both {
        let edits = frames.entry((old.frame, new.frame)).or_insert_with(|| {
            let (old, page) = (then.frame(old), new);
            let edits = edits(old, now.frame(page), &page.lang, &alike).into_iter();
            edits.filter(|edit| edit.how != How::Order).map(|edit| Change { around: true, ..edit }).collect()
        });
        edits.iter().for_each(|edit| found.add(edit.clone(), new));
    }
    let mut report =
        Report { since: then.built.clone(), at: now.built.clone(), pages: now.pages.len(), ..Report::default() };
    let (listed, unlisted) = found.without_lists(&pairs);
    report.new = pairs.new.iter().map(|page| new_page(page, listed.get(page.address.as_str()))).collect();
    report.gone = pairs.gone.iter().map(|page| gone_page(page, now, unlisted.get(page.address.as_str()))).collect();
    report.moved = moved(&pairs, now);
    report.redirects = redirects(then, now, &pairs);
    report.changes = found.sorted();
    report
}

/// Returns where an address leads in the end: a page that moved, or one that an old address leads to.
fn resolved<'p>(to: &'p str, pairs: &'p Pairs<'_>, now: &'p Output) -> &'p str {
    let to = pairs.moved.get(to).copied().unwrap_or(to);
    now.moved.get(to).map_or(to, String::as_str)
}

/// Tells whether two addresses lead to the same place.
pub type Alike<'a> = &'a (dyn Fn(&str, &str) -> bool + Sync);

/// Returns what has changed from one list of sentences to another, on a page in a language.
pub fn edits(then: &[Sentence], now: &[Sentence], lang: &str, alike: Alike<'_>) -> Vec<Change> {
    // Most pages are as they were.
    if then == now {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut elsewhere: Vec<&Sentence> = Vec::new();
    for step in aligned(then, now) {
        match step {
            Step::Same(a, b) => found.extend(links(&then[a], &now[b], lang, alike)),
            Step::Elsewhere(a, b) => {
                found.extend(links(&then[a], &now[b], lang, alike));
                if matches!(now[b].kind, SentenceKind::Words) && now[b].entry.is_empty() {
                    elsewhere.push(&now[b]);
                }
            }
            Step::Changed(a, b) => found.push(change(How::Changed, Some(&then[a]), Some(&now[b]), lang)),
            Step::Removed(a) => found.push(change(How::Removed, Some(&then[a]), None, lang)),
            Step::Added(b) => found.push(change(How::Added, None, Some(&now[b]), lang)),
        }
    }
    if let Some(first) = elsewhere.first() {
        let order = change(How::Order, None, Some(first), lang);
        found.push(Change { particulars: Vec::new(), words: elsewhere.len().to_string(), ..order });
    }
    found
}

/// Returns the links of a sentence that lead elsewhere, where it says the same.
fn links(then: &Sentence, now: &Sentence, lang: &str, alike: Alike<'_>) -> Vec<Change> {
    let mut found = Vec::new();
    let none = Link { words: String::new(), to: String::new() };
    for at in 0..then.links.len().max(now.links.len()) {
        let (old, new) = (then.links.get(at), now.links.get(at));
        let (old, new) = (old.unwrap_or(&none), new.unwrap_or(&none));
        if alike(&old.to, &new.to) {
            continue;
        }
        let base = change(How::Link, None, Some(now), lang);
        let contact = old.is_contact() || new.is_contact();
        let told = ParticularChange {
            kind: ParticularKind::Contact,
            then: Some(bare(&old.to)).filter(|to| !to.is_empty()).into_iter().collect(),
            now: Some(bare(&new.to)).filter(|to| !to.is_empty()).into_iter().collect(),
        };
        let words = if new.words.is_empty() { old.words.clone() } else { new.words.clone() };
        let particulars = if contact { vec![told] } else { Vec::new() };
        found.push(Change { then: old.to.clone(), now: new.to.clone(), words, particulars, ..base });
    }
    found
}

/// Returns an address as people read it: a number or an inbox without what makes it an address.
fn bare(to: &str) -> String {
    let bare = ["tel:", "mailto:", "sms:"].iter().find_map(|start| to.strip_prefix(start)).unwrap_or(to);
    bare.to_string()
}

fn change(how: How, then: Option<&Sentence>, now: Option<&Sentence>, lang: &str) -> Change {
    let shown = now.or(then).cloned().unwrap_or_default();
    let words = |one: Option<&Sentence>| one.map_or_else(String::new, |one| one.words.clone());
    // What a list of pages says of one is about that page, as is a link that is a whole line.
    let about = match shown.links.as_slice() {
        [link] if shown.entry.is_empty() && link.words == shown.words => link.to.clone(),
        _ => shown.entry,
    };
    let particulars = if how == How::Link { Vec::new() } else { differing(then, now) };
    Change {
        how,
        kind: shown.kind,
        label: shown.label,
        under: shown.under,
        lang: if shown.lang.is_empty() { lang.to_string() } else { shown.lang },
        then: words(then),
        now: words(now),
        words: about,
        particulars,
        pages: Vec::new(),
        around: false,
    }
}

/// Returns the particulars that only one of two sentences has. Those that lead to a telephone or an inbox are contacts,
/// however short.
pub fn differing(then: Option<&Sentence>, now: Option<&Sentence>) -> Vec<ParticularChange> {
    let of = |one: Option<&Sentence>| -> Vec<Particular> {
        let Some(one) = one else { return Vec::new() };
        let mut found = particulars(&one.words);
        for particular in &mut found {
            let is_linked = |link: &Link| link.is_contact() && link.words.contains(&particular.words);
            if one.links.iter().any(is_linked) {
                particular.kind = ParticularKind::Contact;
            }
        }
        found.sort();
        found
    };
    let (mut old, mut new) = (of(then), of(now));
    let common: Vec<Particular> = old.iter().filter(|one| new.contains(one)).cloned().collect();
    for one in common {
        for list in [&mut old, &mut new] {
            if let Some(at) = list.iter().position(|other| *other == one) {
                list.remove(at);
            }
        }
    }
    let kinds: BTreeSet<ParticularKind> = old.iter().chain(&new).map(|one| one.kind).collect();
    let words = |list: &[Particular], kind| -> Vec<String> {
        list.iter().filter(|one| one.kind == kind).map(|one| one.words.clone()).collect()
    };
    kinds.into_iter().map(|kind| ParticularChange { kind, then: words(&old, kind), now: words(&new, kind) }).collect()
}

/// Changes that were found, each once, with the pages that have it.
#[derive(Default)]
struct Found {
    changes: Vec<Change>,
    known: HashMap<(How, String, String, String, String), usize>,
}

impl Found {
    fn add(&mut self, edit: Change, page: &Page) {
        // Where words lead is told by the words too.
        let words = if edit.how == How::Link { edit.words.clone() } else { edit.label.clone() };
        let key = (edit.how, words, edit.then.clone(), edit.now.clone(), edit.lang.clone());
        let next = self.changes.len();
        let at = *self.known.entry(key).or_insert(next);
        if at == next {
            self.changes.push(edit);
        } else if let Some(known) = self.changes.get_mut(at) {
            known.kind = known.kind.min(edit.kind);
            known.around &= edit.around;
        }
        if let Some(known) = self.changes.get_mut(at)
            && known.pages.last().is_none_or(|last| last.address != page.address)
        {
            known.pages.push(PageName::of(page));
        }
    }

    /// Takes out what only says that a page that is new or gone is in a list; returns on which pages each is.
    fn without_lists(&mut self, pairs: &Pairs<'_>) -> (Listed, Listed) {
        let told = |pages: &[&Page]| -> (HashSet<String>, HashMap<String, String>) {
            let said = pages
                .iter()
                .flat_map(|page| [&page.title, &page.summary].map(|words| (words.clone(), page.address.clone())));
            (pages.iter().map(|page| page.address.clone()).collect(), said.collect())
        };
        let (new, gone) = (told(&pairs.new), told(&pairs.gone));
        let (mut listed, mut unlisted) = (Listed::new(), Listed::new());
        self.changes.retain(|change| {
            let ((pages, said), words, to) = match change.how {
                How::Added => (&new, &change.now, &mut listed),
                How::Removed => (&gone, &change.then, &mut unlisted),
                How::Changed | How::Link | How::Order => return true,
            };
            let of = pages.get(&change.words).or_else(|| said.get(words));
            let Some(of) = of else { return true };
            to.entry(of.clone()).or_default().extend(change.pages.iter().map(|page| page.address.clone()));
            false
        });
        (listed, unlisted)
    }

    /// Returns the changes: those with particulars first, the weightiest before the others; then by page.
    fn sorted(self) -> Vec<Change> {
        let mut changes = self.changes;
        for change in &mut changes {
            change.pages.sort();
            change.pages.dedup();
            if !matches!(change.how, How::Link | How::Order) {
                change.words.clear();
            }
        }
        let weight =
            |change: &Change| change.particulars.iter().map(|one| one.kind as usize).min().unwrap_or(usize::MAX);
        let page = |change: &Change| change.pages.first().map(|page| page.address.clone());
        changes.sort_by_cached_key(|change| (weight(change), said::group(change), page(change)));
        changes
    }
}

/// The addresses of the pages that list a page, by its address.
type Listed = BTreeMap<String, BTreeSet<String>>;

fn on(listed: Option<&BTreeSet<String>>) -> Vec<String> {
    listed.into_iter().flatten().cloned().collect()
}

fn new_page(page: &Page, listed: Option<&BTreeSet<String>>) -> NewPage {
    let weighty =
        |one: &&Sentence| particulars(&one.words).iter().any(|particular| particular.kind != ParticularKind::Figure);
    NewPage {
        page: PageName::of(page),
        summary: page.summary.clone(),
        words: page.count(),
        particular: page.sentences.iter().filter(weighty).map(|one| one.words.clone()).collect(),
        listed_on: on(listed),
    }
}

fn gone_page(page: &Page, now: &Output, listed: Option<&BTreeSet<String>>) -> GonePage {
    GonePage { page: PageName::of(page), leads_to: now.moved.get(&page.address).cloned(), listed_on: on(listed) }
}

fn moved(pairs: &Pairs<'_>, now: &Output) -> Vec<MovedPage> {
    let both = pairs.both.iter().filter(|(old, new)| old.address != new.address);
    both.map(|(old, new)| MovedPage {
        page: PageName::of(new),
        from: old.address.clone(),
        leads_on: now.moved.get(&old.address) == Some(&new.address),
    })
    .collect()
}

/// Returns the addresses that lead on and are not as they were, but for those that pages have left.
fn redirects(then: &Output, now: &Output, pairs: &Pairs<'_>) -> Vec<Redirect> {
    let left: HashSet<&str> = then.pages.iter().map(|page| page.address.as_str()).collect();
    let came: HashSet<&str> = now.pages.iter().map(|page| page.address.as_str()).collect();
    let all: BTreeSet<&String> = then.moved.keys().chain(now.moved.keys()).collect();
    let mut found = Vec::new();
    for address in all {
        let (old, new) = (then.moved.get(address), now.moved.get(address));
        let same = old.is_some_and(|old| new.is_some_and(|new| resolved(old, pairs, now) == resolved(new, pairs, now)));
        if !same && !left.contains(address.as_str()) && !came.contains(address.as_str()) {
            found.push(Redirect { address: address.clone(), then: old.cloned(), now: new.cloned() });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::compare;
    use crate::compare::output::Output;
    use crate::compare::page::{Page, Sentence};

    /// Returns a page whose last sentence ends in some words.
    fn page(address: String, number: usize, last: &str) -> Page {
        let words = |at: usize| Sentence { words: format!("Sentence {at} of {number}."), ..Sentence::default() };
        let mut sentences: Vec<Sentence> = (0..40).map(words).collect();
        sentences.push(Sentence { words: format!("Page {number} costs {last}."), ..Sentence::default() });
        Page { address, title: format!("Page {number}"), sentences, ..Page::default() }
    }

    /// Nothing grows with the square of the pages: else this would take minutes.
    #[test]
    fn ten_thousand_pages_are_compared() {
        let site = |moved: &str, last: &str| {
            let place = |number: usize| if number < 500 { moved } else { "old" };
            let costs = |number: usize| if number.is_multiple_of(100) { last } else { "£20" };
            let pages = (0..10_000).map(|number| page(format!("/{}/{number}/", place(number)), number, costs(number)));
            Output { pages: pages.collect(), ..Output::default() }
        };
        let report = compare(&site("old", "£20"), &site("new", "£25"));
        assert_eq!((report.changes.len(), report.moved.len(), report.new.len(), report.gone.len()), (100, 500, 0, 0));
    }
}
