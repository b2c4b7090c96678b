//! Changes that were tracked and that nobody has accepted yet. Source: OpenDocument 1.3, part 3, 5.5.

use std::collections::BTreeMap;

use crate::import::xml::Element;

/// A change.
pub enum Change {
    /// Words were put in. They stand in the text.
    Inserted,
    /// Words were struck out. They stand in no other place.
    Deleted(String),
    /// Words look otherwise than before.
    Formatted,
}

/// Returns a document's changes by their ids.
pub fn read(text: &Element) -> BTreeMap<String, Change> {
    let mut changes = BTreeMap::new();
    for region in text.child("text:tracked-changes").into_iter().flat_map(Element::elements) {
        let id = region.attribute("text:id").or_else(|| region.attribute("xml:id"));
        let (Some(id), Some(change)) = (id, region.elements().find_map(change)) else { continue };
        changes.insert(id.to_string(), change);
    }
    changes
}

fn change(element: &Element) -> Option<Change> {
    match &*element.name {
        "text:insertion" => Some(Change::Inserted),
        "text:format-change" => Some(Change::Formatted),
        "text:deletion" => {
            let parts = element.elements().filter(|part| &*part.name != "office:change-info");
            let words: Vec<String> = parts.map(said).filter(|words| !words.is_empty()).collect();
            Some(Change::Deleted(words.join(" ")))
        }
        _ => None,
    }
}

/// Returns words as they are read, on one line.
pub fn said(element: &Element) -> String {
    let mut out = String::new();
    add(element, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn add(element: &Element, out: &mut String) {
    use crate::import::xml::Node;
    for node in &element.nodes {
        match node {
            Node::Text(words) => out.push_str(words),
            Node::Element(inner) => match &*inner.name {
                "dc:creator" | "dc:date" | "meta:date-string" | "meta:creator-initials" | "text:note-citation" => {}
                "text:s" | "text:tab" | "text:line-break" => out.push(' '),
                "text:p" | "text:h" | "text:list-item" | "table:table-cell" => {
                    out.push(' ');
                    add(inner, out);
                    out.push(' ');
                }
                _ => add(inner, out),
            },
        }
    }
}
