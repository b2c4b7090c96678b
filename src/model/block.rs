//! What stands on a page, one under the other. Every node carries its span; none knows of a format.

use std::sync::Arc;

use super::Text;
use super::inline::{Image, Inline};
use super::{AssetUse, Contact, Fact, Lang, PageUse, Target};
use crate::diag::Span;

/// One block of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; the page's title is level 1, so these start at 2.
    Heading(Box<Heading>),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A bulleted or numbered list.
    List(Box<List>),
    /// Terms and what they mean.
    Definitions(Definitions),
    /// Somebody's words.
    Quote(Box<Quote>),
    /// A table of data.
    Table(Box<Table>),
    /// A picture with its caption.
    Figure(Box<Figure>),
    /// Something to type, line by line.
    Code(Code),
    /// A change of subject without a heading.
    Break(Span),
    /// A note that stands out.
    Callout(Box<Callout>),
    /// A figure from the store, drawn, with its sentence.
    Statistic(Box<Statistic>),
    /// What happens, step by step.
    Steps(Steps),
    /// What the reader can do now.
    Action(Box<Boxed>),
    /// Help that most readers do not need, behind its summary.
    Details(Box<Boxed>),
    /// A postal address, one line an element.
    Address(Address),
    /// Everything that the store knows of a contact.
    Contact(Box<ContactBlock>),
    /// The facts that matter most: deadline, value, reference.
    KeyFacts(Definitions),
    /// What happened when.
    Timeline(Definitions),
    /// A slip to fill in on paper: each term is a question; its meanings are what can be ticked.
    Form(Definitions),
    /// A link to a film, with what is said in it.
    Film(Box<Film>),
    /// A film that is shown where it stands.
    Video(Box<Video>),
    /// A file to take away.
    Download(Box<Download>),
    /// The list of this page's other formats.
    Formats(Span),
    /// A picture on one side, words on the other: one idea of an Easy Read text.
    Row(Box<Row>),
    /// A passage in another language.
    Language(Box<ForeignBlock>),
    /// Words brought in from another page; a format writes them as if they stood here.
    Included(Box<Included>),
    /// HTML that stood in the Markdown. It is a finding, and no format writes it as anything but words.
    RawHtml(Text),
}

/// A heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// 2 for a section of the page, 3 for a part of it, and so on; 1 only where an author wrote it.
    pub level: u8,
    /// The id that links use; unique on its page.
    pub id: String,
    /// The words.
    pub content: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// The words.
    pub content: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// A list.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The first number, where it is numbered.
    pub start: Option<u64>,
    /// Its items.
    pub items: Vec<ListItem>,
    /// Where it stands.
    pub span: Span,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListItem {
    /// Whether it is done, where it is a task.
    pub task: Option<bool>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// Terms and what they mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Definitions {
    /// Each term with its meanings.
    pub entries: Vec<Definition>,
    /// Where they stand.
    pub span: Span,
}

/// One term.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// What it means; more than one where it has several meanings.
    pub meanings: Vec<Vec<Block>>,
    /// How many lines there are to write on, where it is a question that is answered so.
    pub lines: usize,
    /// Where it stands.
    pub span: Span,
}

/// Somebody's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The words.
    pub blocks: Vec<Block>,
    /// Who said them.
    pub attribution: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows.
    pub caption: Vec<Inline>,
    /// Headings above those of the columns, in order, which together stand over all columns; none where there are none.
    pub groups: Vec<ColumnGroup>,
    /// The column headings; all of them empty where those above are the only ones.
    pub header: Vec<Vec<Inline>>,
    /// How each column stands.
    pub columns: Vec<Align>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// Whether the numbers of its second column are shown as bars.
    pub bars: bool,
    /// Where it stands.
    pub span: Span,
}

/// A heading over one column or several.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnGroup {
    /// What it says; empty where the columns below have no such heading.
    pub heading: Vec<Inline>,
    /// How many columns it stands over.
    pub columns: usize,
}

impl Table {
    /// Returns the heading over several columns that stands over a column, from 0; empty where there is none.
    pub fn group_of(&self, column: usize) -> &[Inline] {
        let mut end = 0;
        let over = self.groups.iter().find(|group| {
            end += group.columns;
            column < end
        });
        over.map_or(&[], |group| &group.heading)
    }

    /// Returns whether each column has no heading but those over several columns.
    pub fn is_headed_by_groups(&self) -> bool {
        !self.groups.is_empty() && self.header.iter().all(Vec::is_empty)
    }
}

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the start of the line: for words.
    Start,
    /// At the end of the line: for numbers.
    End,
    /// In the middle.
    Centre,
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The picture.
    pub image: Image,
    /// What stands under it.
    pub caption: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// Something to type.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// The text, with its line ends.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A note that stands out.
#[derive(Clone, Debug, PartialEq)]
pub struct Callout {
    /// What kind of note.
    pub kind: CalloutKind,
    /// Its title; empty where the kind's own word will do.
    pub title: Vec<Inline>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// What kind of note a callout is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalloutKind {
    /// Good to know.
    Information,
    /// Something may go wrong, or somebody may be hurt.
    Warning,
    /// Not to be missed.
    Important,
    /// An example.
    Example,
}

/// A figure, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Statistic {
    /// The fact's name in the store.
    pub key: String,
    /// The sentence beside the figure; empty where the fact's own statement will do.
    pub sentence: Vec<Inline>,
    /// The fact, filled in; nothing where the store does not know it.
    pub fact: Option<Arc<Fact>>,
    /// Where it stands.
    pub span: Span,
}

/// What happens, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// The steps.
    pub steps: Vec<Step>,
    /// Where they stand.
    pub span: Span,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What to do, or what happens.
    pub title: Vec<Inline>,
    /// More about it.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// Blocks under a title: an action, or details under their summary.
#[derive(Clone, Debug, PartialEq)]
pub struct Boxed {
    /// The title or summary.
    pub title: Vec<Inline>,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// A postal address.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// Its lines.
    pub lines: Vec<Vec<Inline>>,
    /// Where it stands.
    pub span: Span,
}

/// A contact, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactBlock {
    /// The contact's name in the store.
    pub key: String,
    /// The contact, filled in; nothing where the store does not know it.
    pub contact: Option<Arc<Contact>>,
    /// Where it stands.
    pub span: Span,
}

/// A film.
#[derive(Clone, Debug, PartialEq)]
pub struct Film {
    /// What it is called.
    pub title: String,
    /// The page about it, with what is said in it.
    pub target: Target,
    /// Where it stands.
    pub span: Span,
}

/// A film that is shown where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Video {
    /// What it is called.
    pub title: String,
    /// Whether it is told in British Sign Language.
    pub signed: bool,
    /// The file as it was written.
    pub wanted: String,
    /// The same, looked up.
    pub file: Option<AssetUse>,
    /// Its captions, in the language of its page.
    pub captions: Option<AssetUse>,
    /// How long it is, in seconds.
    pub seconds: Option<u32>,
    /// The page on which it can be watched.
    pub page: Option<PageUse>,
    /// Where it stands.
    pub span: Span,
}

/// A file to take away.
#[derive(Clone, Debug, PartialEq)]
pub struct Download {
    /// The file, where there is one.
    pub asset: Option<AssetUse>,
    /// The address as it was written.
    pub wanted: String,
    /// What it is called.
    pub label: String,
    /// Its language, where it is not the page's.
    pub lang: Option<Lang>,
    /// Where it stands.
    pub span: Span,
}

/// One idea of an Easy Read text.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The picture; it comes before the words in reading order.
    pub image: Option<Image>,
    /// The words.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// A passage in another language.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeignBlock {
    /// Its language.
    pub lang: Lang,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// Words brought in from another page.
#[derive(Clone, Debug, PartialEq)]
pub struct Included {
    /// The page and heading as they were written, such as `victims/strategy.md#aims`.
    pub wanted: String,
    /// The words, once they were looked up.
    pub blocks: Vec<Block>,
    /// Where the words were asked for.
    pub span: Span,
}

impl Block {
    /// Returns where the block stands.
    pub fn span(&self) -> Span {
        match self {
            Block::Heading(b) => b.span,
            Block::Paragraph(b) => b.span,
            Block::List(b) => b.span,
            Block::Definitions(b) | Block::KeyFacts(b) | Block::Timeline(b) | Block::Form(b) => b.span,
            Block::Quote(b) => b.span,
            Block::Table(b) => b.span,
            Block::Figure(b) => b.span,
            Block::Code(b) => b.span,
            Block::Break(span) | Block::Formats(span) => *span,
            Block::Callout(b) => b.span,
            Block::Statistic(b) => b.span,
            Block::Steps(b) => b.span,
            Block::Action(b) | Block::Details(b) => b.span,
            Block::Address(b) => b.span,
            Block::Contact(b) => b.span,
            Block::Film(b) => b.span,
            Block::Video(b) => b.span,
            Block::Download(b) => b.span,
            Block::Row(b) => b.span,
            Block::Language(b) => b.span,
            Block::Included(b) => b.span,
            Block::RawHtml(b) => b.span,
        }
    }
}
