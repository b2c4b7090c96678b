//! The structure tree as PDF objects, and the way back from content to it.

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, dictionary};

use super::draw::MarkedContent;
use super::values::{rectangle, text_string};
use crate::render::print::display::Document;
use crate::render::print::structure::{HeaderScope, ListMarks, Node, NodeId, Role, StructureTree};

/// What is known of the tree's objects before they are written.
pub struct Tagged {
    ids: Vec<ObjectId>,
    root: ObjectId,
    annotations: Vec<Vec<(ObjectId, usize)>>,
    parents: Vec<(i64, Object)>,
    next: i64,
}

impl Tagged {
    /// Gives every node an object.
    pub fn new(pdf: &mut Pdf, document: &Document, content: &MarkedContent) -> Tagged {
        let ids = (0..document.tree.len()).map(|_| pdf.new_object_id()).collect();
        let next = i64::try_from(content.of_page.len()).unwrap_or(i64::MAX);
        let annotations = vec![Vec::new(); document.tree.len()];
        Tagged { ids, root: pdf.new_object_id(), annotations, parents: Vec::new(), next }
    }

    /// Ties an annotation to its node and returns its key in the parent tree.
    pub fn annotation(&mut self, node: NodeId, annotation: ObjectId, page: usize) -> i64 {
        let at = node.0 as usize;
        let key = self.next;
        if let (Some(tied), Some(id)) = (self.annotations.get_mut(at), self.ids.get(at)) {
            tied.push((annotation, page));
            self.parents.push((key, Object::from(*id)));
            self.next += 1;
        }
        key
    }

    fn id(&self, node: NodeId) -> ObjectId {
        self.ids[node.0 as usize]
    }
}

/// What writing needs at hand.
struct TagWriter<'a> {
    document: &'a Document,
    pages: &'a [ObjectId],
    content: &'a MarkedContent,
    tagged: Tagged,
    live: Vec<bool>,
    named: Vec<(String, ObjectId)>,
}

/// Writes the structure tree and returns its root.
pub fn write(
    pdf: &mut Pdf,
    document: &Document,
    pages: &[ObjectId],
    content: &MarkedContent,
    tagged: Tagged,
) -> ObjectId {
    let live = live(&document.tree, content, &tagged);
    let mut writer = TagWriter { document, pages, content, tagged, live, named: Vec::new() };
    for (id, node) in document.tree.iter() {
        if !writer.live[id.0 as usize] {
            continue;
        }
        if node.role != Role::Content {
            let element = writer.element(id, node);
            pdf.objects.insert(writer.tagged.id(id), element.into());
        } else if let (Some(actual), Some(parent)) = (&node.attributes.actual, node.parent) {
            let element = writer.spelled_out(id, parent, actual);
            pdf.objects.insert(writer.tagged.id(id), element.into());
        }
    }
    writer.finish(pdf)
}

/// Finds the nodes that hold something: content, an annotation, or a cell that stands empty in its row.
fn live(tree: &StructureTree, content: &MarkedContent, tagged: &Tagged) -> Vec<bool> {
    let mut live = vec![false; tree.len()];
    for (id, node) in tree.iter().rev() {
        let at = id.0 as usize;
        let cell = matches!(node.role, Role::Cell | Role::HeaderCell(_));
        live[at] |=
            cell || !content.of_node[at].is_empty() || !tagged.annotations[at].is_empty() || id == StructureTree::ROOT;
        if let (true, Some(parent)) = (live[at], node.parent) {
            live[parent.0 as usize] = true;
        }
    }
    live
}

impl TagWriter<'_> {
    fn element(&mut self, id: NodeId, node: &Node) -> Dictionary {
        let own = self.tagged.id(id);
        let parent = node.parent.map_or(self.tagged.root, |parent| self.tagged.id(parent));
        let mut element = dictionary! { "Type" => "StructElem", "S" => name(node.role), "P" => parent };
        let mut page: Option<usize> = None;
        let mut kids: Vec<Object> = Vec::new();
        for kid in node.kids.iter().filter(|kid| self.live[kid.0 as usize]) {
            let child = self.document.tree.get(*kid);
            if child.role != Role::Content || child.attributes.actual.is_some() {
                kids.push(self.tagged.id(*kid).into());
                continue;
            }
            self.content_kids(*kid, &mut page, &mut kids);
        }
        for (annotation, number) in &self.tagged.annotations[id.0 as usize] {
            page.get_or_insert(*number);
            let pg = self.pages[*number];
            kids.push(dictionary! { "Type" => "OBJR", "Obj" => *annotation, "Pg" => pg }.into());
        }
        if let Some(page) = page {
            element.set("Pg", self.pages[page]);
        }
        element.set("K", kids);
        self.attributes(&mut element, id, node);
        if let Some(name) = &node.attributes.id {
            element.set("ID", Object::string_literal(name.as_bytes()));
            self.named.push((name.clone(), own));
        }
        element
    }

    /// Adds a leaf's marked content; the first page it stands on is the element's own.
    fn content_kids(&self, leaf: NodeId, page: &mut Option<usize>, kids: &mut Vec<Object>) {
        for (number, mcid) in &self.content.of_node[leaf.0 as usize] {
            kids.push(if *page.get_or_insert(*number) == *number {
                Object::Integer(*mcid)
            } else {
                dictionary! { "Type" => "MCR", "Pg" => self.pages[*number], "MCID" => *mcid }.into()
            });
        }
    }

    /// Returns the element of a leaf whose text stands in another order on the page than it is read.
    fn spelled_out(&self, leaf: NodeId, parent: NodeId, actual: &str) -> Dictionary {
        let (mut page, mut kids) = (None, Vec::new());
        self.content_kids(leaf, &mut page, &mut kids);
        let mut element = dictionary! {
            "Type" => "StructElem",
            "S" => "Span",
            "P" => self.tagged.id(parent),
            "ActualText" => text_string(actual),
            "K" => kids,
        };
        if let Some(page) = page {
            element.set("Pg", self.pages[page]);
        }
        element
    }

    fn attributes(&self, element: &mut Dictionary, id: NodeId, node: &Node) {
        let known = &node.attributes;
        for (key, value) in [("Alt", &known.alt), ("T", &known.title)] {
            if let Some(value) = value {
                element.set(key, text_string(value));
            }
        }
        if let Some(lang) = &known.lang {
            element.set("Lang", text_string(lang));
        }
        let attribute = if let Role::List(marks) = node.role {
            let numbering = match marks {
                ListMarks::Disc => "Disc",
                ListMarks::Decimal => "Decimal",
                ListMarks::None => "None",
            };
            Some(dictionary! { "O" => "List", "ListNumbering" => numbering })
        } else if let Role::HeaderCell(scope) = node.role {
            let scope = match scope {
                HeaderScope::Column => "Column",
                HeaderScope::Row => "Row",
            };
            let mut attribute = dictionary! { "O" => "Table", "Scope" => scope };
            over(node, &mut attribute);
            Some(attribute)
        } else if node.role == Role::Cell && node.attributes.columns.is_some() {
            let mut attribute = dictionary! { "O" => "Table" };
            over(node, &mut attribute);
            Some(attribute)
        } else {
            self.document.figures.get(&id).and_then(|(number, area)| {
                let page = self.document.pages.get(*number)?;
                Some(dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => rectangle(page, *area) })
            })
        };
        if let Some(attribute) = attribute {
            element.set("A", attribute);
        }
    }

    fn finish(mut self, pdf: &mut Pdf) -> ObjectId {
        let tree = &self.document.tree;
        let mut parents: Vec<(i64, Object)> = Vec::with_capacity(self.content.of_page.len());
        for (page, leaves) in (0i64..).zip(&self.content.of_page) {
            let holder = |leaf: &NodeId| {
                let node = tree.get(*leaf);
                let own = node.attributes.actual.is_some();
                let id = if own { *leaf } else { node.parent.unwrap_or(StructureTree::ROOT) };
                Object::from(self.tagged.id(id))
            };
            let holders: Vec<Object> = leaves.iter().map(holder).collect();
            parents.push((page, pdf.add_object(holders).into()));
        }
        parents.append(&mut self.tagged.parents);
        let numbers: Vec<Object> = parents.into_iter().flat_map(|(key, value)| [Object::Integer(key), value]).collect();
        let parent_tree = pdf.add_object(dictionary! { "Nums" => numbers });
        let mut root = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => self.tagged.id(StructureTree::ROOT),
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => self.tagged.next,
            "RoleMap" => dictionary! { "Strong" => "Span", "Em" => "Span" },
        };
        if !self.named.is_empty() {
            self.named.sort();
            let names: Vec<Object> = self
                .named
                .iter()
                .flat_map(|(name, id)| [Object::string_literal(name.as_bytes()), (*id).into()])
                .collect();
            root.set("IDTree", dictionary! { "Names" => names });
        }
        let id = self.tagged.root;
        pdf.objects.insert(id, root.into());
        id
    }
}

/// Says how many columns a cell stands over. Source: ISO 32000-1:2008, 14.8.5.7.
fn over(node: &Node, attribute: &mut lopdf::Dictionary) {
    if let Some(columns) = node.attributes.columns {
        attribute.set("ColSpan", i64::try_from(columns).unwrap_or(i64::MAX));
    }
}

/// Returns the name of a role. Source: ISO 32000-1:2008, 14.8.4; `Strong` and `Em` are mapped to `Span`.
fn name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Division => "Div",
        Role::Form => "Form",
        Role::Heading(level) => ["H1", "H2", "H3", "H4", "H5", "H6"][usize::from(level.clamp(1, 6)) - 1],
        Role::Paragraph => "P",
        Role::List(_) => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::Body => "LBody",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::TableRow => "TR",
        Role::HeaderCell(_) => "TH",
        Role::Cell => "TD",
        Role::Figure => "Figure",
        Role::Caption => "Caption",
        Role::Quote => "BlockQuote",
        Role::Note => "Note",
        Role::Reference => "Reference",
        Role::Contents => "TOC",
        Role::ContentsItem => "TOCI",
        Role::Link => "Link",
        Role::Span | Role::Content => "Span",
        Role::Strong => "Strong",
        Role::Emphasis => "Em",
        Role::Code => "Code",
    }
}
