//! OpenDocument texts. `style.rs` knows what words look like, `body.rs` reads blocks, `list.rs` and `table.rs` two of them,
//! `run.rs` running text, `frame.rs` what stands in frames, `changes.rs` changes that nobody has accepted yet. Source: OASIS OpenDocument 1.3, part 3.

mod body;
mod changes;
mod frame;
mod list;
mod run;
mod style;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use super::archive::Archive;
use super::document::{Document, Properties, Told};
use super::refusal::Refusal;
use super::xml::{Element, Node, parse};
use changes::Change;
use style::Styles;

/// What is known while a document is read.
struct Reader<'a> {
    archive: Archive<'a>,
    styles: Styles,
    document: Document,
    /// Changes that nobody has accepted yet, by their id.
    changes: BTreeMap<String, Change>,
    /// Where links of the document lead in it.
    targets: BTreeSet<String>,
    /// The place of each picture in the document's list, by its name in the archive.
    pictures: BTreeMap<String, usize>,
    /// The number after a list's last item, by its id, and by its style.
    counted: BTreeMap<String, u64>,
    /// Why the document is refused, where a part of it turned out to be hostile.
    refused: Option<Refusal>,
}

/// Reads an OpenDocument text.
///
/// # Errors
///
/// It is damaged, has a password, or is hostile.
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut archive = Archive::open(bytes)?;
    if let Some(manifest) = archive.read("META-INF/manifest.xml")? {
        let locked = parse(&manifest).is_ok_and(|root| root.find("manifest:encryption-data").is_some());
        if locked {
            return Err(Refusal::Compound);
        }
    }
    let content = archive.read("content.xml")?.ok_or_else(|| Refusal::Damaged("it has no text".to_string()))?;
    let mut styles = Styles::default();
    let mut edges = 0;
    if let Some(part) = archive.read("styles.xml")? {
        for group in elements(parse(&part)?) {
            match &*group.name {
                "office:styles" => styles.add(group),
                "office:master-styles" => edges = edges_of(&group),
                _ => {}
            }
        }
    }
    let mut text = None;
    for group in elements(parse(&content)?) {
        match &*group.name {
            "office:automatic-styles" => styles.add(group),
            "office:body" => text = elements(group).find(|element| &*element.name == "office:text"),
            _ => {}
        }
    }
    let text = text.ok_or_else(|| Refusal::Damaged("it has no text".to_string()))?;
    let properties = match archive.read("meta.xml")? {
        Some(part) => properties(&parse(&part)?),
        None => Properties::default(),
    };
    let mut reader = Reader {
        archive,
        styles,
        document: Document { properties, ..Document::default() },
        changes: changes::read(&text),
        targets: BTreeSet::new(),
        pictures: BTreeMap::new(),
        counted: BTreeMap::new(),
        refused: None,
    };
    targets(&text, &mut reader.targets);
    reader.document.blocks = reader.body(&text);
    if edges > 0 {
        reader.document.tell(Told::PageEdges);
    }
    match reader.refused {
        Some(refusal) => Err(refusal),
        None => Ok(reader.document),
    }
}

fn elements(element: Element) -> impl Iterator<Item = Element> {
    element.nodes.into_iter().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    })
}

/// Returns how many headers and footers have words.
fn edges_of(masters: &Element) -> usize {
    let pages = masters.elements().flat_map(Element::elements);
    let edges = pages.filter(|edge| edge.name.starts_with("style:header") || edge.name.starts_with("style:footer"));
    edges.filter(|edge| !edge.text().trim().is_empty()).count()
}

/// Notes where links and fields lead in the document itself.
fn targets(element: &Element, out: &mut BTreeSet<String>) {
    let named = match &*element.name {
        "text:a" => element.attribute("xlink:href").and_then(|address| address.strip_prefix('#')),
        "text:bookmark-ref" | "text:reference-ref" => element.attribute("text:ref-name"),
        _ => None,
    };
    out.extend(named.map(str::to_string));
    for inner in element.elements() {
        targets(inner, out);
    }
}

/// Returns what a document says of itself. Source: OpenDocument 1.3, part 3, 4.3.
fn properties(part: &Element) -> Properties {
    let mut properties = Properties::default();
    let Some(meta) = part.child("office:meta") else { return properties };
    for field in meta.elements() {
        let said = field.text().split_whitespace().collect::<Vec<_>>().join(" ");
        if said.is_empty() {
            continue;
        }
        match &*field.name {
            "dc:title" => properties.title = Some(said),
            "dc:description" => properties.summary = Some(said),
            "dc:subject" => properties.summary = properties.summary.or(Some(said)),
            "meta:keyword" => properties.topics.extend(said.split([',', ';']).map(|word| word.trim().to_string())),
            "dc:creator" | "meta:initial-creator" | "meta:printed-by" => properties.names_people = true,
            _ => {}
        }
    }
    properties.topics.retain(|topic| !topic.is_empty());
    properties
}
