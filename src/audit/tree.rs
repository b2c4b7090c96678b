//! A page as a tree: nodes with the places of their tags in the source. What the nodes mean lives elsewhere.

use html5ever::{LocalName, Namespace, ns};

/// A node, as its number in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

impl Id {
    /// Returns the number as an index.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// A range of bytes of the page's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// The vocabulary that an element belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vocabulary {
    /// HTML.
    Html,
    /// SVG.
    Svg,
    /// MathML.
    MathMl,
}

/// One attribute. Of two with the same name the first counts, as in browsers.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// The name, in lower case for HTML.
    pub name: LocalName,
    /// The value with character references replaced.
    pub value: String,
    /// Where the name and the value stand.
    pub place: Place,
}

/// An element's name, attributes and place.
#[derive(Clone, Debug)]
pub struct Element {
    /// HTML, SVG or MathML.
    pub vocabulary: Vocabulary,
    /// The vocabulary as browsers name it, for selectors.
    pub namespace: Namespace,
    /// The name.
    pub name: LocalName,
    /// The attributes in the order in which they were written.
    pub attributes: Vec<Attribute>,
    /// Where its start tag stands. An element that the parser put in stands where it was needed, without a length.
    pub place: Place,
    /// The shadow tree or document that its `id`s belong to.
    pub scope: u32,
    /// What `<template>` holds.
    pub(super) contents: Option<Id>,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// The page.
    Document,
    /// What `<template>` holds: no part of the page.
    Fragment,
    /// A comment or another thing that nobody sees.
    Comment,
    /// Words.
    Text(String),
    /// An element.
    Element(Box<Element>),
}

#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) parent: Option<Id>,
    pub(super) first: Option<Id>,
    pub(super) last: Option<Id>,
    pub(super) before: Option<Id>,
    pub(super) after: Option<Id>,
}

/// A page.
#[derive(Clone, Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

impl Default for Tree {
    fn default() -> Tree {
        let mut tree = Tree { nodes: Vec::new() };
        tree.add(Kind::Document);
        tree
    }
}

impl Tree {
    /// The page itself.
    pub const ROOT: Id = Id(0);

    pub(super) fn add(&mut self, kind: Kind) -> Id {
        let id = Id(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node { kind, parent: None, first: None, last: None, before: None, after: None });
        id
    }

    pub(super) fn node(&self, id: Id) -> &Node {
        // Ids are given out by this tree alone, which never shrinks; the page stands for one of another tree.
        self.nodes.get(id.at()).unwrap_or(&self.nodes[0])
    }

    pub(super) fn node_mut(&mut self, id: Id) -> &mut Node {
        let at = if id.at() < self.nodes.len() { id.at() } else { 0 };
        &mut self.nodes[at]
    }

    /// Returns how many nodes there are; the page itself is one.
    pub fn size(&self) -> usize {
        self.nodes.len()
    }

    /// Returns a node's element, where it is one.
    pub fn element(&self, id: Id) -> Option<&Element> {
        match &self.node(id).kind {
            Kind::Element(element) => Some(element),
            _ => None,
        }
    }

    /// Returns a node's words, where it is text.
    pub fn text(&self, id: Id) -> Option<&str> {
        match &self.node(id).kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the node above.
    pub fn parent(&self, id: Id) -> Option<Id> {
        self.node(id).parent
    }

    /// Returns the element above.
    pub fn parent_element(&self, id: Id) -> Option<Id> {
        self.parent(id).filter(|parent| self.element(*parent).is_some())
    }

    /// Returns the nodes below, in order.
    pub fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.node(id).first, |child| self.node(*child).after)
    }

    /// Returns the elements below, in order.
    pub fn elements_of(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        self.children(id).filter(|child| self.element(*child).is_some())
    }

    /// Returns the node and all above it, from the inside out.
    pub fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.parent(id), |node| self.parent(*node))
    }

    /// Returns all nodes below, in the order of the page, without going deeper by recursion.
    pub fn descendants(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.node(id).first, move |node| self.next_in(*node, id))
    }

    /// Returns the node after `node` in the order of the page, inside `top`.
    fn next_in(&self, node: Id, top: Id) -> Option<Id> {
        if let Some(first) = self.node(node).first {
            return Some(first);
        }
        let mut at = node;
        while at != top {
            if let Some(after) = self.node(at).after {
                return Some(after);
            }
            at = self.parent(at)?;
        }
        None
    }

    /// Returns whether `id` is below `above`.
    pub fn is_inside(&self, id: Id, above: Id) -> bool {
        self.ancestors(id).any(|node| node == above)
    }

    /// Returns an element's name when it is HTML, and nothing for other nodes.
    pub fn html_name(&self, id: Id) -> &str {
        match self.element(id) {
            Some(element) if element.vocabulary == Vocabulary::Html => &element.name,
            _ => "",
        }
    }

    /// Returns whether a node is this element of HTML.
    pub fn is(&self, id: Id, name: &str) -> bool {
        self.html_name(id) == name
    }

    /// Returns an attribute's value.
    pub fn get(&self, id: Id, name: &str) -> Option<&str> {
        self.attribute(id, name).map(|attribute| attribute.value.as_str())
    }

    /// Returns an attribute.
    pub fn attribute(&self, id: Id, name: &str) -> Option<&Attribute> {
        self.element(id)?.attributes.iter().find(|attribute| &*attribute.name == name)
    }

    /// Returns whether an element has an attribute.
    pub fn has(&self, id: Id, name: &str) -> bool {
        self.attribute(id, name).is_some()
    }

    /// Returns all words below a node, as they are written.
    pub fn words(&self, id: Id) -> String {
        let mut words = String::new();
        for node in self.descendants(id) {
            words.push_str(self.text(node).unwrap_or(""));
        }
        words
    }

    pub(super) fn detach(&mut self, id: Id) {
        let (parent, before, after) = {
            let node = self.node_mut(id);
            (node.parent.take(), node.before.take(), node.after.take())
        };
        match before {
            Some(before) => self.node_mut(before).after = after,
            None => {
                if let Some(parent) = parent {
                    self.node_mut(parent).first = after;
                }
            }
        }
        match after {
            Some(after) => self.node_mut(after).before = before,
            None => {
                if let Some(parent) = parent {
                    self.node_mut(parent).last = before;
                }
            }
        }
    }

    pub(super) fn append(&mut self, parent: Id, child: Id) {
        self.detach(child);
        let last = self.node(parent).last;
        let node = self.node_mut(child);
        (node.parent, node.before) = (Some(parent), last);
        match last {
            Some(last) => self.node_mut(last).after = Some(child),
            None => self.node_mut(parent).first = Some(child),
        }
        self.node_mut(parent).last = Some(child);
    }

    pub(super) fn insert_before(&mut self, sibling: Id, child: Id) {
        self.detach(child);
        let Some(parent) = self.parent(sibling) else { return };
        let before = self.node(sibling).before;
        let node = self.node_mut(child);
        (node.parent, node.before, node.after) = (Some(parent), before, Some(sibling));
        self.node_mut(sibling).before = Some(child);
        match before {
            Some(before) => self.node_mut(before).after = Some(child),
            None => self.node_mut(parent).first = Some(child),
        }
    }

    pub(super) fn element_mut(&mut self, id: Id) -> Option<&mut Element> {
        match &mut self.node_mut(id).kind {
            Kind::Element(element) => Some(element),
            _ => None,
        }
    }
}

/// Returns the vocabulary of a namespace; what is neither SVG nor MathML is read as HTML.
pub(super) fn vocabulary(namespace: &Namespace) -> Vocabulary {
    match *namespace {
        ns!(svg) => Vocabulary::Svg,
        ns!(mathml) => Vocabulary::MathMl,
        _ => Vocabulary::Html,
    }
}
