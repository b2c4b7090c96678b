//! Notes at the end of a page, and the signs in the text that lead to them: `<sup><a href="#fn1">1</a></sup>`. Source: names that
//! pandoc, MediaWiki, WordPress and DPUB-ARIA 1.1 (doc-noteref, doc-endnotes, doc-backlink) use.

use std::collections::BTreeMap;

use super::Reader;
use super::tree::Tree;

/// Returns the notes of a page, by their id, each with its element.
pub fn of(tree: &Tree, main: usize) -> BTreeMap<String, usize> {
    let mut led: BTreeMap<&str, ()> = BTreeMap::new();
    for node in tree.below(main, &|_| true) {
        if tree.name(node) == "a" && is_sign(tree, node) {
            led.extend(target(tree, node).map(|id| (id, ())));
        }
    }
    let mut notes = BTreeMap::new();
    if led.is_empty() {
        return notes;
    }
    for node in tree.below(main, &|_| true) {
        let Some(id) = tree.attribute(node, "id").filter(|id| led.contains_key(id)) else { continue };
        if matches!(tree.name(node), "li" | "aside" | "div" | "p") {
            notes.insert(id.to_string(), node);
        }
    }
    notes
}

/// Returns whether a link is the sign of a note.
fn is_sign(tree: &Tree, at: usize) -> bool {
    let role = tree.attribute(at, "role") == Some("doc-noteref");
    let class = tree.attribute(at, "class").unwrap_or_default();
    let named = class
        .split_whitespace()
        .any(|name| matches!(name, "footnote-ref" | "footnote-reference" | "noteref" | "govuk-footnote"));
    let raised =
        tree.node(at).parent.is_some_and(|parent| tree.name(parent) == "sup") || tree.find(at, "sup").is_some();
    let words = tree.words(at);
    let is_mark = !words.is_empty() && words.trim_matches(['[', ']', '(', ')']).chars().count() <= 3;
    is_mark && (role || named || raised) && !is_back(tree, at)
}

/// Returns whether a link leads from a note back to the text.
pub fn is_back(tree: &Tree, at: usize) -> bool {
    let role = tree.attribute(at, "role") == Some("doc-backlink");
    let class = tree.attribute(at, "class").unwrap_or_default();
    let named = class
        .split_whitespace()
        .any(|name| matches!(name, "footnote-back" | "footnote-backref" | "reversefootnote" | "backlink"));
    role || named || matches!(tree.words(at).trim(), "↩" | "↩︎" | "↑" | "^")
}

fn target(tree: &Tree, at: usize) -> Option<&str> {
    tree.attribute(at, "href").and_then(|address| address.rsplit_once('#')).map(|(_, id)| id)
}

impl Reader<'_> {
    /// Returns the place of the note that a link is the sign of. In a note there is no sign of another.
    pub fn note(&mut self, at: usize) -> Option<usize> {
        if self.in_note || !is_sign(self.tree, at) {
            return None;
        }
        let note = *self.notes.get(target(self.tree, at)?)?;
        if let Some(place) = self.noted.get(&note) {
            return Some(*place);
        }
        self.in_note = true;
        let blocks = self.blocks(note);
        self.in_note = false;
        if blocks.is_empty() {
            return None;
        }
        let place = self.document.notes.len();
        self.noted.insert(note, place);
        self.document.notes.push(blocks);
        Some(place)
    }

    /// Returns whether an element is a note that stands at its sign now.
    pub fn is_note(&self, at: usize) -> bool {
        self.noted.contains_key(&at)
    }
}
