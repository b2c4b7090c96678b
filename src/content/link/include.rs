//! Words written once: `:::include` filled in from the page it names. Which lines bring in what is known before any is filled
//! in, so a circle is a finding, never a loop, and so is what would grow without end.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::left_out;
use super::settle::Gone;
use super::world::{Barred, Standing, World};
use crate::content::link::takedown;
use crate::content::problems;
use crate::content::read::limits::MOST_PAGE_BYTES;
use crate::diag::{Diagnostic, FileId, Guesses, Span};
use crate::model::path::join;
use crate::model::{Block, Included, Inline, walk};

/// How many pages may bring each other in, one after another.
const DEEPEST: usize = 8;

/// How many blocks one page or leaflet may bring in: more than anybody reads, and small enough to be held in memory.
const MOST_BLOCKS: usize = 10_000;

/// How many bytes of words all pages and leaflets together may bring in: five of the longest pages, or a notice of 200 words
/// on 4,000 pages. Chosen here: words brought in cost as much as words written, and one line brings in a whole page.
const MOST_BROUGHT_IN: usize = 5_000_000;

/// What one line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Where the line starts in its file, in bytes.
    pub at: u32,
    /// The page, where there is one at this moment.
    pub page: Option<FileId>,
    /// The heading on it.
    pub heading: Option<String>,
}

/// How much is brought in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Blocks, with all that they hold.
    pub blocks: usize,
    /// Bytes of words.
    pub bytes: usize,
}

/// What one page or leaflet may still bring in.
struct Room {
    blocks: usize,
    bytes: u64,
}

impl Room {
    fn new() -> Room {
        Room { blocks: MOST_BLOCKS, bytes: MOST_PAGE_BYTES }
    }

    /// Takes room for what a line brings in, or says why there is none.
    fn take(&mut self, size: Size) -> Result<(), &'static str> {
        let bytes = size.bytes as u64;
        if size.blocks > self.blocks {
            return Err("with this line, more than 10,000 paragraphs, lists and headings are brought in");
        }
        if bytes > self.bytes {
            return Err("with this line, more than 600 kB of words are brought in");
        }
        self.blocks -= size.blocks;
        self.bytes -= bytes;
        Ok(())
    }
}

/// Fills in the lines of one page or leaflet.
pub struct Filling<'a> {
    world: &'a dyn World,
    file: FileId,
    /// The path that paths are relative to; empty for a leaflet.
    from: &'a str,
    room: Room,
    guesses: Guesses,
    /// Lines that ask for words which are not published at this moment: they bring in nothing. Those of pages whose words
    /// are brought in are among them.
    pub left: BTreeSet<Span>,
    /// Files among those brought in from which words were left out.
    pub gaps: BTreeSet<FileId>,
    /// The pages whose words were brought in, each once, in the order of the lines.
    pub pages: Vec<FileId>,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
}

impl<'a> Filling<'a> {
    /// Returns one for the page or leaflet in a file.
    pub fn new(world: &'a dyn World, file: FileId, from: &'a str) -> Filling<'a> {
        let (room, guesses, left) = (Room::new(), Guesses::default(), BTreeSet::new());
        Filling { world, file, from, room, guesses, left, gaps: BTreeSet::new(), pages: Vec::new(), found: Vec::new() }
    }

    /// Fills in the lines of some blocks, as far as there is room.
    pub fn fill(&mut self, blocks: &mut [Block]) {
        each_line(blocks, &mut |included| self.line(included));
    }

    fn line(&mut self, included: &mut Included) {
        self.include(included);
        if let Err(message) = self.room.take(size(&included.blocks)) {
            included.blocks = Vec::new();
            self.too_much(included.span, message);
        }
    }

    fn too_much(&mut self, span: Span, message: &str) {
        let help = "bring in one heading's words, not whole pages that bring in others";
        self.found.push(Diagnostic::new(&problems::INCLUDE_BROKEN, span, message, help));
    }

    fn include(&mut self, included: &mut Included) {
        let wanted = included.wanted.clone();
        let (path, heading) = split(&wanted);
        let head = match found(self.world, path, self.from) {
            Standing::Here(head) => head,
            Standing::Gone(gone) => return self.gone(&gone, included.span),
            Standing::Nowhere => return self.no_page(path, included.span),
        };
        if let Some(barred) = self.world.barred(self.file, included.span.start) {
            return self.barred(&barred, included.span);
        }
        let Some(page) = self.world.assembled(head.file) else { return };
        if !self.pages.contains(&head.file) {
            self.pages.push(head.file);
        }
        let source = self.world.blocks(head.file);
        included.blocks = match heading {
            None => source,
            Some(id) => match section(&source, id) {
                Some(blocks) => blocks.to_vec(),
                None if page.gap || takedown::holds(&source, &page.left) || page.details.passing().contains(&id) => {
                    self.left.insert(included.span);
                    self.found.push(left_out::no_words(&wanted, included.span));
                    return;
                }
                None => return self.no_heading(&source, id, path, included.span),
            },
        };
        self.left.extend(&page.left);
        self.gaps.extend(page.gap.then_some(head.file).into_iter().chain(page.gaps.iter().copied()));
    }

    fn no_heading(&mut self, source: &[Block], id: &str, path: &str, span: Span) {
        let ids: Vec<&str> = walk::headings(source).iter().map(|heading| heading.id.as_str()).collect();
        let help = match self.guesses.nearest(id, ids.iter().copied()) {
            Some(near) => format!("did you mean `{path}#{near}`?"),
            None if ids.is_empty() => "the page has no headings".to_string(),
            None => format!("the page has: {}", ids.join(", ")),
        };
        let message = format!("`{path}` has no heading `{id}`");
        self.found.push(Diagnostic::new(&problems::INCLUDE_BROKEN, span, message, help));
    }

    fn gone(&mut self, gone: &Gone, span: Span) {
        self.left.insert(span);
        self.found.push(left_out::nothing_brought_in(gone, &self.world.config().about.language, span));
    }

    fn no_page(&mut self, path: &str, span: Span) {
        let paths = self.world.paths();
        let help = match self.guesses.nearest(path, paths.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write the path from `content/`, such as `victims/strategy.md#aims`".to_string(),
        };
        let message = format!("there is no page `{path}`");
        self.found.push(Diagnostic::new(&problems::INCLUDE_BROKEN, span, message, help));
    }

    fn barred(&mut self, barred: &Barred, span: Span) {
        let (message, help) = match barred {
            Barred::Circle(chain) if chain.len() == 2 => (
                format!("`{}` brings in words of itself", chain[0]),
                "remove this line, or name another heading's words",
            ),
            Barred::Circle(chain) => (
                format!("pages bring each other in, in a circle: {}", chain.join(", then ")),
                "remove this line, or name another heading's words",
            ),
            Barred::TooDeep => (
                format!("more than {DEEPEST} pages bring each other in, one after another"),
                "bring the words in from the page on which they stand",
            ),
            Barred::TooMuch => (
                "with this line, more than 5 MB of words are brought in on all pages together".to_string(),
                "bring in one heading's words, not whole pages that bring in others",
            ),
        };
        self.found.push(Diagnostic::new(&problems::INCLUDE_BROKEN, span, message, help));
    }
}

/// Calls a function with each line that is not filled in yet, in reading order.
fn each_line(blocks: &mut [Block], call: &mut dyn FnMut(&mut Included)) {
    for block in blocks {
        if let Block::Included(included) = block {
            if included.blocks.is_empty() {
                call(included);
            }
            continue;
        }
        for held in walk::held_mut(block) {
            each_line(held, call);
        }
    }
}

fn split(wanted: &str) -> (&str, Option<&str>) {
    wanted.split_once('#').map_or((wanted, None), |(path, id)| (path, Some(id)))
}

/// Returns what stands at a path as a line names it: from `content/` on, or else beside the page.
fn found(world: &dyn World, path: &str, from: &str) -> Standing {
    let beside = || join(from, path).map_or(Standing::Nowhere, |path| world.at_path(&path));
    match world.at_path(path) {
        Standing::Here(head) => Standing::Here(head),
        at @ Standing::Gone(_) => match beside() {
            Standing::Here(head) => Standing::Here(head),
            _ => at,
        },
        Standing::Nowhere => beside(),
    }
}

/// Returns what the lines of a page or leaflet ask for, given where each starts and what is written there.
pub fn asks<'b>(world: &dyn World, from: &str, lines: impl IntoIterator<Item = (u32, &'b str)>) -> Vec<Ask> {
    let ask = |(at, wanted)| {
        let (path, heading) = split(wanted);
        let page = match found(world, path, from) {
            Standing::Here(head) => Some(head.file),
            Standing::Gone(_) | Standing::Nowhere => None,
        };
        Ask { at, page, heading: heading.map(str::to_string) }
    };
    lines.into_iter().map(ask).collect()
}

/// Which lines can bring in nothing, by file and where they start in it.
pub type Plan = BTreeMap<(FileId, u32), Barred>;

/// Returns the lines that would go round in a circle, too deep, or bring in too much. `all` are the pages and then the
/// leaflets that have lines, in an order that does not depend on when they were written; `path` names a page, and `weight`
/// says how much one line brings in of that page's own words.
pub fn plan(all: &[(FileId, Arc<Vec<Ask>>)], path: &dyn Fn(FileId) -> String, weight: &dyn Fn(&Ask) -> Size) -> Plan {
    let asks: BTreeMap<FileId, &Arc<Vec<Ask>>> = all.iter().map(|(file, asks)| (*file, asks)).collect();
    let mut work = Planning { asks, deep: BTreeMap::new(), open: Vec::new(), plan: Plan::new(), path };
    for (file, _) in all {
        work.visit(*file);
    }
    let Planning { mut plan, asks, .. } = work;
    let mut sizes = Sizes { asks: &asks, plan: &plan, known: BTreeMap::new(), size: weight };
    let mut left = MOST_BROUGHT_IN;
    let mut over = Vec::new();
    for (file, _) in all {
        for (at, size) in sizes.lines(*file) {
            match left.checked_sub(size.bytes) {
                Some(rest) => left = rest,
                None => over.push((*file, at)),
            }
        }
    }
    plan.extend(over.into_iter().map(|line| (line, Barred::TooMuch)));
    plan
}

struct Planning<'a> {
    asks: BTreeMap<FileId, &'a Arc<Vec<Ask>>>,
    /// Pages that are done, with how many pages they bring in one after another.
    deep: BTreeMap<FileId, usize>,
    /// Pages that are being looked at, outermost first.
    open: Vec<FileId>,
    plan: Plan,
    path: &'a dyn Fn(FileId) -> String,
}

impl Planning<'_> {
    fn visit(&mut self, file: FileId) -> usize {
        if let Some(deep) = self.deep.get(&file) {
            return *deep;
        }
        let Some(lines) = self.asks.get(&file).map(|lines| Arc::clone(lines)) else { return 0 };
        self.open.push(file);
        let mut deepest = 0;
        for (line, page) in lines.iter().filter_map(|ask| Some((ask.at, ask.page?))) {
            if let Some(at) = self.open.iter().position(|open| *open == page) {
                let round = self.open[at..].iter().chain(std::iter::once(&page));
                let round = round.map(|file| (self.path)(*file)).collect();
                self.plan.insert((file, line), Barred::Circle(round));
                continue;
            }
            let below = if self.open.len() <= DEEPEST { self.visit(page) } else { DEEPEST };
            if below >= DEEPEST {
                self.plan.insert((file, line), Barred::TooDeep);
                continue;
            }
            deepest = deepest.max(below + 1);
        }
        self.open.pop();
        self.deep.insert(file, deepest);
        deepest
    }
}

/// How much lines bring in, with what the pages that they name bring in.
struct Sizes<'a> {
    asks: &'a BTreeMap<FileId, &'a Arc<Vec<Ask>>>,
    plan: &'a Plan,
    known: BTreeMap<FileId, Size>,
    size: &'a dyn Fn(&Ask) -> Size,
}

impl Sizes<'_> {
    /// Returns the lines of a page that bring something in, as far as there is room on it, each with how much.
    fn lines(&mut self, page: FileId) -> Vec<(u32, Size)> {
        let asks = self.asks.get(&page).map(|asks| Arc::clone(asks)).unwrap_or_default();
        let mut room = Room::new();
        let mut lines = Vec::new();
        for ask in asks.iter().filter(|ask| !self.plan.contains_key(&(page, ask.at))) {
            let Some(other) = ask.page else { continue };
            let (own, below) = ((self.size)(ask), self.below(other));
            let size = Size { blocks: own.blocks + below.blocks, bytes: own.bytes + below.bytes };
            if room.take(size).is_ok() {
                lines.push((ask.at, size));
            }
        }
        lines
    }

    /// Returns how much a page brings in; it is in no circle with a line that is counted here.
    fn below(&mut self, page: FileId) -> Size {
        if let Some(known) = self.known.get(&page) {
            return *known;
        }
        let mut sum = Size::default();
        for (_, size) in self.lines(page) {
            sum = Size { blocks: sum.blocks + size.blocks, bytes: sum.bytes + size.bytes };
        }
        self.known.insert(page, sum);
        sum
    }
}

/// Returns how much a line brings in from a page's own blocks.
pub fn weight(blocks: &[Block], heading: Option<&str>) -> Size {
    match heading {
        None => size(blocks),
        Some(id) => section(blocks, id).map(size).unwrap_or_default(),
    }
}

/// Returns how many blocks these are with all that they hold, and how many bytes of words.
fn size(blocks: &[Block]) -> Size {
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
    Size { blocks: count, bytes }
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
