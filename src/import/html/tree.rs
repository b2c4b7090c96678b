//! A page's elements as browsers see them, in one list: no element holds another in memory, so that none is too deep.

use html5ever::{LocalName, QualName};

/// How deep elements may stand in one another; the words of what is deeper are kept. Chosen here; Chromium takes 512, and a
/// page of 100 is rare.
const DEEPEST: usize = 200;

/// A page.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

/// An element, or text.
#[derive(Debug, Default)]
pub struct Node {
    /// The element that it stands in.
    pub parent: Option<usize>,
    /// What stands in it, in order.
    pub children: Vec<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What stands in a page.
#[derive(Debug, Default)]
pub enum Kind {
    /// The page itself, a comment, or the like.
    #[default]
    Other,
    /// An element, by its name in small letters, with its attributes.
    Element(QualName, Vec<(LocalName, String)>),
    /// Text.
    Text(String),
}

impl Tree {
    /// Returns a tree of nodes, the page itself first. Words that stand too deep stand higher.
    pub fn new(nodes: Vec<Node>) -> Tree {
        let mut tree = Tree { nodes };
        tree.flatten();
        tree
    }

    /// Returns a node.
    pub fn node(&self, at: usize) -> &Node {
        static NONE: Node = Node { parent: None, children: Vec::new(), kind: Kind::Other };
        self.nodes.get(at).unwrap_or(&NONE)
    }

    /// Returns an element's name; empty where it is none.
    pub fn name(&self, at: usize) -> &str {
        match &self.node(at).kind {
            Kind::Element(name, _) => &name.local,
            Kind::Other | Kind::Text(_) => "",
        }
    }

    /// Returns an element's attribute.
    pub fn attribute(&self, at: usize, name: &str) -> Option<&str> {
        match &self.node(at).kind {
            Kind::Element(_, attributes) => {
                attributes.iter().find(|(known, _)| &**known == name).map(|(_, value)| value.as_str())
            }
            Kind::Other | Kind::Text(_) => None,
        }
    }

    /// Returns all nodes below one, in the order of reading, itself first. What `goes_in` refuses is left out with all in it.
    pub fn below(&self, at: usize, goes_in: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let mut out = Vec::new();
        let mut open = vec![at];
        while let Some(next) = open.pop() {
            if next != at && !goes_in(next) {
                continue;
            }
            out.push(next);
            open.extend(self.node(next).children.iter().rev());
        }
        out
    }

    /// Returns the first element below one with a name.
    pub fn find(&self, at: usize, name: &str) -> Option<usize> {
        self.below(at, &|_| true).into_iter().skip(1).find(|node| self.name(*node) == name)
    }

    /// Puts the words and pictures of what is too deep into the deepest element that is not.
    fn flatten(&mut self) {
        let mut open = vec![(0, 0)];
        while let Some((at, depth)) = open.pop() {
            if depth < DEEPEST {
                open.extend(self.node(at).children.iter().map(|child| (*child, depth + 1)));
                continue;
            }
            let is_kept = |node: &usize| match &self.node(*node).kind {
                Kind::Text(_) => true,
                Kind::Element(name, _) => is_flat(&name.local),
                Kind::Other => false,
            };
            let is_read =
                |node: usize| !matches!(self.name(node), "script" | "style" | "template" | "title" | "textarea");
            let kept: Vec<usize> = self.below(at, &is_read).into_iter().skip(1).filter(is_kept).collect();
            for child in &kept {
                if let Some(node) = self.nodes.get_mut(*child) {
                    node.parent = Some(at);
                    node.children.clear();
                }
            }
            if let Some(node) = self.nodes.get_mut(at) {
                node.children = kept;
            }
        }
    }

    /// Returns the words below a node, blanks once.
    pub fn words(&self, at: usize) -> String {
        let mut out = String::new();
        for node in self.below(at, &|node| !matches!(self.name(node), "script" | "style" | "template" | "noscript")) {
            match &self.node(node).kind {
                Kind::Text(text) => out.push_str(text),
                Kind::Element(name, _) if !is_inline(&name.local) => out.push(' '),
                Kind::Element(..) | Kind::Other => {}
            }
        }
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Returns whether an element stands in a line of text. Source: HTML Living Standard, 3.2.5.2.5 (phrasing content).
pub fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "audio"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "blink"
            | "br"
            | "button"
            | "canvas"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "embed"
            | "font"
            | "i"
            | "iframe"
            | "img"
            | "input"
            | "ins"
            | "kbd"
            | "label"
            | "map"
            | "mark"
            | "math"
            | "meter"
            | "nobr"
            | "object"
            | "output"
            | "picture"
            | "progress"
            | "q"
            | "rb"
            | "rp"
            | "rt"
            | "ruby"
            | "s"
            | "samp"
            | "select"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "svg"
            | "textarea"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "video"
            | "wbr"
    )
}

/// Returns whether nothing, or only text, stands in an element: its tag changes how what follows is read.
pub fn is_flat(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
            | "script"
            | "style"
            | "textarea"
            | "title"
            | "xmp"
            | "iframe"
            | "noembed"
            | "noframes"
            | "plaintext"
    )
}
