//! Changes that were tracked and that nobody has accepted yet. Source: OpenDocument 1.3, part 3, 5.5.

use std::collections::BTreeMap;

use crate::import::document::Remark;
use crate::import::xml::{Element, Node};

/// A change.
pub enum Change {
    /// Words were put in. They stand in the text.
    Inserted,
    /// Words were struck out. They stand in no other place.
    Deleted(Remark),
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
            let (by, day) = element.child("office:change-info").map(signed).unwrap_or_default();
            (!words.is_empty()).then(|| Change::Deleted(Remark::deleted(&words.join(" "), &by, &day)))
        }
        _ => None,
    }
}

/// Returns who wrote something, and on which day.
pub fn signed(element: &Element) -> (String, String) {
    let part = |name: &str| element.child(name).map(Element::text).unwrap_or_default();
    (part("dc:creator"), part("dc:date").chars().take(10).collect())
}

/// Returns words as they are read, on one line.
pub fn said(element: &Element) -> String {
    let mut out = String::new();
    add(element, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn add(element: &Element, out: &mut String) {
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
