//! A document as every reader hands it over: blocks and running text in reading order, notes, pictures, and what could not be
//! brought over, where it stood. It knows no file format and no Markdown.

use std::collections::BTreeMap;

use crate::model::Lang;

/// A document that was read.
#[derive(Debug, Default)]
pub struct Document {
    /// What it says of itself.
    pub properties: Properties,
    /// Its text.
    pub blocks: Vec<Block>,
    /// Its footnotes and endnotes; [`Inline::Note`] has the place in this list.
    pub notes: Vec<Vec<Block>>,
    /// Its pictures; [`Picture::file`] has the place in this list.
    pub pictures: Vec<PictureFile>,
    /// What was done throughout the text and is to be told once, with how often.
    pub told: BTreeMap<Told, usize>,
}

impl Document {
    /// Notes that something was done once more.
    pub fn tell(&mut self, what: Told) {
        *self.told.entry(what).or_default() += 1;
    }
}

/// What a document says of itself.
#[derive(Debug, Default)]
pub struct Properties {
    /// Its title, where it has one.
    pub title: Option<String>,
    /// A sentence about it.
    pub summary: Option<String>,
    /// What it is about.
    pub topics: Vec<String>,
    /// The language that most of it is in.
    pub lang: Option<Lang>,
    /// Whether it names people, such as its author: the page does not.
    pub names_people: bool,
}

/// The most letters of a summary. Source: Handbill's front matter.
const LONGEST_SUMMARY: usize = 160;

impl Properties {
    /// Returns the sentence about the document, where it can be the summary of a page of that title.
    pub fn sentence(&self, title: &str) -> Option<String> {
        let said = self.summary.as_deref()?.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_sentence = said.ends_with(['.', '?', '!'])
            && (20..LONGEST_SUMMARY).contains(&said.chars().count())
            && said.contains(' ')
            && said != title;
        is_sentence.then_some(said)
    }
}

/// A part of the text that stands by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The document's own title.
    Title(Vec<Inline>),
    /// A heading: 1 stands over 2. Levels may be left out here; `outline.rs` sees to that.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// What somebody else said.
    Quote(Vec<Block>),
    /// Text whose line ends and spaces count.
    Code(String),
    /// Terms and what they mean.
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    /// Text in a box of its own beside the rest.
    Boxed(Vec<Block>),
    /// Passages in another language.
    Language(Lang, Vec<Block>),
    /// Words under or over the picture or the table beside it.
    Caption(Vec<Inline>),
    /// A break between two parts.
    Rule,
    /// What stood here and could not be brought over, or is for the author alone.
    Remark(Remark),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    /// Its words.
    pub content: Vec<Inline>,
    /// The size of most of its letters in points; 0 where that is not known.
    pub points: f32,
    /// Whether a reader said that it looks like running text whatever its size, such as the name under a letter.
    pub plain: bool,
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// The number of the first item; nothing for bullets.
    pub start: Option<u64>,
    /// What each item holds.
    pub items: Vec<Vec<Block>>,
}

/// A table as it was written. `markdown/table.rs` resolves what spans several rows or columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Words over it.
    pub caption: Vec<Inline>,
    /// How many rows at its top are headings.
    pub headings: usize,
    /// Its rows. A row may be shorter than others.
    pub rows: Vec<Vec<Cell>>,
}

/// The most places in the grid of a table whose cells stand over several: each is written once for each place. Chosen here; a
/// table of 1,000 rows and 20 columns has 20,000.
const MOST_PLACES: usize = 100_000;

impl Table {
    /// Returns the table with cells that end where it ends. Where they stand over more places than a table has, each stands over one.
    pub fn within(mut self) -> Table {
        let count = self.rows.len();
        let mut places = 0_usize;
        for (at, row) in self.rows.iter_mut().enumerate() {
            for cell in row {
                cell.rows = cell.rows.clamp(1, count - at);
                places = places.saturating_add(cell.rows.saturating_mul(cell.columns));
            }
        }
        if places > MOST_PLACES {
            for cell in self.rows.iter_mut().flatten() {
                (cell.rows, cell.columns) = (1, 1);
            }
        }
        self
    }
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Over how many columns it stands, 1 or more.
    pub columns: usize,
    /// Over how many rows it stands, 1 or more. The rows below have no cell in its place.
    pub rows: usize,
    /// Whether its numbers stand at the right.
    pub at_end: bool,
}

/// A part of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words that are stressed.
    Emphasis(Vec<Inline>),
    /// Words that are important.
    Strong(Vec<Inline>),
    /// Words that no longer hold.
    Strikethrough(Vec<Inline>),
    /// Words for a computer.
    Code(String),
    /// A link.
    Link(To, Vec<Inline>),
    /// A place that [`To::Place`] leads to.
    Place(String),
    /// The mark of a note, by its place in [`Document::notes`].
    Note(usize),
    /// A picture.
    Picture(Picture),
    /// Words in another language.
    Language(Lang, Vec<Inline>),
    /// The end of a line.
    LineBreak,
    /// What stood here and could not be brought over, or is for the author alone.
    Remark(Remark),
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// A web, post or telephone address.
    Address(String),
    /// An [`Inline::Place`] of the same document.
    Place(String),
}

/// A picture where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// Its place in [`Document::pictures`].
    pub file: usize,
    /// What it shows, as the document says; empty where it does not say.
    pub alt: String,
    /// Whether the document says that it adds nothing.
    pub decorative: bool,
}

/// A picture's bytes, as they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PictureFile {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What is cut off at the left, top, right and bottom, in parts of the whole: it is not shown.
    pub cut: [f32; 4],
}

/// What is written for the author alone, in a comment of the Markdown that no reader is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What sort it is.
    pub sort: Sort,
    /// What it says, on one line.
    pub words: String,
}

/// The sorts of remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// What could not be brought over.
    Lost,
    /// What somebody wrote beside the text.
    Comment,
    /// What was struck out, and the change not yet accepted.
    Deleted,
    /// What the document holds and does not show.
    Hidden,
}

/// What was done throughout the text, to be told once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// Words that were put in, and the change not yet accepted, are kept.
    Inserted,
    /// Words that were moved, and the change not yet accepted, stand at their new place.
    Moved,
    /// The list of contents is left out.
    Contents,
    /// Numbers that a program wrote before headings are left out.
    HeadingNumbers,
    /// Letters that counted a list's items are numbers now.
    LetteredLists,
    /// Lines under words are left out.
    Underlined,
    /// Colours behind words are left out.
    Highlighted,
    /// What stood at the top and bottom of each page is left out.
    PageEdges,
    /// Paragraphs or lists in a cell stand in one line.
    CellsInOneLine,
    /// Cells over several rows or columns were taken apart.
    CellsTakenApart,
    /// Headings were known by their look alone.
    HeadingsByLook,
    /// Formatting was changed, and the change not yet accepted.
    FormattingChanged,
}

impl Remark {
    /// Returns a remark on what could not be brought over.
    pub fn lost(words: impl Into<String>) -> Remark {
        Remark { sort: Sort::Lost, words: words.into() }
    }

    /// Returns a remark with a comment: who wrote it, on which day, on which words, and what; empty where that is not known.
    pub fn comment(by: &str, day: &str, about: &str, said: &str) -> Remark {
        let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut words = dated(by, day);
        if !about.is_empty() {
            words.push_str(if words.is_empty() { "on \u{201c}" } else { ", on \u{201c}" });
            words.push_str(&about);
            words.push('\u{201d}');
        }
        let by = if by.trim().is_empty() { "" } else { "by " };
        words = format!("{by}{words}{}", if words.is_empty() { "" } else { ": " });
        words.push_str(said.trim());
        Remark { sort: Sort::Comment, words }
    }

    /// Returns a remark with words that were struck out, by whom and on which day.
    pub fn deleted(said: &str, by: &str, day: &str) -> Remark {
        let by = dated(by, day.get(..10).unwrap_or(day));
        let by = if by.is_empty() { by } else { format!(" ({by})") };
        Remark { sort: Sort::Deleted, words: format!("\u{201c}{}\u{201d}{by}", said.trim()) }
    }
}

impl Paragraph {
    /// Returns a paragraph of words whose size is not known.
    pub fn of(content: Vec<Inline>) -> Paragraph {
        Paragraph { content, ..Paragraph::default() }
    }
}

fn dated(by: &str, day: &str) -> String {
    let known = [by.trim(), day.trim()];
    known.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Adds a block. Bullets under bullets are one list.
pub fn joined(block: Block, out: &mut Vec<Block>) {
    match (block, out.last_mut()) {
        (Block::List(List { start: None, items }), Some(Block::List(List { start: None, items: known }))) => {
            known.extend(items);
        }
        (block, _) => out.push(block),
    }
}

/// Returns the words of running text alone.
pub fn words(content: &[Inline]) -> String {
    let mut out = String::new();
    add_words(content, &mut out);
    out
}

fn add_words(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(words) | Inline::Code(words) => out.push_str(words),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link(_, inner)
            | Inline::Language(_, inner) => add_words(inner, out),
            Inline::LineBreak => out.push(' '),
            Inline::Place(_) | Inline::Note(_) | Inline::Picture(_) | Inline::Remark(_) => {}
        }
    }
}
