//! The structure tree: what each thing on paper is, in reading order, whatever page or panel it stands on.
//! How it is written into a PDF is `pdf/tags.rs`'s.

use std::sync::Arc;

/// A node of the tree, as a number in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// What a node is. Source: ISO 32000-1:2008, 14.8.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole document.
    Document,
    /// A part with a heading, or a panel.
    Section,
    /// Things that belong together.
    Division,
    /// A place to write or tick.
    Form,
    /// A heading of a level from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list and how its items are marked.
    List(ListMarks),
    /// An item of a list.
    Item,
    /// The mark or the term of an item.
    Label,
    /// What an item says.
    Body,
    /// A table.
    Table,
    /// Its heading rows.
    TableHead,
    /// Its other rows.
    TableBody,
    /// One row.
    TableRow,
    /// A cell that heads others.
    HeaderCell(HeaderScope),
    /// Any other cell.
    Cell,
    /// A picture or a drawing.
    Figure,
    /// What stands under a figure or over a table.
    Caption,
    /// Somebody's words.
    Quote,
    /// A footnote.
    Note,
    /// The mark that points to a footnote.
    Reference,
    /// A list of contents.
    Contents,
    /// One entry of it.
    ContentsItem,
    /// A link.
    Link,
    /// A run of text with an attribute of its own.
    Span,
    /// Strong importance.
    Strong,
    /// Emphasis.
    Emphasis,
    /// Something to type.
    Code,
    /// Marked content itself: a leaf.
    Content,
}

/// How the items of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListMarks {
    /// With discs.
    Disc,
    /// With numbers.
    Decimal,
    /// With their terms, or not at all.
    None,
}

/// Which cells a heading cell heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderScope {
    /// Those below it.
    Column,
    /// Those beside it.
    Row,
}

/// What a node has besides its role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// Its language, where it is not its parent's.
    pub lang: Option<Arc<str>>,
    /// What a reader who cannot see it is told.
    pub alt: Option<String>,
    /// The text in reading order, where the page shows it in another.
    pub actual: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// How many columns of a table it stands over, where that is more than one.
    pub columns: Option<usize>,
    /// The id by which it is pointed to.
    pub id: Option<String>,
}

/// One node.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// What holds it; the document has none.
    pub parent: Option<NodeId>,
    /// What it holds, in reading order.
    pub kids: Vec<NodeId>,
    /// What else is known of it.
    pub attributes: Attributes,
}

/// The tree; its first node is the document.
#[derive(Clone, Debug)]
pub struct StructureTree {
    nodes: Vec<Node>,
}

impl StructureTree {
    /// The document.
    pub const ROOT: NodeId = NodeId(0);

    /// Returns a tree of nothing but the document.
    pub fn new() -> StructureTree {
        let root = Node { role: Role::Document, parent: None, kids: Vec::new(), attributes: Attributes::default() };
        StructureTree { nodes: vec![root] }
    }

    /// Adds a node as the last that `parent` holds and returns it.
    pub fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node { role, parent: Some(parent), kids: Vec::new(), attributes: Attributes::default() });
        self.nodes[parent.0 as usize].kids.push(id);
        id
    }

    /// Moves what `parent` holds from the place `from` on to the place `at`, before what stands there: what was added last is
    /// read earlier.
    pub fn read_earlier(&mut self, parent: NodeId, from: usize, at: usize) {
        if let Some(kids) = self.nodes.get_mut(parent.0 as usize).map(|node| &mut node.kids)
            && at <= from
            && let Some(moved) = kids.get_mut(at..)
        {
            moved.rotate_left((from - at).min(moved.len()));
        }
    }

    /// Returns a node; ids come from this tree, so there is always one.
    pub fn get(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// Returns what is known of a node, to be changed.
    pub fn attributes_mut(&mut self, id: NodeId) -> &mut Attributes {
        &mut self.nodes[id.0 as usize].attributes
    }

    /// Returns every node with its id, each after its parent.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (NodeId, &Node)> + ExactSizeIterator {
        self.nodes.iter().enumerate().map(|(at, node)| (NodeId(u32::try_from(at).unwrap_or(u32::MAX)), node))
    }

    /// Returns how many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }
}

impl Default for StructureTree {
    fn default() -> StructureTree {
        StructureTree::new()
    }
}
