//! Paragraphs put together: lists from items, quotations, code and definitions from lines of one sort.

use super::super::document::{Block, Inline, List, Paragraph, words};
use super::super::runs::{is_all_strong, unmarked};
use super::numbering::Mark;
use super::paragraph::{Item, Line};
use super::styles::Role;

/// What stands in a row in the document.
#[derive(Debug)]
pub enum Piece {
    /// A paragraph.
    Line(Line),
    /// Anything else.
    Block(Block),
}

/// Returns the blocks that pieces make.
pub fn fold(pieces: Vec<Piece>) -> Vec<Block> {
    let mut folded = Folded::default();
    let mut waiting: Option<Line> = None;
    for piece in pieces {
        match piece {
            Piece::Block(block) => {
                if let Some(line) = waiting.take() {
                    folded.line(line);
                }
                folded.apart(block);
            }
            Piece::Line(mut line) => {
                if let Some(mut before) = waiting.take() {
                    before.content.append(&mut line.content);
                    before.beside.append(&mut line.beside);
                    before.goes_on = line.goes_on;
                    before.points = line.points;
                    line = before;
                }
                if line.goes_on {
                    waiting = Some(line);
                } else {
                    folded.line(line);
                }
            }
        }
    }
    if let Some(line) = waiting {
        folded.line(line);
    }
    folded.end_list();
    folded.end_box();
    defined(folded.out, &folded.moved_in)
}

/// Makes terms and meanings of bold lines with a paragraph further in below each, where there are several in a row.
fn defined(blocks: Vec<Block>, moved_in: &[usize]) -> Vec<Block> {
    let is_term = |block: Option<&Block>| matches!(block, Some(Block::Paragraph(one)) if is_all_strong(&one.content) && words(&one.content).chars().count() <= 100);
    let is_pair = |at: usize| is_term(blocks.get(at)) && moved_in.binary_search(&(at + 1)).is_ok();
    let mut out: Vec<Block> = Vec::new();
    let mut pairs: Vec<bool> = (0..blocks.len()).map(is_pair).collect();
    for at in 0..pairs.len() {
        let is_one = |at: usize| pairs.get(at).copied().unwrap_or(false);
        let alone = !(is_one(at + 2) || at >= 2 && is_one(at - 2));
        if let Some(pair) = pairs.get_mut(at).filter(|_| alone) {
            *pair = false;
        }
    }
    let mut rest = blocks.into_iter().enumerate();
    while let Some((at, block)) = rest.next() {
        if !pairs.get(at).copied().unwrap_or(false) {
            out.push(block);
            continue;
        }
        let meaning = rest.next().map(|(_, block)| block);
        if let (Block::Paragraph(term), Some(Block::Quote(meaning))) = (block, meaning) {
            let entry = (unmarked(term.content), vec![meaning]);
            match out.last_mut() {
                Some(Block::Definitions(entries)) => entries.push(entry),
                _ => out.push(Block::Definitions(vec![entry])),
            }
        }
    }
    out
}

/// How deep lists may stand in one another. Source: ECMA-376, part 1, 17.9.6: nine levels.
const MOST_LEVELS: usize = 9;

/// A list that is open.
#[derive(Debug)]
struct Open {
    item: Item,
    indent: i64,
    list: List,
}

#[derive(Debug, Default)]
struct Folded {
    out: Vec<Block>,
    open: Vec<Open>,
    /// Where in `out` paragraphs are that somebody moved in.
    moved_in: Vec<usize>,
    /// What was read before the box that is open.
    around: Option<Vec<Block>>,
}

impl Folded {
    fn block(&mut self, block: Block) {
        self.end_list();
        self.out.push(block);
    }

    /// Adds what is no paragraph, and stands in no box of paragraphs.
    fn apart(&mut self, block: Block) {
        self.end_list();
        self.end_box();
        self.out.push(block);
    }

    /// Begins a box, or ends the one that is open.
    fn set_box(&mut self, boxed: bool) {
        if boxed != self.around.is_some() {
            self.end_list();
            self.end_box();
        }
        if boxed && self.around.is_none() {
            self.around = Some(std::mem::take(&mut self.out));
        }
    }

    fn end_box(&mut self) {
        if let Some(around) = self.around.take() {
            let inner = std::mem::replace(&mut self.out, around);
            self.out.extend((!inner.is_empty()).then_some(Block::Boxed(inner)));
        }
    }

    fn line(&mut self, line: Line) {
        let Line { role, item, content, points, indent, moved_in, beside, boxed, .. } = line;
        self.set_box(boxed && matches!(role, Role::Body | Role::Item(..) | Role::Subtitle));
        let is_blank = content.iter().all(|inline| match inline {
            Inline::Text(words) => words.trim().is_empty(),
            Inline::LineBreak => true,
            _ => false,
        });
        let paragraph = |plain| Block::Paragraph(Paragraph { content: content.clone(), points, plain });
        match (role, item) {
            (_, None) if is_blank && role != Role::Rule && role != Role::Code => {}
            (Role::Code, None) => self.code(&content),
            (_, Some(_)) if is_blank => {}
            (_, Some(item)) => self.item(item, indent, paragraph(true)),
            (Role::Title, None) => self.block(Block::Title(content)),
            (Role::Heading(level), None) => self.block(Block::Heading(level, content)),
            (Role::Caption, None) => self.block(Block::Caption(content)),
            (Role::Subtitle, None) => self.block(paragraph(true)),
            (Role::Rule, None) => self.block(Block::Rule),
            (Role::Quote, None) => self.quote(paragraph(true)),
            (Role::Term, None) => self.term(content),
            (Role::Meaning, None) => self.meaning(paragraph(true)),
            (Role::Body | Role::Item(..) | Role::Contents, None) => {
                if let Some(open) = self.open.last_mut().filter(|open| indent > 0 && indent >= open.indent) {
                    // A paragraph that stands in as far as the item above it goes on with that item.
                    if let Some(item) = open.list.items.last_mut() {
                        item.push(paragraph(true));
                    }
                } else if moved_in && self.around.is_none() {
                    self.quote(paragraph(true));
                    let at = self.out.len() - 1;
                    if self.moved_in.last() != Some(&at) {
                        self.moved_in.push(at);
                    }
                } else {
                    self.block(paragraph(false));
                }
            }
        }
        if !beside.is_empty() {
            self.end_list();
            self.out.extend(beside);
        }
    }

    fn item(&mut self, item: Item, indent: i64, block: Block) {
        let is_same = |open: &Open| open.item.list == item.list || !item.form.is_empty() && open.item.form == item.form;
        // Another list further in stands in the item above it.
        let is_within = |open: &Open| !is_same(open) && indent > open.indent + 200;
        while let Some(open) = self.open.last() {
            let deeper = is_same(open) && open.item.level > item.level || !is_same(open) && !is_within(open);
            let other_sort = is_same(open)
                && open.item.level == item.level
                && is_numbered(&open.item.mark) != is_numbered(&item.mark);
            if !deeper && !other_sort {
                break;
            }
            self.end_one();
        }
        let goes_on = self.open.last().is_some_and(|open| is_same(open) && open.item.level == item.level);
        // Deeper than Word's nine levels, an item stands in the list that is open.
        let goes_on = goes_on || self.open.len() >= MOST_LEVELS;
        if !goes_on {
            let start = match item.mark {
                Mark::Number(number, _) => Some(if number == 0 && item.form.is_empty() { 1 } else { number }),
                Mark::Bullet | Mark::Nothing => None,
            };
            self.open.push(Open { item, indent, list: List { start, items: Vec::new() } });
        }
        if let Some(open) = self.open.last_mut() {
            open.list.items.push(vec![block]);
        }
    }

    /// Ends the innermost list that is open.
    fn end_one(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let list = Block::List(open.list);
        match self.open.last_mut().map(|outer| &mut outer.list.items) {
            Some(items) => match items.last_mut() {
                Some(item) => item.push(list),
                None => items.push(vec![list]),
            },
            None => self.out.push(list),
        }
    }

    fn end_list(&mut self) {
        while !self.open.is_empty() {
            self.end_one();
        }
    }

    fn quote(&mut self, block: Block) {
        self.end_list();
        match self.out.last_mut() {
            Some(Block::Quote(blocks)) => blocks.push(block),
            _ => self.out.push(Block::Quote(vec![block])),
        }
    }

    fn code(&mut self, content: &[Inline]) {
        self.end_list();
        let mut text = String::new();
        for inline in content {
            match inline {
                Inline::LineBreak => text.push('\n'),
                other => text.push_str(&words(std::slice::from_ref(other))),
            }
        }
        match self.out.last_mut() {
            Some(Block::Code(code)) => {
                code.push('\n');
                code.push_str(&text);
            }
            _ if text.trim().is_empty() => {}
            _ => self.out.push(Block::Code(text)),
        }
    }

    fn term(&mut self, content: Vec<Inline>) {
        self.end_list();
        match self.out.last_mut() {
            Some(Block::Definitions(entries)) => entries.push((content, Vec::new())),
            _ => self.out.push(Block::Definitions(vec![(content, Vec::new())])),
        }
    }

    fn meaning(&mut self, block: Block) {
        self.end_list();
        let entry = match self.out.last_mut() {
            Some(Block::Definitions(entries)) => entries.last_mut(),
            _ => None,
        };
        match entry {
            Some((_, meanings)) => match meanings.last_mut() {
                Some(meaning) => meaning.push(block),
                None => meanings.push(vec![block]),
            },
            None => self.out.push(block),
        }
    }
}

fn is_numbered(mark: &Mark) -> bool {
    matches!(mark, Mark::Number(..))
}
