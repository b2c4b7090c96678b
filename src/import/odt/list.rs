//! Lists of an OpenDocument text. Word processors write a list's part as a list of its own where its marks differ, and put
//! headings with numbers into lists. Source: OpenDocument 1.3, part 3, 5.3.

use super::Reader;
use super::style::Marks;
use crate::import::document::{Block, List, Told, joined};
use crate::import::xml::Element;

/// A list while it is read: what stands around it.
struct Level<'s> {
    style: &'s str,
    depth: usize,
}

impl Reader<'_> {
    /// Reads a list that stands in no other.
    pub fn list(&mut self, element: &Element, out: &mut Vec<Block>) {
        let style = self.list_style(element);
        let blocks = self.level(element, &Level { style: &style, depth: 1 });
        for block in blocks {
            join(block, depth_alone(element), out);
        }
    }

    /// Reads a paragraph that has a number without standing in a list.
    pub fn numbered(&mut self, element: &Element, out: &mut Vec<Block>) {
        let blocks = self.body(element);
        if blocks.iter().any(|block| matches!(block, Block::Heading(..))) {
            self.document.tell(Told::HeadingNumbers);
            out.extend(blocks);
            return;
        }
        let style = element.attribute("text:style-name").unwrap_or_default().to_string();
        let marks = self.styles.marks(&style, 1);
        match (marks, out.last_mut()) {
            (Marks::Nothing, _) => out.extend(blocks),
            (Marks::Bullets, Some(Block::List(last))) if last.start.is_none() => last.items.push(blocks),
            (Marks::Numbers(..), Some(Block::List(last))) if last.start.is_some() => last.items.push(blocks),
            (Marks::Bullets, _) => out.push(Block::List(List { start: None, items: vec![blocks] })),
            (Marks::Numbers(start, _), _) => out.push(Block::List(List { start: Some(start), items: vec![blocks] })),
        }
    }

    /// Returns the style of a list: its own, or the one that its first paragraph's style asks for.
    fn list_style(&self, element: &Element) -> String {
        if let Some(style) = element.attribute("text:style-name") {
            return style.to_string();
        }
        let paragraph = element.find("text:p").and_then(|paragraph| paragraph.attribute("text:style-name"));
        paragraph.and_then(|style| self.styles.list_of(style)).unwrap_or_default().to_string()
    }

    fn level(&mut self, element: &Element, around: &Level<'_>) -> Vec<Block> {
        let own = element.attribute("text:style-name").unwrap_or(around.style).to_string();
        let level = Level { style: &own, depth: around.depth };
        let marks = self.styles.marks(&own, level.depth);
        let mut next = self.start(element, &level, marks);
        let mut out: Vec<Block> = Vec::new();
        let mut list = List { start: next, items: Vec::new() };
        for item in element.elements() {
            let is_header = &*item.name == "text:list-header";
            if !is_header && &*item.name != "text:list-item" {
                continue;
            }
            let blocks = self.item(item, &level);
            let is_nested = blocks.iter().all(|block| matches!(block, Block::List(_)));
            let has_heading = blocks.iter().any(|block| matches!(block, Block::Heading(..) | Block::Title(_)));
            if blocks.is_empty() {
                continue;
            }
            if has_heading || matches!(marks, Marks::Nothing) && !is_nested {
                // A heading with a number is no item of a list.
                if has_heading && matches!(marks, Marks::Numbers(..)) {
                    self.document.tell(Told::HeadingNumbers);
                }
                close(&mut list, next, &mut out);
                out.extend(blocks);
                continue;
            }
            // What is only a list in an item belongs to the item before it; and so do words without a mark.
            match list.items.last_mut() {
                Some(last) if is_nested || is_header => {
                    blocks.into_iter().for_each(|block| joined(block, last));
                    continue;
                }
                None if is_nested => {
                    close(&mut list, next, &mut out);
                    out.extend(blocks);
                    continue;
                }
                _ => {}
            }
            if let Some(start) = item.attribute("text:start-value").and_then(|start| start.parse().ok())
                && next.is_some()
                && next != Some(start)
            {
                close(&mut list, next, &mut out);
                list.start = Some(start);
                next = Some(start);
            }
            if list.items.is_empty() {
                list.start = next;
            }
            list.items.push(blocks);
            next = next.map(|number| number.saturating_add(1));
        }
        if matches!(marks, Marks::Numbers(_, true)) && !list.items.is_empty() {
            self.document.tell(Told::LetteredLists);
        }
        close(&mut list, next, &mut out);
        if let Some(next) = next.filter(|_| level.depth == 1) {
            self.counted.insert(own.clone(), next);
            if let Some(id) = element.attribute("xml:id") {
                self.counted.insert(format!("#{id}"), next);
            }
        }
        out
    }

    fn item(&mut self, item: &Element, level: &Level<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        for inner in item.elements() {
            match &*inner.name {
                "text:list" => {
                    let nested = self.level(inner, &Level { style: level.style, depth: level.depth + 1 });
                    blocks.extend(nested);
                }
                "text:number" => {}
                _ => self.block(inner, &mut blocks),
            }
        }
        blocks
    }

    /// Returns the number of a list's first item; nothing for bullets.
    fn start(&self, element: &Element, level: &Level<'_>, marks: Marks) -> Option<u64> {
        let Marks::Numbers(start, _) = marks else { return None };
        if level.depth > 1 {
            return Some(start);
        }
        let continued = element.attribute("text:continue-list").and_then(|id| self.counted.get(&format!("#{id}")));
        let goes_on = element.attribute("text:continue-numbering") == Some("true");
        let last = continued.or_else(|| self.counted.get(level.style).filter(|_| goes_on));
        Some(last.copied().unwrap_or(start))
    }
}

/// Ends a list, and starts an empty one.
fn close(list: &mut List, next: Option<u64>, out: &mut Vec<Block>) {
    let done = std::mem::replace(list, List { start: next, items: Vec::new() });
    if !done.items.is_empty() {
        out.push(Block::List(done));
    }
}

/// Returns how many lists stand around the first words of a list, and nothing else in them.
fn depth_alone(element: &Element) -> usize {
    let mut depth = 0;
    let mut list = element;
    while let Some(inner) = list.child("text:list-item").and_then(|item| item.elements().next()) {
        if &*inner.name != "text:list" {
            break;
        }
        depth += 1;
        list = inner;
    }
    depth
}

/// Adds a list's part: one that begins deeper than the list before it belongs to that list's last item.
fn join(block: Block, depth: usize, out: &mut Vec<Block>) {
    if let (Block::List(_), true, Some(Block::List(last))) = (&block, depth > 0, out.last_mut())
        && let Some(item) = last.items.last_mut()
    {
        join(block, depth - 1, item);
        return;
    }
    match (block, out.last_mut()) {
        // Words between two parts of a list were those of an item.
        (
            Block::List(List { start: Some(start), items }),
            Some(Block::List(List { start: Some(first), items: known })),
        ) if start > 1 && first.saturating_add(known.len() as u64) == start => {
            known.extend(items);
        }
        (block, _) => out.push(block),
    }
}
