//! Words written once: `:::include` filled in from the page it names. A circle is a finding, never a loop, and so is what
//! would grow without end.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::Loading;
use crate::content::link::settle::AllGone;
use crate::content::link::takedown;
use crate::content::link::targets::join;
use crate::content::problems;
use crate::content::read::limits::MOST_PAGE_BYTES;
use crate::diag::{Diagnostic, Guesses, Span};
use crate::model::{Block, Included, Inline, Lang, PageId, Site, walk};

/// How many pages may bring each other in, one after another.
const DEEPEST: usize = 8;

/// How many blocks one page or leaflet may bring in: more than anybody reads, and small enough to be held in memory.
const MOST_BLOCKS: usize = 10_000;

/// How many bytes of words all pages and leaflets together may bring in: five of the longest pages, or a notice of 200 words
/// on 4,000 pages. Chosen here: words brought in cost as much as words written, and one line brings in a whole page.
const MOST_BROUGHT_IN: usize = 5_000_000;

/// What one page or leaflet may still bring in.
struct Room {
    blocks: usize,
    bytes: u64,
}

impl Room {
    fn new() -> Room {
        Room { blocks: MOST_BLOCKS, bytes: MOST_PAGE_BYTES }
    }
}

struct Includes<'a> {
    paths: BTreeMap<String, PageId>,
    gone: &'a AllGone,
    /// Pages whose own includes are filled in, and how many pages they bring in one after another.
    done: BTreeMap<PageId, usize>,
    /// Pages that are being filled in, outermost first.
    open: Vec<PageId>,
    /// Lines that bring in nothing, and are reported; they come along with the words around them.
    failed: BTreeSet<Span>,
    guesses: Guesses,
    /// How many bytes of words all pages and leaflets may still bring in.
    left_for_all: usize,
    /// Those of them that ask for words which are not published at this moment.
    left: BTreeSet<Span>,
    found: Vec<Diagnostic>,
}

/// Fills in every include. Returns the lines that ask for words which are not published at this moment: they bring in
/// nothing.
pub fn includes(site: &mut Site, gone: &AllGone, loading: &mut Loading) -> BTreeSet<Span> {
    let paths = site.page_ids().map(|(id, page)| (page.path.clone(), id)).collect();
    let (done, failed, left) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
    let mut work = Includes {
        paths,
        gone,
        done,
        open: Vec::new(),
        failed,
        left,
        guesses: Guesses::default(),
        left_for_all: MOST_BROUGHT_IN,
        found: Vec::new(),
    };
    let with: Vec<PageId> = site.page_ids().filter(|(_, page)| asks(&page.blocks)).map(|(id, _)| id).collect();
    for page in with {
        work.page(site, page);
    }
    for at in 0..site.sheets.len() {
        let mut panels = std::mem::take(&mut site.sheets[at].panels);
        let mut pages = Vec::new();
        let mut room = Room::new();
        for panel in &mut panels {
            for blocks in [&mut panel.head, &mut panel.foot] {
                pages.extend(work.fill(site, blocks, "", &mut room));
            }
        }
        let mut seen = BTreeSet::new();
        pages.retain(|page| seen.insert(*page));
        site.sheets[at].panels = panels;
        site.sheets[at].pages = pages;
    }
    loading.found.append(&mut work.found);
    work.left
}

fn asks(blocks: &[Block]) -> bool {
    let mut asks = false;
    walk::blocks(blocks, &mut |block| asks |= matches!(block, Block::Included(_)));
    asks
}

impl Includes<'_> {
    fn page(&mut self, site: &mut Site, id: PageId) {
        if self.done.contains_key(&id) {
            return;
        }
        self.open.push(id);
        let at = id.0 as usize;
        let mut blocks = site.pages[at].blocks.clone();
        let path = site.pages[at].path.clone();
        let from = self.fill(site, &mut blocks, &path, &mut Room::new());
        site.pages[at].blocks = blocks;
        self.open.pop();
        let deep = from.iter().map(|page| 1 + self.deep(*page)).max().unwrap_or(0);
        self.done.insert(id, deep);
    }

    /// Fills in the includes of some blocks, as far as there is room, and returns the pages that they came from.
    fn fill(&mut self, site: &mut Site, blocks: &mut [Block], from: &str, room: &mut Room) -> Vec<PageId> {
        let mut pages = Vec::new();
        walk::blocks_mut(blocks, &mut |block| {
            if let Block::Included(included) = block
                && included.blocks.is_empty()
                && !self.failed.contains(&included.span)
            {
                match self.include(site, included, from) {
                    Some(page) => pages.push(page),
                    None => drop(self.failed.insert(included.span)),
                }
                let (blocks, bytes) = size(&included.blocks);
                let message = if blocks > room.blocks {
                    Some("with this line, more than 10,000 paragraphs, lists and headings are brought in")
                } else if bytes as u64 > room.bytes {
                    Some("with this line, more than 600 kB of words are brought in")
                } else if bytes > self.left_for_all {
                    Some("with this line, more than 5 MB of words are brought in on all pages together")
                } else {
                    None
                };
                if let Some(message) = message {
                    included.blocks = Vec::new();
                    self.failed.insert(included.span);
                    self.too_much(included.span, message);
                } else {
                    room.blocks -= blocks;
                    room.bytes -= bytes as u64;
                    self.left_for_all -= bytes;
                }
            }
        });
        pages
    }

    /// Returns how many pages a page brings in, one after another.
    fn deep(&self, page: PageId) -> usize {
        self.done.get(&page).copied().unwrap_or(0)
    }

    fn too_much(&mut self, span: Span, message: &str) {
        let help = "bring in one heading's words, not whole pages that bring in others";
        self.found.push(Diagnostic::new(&problems::INCLUDE_BROKEN, span, message, help));
    }

    fn include(&mut self, site: &mut Site, included: &mut Included, from: &str) -> Option<PageId> {
        let wanted = included.wanted.clone();
        let (path, heading) = wanted.split_once('#').map_or((wanted.as_str(), None), |(path, id)| (path, Some(id)));
        let beside = join(from, path).and_then(|path| self.paths.get(&path)).copied();
        let Some(page) = self.paths.get(path).copied().or(beside) else {
            self.no_page(path, from, &site.about.language, included.span);
            return None;
        };
        if let Some(at) = self.open.iter().position(|open| *open == page) {
            let chain = self.open[at..].iter().chain(std::iter::once(&page));
            let chain: Vec<&str> = chain.map(|id| site.page(*id).path.as_str()).collect();
            let message = if chain.len() == 2 {
                format!("`{}` brings in words of itself", chain[0])
            } else {
                format!("pages bring each other in, in a circle: {}", chain.join(", then "))
            };
            let help = "remove this line, or name another heading's words";
            self.found.push(Diagnostic::new(&problems::INCLUDE_BROKEN, included.span, message, help));
            return None;
        }
        if self.open.len() <= DEEPEST {
            self.page(site, page);
        }
        if self.open.len() > DEEPEST || self.deep(page) >= DEEPEST {
            let message = format!("more than {DEEPEST} pages bring each other in, one after another");
            let help = "bring the words in from the page on which they stand";
            self.found.push(Diagnostic::new(&problems::INCLUDE_BROKEN, included.span, message, help));
            return None;
        }
        let source = &site.page(page).blocks;
        match heading {
            None => included.blocks.clone_from(source),
            Some(id) => match section(source, id) {
                Some(blocks) => included.blocks = blocks.to_vec(),
                None if self.has_gap(site, page) || site.page(page).meta.details.passing().contains(&id) => {
                    self.left.insert(included.span);
                    self.failed.insert(included.span);
                    self.found.push(takedown::no_words(&wanted, included.span));
                }
                None => {
                    let ids: Vec<&str> = site.page(page).headings().iter().map(|heading| heading.id.as_str()).collect();
                    let help = match self.guesses.nearest(id, ids.iter().copied()) {
                        Some(near) => format!("did you mean `{path}#{near}`?"),
                        None if ids.is_empty() => "the page has no headings".to_string(),
                        None => format!("the page has: {}", ids.join(", ")),
                    };
                    let message = format!("`{path}` has no heading `{id}`");
                    self.found.push(Diagnostic::new(&problems::INCLUDE_BROKEN, included.span, message, help));
                }
            },
        }
        Some(page)
    }

    /// Returns whether words were left out of a page, so that a heading may have gone with them.
    fn has_gap(&self, site: &Site, page: PageId) -> bool {
        let page = site.page(page);
        site.gaps.contains(&page.file) || takedown::holds(&page.blocks, &self.left)
    }

    fn no_page(&mut self, path: &str, from: &str, lang: &Lang, span: Span) {
        let beside = join(from, path).and_then(|path| self.gone.get(&path));
        if let Some(gone) = self.gone.get(path).or(beside) {
            self.left.insert(span);
            self.found.push(takedown::nothing_brought_in(gone, lang, span));
            return;
        }
        let help = match self.guesses.nearest(path, self.paths.keys().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write the path from `content/`, such as `victims/strategy.md#aims`".to_string(),
        };
        let message = format!("there is no page `{path}`");
        self.found.push(Diagnostic::new(&problems::INCLUDE_BROKEN, span, message, help));
    }
}

/// Returns how many blocks these are with all that they hold, and how many bytes of words.
fn size(blocks: &[Block]) -> (usize, usize) {
    let (mut count, mut bytes) = (0, 0);
    walk::blocks(blocks, &mut |block| {
        count += if let Block::Table(table) = block { 1 + table.rows.len() } else { 1 };
        bytes += if let Block::Code(code) = block { code.text.len() } else { 0 };
    });
    walk::inlines(blocks, &mut |inline| {
        if let Inline::Text(text) | Inline::Code(text) = inline {
            bytes += text.text.len();
        }
    });
    (count, bytes)
}

/// Returns a heading and all that stands under it, up to the next heading of its level or above.
fn section<'a>(blocks: &'a [Block], id: &str) -> Option<&'a [Block]> {
    let is = |block: &Block| matches!(block, Block::Heading(heading) if heading.id == id);
    if let Some(start) = blocks.iter().position(is) {
        let Block::Heading(first) = &blocks[start] else { return None };
        let ends = |block: &Block| matches!(block, Block::Heading(heading) if heading.level <= first.level);
        let end = blocks[start + 1..].iter().position(ends).map_or(blocks.len(), |at| start + 1 + at);
        return Some(&blocks[start..end]);
    }
    blocks.iter().find_map(|block| walk::held(block).into_iter().find_map(|held| section(held, id)))
}
