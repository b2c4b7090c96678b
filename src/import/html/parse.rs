//! A page's bytes to a tree, within limits. The parser is html5ever, which Servo keeps and which follows the standard; the tree is
//! ours, because its own holds elements in one another, and is for tests.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, Tracer, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, Namespace, QualName, TokenizerResult};

use super::tree::{Kind, Node, Tree, is_flat};
use crate::import::refusal::Refusal;

/// How many elements may be open at once while a page is read: for each tag the parser looks through them. Chosen here.
const MOST_OPEN: usize = 300;

/// After how many tags it is looked at whether there are more: looking takes as long as a tag does.
const LOOKED_AT_EVERY: u32 = 32;

/// The most elements and texts of a page, and the most tags. Chosen here; the HTML standard itself, in one page, has 700,000
/// elements.
const MOST_NODES: usize = 1_500_000;
const MOST_TAGS: usize = 4_000_000;

/// The most attributes of one element, since each is compared with all others. Chosen here.
const MOST_ATTRIBUTES: usize = 1_000;

/// Reads a page.
///
/// # Errors
///
/// It has more parts than a page needs, or was made to take long.
pub fn parse(text: &str) -> Result<Tree, Refusal> {
    if has_endless_tag(text) {
        return Err(Refusal::Unfolds);
    }
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let shallow = Shallow {
        builder: TreeBuilder::new(Sink::default(), options),
        tags: Cell::new(0),
        unlooked: Cell::new(0),
        is_deep: Cell::new(false),
        has_closed: Cell::new(false),
    };
    let tokenizer = Tokenizer::new(shallow, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(text));
    // The tokenizer stops after each script, which would be run here.
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    if tokenizer.sink.is_full() {
        return Err(Refusal::Unfolds);
    }
    Ok(Tree::new(tokenizer.sink.builder.sink.nodes.into_inner()))
}

/// Passes tokens on, but no tag that would open an element where too many are open, and none once there are too many.
struct Shallow {
    builder: TreeBuilder<usize, Sink>,
    tags: Cell<usize>,
    unlooked: Cell<u32>,
    is_deep: Cell<bool>,
    has_closed: Cell<bool>,
}

impl Shallow {
    fn is_full(&self) -> bool {
        self.tags.get() > MOST_TAGS || self.builder.sink.nodes.borrow().len() > MOST_NODES
    }

    /// Returns whether too many elements are open. While they are, it looks again once one was closed.
    fn is_deep(&self) -> bool {
        self.unlooked.set(self.unlooked.get() + 1);
        if self.is_deep.get() && self.has_closed.get() || self.unlooked.get() >= LOOKED_AT_EVERY {
            let open = Open::default();
            self.builder.trace_handles(&open);
            self.is_deep.set(open.0.get() > MOST_OPEN);
            self.unlooked.set(0);
            self.has_closed.set(false);
        }
        self.is_deep.get()
    }
}

/// Counts what the parser holds on to: the elements that are open, and the marks such as bold that it would open again.
#[derive(Default)]
struct Open(Cell<usize>);

impl Tracer for Open {
    type Handle = usize;

    fn trace_handle(&self, _: &usize) {
        self.0.set(self.0.get() + 1);
    }
}

impl TokenSink for Shallow {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        if self.is_full() && token != Token::EOFToken {
            return TokenSinkResult::Continue;
        }
        if let Token::TagToken(tag) = &token {
            self.tags.set(self.tags.get() + 1);
            if tag.kind == TagKind::EndTag {
                self.has_closed.set(true);
            }
            if tag.kind == TagKind::StartTag && !is_flat(&tag.name) && self.is_deep() {
                return TokenSinkResult::Continue;
            }
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Returns whether a tag has more attributes than are compared in good time.
fn has_endless_tag(text: &str) -> bool {
    let bytes = text.as_bytes();
    let find =
        |from: usize, what: &str| text.get(from..).and_then(|rest| rest.find(what)).map(|at| from + at + what.len());
    let mut at = 0;
    while let Some(open) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'<')) {
        at += open + 1;
        let rest = bytes.get(at..).unwrap_or_default();
        if rest.starts_with(b"!--") {
            let Some(end) = find(at, "-->") else { return false };
            at = end;
        } else if rest.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/') {
            let Some(length) = tag(rest) else { return true };
            let raw = ["script", "style"]
                .iter()
                .find(|name| rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes())));
            at += length;
            if let Some(name) = raw {
                at = find(at, &format!("</{name}")).map_or(at, |end| end - name.len() - 2);
            }
        }
    }
    false
}

/// Returns the length of a tag; nothing where it has too many attributes.
fn tag(bytes: &[u8]) -> Option<usize> {
    let mut attributes = 0;
    let mut quote = None;
    let mut last = b' ';
    for (at, byte) in bytes.iter().enumerate() {
        match (quote, *byte) {
            (Some(open), byte) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if last == b'=' => quote = Some(*byte),
            (None, byte) if byte.is_ascii_whitespace() || byte == b'/' => {
                attributes += usize::from(!last.is_ascii_whitespace() && last != b'/');
                if attributes > MOST_ATTRIBUTES {
                    return None;
                }
            }
            (None, _) => {}
        }
        // Blanks may stand around the sign between a name and its value.
        if !(byte.is_ascii_whitespace() && last == b'=') {
            last = *byte;
        }
    }
    Some(bytes.len())
}

/// An element's name, by itself: the parser holds on to it while it changes the element.
#[derive(Debug)]
struct Named(QualName);

impl ElemName for Named {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

/// What the parser builds.
#[derive(Default)]
struct Sink {
    nodes: RefCell<Vec<Node>>,
}

impl Sink {
    fn make(&self, kind: Kind) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        if nodes.is_empty() {
            nodes.push(Node::default());
        }
        nodes.push(Node { kind, ..Node::default() });
        nodes.len() - 1
    }

    fn detach(&self, at: usize) {
        let mut nodes = self.nodes.borrow_mut();
        let parent = nodes.get_mut(at).and_then(|node| node.parent.take());
        if let Some(parent) = parent.and_then(|parent| nodes.get_mut(parent)) {
            // What is moved stands near the end.
            if let Some(place) = parent.children.iter().rposition(|child| *child == at) {
                parent.children.remove(place);
            }
        }
    }

    /// Puts a node into another, at a place or at the end.
    fn attach(&self, parent: usize, place: Option<usize>, child: NodeOrText<usize>) {
        if self.nodes.borrow().is_empty() {
            self.nodes.borrow_mut().push(Node::default());
        }
        let child = match child {
            NodeOrText::AppendNode(child) => {
                self.detach(child);
                child
            }
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = nodes.get(parent).and_then(|parent| {
                    let last = place.unwrap_or(parent.children.len()).checked_sub(1)?;
                    parent.children.get(last).copied()
                });
                if let Some(Node { kind: Kind::Text(known), .. }) = before.and_then(|before| nodes.get_mut(before)) {
                    known.push_str(&text);
                    return;
                }
                drop(nodes);
                self.make(Kind::Text(text.to_string()))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        if let Some(node) = nodes.get_mut(child) {
            node.parent = Some(parent);
        }
        if let Some(parent) = nodes.get_mut(parent) {
            let place = place.unwrap_or(parent.children.len()).min(parent.children.len());
            parent.children.insert(place, child);
        }
    }
}

impl TreeSink for Sink {
    type Handle = usize;
    type Output = Vec<Node>;
    type ElemName<'a> = Named;

    fn finish(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Named {
        match self.nodes.borrow().get(*target).map(|node| &node.kind) {
            Some(Kind::Element(name, _)) => Named(name.clone()),
            _ => Named(QualName::new(None, Namespace::from(""), LocalName::from(""))),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        let attributes = attributes.into_iter().map(|one| (one.name.local, one.value.to_string())).collect();
        self.make(Kind::Element(name, attributes))
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.make(Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.make(Kind::Other)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.attach(*parent, None, child);
    }

    fn append_based_on_parent_node(&self, element: &usize, before: &usize, child: NodeOrText<usize>) {
        let has_parent = self.nodes.borrow().get(*element).is_some_and(|node| node.parent.is_some());
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        // Nothing in a template is shown: it stands in no element.
        *target
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let parent = self.nodes.borrow().get(*sibling).and_then(|node| node.parent);
        let Some(parent) = parent else { return };
        if let NodeOrText::AppendNode(child) = &child {
            self.detach(*child);
        }
        let place =
            self.nodes.borrow().get(parent).and_then(|node| node.children.iter().rposition(|one| one == sibling));
        self.attach(parent, place, child);
    }

    fn add_attrs_if_missing(&self, target: &usize, attributes: Vec<Attribute>) {
        if let Some(Node { kind: Kind::Element(_, known), .. }) = self.nodes.borrow_mut().get_mut(*target) {
            for one in attributes {
                if !known.iter().any(|(name, _)| *name == one.name.local) {
                    known.push((one.name.local, one.value.to_string()));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &usize, to: &usize) {
        let children = self.nodes.borrow_mut().get_mut(*node).map(|node| std::mem::take(&mut node.children));
        for child in children.unwrap_or_default() {
            if let Some(node) = self.nodes.borrow_mut().get_mut(child) {
                node.parent = None;
            }
            self.attach(*to, None, NodeOrText::AppendNode(child));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_OPEN, parse};

    #[test]
    fn words_of_what_is_too_deep_are_kept_and_what_follows_is_not_deep() {
        let many = 100_000;
        let text = format!("{}deep{}<p id=a>after", "<div>".repeat(many), "</div>".repeat(many));
        let tree = parse(&text).expect("it is no more than deep");
        let after = tree.find(0, "p").expect("it stands behind");
        assert_eq!(tree.words(0), "deep after");
        assert_eq!(tree.node(after).parent, tree.find(0, "body"));
        assert!(tree.below(0, &|_| true).len() < MOST_OPEN + 100);
    }

    #[test]
    fn marks_that_stay_open_and_cells_without_rows_end() {
        for text in ["<p><b><i><u><font a=1>".repeat(20_000), "<table>".to_string() + &"<b>a</b><td>".repeat(50_000)] {
            assert!(parse(&text).is_ok());
        }
    }

    #[test]
    fn a_tag_of_a_million_attributes_is_refused_and_long_scripts_are_not() {
        let attributes: String = (0..100_000).map(|at| format!(" a{at}=1")).collect();
        assert!(parse(&format!("<p{attributes}>")).is_err());
        let script = format!("<script>if (a<b {} c</script><p>x", "word ".repeat(10_000));
        assert_eq!(parse(&script).expect("a script is no tag").words(0), "x");
        let picture = format!("<img alt='{}'><p>x", "word ".repeat(10_000));
        assert_eq!(parse(&picture).expect("one value is one attribute").words(0), "x");
    }
}
