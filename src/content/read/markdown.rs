//! Markdown to blocks and inlines: the parser's events, put together with a stack. Links are only read here;
//! `link/targets.rs` looks them up.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::content::problems;
use crate::content::read::limits::{self, MOST_PARTS, MOST_ROWS};
use crate::content::read::quotes;
use crate::content::read::stack::{Element, OpenElement};
use crate::content::read::table::{self, Touching};
use crate::content::read::unseen;
use crate::content::read::waivers;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Block, FootnoteMark, Inline, Lang, Note, Target, Text, Waiver, plain_text};
use crate::words::quotation;

/// How deep marks, lists and quotations may be nested. Deeper than anybody can follow, and shallow enough that
/// walking the model never runs out of stack.
const DEEPEST: usize = 24;

/// Reads one file's body.
pub struct Reader<'a> {
    /// The file's whole text.
    pub text: &'a str,
    /// The file.
    pub file: FileId,
    /// The language of what is read now.
    pub lang: Lang,
    /// Mistakes found so far.
    pub found: &'a mut Vec<Diagnostic>,
    /// Footnotes found so far.
    pub notes: Vec<Note>,
    /// Waivers found so far.
    pub waivers: Vec<Waiver>,
    references: Arc<BTreeMap<String, String>>,
    ids: BTreeMap<String, usize>,
    waiver: Option<Waiver>,
    deep: bool,
    /// How many parts have been read.
    parts: usize,
    full: bool,
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_OLD_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}

impl<'a> Reader<'a> {
    /// Returns a reader of a file.
    pub fn new(text: &'a str, file: FileId, lang: &Lang, found: &'a mut Vec<Diagnostic>) -> Reader<'a> {
        Reader {
            text,
            file,
            lang: lang.clone(),
            found,
            notes: Vec::new(),
            waivers: Vec::new(),
            references: Arc::default(),
            ids: BTreeMap::new(),
            waiver: None,
            deep: false,
            parts: 0,
            full: false,
        }
    }

    /// Returns a reader of the same file, whose headings give way to those that this one has read.
    pub fn again<'b>(self, found: &'b mut Vec<Diagnostic>) -> Reader<'b>
    where
        'a: 'b,
    {
        Reader { ids: self.ids, ..Reader::new(self.text, self.file, &self.lang, found) }
    }

    /// Takes note of the addresses that a body defines for its links.
    pub fn define(&mut self, body: Range<usize>) {
        if self.text[body.clone()].contains("]:") {
            let parser = Parser::new_ext(&self.text[body], options());
            let known = parser.reference_definitions().iter();
            let known = known.map(|(label, def)| (label.to_lowercase(), def.dest.to_string()));
            self.references = Arc::new(known.collect());
        }
    }

    /// Reads one line as running text.
    pub fn title(&mut self, line: Range<usize>) -> Vec<Inline> {
        if line.is_empty() {
            return Vec::new();
        }
        let span = Span::new(self.file, line.start, line.end);
        let mut blocks = self.markdown(line.clone()).into_iter();
        match (blocks.next(), blocks.next()) {
            (Some(Block::Paragraph(paragraph)), None) => paragraph.content,
            _ => {
                let mut whole = vec![Inline::Text(Text::written(&self.text[line], span))];
                quotes::typeset(&mut whole, &self.lang, self.text);
                whole
            }
        }
    }

    /// Returns words of the file with the quotation marks and apostrophes of its language.
    pub fn typeset(&self, words: &str) -> String {
        quotation::typeset(words.to_string(), &self.lang)
    }

    /// Reads Markdown without directives.
    pub fn markdown(&mut self, range: Range<usize>) -> Vec<Block> {
        let segment = &self.text[range.clone()];
        if segment.trim().is_empty() {
            return Vec::new();
        }
        let references = Arc::clone(&self.references);
        let callback = |link: BrokenLink<'_>| marked(segment, &references, &link);
        let parser = Parser::new_with_broken_link_callback(segment, options(), Some(callback));
        let mut stack = vec![OpenElement::new(Element::Root, range.start)];
        // What is too deep loses its marks, and what is too much its words too.
        let (mut skipped, mut silent, mut rows) = (0, false, 0);
        let mut touching = Touching::default();
        for (event, at) in parser.into_offset_iter() {
            let at = range.start + at.start..range.start + at.end;
            self.unseen(&event, &at);
            match event {
                Event::Start(_) if skipped > 0 => skipped += 1,
                Event::Start(_) if stack.len() > DEEPEST => {
                    skipped += 1;
                    self.too_deep(&at);
                }
                Event::Start(Tag::TableRow) if rows >= MOST_ROWS => {
                    (skipped, silent) = (1, true);
                    rows += 1;
                }
                Event::Start(_) if !self.room(&at, 1) => (skipped, silent) = (1, true),
                Event::Start(tag) => {
                    rows = if matches!(tag, Tag::TableRow) { rows + 1 } else { rows };
                    match tag {
                        Tag::Table(_) => touching = Touching::default(),
                        Tag::TableHead | Tag::TableRow => touching.row(),
                        Tag::TableCell => touching.cell(self.text, &at),
                        _ => {}
                    }
                    stack.push(OpenElement::new(self.kind(tag), at.start));
                }
                Event::End(_) if skipped > 0 => {
                    skipped -= 1;
                    silent &= skipped > 0;
                }
                Event::End(end) => {
                    if matches!(end, TagEnd::Table) && rows > MOST_ROWS {
                        self.found.push(limits::table_too_long(self.line(&at), rows));
                    }
                    rows = if matches!(end, TagEnd::Table) { 0 } else { rows };
                    self.end(&mut stack, end, &at);
                    if let (TagEnd::Table, Some(parent)) = (end, stack.last_mut()) {
                        let touching = std::mem::take(&mut touching);
                        self.found.extend(table::settle(&mut parent.blocks, touching, self.text, self.file));
                    }
                }
                // Lines of one paragraph become one text.
                Event::SoftBreak if !silent => self.leaf(&mut stack, Event::SoftBreak, &at),
                // A link keeps its first words even where there is no room, so that it is not reported as a link without words.
                other if !silent && (self.room(&at, lines(&other)) || is_bare_link(&stack)) => {
                    self.leaf(&mut stack, other, &at);
                }
                _ => {}
            }
        }
        while stack.len() > 1 {
            self.end(&mut stack, TagEnd::Paragraph, &(range.end..range.end));
        }
        stack.pop().map(OpenElement::into_blocks).unwrap_or_default()
    }

    /// Reports unseen characters that a mark such as `&#8238;` stands for.
    fn unseen(&mut self, event: &Event<'_>, at: &Range<usize>) {
        let words: &[&CowStr<'_>] = match event {
            Event::Text(words) | Event::Code(words) => &[words],
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => &[dest_url, title],
            _ => return,
        };
        let span = Span::new(self.file, at.start, at.end);
        for words in words {
            unseen::in_markdown(words, span, &self.text[at.clone()], self.found);
        }
    }

    /// Returns the first line of a stretch of the file.
    fn line(&self, at: &Range<usize>) -> Span {
        let end = self.text[at.start..].find('\n').map_or(at.end, |line| at.start + line);
        Span::new(self.file, at.start, end)
    }

    /// Counts more parts, and returns whether the page has room for them. The first part that has no room is reported; after it
    /// nothing has room.
    pub fn room(&mut self, at: &Range<usize>, parts: usize) -> bool {
        if !self.full && self.parts + parts > MOST_PARTS {
            self.full = true;
            self.found.push(limits::page_too_long(self.line(at)));
        }
        self.parts += parts;
        !self.full
    }

    fn too_deep(&mut self, at: &Range<usize>) {
        if !self.deep {
            self.deep = true;
            let span = self.line(at);
            let message = format!("lists or quotations stand more than {DEEPEST} deep inside one another");
            let help = "use headings, and one list under each";
            self.found.push(Diagnostic::new(&problems::NESTED_TOO_DEEP, span, message, help));
        }
    }

    fn kind(&mut self, tag: Tag<'_>) -> Element {
        match tag {
            Tag::Heading { level, id, .. } => Element::Heading(level_number(level), id.map(|id| id.to_string())),
            Tag::BlockQuote(_) => Element::Quote,
            Tag::CodeBlock(_) => Element::Code,
            Tag::HtmlBlock => Element::Html,
            Tag::List(start) => Element::List(start),
            Tag::Item => Element::Item,
            Tag::FootnoteDefinition(label) => Element::Note(label.to_string()),
            Tag::DefinitionList => Element::Definitions,
            Tag::DefinitionListTitle => Element::Term,
            Tag::DefinitionListDefinition => Element::Meaning,
            Tag::Table(columns) => Element::Table(columns),
            Tag::TableHead | Tag::TableRow => Element::TableRow,
            Tag::TableCell => Element::Cell,
            Tag::Emphasis => Element::Emphasis,
            Tag::Strong => Element::Strong,
            Tag::Strikethrough => Element::Strikethrough,
            Tag::Link { link_type, dest_url, .. } => Element::Link(address(link_type, &dest_url)),
            Tag::Image { dest_url, title, .. } => Element::Image(dest_url.to_string(), title.to_string()),
            Tag::Paragraph | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => Element::Paragraph,
        }
    }

    fn leaf(&mut self, stack: &mut [OpenElement], event: Event<'_>, at: &Range<usize>) {
        let span = Span::new(self.file, at.start, at.end);
        if let Event::TaskListMarker(done) = event {
            // In a list with empty lines between its items the mark stands in a paragraph.
            let item = stack.iter_mut().rev().find(|frame| matches!(frame.kind, Element::Item));
            if let Some(item) = item {
                item.task = Some(done);
            }
            return;
        }
        let Some(frame) = stack.last_mut() else { return };
        let text = |words: &str| {
            if self.text.get(at.clone()) == Some(words) {
                Text::written(words, span)
            } else {
                Text::standing_for(words, span)
            }
        };
        match event {
            Event::Text(words) => frame.push_text(text(&words)),
            Event::Code(words) => frame.inlines.push(Inline::Code(Text::standing_for(&*words, span))),
            Event::SoftBreak if at.len() == 1 => frame.push_text(Text::written(" ", span)),
            Event::SoftBreak => frame.push_text(Text::standing_for(" ", span)),
            Event::HardBreak => frame.inlines.push(Inline::LineBreak(span)),
            Event::Rule => {
                quotes::typeset(&mut frame.inlines, &self.lang, self.text);
                frame.push_block(Block::Break(span));
            }
            Event::FootnoteReference(label) => {
                let mark = FootnoteMark { label: label.to_string(), number: None, span };
                frame.inlines.push(Inline::FootnoteMark(Box::new(mark)));
            }
            Event::Html(html) if matches!(frame.kind, Element::Html) => frame.text.push_str(&html),
            Event::Html(html) | Event::InlineHtml(html) => {
                if !self.comment(&html, span)
                    && let Some(frame) = stack.last_mut()
                {
                    frame.inlines.push(Inline::RawHtml(Text::made(&*html, span)));
                }
            }
            Event::InlineMath(words) | Event::DisplayMath(words) => frame.push_text(text(&words)),
            Event::Start(_) | Event::End(_) | Event::TaskListMarker(_) => {}
        }
    }

    /// Takes an HTML comment: a waiver is kept, any other comment is the author's own note and is dropped.
    fn comment(&mut self, html: &str, span: Span) -> bool {
        let Some(inner) = html.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")) else {
            return false;
        };
        if let Some(rule) = inner.trim().strip_prefix("allow ") {
            self.waiver = Some(waivers::waiver(rule, span));
        }
        !inner.contains("-->")
    }

    /// Gives a pending waiver the block that follows it.
    pub fn cover(&mut self, block: Span) {
        if let Some(waiver) = self.waiver.take() {
            self.waivers.push(Waiver { covers: Some(block), ..waiver });
        }
    }

    fn end(&mut self, stack: &mut Vec<OpenElement>, _: TagEnd, at: &Range<usize>) {
        let Some(mut frame) = stack.pop() else { return };
        let Some(parent) = stack.last_mut() else { return };
        if frame.is_run() {
            // A block also ends the words before it, such as those of an item before the list in it.
            quotes::typeset(&mut frame.inlines, &self.lang, self.text);
            if !parent.inlines.is_empty() && !frame.is_inline() {
                quotes::typeset(&mut parent.inlines, &self.lang, self.text);
            }
        }
        // The parser counts a block's line end in; an author does not.
        let end = self.text[..at.end].trim_end().len();
        let span = Span::new(self.file, frame.start, end.max(frame.start));
        if let Element::Html = frame.kind {
            let html = frame.text.trim_end().to_string();
            if !self.comment(&html, span) {
                parent.push_block(Block::RawHtml(Text::made(html, span)));
            }
            return;
        }
        if let Element::Note(label) = &frame.kind {
            let label = label.clone();
            self.notes.push(Note { label, number: 0, blocks: frame.into_blocks(), span });
            return;
        }
        if self.waiver.is_some() && parent.is_top() {
            self.cover(span);
        }
        let id = match &frame.kind {
            Element::Heading(_, Some(id)) => self.unique(id.clone()),
            Element::Heading(_, None) => self.unique(slug(&plain_text(&frame.inlines))),
            _ => String::new(),
        };
        frame.finish(parent, span, id);
    }

    /// Returns an id that no earlier heading of the file has.
    pub fn unique(&mut self, id: String) -> String {
        let used = self.ids.entry(id.clone()).or_insert(0);
        *used += 1;
        if *used == 1 { id } else { format!("{id}-{used}") }
    }

    /// Returns a link's target as it was written, still to be looked up.
    pub fn target(&self, wanted: &str) -> Target {
        Target::Unread(wanted.to_string())
    }
}

/// Returns how many lines a leaf has at least: only code has several.
fn lines(leaf: &Event<'_>) -> usize {
    if let Event::Text(words) = leaf { 1 + words.bytes().filter(|byte| *byte == b'\n').count() } else { 1 }
}

/// Answers for square brackets that are no link: words marked with a language, or a reference defined elsewhere.
fn marked<'s>(
    segment: &'s str,
    references: &BTreeMap<String, String>,
    link: &BrokenLink<'_>,
) -> Option<(CowStr<'s>, CowStr<'s>)> {
    let after = &segment[link.span.end.min(segment.len())..];
    let language = after.strip_prefix("{lang=").and_then(|rest| rest.split_once('}'));
    if let Some((tag, _)) = language {
        return Some((CowStr::from(format!("lang:{}", tag.trim_matches('"'))), CowStr::from("")));
    }
    let known = references.get(&link.reference.to_lowercase())?;
    Some((CowStr::from(known.clone()), CowStr::from("")))
}

fn address(link_type: LinkType, url: &str) -> String {
    if link_type == LinkType::Email { format!("mailto:{url}") } else { url.to_string() }
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Returns words as an id: letters and digits in lower case, joined by hyphens.
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() && !matches!(c, '\'' | '\u{2019}') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_string() } else { slug.to_string() }
}
/// Returns whether the innermost thing that is open is a link without a word so far.
fn is_bare_link(stack: &[OpenElement]) -> bool {
    stack.last().is_some_and(|top| matches!(top.kind, Element::Link(_)) && top.inlines.is_empty())
}
