//! Blocks of a page. What stands in a line of text is read by `inline.rs`; where a block stands among it, it ends the line.

use std::collections::BTreeSet;

use super::Reader;
use super::aside::{is_around, is_hidden};
use super::tree::{Kind, is_inline};
use crate::import::document::{Block, Inline, Paragraph, Remark, To, Told, words};

/// Blocks while they are read, and the line of text at their end.
#[derive(Default)]
pub struct Flow {
    out: Vec<Block>,
    line: Vec<Inline>,
    /// Where a link that holds blocks leads: the first of them is its words.
    link: Option<To>,
}

impl Flow {
    /// Adds a piece of running text.
    pub fn say(&mut self, inline: Inline) {
        self.line.push(inline);
    }

    /// Ends a line of text: it is a paragraph.
    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        if let Some(content) = self.linked(line) {
            self.out.push(Block::Paragraph(Paragraph::of(content)));
        }
    }

    /// Returns running text that says something, in the link around it.
    fn linked(&mut self, content: Vec<Inline>) -> Option<Vec<Inline>> {
        let blank = |inline: &Inline| match inline {
            Inline::Text(words) => words.trim().is_empty(),
            Inline::LineBreak => true,
            _ => false,
        };
        if content.iter().all(blank) {
            return None;
        }
        match self.link.take() {
            Some(to) if !words(&content).trim().is_empty() && !has_link(&content) => {
                Some(vec![Inline::Link(to, content)])
            }
            link => {
                self.link = link;
                Some(content)
            }
        }
    }

    fn push(&mut self, block: Block) {
        self.end();
        self.out.push(block);
    }

    fn finish(mut self) -> Vec<Block> {
        self.end();
        self.out
    }
}

fn has_link(content: &[Inline]) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Link(..) => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) | Inline::Language(_, inner) => {
            has_link(inner)
        }
        _ => false,
    })
}

impl Reader<'_> {
    /// Notes where links of the page lead in it.
    pub fn targets(&mut self, main: usize) {
        let links = self.tree.below(main, &|_| true).into_iter().filter(|node| self.tree.name(*node) == "a");
        let places: BTreeSet<String> = links
            .filter_map(|link| self.tree.attribute(link, "href"))
            .filter_map(|address| self.place(address))
            .collect();
        self.targets = places;
    }

    /// Reads what stands in an element, as blocks.
    pub fn blocks(&mut self, at: usize) -> Vec<Block> {
        let mut flow = Flow::default();
        self.children(at, &mut flow);
        flow.finish()
    }

    fn children(&mut self, at: usize, flow: &mut Flow) {
        let tree = self.tree;
        for child in &tree.node(at).children {
            self.node(*child, flow);
        }
    }

    fn node(&mut self, at: usize, flow: &mut Flow) {
        let tree = self.tree;
        match &tree.node(at).kind {
            Kind::Text(text) => flow.say(Inline::Text(text.clone())),
            Kind::Element(..) => self.element(at, flow),
            Kind::Other => {}
        }
    }

    fn element(&mut self, at: usize, flow: &mut Flow) {
        let tree = self.tree;
        if is_hidden(tree, at) || self.is_note(at) {
            return;
        }
        if is_around(tree, at) {
            self.left_out(at);
            return;
        }
        let name = tree.name(at);
        if is_inline(name) && !self.holds_blocks(at) {
            let content = self.inline(at);
            flow.line.extend(content);
            return;
        }
        if let Some(lang) = self.other_language(at).filter(|_| !matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6"))
        {
            self.mark_place(at, flow);
            let mut inner = Flow::default();
            self.known(at, name, &mut inner);
            flow.push(Block::Language(lang, inner.finish()));
            return;
        }
        self.mark_place(at, flow);
        self.known(at, name, flow);
    }

    /// Marks an element that a link of the page leads to.
    fn mark_place(&mut self, at: usize, flow: &mut Flow) {
        if let Some(id) = self.tree.attribute(at, "id").filter(|id| self.targets.contains(*id)) {
            // A heading is a place itself.
            if !matches!(self.tree.name(at), "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
                flow.end();
                flow.say(Inline::Place(id.to_string()));
            }
        }
    }

    fn known(&mut self, at: usize, name: &str, flow: &mut Flow) {
        let tree = self.tree;
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.bytes().last().map_or(1, |digit| digit.saturating_sub(b'0'));
                let mut content = self.running(at);
                if let Some(id) = self.targeted(at) {
                    content.insert(0, Inline::Place(id));
                }
                flow.end();
                if let Some(content) = flow.linked(content) {
                    flow.push(Block::Heading(level, content));
                }
            }
            "ul" | "ol" | "menu" | "dir" => {
                flow.end();
                let blocks = self.list(at);
                // A heading over notes that stand at the page's end now.
                let held_notes = tree.node(at).children.iter().any(|child| self.is_note(*child));
                if blocks.is_empty() && held_notes {
                    flow.out.pop_if(|last| matches!(last, Block::Heading(..)));
                }
                flow.out.extend(blocks);
            }
            "dl" => {
                let block = self.definitions(at);
                flow.end();
                flow.out.extend(block);
            }
            "table" => {
                flow.end();
                let blocks = self.table(at);
                flow.out.extend(blocks);
            }
            "blockquote" => {
                let inner = self.blocks(at);
                if !inner.is_empty() {
                    flow.push(Block::Quote(inner));
                }
            }
            "pre" | "listing" | "xmp" | "plaintext" => {
                let text = self.kept(at);
                if !text.trim().is_empty() {
                    flow.push(Block::Code(text));
                }
            }
            "hr" => flow.push(Block::Rule),
            "figcaption" => {
                let content = self.running(at);
                if let Some(content) = flow.linked(content) {
                    flow.push(Block::Caption(content));
                }
            }
            "summary" => {
                let content = self.running(at);
                flow.push(Block::Paragraph(Paragraph::of(vec![Inline::Strong(content)])));
            }
            "aside" => {
                let inner = self.blocks(at);
                if !inner.is_empty() {
                    flow.push(Block::Boxed(inner));
                }
            }
            "form" => self.form(at, flow),
            "br" => flow.say(Inline::LineBreak),
            _ => {
                flow.end();
                let link = if name == "a" { self.to(at) } else { None };
                let around = link.map(|link| flow.link.replace(link));
                self.children(at, flow);
                flow.end();
                if let Some(around) = around {
                    flow.link = around;
                }
            }
        }
        if matches!(name, "p" | "div" | "address") && tree.node(at).parent.is_some() {
            flow.end();
        }
    }

    /// Tells of what is left out where that is more than a way through the site.
    fn left_out(&mut self, at: usize) {
        let links = self.tree.below(at, &|_| true).into_iter().filter(|node| self.tree.name(*node) == "a");
        let mut addresses = links.filter_map(|link| self.tree.attribute(link, "href")).peekable();
        if addresses.peek().is_some() && addresses.all(|address| self.place(address).is_some()) {
            self.document.tell(Told::Contents);
        }
    }

    /// Reads a form: what it asks is told; one that is around a whole page is not seen.
    fn form(&mut self, at: usize, flow: &mut Flow) {
        let tree = self.tree;
        let fields: Vec<usize> = tree
            .below(at, &|node| node == at || !is_hidden(tree, node))
            .into_iter()
            .filter(|node| is_field(tree, *node))
            .collect();
        let labels =
            tree.below(at, &|_| true).into_iter().filter(|node| matches!(tree.name(*node), "label" | "legend"));
        let asked: Vec<String> = labels.map(|label| tree.words(label)).filter(|words| !words.is_empty()).collect();
        let all = tree.words(at).split_whitespace().count();
        let in_labels: usize = asked.iter().map(|label| label.split_whitespace().count()).sum();
        let is_search = fields.len() <= 1
            && fields.iter().all(|field| {
                let words = ["type", "name", "role", "id"]
                    .map(|name| tree.attribute(*field, name).unwrap_or_default())
                    .join(" ");
                words.to_ascii_lowercase().contains("search")
                    || words.split_whitespace().any(|word| word == "q" || word == "s")
            });
        if all > in_labels + 60 || fields.is_empty() {
            flow.end();
            self.children(at, flow);
            flow.end();
            return;
        }
        if is_search {
            return;
        }
        let what = if asked.is_empty() {
            "a form stood here".to_string()
        } else {
            format!("a form stood here that asked for: {}", asked.join("; "))
        };
        flow.push(Block::Remark(Remark::lost(what)));
    }

    fn definitions(&mut self, at: usize) -> Option<Block> {
        let tree = self.tree;
        let mut entries: Vec<(Vec<Inline>, Vec<Vec<Block>>)> = Vec::new();
        let mut open: Vec<usize> = tree.node(at).children.iter().rev().copied().collect();
        while let Some(node) = open.pop() {
            if is_hidden(tree, node) {
                continue;
            }
            match tree.name(node) {
                "dt" => {
                    let mut content = self.running(node);
                    if let Some(id) = self.targeted(node) {
                        content.insert(0, Inline::Place(id));
                    }
                    // Two terms one after another mean the same.
                    match entries.last_mut() {
                        Some((term, meanings)) if meanings.is_empty() => {
                            term.push(Inline::Text(", ".to_string()));
                            term.extend(content);
                        }
                        _ => entries.push((content, Vec::new())),
                    }
                }
                "dd" => {
                    let blocks = self.blocks(node);
                    match entries.last_mut() {
                        Some((_, meanings)) => meanings.push(blocks),
                        None => entries.push((Vec::new(), vec![blocks])),
                    }
                }
                _ => open.extend(tree.node(node).children.iter().rev()),
            }
        }
        for (_, meanings) in &mut entries {
            meanings.retain(|meaning| !meaning.is_empty());
        }
        entries.retain(|(term, meanings)| !words(term).trim().is_empty() || !meanings.is_empty());
        (!entries.is_empty()).then_some(Block::Definitions(entries))
    }

    /// Returns whether blocks stand in an element of a line of text.
    fn holds_blocks(&self, at: usize) -> bool {
        let tree = self.tree;
        if is_closed(tree.name(at)) {
            return false;
        }
        let inner = tree.below(at, &|node| !is_hidden(tree, node) && !is_closed(tree.name(node)));
        inner.into_iter().skip(1).any(|node| {
            matches!(tree.node(node).kind, Kind::Element(..))
                && !is_inline(tree.name(node))
                && tree.name(node) != "summary"
        })
    }
}

/// Returns whether what stands in an element is no text of the page.
fn is_closed(name: &str) -> bool {
    matches!(name, "svg" | "math" | "video" | "audio" | "object" | "select" | "button" | "canvas" | "iframe")
}

/// Returns whether an element is a field of a form that somebody fills in.
pub fn is_field(tree: &super::tree::Tree, at: usize) -> bool {
    match tree.name(at) {
        "select" | "textarea" => true,
        "input" => !matches!(
            tree.attribute(at, "type").unwrap_or_default().to_ascii_lowercase().as_str(),
            "hidden" | "submit" | "button" | "image" | "reset"
        ),
        _ => false,
    }
}
