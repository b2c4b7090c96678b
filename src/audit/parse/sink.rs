//! Where html5ever's tree builder puts the tree. It says which tag of the source each element came from.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute as Written, LocalName, Namespace, QualName};

use crate::audit::tree::{Attribute, Element, Id, Kind, Place, Tree, vocabulary};

/// The tag that is being read.
#[derive(Clone, Debug, Default)]
pub struct Tag {
    /// The name as written, in lower case; empty where no start tag is being read.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// Where its attributes stand.
    pub attributes: Vec<Place>,
}

/// The tree as it grows.
#[derive(Debug, Default)]
pub struct Sink {
    tree: RefCell<Tree>,
    tag: RefCell<Tag>,
    /// Elements made from the tag that is being read: the last of them is its own.
    made: Cell<Option<Id>>,
    /// Where formatting tags stood, by name and attributes. The parser opens such elements again where they were not
    /// closed in order, and an element opened again still stands where its tag does.
    formatting: RefCell<HashMap<String, Tag>>,
    /// How deep each node stands, as long as nothing is moved.
    depths: RefCell<Vec<usize>>,
    quirks: Cell<bool>,
}

/// The elements that the parser may open again. Source: HTML, 13.2.4.3, the list of active formatting elements.
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

impl Sink {
    /// Notes the tag that the next elements come from.
    pub fn reads(&self, tag: Tag) {
        self.made.set(None);
        self.tag.replace(tag);
    }

    /// Notes that the tag has been read.
    pub fn has_read(&self) {
        let tag = self.tag.take();
        self.tag.borrow_mut().place = tag.place;
        let mut tree = self.tree.borrow_mut();
        let Some(own) = self.made.take() else { return };
        let Some(element) = tree.element_mut(own) else { return };
        set_places(element, &tag);
        if FORMATTING.contains(&&*element.name) {
            self.formatting.borrow_mut().insert(key(element), tag);
        }
    }

    /// Returns the name of the element of the tag that is being read, where it stands at least so deep.
    pub fn deep(&self, most: usize) -> Option<String> {
        let made = self.made.get()?;
        let deep = self.depths.borrow().get(made.at()).is_some_and(|depth| *depth >= most);
        if deep { self.tree.borrow().element(made).map(|element| element.name.to_string()) } else { None }
    }

    fn notes_depth(&self, parent: Id, child: Id) {
        let mut depths = self.depths.borrow_mut();
        let depth = depths.get(parent.at()).copied().unwrap_or(0) + 1;
        if depths.len() <= child.at() {
            depths.resize(child.at() + 1, 0);
        }
        if let Some(place) = depths.get_mut(child.at()) {
            *place = depth;
        }
    }

    /// Returns how many nodes there are.
    pub fn size(&self) -> usize {
        self.tree.borrow().size()
    }

    fn adds_text(&self, parent: Id, before: Option<Id>, text: &str) {
        let mut tree = self.tree.borrow_mut();
        let beside = match before {
            Some(before) => tree.node(before).before,
            None => tree.node(parent).last,
        };
        if let Some(beside) = beside
            && let Kind::Text(words) = &mut tree.node_mut(beside).kind
        {
            words.push_str(text);
            return;
        }
        let node = tree.add(Kind::Text(text.to_string()));
        match before {
            Some(before) => tree.insert_before(before, node),
            None => tree.append(parent, node),
        }
    }
}

fn key(element: &Element) -> String {
    let mut key = element.name.to_string();
    for attribute in &element.attributes {
        key.push('\u{1}');
        key.push_str(&attribute.name);
        key.push('\u{2}');
        key.push_str(&attribute.value);
    }
    key
}

fn set_places(element: &mut Element, tag: &Tag) {
    element.place = tag.place;
    for (attribute, place) in element.attributes.iter_mut().zip(&tag.attributes) {
        attribute.place = *place;
    }
}

/// An element's name as the tree builder asks for it.
#[derive(Debug)]
pub struct Name(Namespace, LocalName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0
    }

    fn local_name(&self) -> &LocalName {
        &self.1
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = (Tree, bool);
    type ElemName<'a> = Name;

    fn finish(self) -> (Tree, bool) {
        (self.tree.into_inner(), self.quirks.get())
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        Tree::ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Name {
        let tree = self.tree.borrow();
        tree.element(*target).map_or_else(
            || Name(Namespace::default(), LocalName::default()),
            |element| Name(element.namespace.clone(), element.name.clone()),
        )
    }

    fn create_element(&self, name: QualName, attributes: Vec<Written>, flags: ElementFlags) -> Id {
        let tag = self.tag.borrow();
        let here = Place { start: tag.place.start, end: tag.place.start };
        let own = tag.name.eq_ignore_ascii_case(&name.local) || (tag.name == "image" && &*name.local == "img");
        let attributes = attributes.into_iter().map(|written| Attribute {
            name: match &written.name.prefix {
                Some(prefix) if !prefix.is_empty() => {
                    LocalName::from(format!("{}:{}", &**prefix, &*written.name.local))
                }
                _ => written.name.local,
            },
            value: written.value.to_string(),
            place: here,
        });
        let mut element = Element {
            vocabulary: vocabulary(&name.ns),
            namespace: name.ns,
            name: name.local,
            attributes: attributes.collect(),
            place: here,
            scope: 0,
            contents: None,
        };
        if FORMATTING.contains(&&*element.name)
            && let Some(earlier) = self.formatting.borrow().get(&key(&element))
        {
            set_places(&mut element, earlier);
        }
        let mut tree = self.tree.borrow_mut();
        if flags.template {
            element.contents = Some(tree.add(Kind::Fragment));
        }
        let id = tree.add(Kind::Element(Box::new(element)));
        if own {
            self.made.set(Some(id));
        }
        id
    }

    fn create_comment(&self, _text: StrTendril) -> Id {
        self.tree.borrow_mut().add(Kind::Comment)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Id {
        self.tree.borrow_mut().add(Kind::Comment)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        match child {
            NodeOrText::AppendNode(node) => {
                self.notes_depth(*parent, node);
                self.tree.borrow_mut().append(*parent, node);
            }
            NodeOrText::AppendText(text) => self.adds_text(*parent, None, &text),
        }
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let has_parent = self.tree.borrow().parent(*element).is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    fn get_template_contents(&self, target: &Id) -> Id {
        self.tree.borrow().element(*target).and_then(|element| element.contents).unwrap_or(*target)
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.quirks.set(mode == QuirksMode::Quirks);
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        match child {
            NodeOrText::AppendNode(node) => self.tree.borrow_mut().insert_before(*sibling, node),
            NodeOrText::AppendText(text) => {
                let parent = self.tree.borrow().parent(*sibling).unwrap_or(Tree::ROOT);
                self.adds_text(parent, Some(*sibling), &text);
            }
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Written>) {
        let tag = self.tag.borrow();
        let mut tree = self.tree.borrow_mut();
        let Some(element) = tree.element_mut(*target) else { return };
        if element.place.start == element.place.end {
            element.place = tag.place;
        }
        for (at, written) in attributes.into_iter().enumerate() {
            if !element.attributes.iter().any(|attribute| attribute.name == written.name.local) {
                let place = tag.attributes.get(at).copied().unwrap_or(tag.place);
                let value = written.value.to_string();
                element.attributes.push(Attribute { name: written.name.local, value, place });
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.node(*node).first {
            tree.append(*new_parent, child);
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &Id) -> bool {
        let tree = self.tree.borrow();
        let encoding = tree.get(*handle, "encoding").unwrap_or("");
        encoding.eq_ignore_ascii_case("text/html") || encoding.eq_ignore_ascii_case("application/xhtml+xml")
    }

    /// Makes the template's contents the shadow tree of the element that it stands in.
    fn attach_declarative_shadow(&self, host: &Id, template: &Id, _attributes: &[Written]) -> bool {
        let mut tree = self.tree.borrow_mut();
        let Some(contents) = tree.element(*template).and_then(|element| element.contents) else { return false };
        let Some(element) = tree.element_mut(*host) else { return false };
        if element.contents.is_some() {
            return false;
        }
        element.contents = Some(contents);
        true
    }
}
