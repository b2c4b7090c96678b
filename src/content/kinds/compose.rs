//! Writing what a kind knows as blocks around a page's text, so that every format has it.

use crate::content::read::markdown::Reader;
use crate::content::read::picture_set::SCHEME;
use crate::content::yaml::fields::Written;
use crate::diag::{Diagnostic, Span};
use crate::model::kinds::Reference;
use crate::model::{
    Align, Block, Callout, CalloutKind, Clock, Contact, Date, Deadline, Definition, Definitions, Download, Foreign,
    Heading, Image, Inline, Lang, Link, List, ListItem, Meta, Paragraph, Row, Table, Text, plain_text, walk,
};
use crate::words::{Said, Wording};

/// What a kind writes with.
pub struct Compose<'a, 'r> {
    /// The page's language.
    pub lang: &'a Lang,
    /// What the page's front matter says.
    pub meta: &'a Meta,
    /// The fixed words.
    pub words: &'a Wording,
    /// The moment of the build.
    pub clock: &'a Clock,
    /// Who publishes.
    pub publisher: &'a Contact,
    /// What the page's text says by itself.
    pub own: OwnWords,
    /// Where what is written now was asked for.
    pub span: Span,
    reader: &'a mut Reader<'r>,
    out: Composed,
}

/// What a page's text says by itself, so that its kind need not.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnWords {
    /// Whether it explains words, in a list of them.
    pub explains: bool,
    /// Whether it shows a contact whole.
    pub calls: bool,
}

impl OwnWords {
    /// Returns what some blocks say.
    pub fn of(blocks: &[Block]) -> OwnWords {
        let mut own = OwnWords::default();
        walk::blocks(blocks, &mut |block| {
            own.explains |= matches!(block, Block::Definitions(_));
            own.calls |= matches!(block, Block::Contact(_));
        });
        own
    }
}

/// Where on a page a kind writes.
#[derive(Clone, Copy, Debug)]
pub enum Placement {
    /// Before the page's text.
    Lead,
    /// Between the text's opening words and its first heading.
    Middle,
    /// After the text.
    Tail,
}

/// What a kind wrote.
#[derive(Debug, Default)]
pub struct Composed {
    /// Before the page's text.
    pub lead: Vec<Block>,
    /// Between that and the text, where the text starts without a heading.
    pub between: Option<Block>,
    /// Between the text's opening words and its first heading.
    pub middle: Vec<Block>,
    /// After it.
    pub tail: Vec<Block>,
}

impl<'a, 'r> Compose<'a, 'r> {
    /// Returns an empty one.
    pub fn new(
        reader: &'a mut Reader<'r>,
        meta: &'a Meta,
        (lang, words): (&'a Lang, &'a Wording),
        (clock, publisher): (&'a Clock, &'a Contact),
        own: OwnWords,
    ) -> Compose<'a, 'r> {
        Compose { lang, meta, words, clock, publisher, own, span: meta.span, reader, out: Composed::default() }
    }

    /// Gives what is written from now on the place of a key of the front matter.
    pub fn at(&mut self, key: &str) {
        self.span = self.meta.spans.get(key).copied().unwrap_or(self.meta.span);
    }

    /// Returns what was written. Where a heading stands in it before the page's text, the text gets one too, in case it
    /// starts without.
    pub fn finish(mut self) -> Composed {
        if self.out.lead.iter().any(|block| matches!(block, Block::Heading(_))) {
            let words = vec![self.fixed(&self.words.kinds.more)];
            self.out.between = Some(self.heading(2, "more-about-this", words));
        }
        self.out
    }

    /// Adds a block before the page's text.
    pub fn lead(&mut self, block: Block) {
        self.out.lead.push(block);
    }

    /// Adds a block between the text's opening words and its first heading.
    pub fn middle(&mut self, block: Block) {
        self.out.middle.push(block);
    }

    /// Adds a block after the page's text.
    pub fn tail(&mut self, block: Block) {
        self.out.tail.push(block);
    }

    /// Returns fixed words; marked as English where the page's language lacks them.
    pub fn fixed(&self, words: &Said) -> Inline {
        let text = Inline::Text(Text::filled(&**words, self.span));
        if words.lang.is_same_language(self.lang) {
            return text;
        }
        Inline::Language(Box::new(Foreign { lang: words.lang.clone(), content: vec![text], span: self.span }))
    }

    /// Returns words that need no reading.
    pub fn plain(&self, words: &str) -> Inline {
        Inline::Text(Text::made(words, self.span))
    }

    /// Returns a link; without words it takes the title of the page that it leads to.
    pub fn link(&self, words: &str, address: &str) -> Inline {
        self.link_around(self.plain(words), address)
    }

    /// Returns a link round words.
    pub fn link_around(&self, words: Inline, address: &str) -> Inline {
        Inline::Link(Box::new(Link { target: self.reader.target(address), content: vec![words], span: self.span }))
    }

    /// Returns a paragraph.
    pub fn paragraph(&self, content: Vec<Inline>) -> Block {
        Block::Paragraph(Paragraph { content, span: self.span })
    }

    /// Returns a heading with an id that does not change; a later heading of the same id gets another.
    pub fn heading(&mut self, level: u8, id: &str, content: Vec<Inline>) -> Block {
        let id = self.reader.unique(id.to_string());
        Block::Heading(Box::new(Heading { level, id, content, span: self.span }))
    }

    /// Adds a heading in fixed words.
    pub fn section(&mut self, placement: Placement, level: u8, id: &str, label: &Said) {
        let words = vec![self.fixed(label)];
        let heading = self.heading(level, id, words);
        match placement {
            Placement::Lead => self.lead(heading),
            Placement::Middle => self.middle(heading),
            Placement::Tail => self.tail(heading),
        }
    }

    /// Says that a newer page has taken this one's place; nothing where none has.
    pub fn replaced(&mut self, newer: &str) {
        if newer.is_empty() {
            return;
        }
        let labels = &self.words.kinds;
        let text = self.paragraph(vec![self.fixed(&labels.replaced_text), self.plain(" "), self.link("", newer)]);
        self.lead(self.callout(CalloutKind::Important, vec![self.fixed(&labels.replaced)], vec![text]));
    }

    /// Returns an author's words as blocks: paragraphs and lists, with links and figures.
    pub fn blocks(&mut self, words: &Written) -> Vec<Block> {
        if let Some(at) = &words.at {
            return self.reader.markdown(at.clone());
        }
        let span = words.span.unwrap_or(self.span);
        let mut found: Vec<Diagnostic> = Vec::new();
        let mut reader = Reader::new(&words.text, self.reader.file, &self.reader.lang, &mut found);
        let blocks = reader.markdown(0..words.text.len());
        let blocks = blocks.into_iter().map(|block| settle(block, span)).collect();
        self.reader.found.extend(found.into_iter().map(|problem| Diagnostic { span, ..problem }));
        blocks
    }

    /// Returns an author's words as running text.
    pub fn inlines(&mut self, words: &Written) -> Vec<Inline> {
        let mut blocks = self.blocks(words).into_iter();
        match (blocks.next(), blocks.next()) {
            (Some(Block::Paragraph(paragraph)), None) => paragraph.content,
            _ => {
                let span = words.span.unwrap_or(self.span);
                let words = words.text.split_whitespace().collect::<Vec<_>>().join(" ");
                vec![Inline::Text(Text::made(self.reader.typeset(&words), span))]
            }
        }
    }

    /// Returns a note that stands out.
    pub fn callout(&self, kind: CalloutKind, title: Vec<Inline>, blocks: Vec<Block>) -> Block {
        Block::Callout(Box::new(Callout { kind, title, blocks, span: self.span }))
    }

    /// Returns a row of Easy Read: a picture of the set that only supports its words, and paragraphs.
    pub fn row(&self, picture: &str, lines: Vec<Vec<Inline>>) -> Block {
        let wanted = format!("{SCHEME}{picture}");
        let image = Image { asset: None, wanted, alt: String::new(), decorative: true, span: self.span };
        let blocks = lines.into_iter().map(|line| self.paragraph(line)).collect();
        Block::Row(Box::new(Row { image: Some(image), blocks, span: self.span }))
    }

    /// Returns a list.
    pub fn list(&self, start: Option<u64>, items: Vec<Vec<Block>>) -> Block {
        let item = |blocks| ListItem { task: None, blocks, span: self.span };
        Block::List(Box::new(List { start, items: items.into_iter().map(item).collect(), span: self.span }))
    }

    /// Returns items as a list, or the blocks of the only item without a list around them.
    pub fn listed(&self, start: Option<u64>, mut items: Vec<Vec<Block>>) -> Vec<Block> {
        match items.len() {
            1 => items.remove(0),
            _ => vec![self.list(start, items)],
        }
    }

    /// Returns a table; the last columns stand at the end of the line where they hold numbers.
    pub fn table(&self, caption: &Said, header: &[&Said], columns: Vec<Align>, rows: Vec<Vec<Vec<Inline>>>) -> Block {
        let header = header.iter().map(|words| vec![self.fixed(words)]).collect();
        Block::Table(Box::new(Table {
            caption: vec![self.fixed(caption)],
            groups: Vec::new(),
            header,
            columns,
            rows,
            bars: false,
            span: self.span,
        }))
    }

    /// Returns a file to take away, or a link where it stands on another website.
    pub fn document(&self, document: &Reference) -> Block {
        if document.address.contains("://") {
            return self.paragraph(vec![self.link(&document.title, &document.address)]);
        }
        Block::Download(Box::new(Download {
            asset: None,
            wanted: document.address.clone(),
            label: if document.title == document.address { String::new() } else { document.title.clone() },
            lang: None,
            span: self.span,
        }))
    }

    /// Adds documents under a heading after the text, where there are any.
    pub fn documents(&mut self, documents: &[Reference]) {
        if documents.is_empty() {
            return;
        }
        self.section(Placement::Tail, 2, "documents", &self.words.kinds.documents);
        for document in documents {
            let block = self.document(document);
            self.tail(block);
        }
    }

    /// Returns one of two labels: the first once the deadline has passed, as in "closed on" and "closes on".
    pub fn tense(&self, deadline: Option<Deadline>, was: &'a Said, is: &'a Said) -> &'a Said {
        if deadline.is_some_and(|deadline| self.clock.passed(deadline)) { was } else { is }
    }

    /// Returns one of two labels for something that begins: the first once it has begun.
    pub fn begun(&self, begins: Option<Deadline>, was: &'a Said, is: &'a Said) -> &'a Said {
        if begins.is_some_and(|begins| self.clock.reached(begins.begins())) { was } else { is }
    }

    /// Returns a list of key facts to be filled.
    pub fn facts(&self) -> Facts {
        Facts { entries: Vec::new() }
    }
}

/// Key facts while they are gathered: what is empty is left out.
pub struct Facts {
    entries: Vec<Definition>,
}

impl Facts {
    /// Adds a fact that is one or more lines of running text.
    pub fn lines(&mut self, to: &Compose<'_, '_>, label: &Said, lines: Vec<Vec<Inline>>) {
        // A link to a page has no words yet: it gets the page's title.
        let says = |line: &Vec<Inline>| {
            line.iter().any(|inline| matches!(inline, Inline::Link(_))) || !plain_text(line).trim().is_empty()
        };
        let lines: Vec<Vec<Inline>> = lines.into_iter().filter(says).collect();
        let blocks = match lines.len() {
            0 => return,
            1 => lines.into_iter().map(|line| to.paragraph(line)).collect(),
            _ => vec![to.list(None, lines.into_iter().map(|line| vec![to.paragraph(line)]).collect())],
        };
        self.entries.push(Definition { term: vec![to.fixed(label)], meanings: vec![blocks], lines: 0, span: to.span });
    }

    /// Adds a fact in words that need no reading.
    pub fn text(&mut self, to: &Compose<'_, '_>, label: &Said, text: &str) {
        self.lines(to, label, vec![vec![to.plain(text)]]);
    }

    /// Adds a day.
    pub fn date(&mut self, to: &Compose<'_, '_>, label: &Said, date: Option<Date>) {
        if let Some(date) = date {
            self.text(to, label, &date.in_words(to.lang));
        }
    }

    /// Adds a deadline.
    pub fn deadline(&mut self, to: &Compose<'_, '_>, label: &Said, deadline: Option<Deadline>) {
        if let Some(deadline) = deadline {
            self.text(to, label, &deadline.in_words(to.words));
        }
    }

    /// Returns the facts as a block; nothing where there is none.
    pub fn block(self, to: &Compose<'_, '_>) -> Option<Block> {
        (!self.entries.is_empty()).then_some(Block::KeyFacts(Definitions { entries: self.entries, span: to.span }))
    }
}

/// Gives a block that was read from a value, such as one on several YAML lines, the value's place in the file. A block that is
/// not a paragraph or a list, such as a heading, becomes a paragraph.
fn settle(block: Block, span: Span) -> Block {
    let mut block = match block {
        Block::Paragraph(paragraph) => Block::Paragraph(Paragraph { span, ..paragraph }),
        Block::List(list) => {
            let settled = |item: ListItem| {
                let blocks = item.blocks.into_iter().map(|block| settle(block, span)).collect();
                ListItem { blocks, span, ..item }
            };
            let List { start, items, .. } = *list;
            Block::List(Box::new(List { start, items: items.into_iter().map(settled).collect(), span }))
        }
        other => {
            let mut words = Vec::new();
            walk::runs(std::slice::from_ref(&other), &mut |run| words.push(plain_text(run)));
            let text = Inline::Text(Text::made(words.join(" "), span));
            Block::Paragraph(Paragraph { content: vec![text], span })
        }
    };
    walk::runs_mut(std::slice::from_mut(&mut block), &mut |run, _| {
        walk::each_mut(run, &mut |inline| inline.set_span(span));
    });
    block
}
