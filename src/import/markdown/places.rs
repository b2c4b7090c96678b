//! Where links inside a document lead: a page has headings to lead to, and no other places. And the numbers of notes.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::slug;
use crate::import::document::{Block, Document, Inline, To, words};

/// Where places are.
#[derive(Debug, Default)]
pub struct Places {
    /// Each place, with the id of the heading that it stands in or under; nothing where it stands before all headings.
    by_name: BTreeMap<String, Option<String>>,
    /// The ids of headings that links lead to.
    wanted: BTreeSet<String>,
    /// The ids of all headings, in order.
    ids: Vec<String>,
}

impl Places {
    /// Returns the id of the heading that a place stands in or under.
    pub fn heading(&self, place: &str) -> Option<&str> {
        self.by_name.get(place)?.as_deref()
    }

    /// Returns the id of a heading by its number from 0, where a link leads to it.
    pub fn id(&self, number: usize) -> Option<&str> {
        let id = self.ids.get(number)?;
        self.wanted.contains(id).then_some(id.as_str())
    }
}

/// Returns the places of some blocks.
pub fn of(blocks: &[Block]) -> Places {
    let mut places = Places::default();
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    let mut targets = Vec::new();
    let mut waiting = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if let Block::Heading(_, content) = block {
            let id = slug(&words(content));
            let count = used.entry(id.clone()).or_insert(0);
            *count += 1;
            places.ids.push(if *count == 1 { id } else { format!("{id}-{count}") });
        }
        let mut found = Vec::new();
        visit(block, &mut |inline| match inline {
            Inline::Place(name) => found.push(name.clone()),
            Inline::Link(To::Place(name), _) => targets.push(name.clone()),
            _ => {}
        });
        // A place in a paragraph without words just before a heading is that heading's.
        let next_is_heading = matches!(blocks.get(at + 1), Some(Block::Heading(..)));
        if next_is_heading && matches!(block, Block::Paragraph(one) if words(&one.content).trim().is_empty()) {
            waiting.append(&mut found);
        } else {
            found.append(&mut waiting);
        }
        for name in found {
            places.by_name.insert(name, places.ids.last().cloned());
        }
    }
    places.wanted = targets.iter().filter_map(|name| places.heading(name).map(str::to_string)).collect();
    places
}

/// Returns the number of each note, in the order of their marks; 0 for a note that nothing leads to.
pub fn notes(document: &Document) -> Vec<usize> {
    let mut numbers = vec![0; document.notes.len()];
    let mut last = 0;
    for block in &document.blocks {
        visit(block, &mut |inline| {
            if let Inline::Note(at) = inline
                && let Some(number) = numbers.get_mut(*at).filter(|number| **number == 0)
            {
                last += 1;
                *number = last;
            }
        });
    }
    numbers
}

/// Calls `look` for each piece of running text in a block.
pub fn visit(block: &Block, look: &mut dyn FnMut(&Inline)) {
    match block {
        Block::Title(content) | Block::Heading(_, content) | Block::Caption(content) => run(content, look),
        Block::Paragraph(paragraph) => run(&paragraph.content, look),
        Block::List(list) => list.items.iter().flatten().for_each(|block| visit(block, look)),
        Block::Quote(inner) | Block::Boxed(inner) | Block::Language(_, inner) => {
            inner.iter().for_each(|block| visit(block, look));
        }
        Block::Table(table) => {
            run(&table.caption, look);
            let cells = table.rows.iter().flatten();
            cells.flat_map(|cell| &cell.blocks).for_each(|block| visit(block, look));
        }
        Block::Definitions(entries) => {
            for (term, meanings) in entries {
                run(term, look);
                meanings.iter().flatten().for_each(|block| visit(block, look));
            }
        }
        Block::Code(_) | Block::Rule => {}
        Block::Remark(remark) => look(&Inline::Remark(remark.clone())),
    }
}

fn run(content: &[Inline], look: &mut dyn FnMut(&Inline)) {
    for inline in content {
        look(inline);
        match inline {
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link(_, inner)
            | Inline::Language(_, inner) => run(inner, look),
            _ => {}
        }
    }
}
