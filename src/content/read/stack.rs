//! Frames of the Markdown stack: what an open element has gathered, and the node that it becomes when it closes.

use pulldown_cmark::Alignment;

use crate::diag::Span;
use crate::model::{
    Align, Block, Code, ContactField, ContactUse, Definition, Definitions, FactUse, Figure, Foreign, Heading, Image,
    Inline, Lang, Link, List, ListItem, Nested, Paragraph, Quote, Table, Target, Text, plain_text,
};

/// What an open element is.
#[derive(Debug)]
pub enum Element {
    Root,
    Paragraph,
    Heading(u8, Option<String>),
    Quote,
    Code,
    Html,
    List(Option<u64>),
    Item,
    Note(String),
    Definitions,
    Term,
    Meaning,
    Table(Vec<Alignment>),
    TableRow,
    Cell,
    Emphasis,
    Strong,
    Strikethrough,
    Link(String),
    Image(String, String),
}

/// An open element and what it has gathered.
#[derive(Debug)]
pub struct OpenElement {
    pub kind: Element,
    pub start: usize,
    pub inlines: Vec<Inline>,
    pub task: Option<bool>,
    pub text: String,
    pub blocks: Vec<Block>,
    items: Vec<ListItem>,
    entries: Vec<Definition>,
    cells: Vec<Vec<Inline>>,
    rows: Vec<Vec<Vec<Inline>>>,
    strip: Option<String>,
}

impl OpenElement {
    /// Returns an empty frame that starts at a byte of the file.
    pub fn new(kind: Element, start: usize) -> OpenElement {
        OpenElement {
            kind,
            start,
            inlines: Vec::new(),
            task: None,
            text: String::new(),
            blocks: Vec::new(),
            items: Vec::new(),
            entries: Vec::new(),
            cells: Vec::new(),
            rows: Vec::new(),
            strip: None,
        }
    }

    /// Returns whether blocks of this frame stand on the page itself.
    pub fn is_top(&self) -> bool {
        matches!(self.kind, Element::Root)
    }

    /// Returns whether the frame is a mark inside running text.
    pub fn is_inline(&self) -> bool {
        matches!(
            self.kind,
            Element::Emphasis | Element::Strong | Element::Strikethrough | Element::Link(_) | Element::Image(..)
        )
    }

    /// Returns whether the frame's words are a run of their own: those of a block, what a picture shows, or what is compared
    /// with a store.
    pub fn is_run(&self) -> bool {
        match &self.kind {
            Element::Link(url) => url.starts_with("fact:") || url.starts_with("contact:"),
            Element::Image(..) => true,
            _ => !self.is_inline(),
        }
    }

    /// Adds words; words that follow words are one text.
    pub fn push_text(&mut self, mut words: Text) {
        if matches!(self.kind, Element::Code) {
            self.text.push_str(&words.text);
            return;
        }
        if let Some(prefix) = self.strip.take()
            && words.text.starts_with(&prefix)
        {
            words = words.slice(prefix.len()..words.text.len());
        }
        if let Some(Inline::Text(last)) = self.inlines.last()
            && last.text.ends_with(' ')
            && words.text.starts_with(' ')
        {
            // A comment that stood between two spaces leaves one.
            words = words.slice(1..words.text.len());
        }
        if words.text.is_empty() {
            return;
        }
        if let Some(Inline::Text(last)) = self.inlines.last_mut() {
            last.push(&words);
        } else {
            self.inlines.push(Inline::Text(words));
        }
    }

    /// Adds a block after the words gathered so far, which become a paragraph.
    pub fn push_block(&mut self, block: Block) {
        self.flush();
        if let (Block::Table(table), Some(Block::Paragraph(before))) = (&block, self.blocks.last())
            && let Some(caption) = caption(before)
        {
            let mut table = table.clone();
            table.caption = caption;
            self.blocks.pop();
            self.blocks.push(Block::Table(table));
            return;
        }
        self.blocks.push(block);
    }

    /// Turns words that stand directly in a list item or a quotation into a paragraph.
    fn flush(&mut self) {
        let content = snug(std::mem::take(&mut self.inlines));
        if let (Some(first), Some(last)) = (content.first(), content.last()) {
            let span = first.span().to(last.span());
            self.blocks.push(Block::Paragraph(Paragraph { content, span }));
        }
    }

    /// Returns the blocks gathered.
    pub fn into_blocks(mut self) -> Vec<Block> {
        self.flush();
        snug(self.blocks)
    }

    /// Closes the frame and adds what it has become to the frame that holds it.
    pub fn finish(mut self, parent: &mut OpenElement, span: Span, id: String) {
        self.inlines = snug(self.inlines);
        match std::mem::replace(&mut self.kind, Element::Root) {
            Element::Root | Element::Html | Element::Note(_) => {}
            Element::Paragraph => {
                if let Some(block) = paragraph(self.inlines, span) {
                    parent.push_block(block);
                }
            }
            Element::Heading(level, _) => {
                parent.push_block(Block::Heading(Box::new(Heading { level, id, content: self.inlines, span })));
            }
            Element::Quote => {
                let mut blocks = self.into_blocks();
                let attribution = attribution(&mut blocks);
                parent.push_block(Block::Quote(Box::new(Quote { blocks, attribution, span })));
            }
            Element::Code => parent.push_block(Block::Code(Code { text: self.text, span })),
            Element::List(start) => {
                parent.push_block(Block::List(Box::new(List { start, items: snug(self.items), span })))
            }
            Element::Item => {
                let task = self.task;
                parent.items.push(ListItem { task, blocks: self.into_blocks(), span });
            }
            Element::Definitions => {
                parent.push_block(Block::Definitions(Definitions { entries: snug(self.entries), span }))
            }
            Element::Term => {
                parent.entries.push(Definition { term: self.inlines, meanings: Vec::new(), lines: 0, span })
            }
            Element::Meaning => {
                let blocks = self.into_blocks();
                if let Some(entry) = parent.entries.last_mut() {
                    entry.span = entry.span.to(span);
                    entry.meanings.push(blocks);
                }
            }
            Element::Table(columns) => parent.push_block(Block::Table(Box::new(self.table(&columns, span)))),
            Element::TableRow => parent.rows.push(snug(self.cells)),
            Element::Cell => parent.cells.push(self.inlines),
            Element::Emphasis => parent.inlines.push(Inline::Emphasis(Nested { content: self.inlines, span })),
            Element::Strong => parent.inlines.push(Inline::Strong(Nested { content: self.inlines, span })),
            Element::Strikethrough => {
                parent.inlines.push(Inline::Strikethrough(Nested { content: self.inlines, span }))
            }
            Element::Link(url) => parent.push_link(&url, self.inlines, span),
            Element::Image(url, title) => parent.inlines.push(image(url, &title, &self.inlines, span)),
        }
    }

    fn table(self, columns: &[Alignment], span: Span) -> Table {
        let mut rows = self.rows.into_iter();
        let header = rows.next().unwrap_or_default();
        let align = |alignment: &Alignment| match alignment {
            Alignment::None | Alignment::Left => Align::Start,
            Alignment::Center => Align::Centre,
            Alignment::Right => Align::End,
        };
        let columns = columns.iter().map(align).collect();
        Table {
            caption: Vec::new(),
            groups: Vec::new(),
            header,
            columns,
            rows: snug(rows.collect()),
            bars: false,
            span,
        }
    }

    fn push_link(&mut self, url: &str, content: Vec<Inline>, span: Span) {
        let text = || plain_text(&content).trim().to_string();
        if let Some(key) = url.strip_prefix("fact:") {
            self.inlines.push(Inline::Fact(Box::new(FactUse {
                key: key.to_string(),
                text: text(),
                fact: None,
                shown: None,
                number: None,
                span,
            })));
        } else if let Some(name) = url.strip_prefix("contact:") {
            let (contact, field) = name.split_once('.').unwrap_or((name, ""));
            let (contact, field) = (contact.to_string(), ContactField::parse(field).ok_or_else(|| field.to_string()));
            self.inlines.push(Inline::Contact(Box::new(ContactUse {
                contact,
                field,
                text: text(),
                detail: None,
                span,
            })));
        } else if let Some(lang) = url.strip_prefix("lang:").and_then(Lang::parse) {
            self.strip = Some(format!("{{lang={lang}}}"));
            self.inlines.push(Inline::Language(Box::new(Foreign { lang, content, span })));
        } else {
            self.inlines.push(Inline::Link(Box::new(Link { target: Target::Unread(url.to_string()), content, span })));
        }
    }
}

/// Returns a list of nodes without the room that a growing one keeps ready: a site holds many small lists, and it would be most
/// of its memory.
pub fn snug<T>(mut nodes: Vec<T>) -> Vec<T> {
    nodes.shrink_to_fit();
    nodes
}

/// Returns a paragraph, or a figure where it is one picture and nothing else.
fn paragraph(content: Vec<Inline>, span: Span) -> Option<Block> {
    if let [Inline::Image(image)] = content.as_slice() {
        return Some(Block::Figure(Box::new(Figure { image: (**image).clone(), caption: Vec::new(), span })));
    }
    (!content.is_empty()).then_some(Block::Paragraph(Paragraph { content, span }))
}

fn image(url: String, title: &str, alt: &[Inline], span: Span) -> Inline {
    let decorative = title.trim().eq_ignore_ascii_case("decorative");
    let alt = plain_text(alt).trim().to_string();
    Inline::Image(Box::new(Image { asset: None, wanted: url, alt, decorative, span }))
}

/// Returns a table's caption from the paragraph `Table: what it shows`.
pub fn caption(paragraph: &Paragraph) -> Option<Vec<Inline>> {
    let Some(Inline::Text(first)) = paragraph.content.first() else { return None };
    let rest = first.text.strip_prefix("Table: ")?;
    let skipped = first.text.len() - rest.len();
    let mut caption = paragraph.content.clone();
    caption[0] = Inline::Text(first.slice(skipped..first.text.len()));
    Some(caption)
}

/// Takes a quotation's last paragraph where it starts with a dash: it says who spoke.
fn attribution(blocks: &mut Vec<Block>) -> Vec<Inline> {
    let Some(Block::Paragraph(last)) = blocks.last() else { return Vec::new() };
    let Some(Inline::Text(first)) = last.content.first() else { return Vec::new() };
    let Some(rest) = ["\u{2014} ", "\u{2013} ", "-- "].iter().find_map(|dash| first.text.strip_prefix(dash)) else {
        return Vec::new();
    };
    if blocks.len() == 1 {
        return Vec::new();
    }
    let mut attribution = last.content.clone();
    attribution[0] = Inline::Text(first.slice(first.text.len() - rest.len()..first.text.len()));
    blocks.pop();
    attribution
}
