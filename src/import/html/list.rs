//! Lists of a page. Source: HTML Living Standard, 4.4.5 to 4.4.8.

use super::Reader;
use super::aside::is_hidden;
use crate::import::document::{Block, List, Told, joined};

impl Reader<'_> {
    /// Reads a list. One whose numbers jump is several.
    pub fn list(&mut self, at: usize) -> Vec<Block> {
        let tree = self.tree;
        let numbered = tree.name(at) == "ol";
        let number =
            |node: usize, name: &str| tree.attribute(node, name).and_then(|number| number.trim().parse::<u64>().ok());
        let mut next = numbered.then(|| number(at, "start").unwrap_or(1));
        let mut out = Vec::new();
        let mut list = List { start: next, items: Vec::new() };
        for child in &tree.node(at).children {
            if is_hidden(tree, *child) || self.is_note(*child) {
                continue;
            }
            match tree.name(*child) {
                "" => {}
                "li" => {
                    let value = number(*child, "value").filter(|_| numbered);
                    if let Some(value) = value.filter(|value| next != Some(*value)) {
                        let done = std::mem::replace(&mut list, List { start: Some(value), items: Vec::new() });
                        out.extend((!done.items.is_empty()).then_some(Block::List(done)));
                        next = Some(value);
                    }
                    let mut blocks = self.blocks(*child);
                    if let Some(id) = self.targeted(*child) {
                        super::inline::put_place(id, &mut blocks);
                    }
                    if !blocks.is_empty() {
                        list.items.push(blocks);
                        next = next.map(|number| number.saturating_add(1));
                    }
                }
                // A list in a list, wrong as it is, belongs to the item before it.
                "ul" | "ol" => {
                    let inner = self.list(*child);
                    match list.items.last_mut() {
                        Some(item) => inner.into_iter().for_each(|block| joined(block, item)),
                        None => out.extend(inner),
                    }
                }
                _ => {
                    let inner = self.blocks(*child);
                    match list.items.last_mut() {
                        Some(item) => item.extend(inner),
                        None if !inner.is_empty() => list.items.push(inner),
                        None => {}
                    }
                }
            }
        }
        let is_lettered = matches!(tree.attribute(at, "type"), Some("a" | "A" | "i" | "I"));
        if numbered && is_lettered && !list.items.is_empty() {
            self.document.tell(Told::LetteredLists);
        }
        out.extend((!list.items.is_empty()).then_some(Block::List(list)));
        out
    }
}
