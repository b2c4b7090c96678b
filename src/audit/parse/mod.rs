//! The bytes of a page to a tree, as browsers read them, with the place of each tag.
//!
//! html5gum cuts the text into tags and says where each stands; html5ever's tree builder, which browsers' engines share,
//! makes the tree from them and mends what is wrong.

mod shadow;
mod sink;

use std::convert::Infallible;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag as Token, TagKind, Token as Read, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute as Written, LocalName, QualName, ns};
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, State, Tokenizer};

use super::tree::{Id, Place, Tree};
use sink::{Sink, Tag};

/// The deepest that elements stand in each other; deeper ones stand beside each other. Source: browsers, Blink among them,
/// which have 512.
const DEEPEST: usize = 512;

/// The most nodes for each byte of the text, besides [`SPARE`]: badly closed markup can ask for more than anybody has room for.
const NODES_A_BYTE: usize = 2;

/// Nodes that a page may always have.
const SPARE: usize = 100_000;

/// The most nodes of any page. Source: ours; the longest pages of manuals have half as many.
const MOST_NODES: usize = 500_000;

/// A page as it was read.
#[derive(Debug)]
pub struct Parsed {
    /// The tree.
    pub tree: Tree,
    /// Whether browsers show it by the rules of the 1990s, because it has no `<!doctype html>`.
    pub quirks: bool,
    /// Whether reading stopped early, because the markup would grow without end.
    pub cut_short: bool,
}

/// Reads a page.
pub fn parse(text: &str) -> Parsed {
    let normal = Newlines::of(text);
    let opts = TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(Sink::default(), opts);
    let most = (SPARE + NODES_A_BYTE * text.len()).min(MOST_NODES);
    let reader = Reader {
        builder: &builder,
        newlines: &normal,
        tag: None,
        places: Vec::new(),
        next_state: None,
        most,
        cut_short: false,
    };
    let mut bridge = Bridge(CallbackEmitter::new(reader));
    bridge.0.naively_switch_states(false);
    // Reading from memory does not fail.
    let _ = Tokenizer::new_with_emitter(normal.text.as_ref(), bridge).finish();
    let cut_short = builder.sink.size() > most;
    let (tree, quirks) = html5ever::tree_builder::TreeSink::finish(builder.sink);
    Parsed { tree: shadow::flattened(tree), quirks, cut_short }
}

/// A text with one byte at the end of each line, and the way back to the places of the text as it was.
struct Newlines<'a> {
    text: std::borrow::Cow<'a, str>,
    /// Where a byte was left out, in the new text.
    left_out: Vec<usize>,
}

impl Newlines<'_> {
    fn of(text: &str) -> Newlines<'_> {
        if !text.contains('\r') {
            return Newlines { text: text.into(), left_out: Vec::new() };
        }
        let (mut normal, mut left_out) = (String::with_capacity(text.len()), Vec::new());
        let mut rest = text;
        while let Some(at) = rest.find('\r') {
            normal.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            normal.push('\n');
            if let Some(after) = rest.strip_prefix('\n') {
                left_out.push(normal.len());
                rest = after;
            }
        }
        normal.push_str(rest);
        Newlines { text: normal.into(), left_out }
    }

    fn place(&self, start: usize, end: usize) -> Place {
        let back = |at: usize| at + self.left_out.partition_point(|left| *left <= at);
        Place { start: back(start), end: back(end) }
    }
}

type Builder = TreeBuilder<Id, Sink>;

struct Reader<'a> {
    builder: &'a Builder,
    newlines: &'a Newlines<'a>,
    tag: Option<(Token, usize)>,
    places: Vec<(usize, usize)>,
    next_state: Option<State>,
    most: usize,
    cut_short: bool,
}

impl Reader<'_> {
    fn gives(&mut self, token: Read) {
        if self.cut_short || self.builder.sink.size() > self.most {
            self.cut_short = true;
            return;
        }
        self.next_state = match self.builder.process_token(token, 1) {
            TokenSinkResult::Plaintext => Some(State::PlainText),
            TokenSinkResult::RawData(RawKind::Rcdata) => Some(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => Some(State::RawText),
            TokenSinkResult::RawData(RawKind::ScriptData | RawKind::ScriptDataEscaped(_)) => Some(State::ScriptData),
            TokenSinkResult::Script(_) => Some(State::Data),
            TokenSinkResult::Continue | TokenSinkResult::EncodingIndicator(_) => return,
        };
    }

    fn gives_start_tag(&mut self, token: Token, start: usize, end: usize) {
        let tag = Tag {
            name: token.name.to_string(),
            place: self.newlines.place(start, end),
            attributes: self.places.drain(..).map(|(start, end)| self.newlines.place(start, end)).collect(),
        };
        let sink = &self.builder.sink;
        sink.reads(tag);
        self.gives(Read::TagToken(token));
        let deep = sink.deep(DEEPEST);
        sink.has_read();
        if let Some(name) = deep.filter(|_| self.next_state.is_none()) {
            self.gives(Read::TagToken(end_tag(&name)));
        }
    }
}

fn end_tag(name: &str) -> Token {
    Token {
        kind: TagKind::EndTag,
        name: LocalName::from(name),
        self_closing: false,
        attrs: Vec::new(),
        had_duplicate_attributes: false,
    }
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl Callback<Infallible, usize> for Reader<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span<usize>) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let name = LocalName::from(words(name));
                let kind = TagKind::StartTag;
                let tag = Token { kind, name, self_closing: false, attrs: Vec::new(), had_duplicate_attributes: false };
                self.places.clear();
                self.tag = Some((tag, span.start));
            }
            CallbackEvent::AttributeName { name } => {
                if let Some((tag, _)) = &mut self.tag {
                    let name = QualName::new(None, ns!(), LocalName::from(words(name)));
                    tag.attrs.push(Written { name, value: Default::default() });
                    self.places.push((span.start, span.end));
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some((tag, _)) = &mut self.tag
                    && let Some(attribute) = tag.attrs.last_mut()
                {
                    attribute.value.push_slice(&words(value));
                    if let Some(place) = self.places.last_mut() {
                        place.1 = span.end;
                        if matches!(self.newlines.text.as_bytes().get(span.end), Some(b'"' | b'\'')) {
                            place.1 += 1;
                        }
                    }
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some((mut tag, start)) = self.tag.take() {
                    tag.self_closing = self_closing;
                    let mut seen = std::collections::HashSet::new();
                    let kept: Vec<bool> = tag.attrs.iter().map(|a| seen.insert(a.name.local.clone())).collect();
                    let mut keep = kept.iter();
                    tag.attrs.retain(|_| keep.next().copied().unwrap_or(true));
                    let mut keep = kept.iter();
                    self.places.retain(|_| keep.next().copied().unwrap_or(true));
                    self.gives_start_tag(tag, start, span.end);
                }
            }
            CallbackEvent::EndTag { name } => {
                self.tag = None;
                let place = self.newlines.place(span.start, span.end);
                self.builder.sink.reads(Tag { place, ..Tag::default() });
                self.gives(Read::TagToken(end_tag(&words(name))));
            }
            CallbackEvent::String { value } => {
                let place = self.newlines.place(span.start, span.end);
                self.builder.sink.reads(Tag { place, ..Tag::default() });
                for (at, part) in words(value).split('\0').enumerate() {
                    if at > 0 {
                        self.gives(Read::NullCharacterToken);
                    }
                    if !part.is_empty() {
                        self.gives(Read::CharacterTokens(part.into()));
                    }
                }
            }
            CallbackEvent::Comment { value } => self.gives(Read::CommentToken(words(value).as_str().into())),
            CallbackEvent::Doctype { name, public_identifier, system_identifier, force_quirks } => {
                let said = |bytes: Option<&[u8]>| bytes.map(|bytes| words(bytes).as_str().into());
                self.gives(Read::DoctypeToken(Doctype {
                    name: said(Some(name).filter(|name| !name.is_empty())),
                    public_id: said(public_identifier),
                    system_id: said(system_identifier),
                    force_quirks,
                }));
            }
            CallbackEvent::Error(_) => {}
        }
        None
    }
}

struct Bridge<'a>(CallbackEmitter<Reader<'a>, Infallible, usize>);

impl ForwardingEmitter for Bridge<'_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0
    }

    fn emit_eof(&mut self) {
        self.0.emit_eof();
        let reader = self.0.callback_mut();
        reader.gives(Read::EOFToken);
        reader.builder.end();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.0.callback_mut().next_state = None;
        let _ = self.0.emit_current_tag();
        let next = self.0.callback_mut().next_state.take();
        if next.is_some() {
            self.0.init_string();
        }
        next
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.0.callback_mut().builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
