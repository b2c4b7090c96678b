//! What a rule reads: the words of one page or one leaflet. They are walked once, into lists in reading order.

use std::borrow::Cow;

use super::chars::Chars;
use super::text::{self, Passage, Role};
use crate::diag::{FileId, Sources, Span};
use crate::model::{Block, Heading, Image, Inline, Lang, Leaflet, Page, plain_text, walk};

/// The words of one page or leaflet.
pub struct Body<'a> {
    /// Its source file.
    pub file: FileId,
    /// Its language.
    pub lang: &'a Lang,
    /// The page, where it is one.
    pub page: Option<&'a Page>,
    /// The leaflet, where it is one.
    pub leaflet: Option<&'a Leaflet>,
    parts: Vec<&'a [Block]>,
    blocks: Vec<&'a Block>,
    runs: Vec<Run<'a>>,
    inlines: Vec<&'a Inline>,
    images: Vec<&'a Image>,
    english: Vec<Passage<'a>>,
    sources: &'a Sources,
}

/// One run of inlines: a paragraph's, a heading's, a cell's.
pub struct Run<'a> {
    /// The block that holds it.
    pub block: &'a Block,
    /// The run itself.
    pub inlines: &'a [Inline],
    /// Its words, without marks.
    pub words: Cow<'a, str>,
}

/// Returns the words of a run, without marks; most runs are one text and need no copy.
pub fn words(run: &[Inline]) -> Cow<'_, str> {
    match run {
        [Inline::Text(text)] => Cow::Borrowed(text.text.as_str()),
        _ => Cow::Owned(plain_text(run)),
    }
}

impl<'a> Body<'a> {
    /// Returns the words of a page.
    pub fn of_page(page: &'a Page, sources: &'a Sources) -> Body<'a> {
        let notes = page.notes.iter().map(|note| note.blocks.as_slice());
        let parts = std::iter::once(page.blocks.as_slice()).chain(notes).collect();
        Body { page: Some(page), ..Body::read(page.file, &page.lang, parts, sources) }
    }

    /// Returns the words of a leaflet.
    pub fn of_leaflet(leaflet: &'a Leaflet, sources: &'a Sources) -> Body<'a> {
        Body { leaflet: Some(leaflet), ..Body::read(leaflet.file, &leaflet.lang, leaflet.parts().collect(), sources) }
    }

    fn read(file: FileId, lang: &'a Lang, parts: Vec<&'a [Block]>, sources: &'a Sources) -> Body<'a> {
        let mut body = Body {
            file,
            lang,
            page: None,
            leaflet: None,
            parts: Vec::new(),
            blocks: Vec::new(),
            runs: Vec::new(),
            inlines: Vec::new(),
            images: Vec::new(),
            english: Vec::new(),
            sources,
        };
        let role = (lang.primary() == "en").then_some(Role::Paragraph);
        for part in &parts {
            body.add(part, role);
        }
        Body { parts, ..body }
    }

    /// Adds blocks and all that they hold; `role` is what their words are on the page, where they are the author's English.
    fn add(&mut self, blocks: &'a [Block], role: Option<Role>) {
        for block in blocks {
            self.blocks.push(block);
            match block {
                Block::Figure(figure) => self.images.push(&figure.image),
                Block::Row(row) => self.images.extend(&row.image),
                _ => {}
            }
            let own = role.and_then(|role| text::role(block, role));
            for inlines in walk::own_runs(block) {
                self.add_run(block, inlines, own);
            }
            let inner = if matches!(block, Block::List(_)) { Role::Item } else { Role::Paragraph };
            for held in walk::held(block) {
                self.add(held, own.map(|_| inner));
            }
        }
    }

    fn add_run(&mut self, block: &'a Block, inlines: &'a [Inline], role: Option<Role>) {
        self.runs.push(Run { block, inlines, words: words(inlines) });
        walk::each(inlines, &mut |inline| {
            self.inlines.push(inline);
            if let Inline::Image(image) = inline {
                self.images.push(image);
            }
        });
        let passage = role.map(|role| Passage::read(inlines, role));
        self.english.extend(passage.filter(|passage| !passage.words.is_empty()));
    }

    /// Returns the lists of blocks that stand side by side: the page and its footnotes, or a leaflet's panels.
    pub fn parts(&self) -> &[&'a [Block]] {
        &self.parts
    }

    /// Returns every block, each before what it holds.
    pub fn blocks(&self) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().copied()
    }

    /// Returns every run of inlines.
    pub fn runs(&self) -> &[Run<'a>] {
        &self.runs
    }

    /// Returns every inline, each before what it holds.
    pub fn inlines(&self) -> impl Iterator<Item = &'a Inline> {
        self.inlines.iter().copied()
    }

    /// Returns every picture.
    pub fn images(&self) -> impl Iterator<Item = &'a Image> {
        self.images.iter().copied()
    }

    /// Returns the headings written in this file; those of included words belong elsewhere.
    pub fn headings(&self) -> impl Iterator<Item = &'a Heading> {
        self.blocks().filter_map(|block| match block {
            Block::Heading(heading) => Some(&**heading).filter(|heading| heading.span.file == self.file),
            _ => None,
        })
    }

    /// Returns the author's own English, passage by passage; nothing where the page is in another language.
    pub fn english(&self) -> &[Passage<'a>] {
        &self.english
    }

    /// Returns the passages of the author's own English that have one of some characters.
    pub fn english_with(&self, chars: Chars) -> impl Iterator<Item = &Passage<'a>> {
        self.english.iter().filter(move |passage| passage.chars.any(chars))
    }

    /// Returns the line on which a span of this body's file starts.
    pub fn line(&self, span: Span) -> usize {
        self.sources.get(span.file).position(span.start).line
    }
}
