//! XML of office documents as a tree, within limits. Names have the prefix that the standards use, whatever the file calls
//! them: `w:p` is a paragraph of Word in the strict and in the transitional form. Entities of a document's own are refused.

use std::collections::BTreeMap;
use std::rc::Rc;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{NamespaceResolver, ResolveResult};
use quick_xml::reader::NsReader;

use super::refusal::Refusal;

/// How deep elements may stand inside one another. A table in a table in a table of Word is 30 deep. Chosen here; no
/// standard decides.
pub const DEEPEST: usize = 200;

/// The most elements of one part of a document: a book of 1,000 pages has about a million.
const MOST_ELEMENTS: usize = 3_000_000;

/// The most attributes of one element: Word writes 40 namespaces on its outermost one.
const MOST_ATTRIBUTES: usize = 250;

/// Namespaces by the prefix that their standard uses. Source: ECMA-376, part 1, annex A and part 4; OASIS OpenDocument 1.3,
/// part 3, 1.4.
const NAMESPACES: &[(&str, &str)] = &[
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://schemas.microsoft.com/office/word/2010/wordml", "w14"),
    ("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"),
    ("http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"),
    ("http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "rel"),
    ("http://schemas.openxmlformats.org/package/2006/content-types", "ct"),
    ("http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://purl.org/dc/terms/", "dcterms"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "a"),
    ("http://purl.oclc.org/ooxml/drawingml/main", "a"),
    ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"),
    ("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"),
    ("http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"),
    ("http://purl.oclc.org/ooxml/drawingml/picture", "pic"),
    ("http://schemas.openxmlformats.org/drawingml/2006/chart", "c"),
    ("http://purl.oclc.org/ooxml/drawingml/chart", "c"),
    ("http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"),
    ("http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"),
    ("http://schemas.microsoft.com/office/drawing/2017/decorative", "adec"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    ("urn:schemas-microsoft-com:vml", "v"),
    ("urn:schemas-microsoft-com:office:office", "o"),
    ("urn:schemas-microsoft-com:office:word", "w10"),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    ("urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"),
    ("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"),
    ("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"),
    ("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"),
    ("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"),
    ("http://www.w3.org/1999/xlink", "xlink"),
    ("http://www.w3.org/XML/1998/namespace", "xml"),
];

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name, such as `w:p`; without a prefix where its namespace is not among those that are read.
    pub name: Rc<str>,
    /// Its attributes by name, such as `w:val`.
    pub attributes: Vec<(Rc<str>, String)>,
    /// What it holds.
    pub nodes: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// Returns the elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Returns the first element in it with a name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| &*element.name == name)
    }

    /// Returns the element that a path of names leads to.
    pub fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// Returns an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| &**known == name).map(|(_, value)| value.as_str())
    }

    /// Returns the first element with a name, however deep inside it stands.
    pub fn find(&self, name: &str) -> Option<&Element> {
        self.elements().find_map(|element| if &*element.name == name { Some(element) } else { element.find(name) })
    }

    /// Returns all text in it.
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.add_text(&mut out);
        out
    }

    fn add_text(&self, out: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Element(element) => element.add_text(out),
                Node::Text(text) => out.push_str(text),
            }
        }
    }
}

/// Reads XML, and returns its outermost element.
///
/// # Errors
///
/// It is no XML, declares entities, or is more than a document needs.
pub fn parse(bytes: &[u8]) -> Result<Element, Refusal> {
    let text = decoded(bytes)?;
    let mut reader = NsReader::from_str(&text);
    let mut names = Names::default();
    let mut open = vec![Element::default()];
    let mut count = 0;
    loop {
        let event = reader.read_event().map_err(|_| damaged())?;
        match event {
            Event::Start(start) => {
                count += 1;
                if open.len() > DEEPEST {
                    return Err(Refusal::Deep(DEEPEST));
                }
                open.push(names.element(&start, reader.resolver())?);
            }
            Event::Empty(start) => {
                count += 1;
                let element = names.element(&start, reader.resolver())?;
                push(&mut open, Node::Element(element));
            }
            Event::End(_) => {
                let closed = open.pop().ok_or_else(damaged)?;
                push(&mut open, Node::Element(closed));
            }
            Event::Text(words) => push_text(&mut open, &words.xml10_content()),
            Event::CData(words) => push_text(&mut open, &words.xml10_content()),
            Event::GeneralRef(name) => {
                let c = match name.resolve_char_ref().map_err(|_| damaged())? {
                    Some(c) => c,
                    None => entity(&name).ok_or(Refusal::Entities)?,
                };
                push_text(&mut open, c.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(_) => return Err(Refusal::Entities),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        if count > MOST_ELEMENTS {
            return Err(Refusal::Unfolds);
        }
    }
    match (open.pop(), open.pop()) {
        (Some(root), None) => root
            .nodes
            .into_iter()
            .find_map(|node| if let Node::Element(element) = node { Some(element) } else { None })
            .ok_or_else(damaged),
        _ => Err(damaged()),
    }
}

fn damaged() -> Refusal {
    Refusal::Damaged("its XML cannot be read".to_string())
}

/// Returns XML as text. Source: XML 1.0, appendix F: a mark at the start tells UTF-16 from UTF-8.
fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).map(|two| unit([two[0], two[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| damaged())
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).map_err(|_| damaged()),
        _ => String::from_utf8(bytes.to_vec()).map_err(|_| damaged()),
    }
}

fn push(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.nodes.push(node);
    }
}

fn push_text(open: &mut [Element], words: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.nodes.last_mut() {
        Some(Node::Text(text)) => text.push_str(words),
        _ => parent.nodes.push(Node::Text(words.to_string())),
    }
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// Names that were met, so that each is held once.
#[derive(Default)]
struct Names {
    known: BTreeMap<String, Rc<str>>,
}

impl Names {
    fn element(&mut self, start: &BytesStart<'_>, resolver: &NamespaceResolver) -> Result<Element, Refusal> {
        let (space, local) = resolver.resolve_element(start.name());
        let name = self.name(&space, local.as_ref());
        let mut attributes = Vec::new();
        // Without checks for doubles, which take long where there are many.
        for attribute in start.attributes().with_checks(false) {
            if attributes.len() == MOST_ATTRIBUTES {
                return Err(damaged());
            }
            let attribute = attribute.map_err(|_| damaged())?;
            let value = attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|_| damaged())?.into_owned();
            let (space, local) = resolver.resolve_attribute(attribute.key);
            attributes.push((self.name(&space, local.as_ref()), value));
        }
        Ok(Element { name, attributes, nodes: Vec::new() })
    }

    fn name(&mut self, space: &ResolveResult<'_>, local: &str) -> Rc<str> {
        let prefix = match space {
            ResolveResult::Bound(space) => {
                NAMESPACES.iter().find(|(name, _)| *name == space.0).map(|(_, prefix)| *prefix)
            }
            ResolveResult::Unbound | ResolveResult::Unknown(_) => None,
        };
        let name = prefix.map_or_else(|| local.to_string(), |prefix| format!("{prefix}:{local}"));
        Rc::clone(self.known.entry(name.clone()).or_insert_with(|| Rc::from(name)))
    }
}
