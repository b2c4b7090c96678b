//! What a document in reading order is made of.

use std::sync::Arc;

use crate::model::{AssetUse, Date, Lang};
use crate::words::Said;

/// A document in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// One sentence about it; empty where there is none.
    pub summary: String,
    /// Its language.
    pub lang: Lang,
    /// Who publishes it.
    pub publisher: Said,
    /// The day of its last change.
    pub changed: Option<Date>,
    /// Where it stands in its life, such as `Open until 3 May 2027.`; empty where that is not known.
    pub standing: Said,
    /// Its words.
    pub body: Vec<Element>,
    /// What stands over its notes; empty where there are none.
    pub notes_heading: Line,
    /// Footnotes and the sources of figures, by number.
    pub notes: Vec<Note>,
    /// Where drawn figures come from, which have no number.
    pub sources: Vec<Line>,
    /// What stands after all: how to reach the publisher and to ask for another form, when it was published.
    pub ends: Vec<Element>,
    /// Its address, as readers type it.
    pub address: String,
    /// The address of the page that it is, as links to it have it; empty where it is none.
    pub route: String,
    /// Its printed edition, where there is one and the format names its pages.
    pub printed: Option<Printed>,
}

/// The printed edition of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Its address, from `https://`.
    pub address: String,
    /// How many pages it has.
    pub pages: usize,
}

/// A footnote, or where a figure comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The number, which its marks in the text have too.
    pub number: usize,
    /// What it says.
    pub elements: Vec<Element>,
}

/// One element of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    /// A heading. The title is level 1, so these start at 2.
    Heading {
        /// The level, 2 to 6.
        level: u8,
        /// Its name for links.
        id: String,
        /// Its words.
        words: Line,
    },
    /// A paragraph.
    Paragraph(Line),
    /// A list.
    List {
        /// The first number, where it is numbered.
        start: Option<u64>,
        /// What each item holds.
        items: Vec<Vec<Element>>,
    },
    /// Terms and what they mean, dates and what happened, questions of a form with the answers that can be ticked.
    Terms(Vec<Entry>),
    /// A table of data.
    Table(Table),
    /// A picture.
    Picture(Picture),
    /// Somebody's words.
    Quote {
        /// The words.
        elements: Vec<Element>,
        /// Who said them; empty where nobody is named.
        attribution: Line,
    },
    /// What stands apart under a title: a warning, a contact, what a reader can do.
    Framed {
        /// The title.
        title: Line,
        /// What it holds.
        elements: Vec<Element>,
    },
    /// Something to type, line by line.
    Code(Vec<String>),
    /// A change of subject without a heading.
    Separator,
    /// A page of the printed edition starts here, or inside the element before. Its number; the title stands on page 1.
    PrintPage(usize),
}

/// A term and what it means, or a question of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The term.
    pub term: Line,
    /// Each of its meanings.
    pub meanings: Vec<Vec<Element>>,
    /// Whether the meanings are boxes to tick.
    pub ticked: bool,
    /// How many lines there are to write on.
    pub lines: usize,
}

/// A table of data.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it shows; empty where it has no caption.
    pub caption: Line,
    /// Headings above those of the columns, each with how many columns it stands over; none where there are none.
    pub groups: Vec<(Line, usize)>,
    /// The columns' headings; all of them empty where those above are the only ones.
    pub header: Vec<Line>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Line>>,
}

impl Table {
    /// Returns what is said before the values of each column: its heading, behind the one over several columns that stands over
    /// it, such as `Victims: Day`.
    pub fn headings(&self) -> Vec<Line> {
        let over = self.groups.iter().flat_map(|(heading, columns)| std::iter::repeat_n(heading, *columns));
        let mut headings = self.header.clone();
        for (heading, over) in headings.iter_mut().zip(over) {
            let between = (!heading.is_empty() && !over.is_empty()).then(|| Run::words(": "));
            heading.splice(0..0, over.iter().cloned().chain(between));
        }
        headings
    }

    /// Returns whether a row of a heading for each column stands above the rows.
    pub fn has_header(&self) -> bool {
        self.groups.is_empty() || self.header.iter().any(|heading| !heading.is_empty())
    }

    /// Returns whether the first cell of each row heads the row.
    pub fn has_row_headings(&self) -> bool {
        self.rows.iter().all(|row| row.first().is_some_and(|cell| !plain(cell).trim().is_empty()))
    }
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The file, where there is one.
    pub asset: Option<AssetUse>,
    /// What it shows; empty where it carries no meaning of its own.
    pub alt: String,
    /// What stands under it.
    pub caption: Line,
    /// Whether the words after it say what it shows, as in Easy Read.
    pub beside: bool,
}

impl Entry {
    /// Returns the pages of print that start with the term: they stand at the head of what it means.
    pub fn pages(&self) -> &[Element] {
        self.meanings.first().map_or(&[], |meaning| led_by_pages(meaning).0)
    }
}

/// Returns the pages of print that elements start with, and the elements behind them.
pub fn led_by_pages(elements: &[Element]) -> (&[Element], &[Element]) {
    let pages = elements.iter().take_while(|element| matches!(element, Element::PrintPage(_))).count();
    elements.split_at(pages)
}

/// Running text.
pub type Line = Vec<Run>;

/// A stretch of running text that is all of one sort.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Their language, where it is not the document's.
    pub lang: Option<Lang>,
    /// How they are set.
    pub style: Style,
    /// What they are.
    pub role: Role,
    /// Where they lead.
    pub link: Option<Arc<Link>>,
}

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Strong importance.
    pub strong: bool,
    /// A stress in the voice.
    pub emphasis: bool,
    /// Words that no longer hold.
    pub struck: bool,
    /// Something to type.
    pub code: bool,
}

/// What a stretch of running text is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Words.
    #[default]
    Words,
    /// A telephone number, which no line breaks.
    Phone,
    /// The mark of a note with this number. The text is the number.
    NoteMark(usize),
    /// What a picture among the words shows.
    PictureAlt,
    /// A line break that the author asked for. The text is empty.
    LineBreak,
}

/// Where words lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address as a program follows it, such as `https://…`, `tel:…` or `mailto:…`.
    pub address: String,
    /// The address as readers type it; empty where the words say it already, or where there is nothing to type.
    pub shown: String,
    /// The name of the heading of this same document that it leads to.
    pub here: Option<String>,
}

impl Run {
    /// Returns words without anything special, in the document's language.
    pub fn words(text: impl Into<String>) -> Run {
        Run { text: text.into(), lang: None, style: Style::default(), role: Role::Words, link: None }
    }
}

/// Returns the words of running text alone; a line break is a space, and a note's mark is nothing.
pub fn plain(line: &[Run]) -> String {
    let mut out = String::new();
    for run in line {
        match run.role {
            Role::LineBreak => out.push(' '),
            Role::NoteMark(_) => {}
            Role::Words | Role::Phone | Role::PictureAlt => out.push_str(&run.text),
        }
    }
    out
}
