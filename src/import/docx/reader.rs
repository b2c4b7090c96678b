//! What is held while a Word document is read: its styles, lists, notes and comments, and what is open at the place that was
//! reached.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::document::{Block, Document, Inline, Remark};
use super::super::refusal::Refusal;
use super::super::xml::{Element, Node};
use super::field::Field;
use super::numbering::Numbering;
use super::package::Package;
use super::styles::Styles;

/// Reads the text of one document.
pub struct Reader<'a> {
    /// The document's parts.
    pub package: Package<'a>,
    /// The part that is read now.
    pub part: String,
    /// Its styles.
    pub styles: Styles,
    /// Its lists.
    pub numbering: Numbering,
    /// What was read so far besides blocks.
    pub document: Document,
    /// Where running text goes: the last is the innermost.
    pub sinks: Vec<Sink>,
    /// Fields that began in an earlier paragraph.
    pub open_fields: Vec<Field>,
    /// Blocks that stand beside the paragraph that is read, such as text boxes.
    pub beside: Vec<Block>,
    /// Places that were met between paragraphs.
    pub places: Vec<Inline>,
    /// The words that open comments stand at, by their ids.
    pub ranges: BTreeMap<String, String>,
    /// Whether struck out words are read now.
    pub in_deleted: bool,
    comments: BTreeMap<String, Comment>,
    notes: BTreeMap<String, Rc<Element>>,
    note_numbers: BTreeMap<String, usize>,
    in_note: bool,
    pictures: BTreeMap<String, usize>,
}

/// Where running text goes.
#[derive(Debug, Default)]
pub struct Sink {
    /// The field that it belongs to.
    pub field: Option<Field>,
    /// What went there.
    pub content: Vec<Inline>,
}

/// A comment.
struct Comment {
    by: String,
    day: String,
    words: String,
    used: bool,
}

impl<'a> Reader<'a> {
    /// Returns a reader of a document's text.
    ///
    /// # Errors
    ///
    /// A part is damaged.
    pub fn new(mut package: Package<'a>) -> Result<Reader<'a>, Refusal> {
        let main = package.main.clone();
        let mut part = |sort: &str| -> Result<Option<Element>, Refusal> {
            let name = package.of_sort(&main, sort)?.into_iter().next();
            name.map_or(Ok(None), |name| package.xml(&name))
        };
        let styles = Styles::of(part("styles")?.as_ref());
        let linked = |style: &str| styles.list(Some(style)).map(|(list, ..)| list);
        let numbering = Numbering::of(part("numbering")?.as_ref(), &linked);
        let comments = comments(part("comments")?.as_ref());
        let mut notes = BTreeMap::new();
        for sort in ["footnotes", "endnotes"] {
            for node in part(sort)?.into_iter().flat_map(|part| part.nodes) {
                if let Node::Element(note) = node
                    && let Some(id) = note.attribute("w:id")
                {
                    notes.insert(format!("{sort} {id}"), Rc::new(note));
                }
            }
        }
        Ok(Reader {
            package,
            part: main,
            styles,
            numbering,
            document: Document::default(),
            sinks: Vec::new(),
            open_fields: Vec::new(),
            beside: Vec::new(),
            places: Vec::new(),
            ranges: BTreeMap::new(),
            in_deleted: false,
            comments,
            notes,
            note_numbers: BTreeMap::new(),
            in_note: false,
            pictures: BTreeMap::new(),
        })
    }

    /// Returns the document, with the comments that no place leads to as its blocks.
    pub fn finish(mut self) -> Document {
        let unused = self.comments.values().filter(|comment| !comment.used);
        let left = unused.map(|comment| Remark::comment(&comment.by, &comment.day, "", &comment.words)).collect();
        self.document.blocks = super::left_over(left);
        self.document
    }

    /// Adds running text where it goes now.
    pub fn push(&mut self, inline: Inline) {
        if let Some(sink) = self.sinks.last_mut()
            && sink.field.as_ref().is_none_or(|field| field.in_result)
        {
            sink.content.push(inline);
        }
    }

    /// Calls `read` with a place of its own for running text, and returns what went there.
    ///
    /// # Errors
    ///
    /// As `read` has them.
    pub fn gathered(&mut self, read: impl FnOnce(&mut Self) -> Result<(), Refusal>) -> Result<Vec<Inline>, Refusal> {
        let depth = self.sinks.len();
        self.sinks.push(Sink::default());
        read(self)?;
        while self.sinks.len() > depth + 1 {
            self.close_field();
        }
        Ok(self.sinks.pop().map(|sink| sink.content).unwrap_or_default())
    }

    /// Adds the mark of a note, and reads it where it is met first.
    ///
    /// # Errors
    ///
    /// A part that the note leads to is damaged.
    pub fn note(&mut self, sort: &str, id: &str) -> Result<(), Refusal> {
        let key = format!("{sort} {id}");
        let Some(note) = self.notes.get(&key).map(Rc::clone) else { return Ok(()) };
        // A note in a note has no sign, and could lead back to itself.
        if self.in_note {
            self.push(Inline::Remark(Remark::lost(format!("a note in a note: {}", note.text().trim()))));
            return Ok(());
        }
        let number = match self.note_numbers.get(&key) {
            Some(number) => *number,
            None => {
                self.in_note = true;
                let main = self.package.main.clone();
                let name = self.package.of_sort(&main, sort)?.into_iter().next().unwrap_or_default();
                let outer = std::mem::replace(&mut self.part, name);
                let blocks = self.blocks(&note)?;
                self.part = outer;
                self.in_note = false;
                self.document.notes.push(blocks);
                let number = self.document.notes.len() - 1;
                self.note_numbers.insert(key, number);
                number
            }
        };
        self.push(Inline::Note(number));
        Ok(())
    }

    /// Adds a comment at the place that it belongs to.
    pub fn comment(&mut self, id: &str) {
        let about = self.ranges.remove(id).unwrap_or_default();
        let Some(comment) = self.comments.get_mut(id) else { return };
        comment.used = true;
        let remark = Remark::comment(&comment.by, &comment.day, &about, &comment.words);
        self.push(Inline::Remark(remark));
    }

    /// Returns the place of a picture in the document, given the name of its part.
    ///
    /// # Errors
    ///
    /// It is damaged.
    pub fn picture(&mut self, name: &str, cut: [f32; 4]) -> Result<Option<usize>, Refusal> {
        let key = format!("{name} {cut:?}");
        if let Some(known) = self.pictures.get(&key) {
            return Ok(Some(*known));
        }
        let Some(bytes) = self.package.bytes(name)? else { return Ok(None) };
        let at = self.document.pictures.len();
        self.document.pictures.push(super::super::document::PictureFile { bytes, cut });
        self.pictures.insert(key, at);
        Ok(Some(at))
    }
}

fn comments(part: Option<&Element>) -> BTreeMap<String, Comment> {
    let mut comments = BTreeMap::new();
    for comment in part.into_iter().flat_map(Element::elements) {
        let value = |name: &str| comment.attribute(name).unwrap_or_default().to_string();
        let paragraphs = comment.elements().map(|paragraph| paragraph.text().trim().to_string());
        let words = paragraphs.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" \u{b6} ");
        let day = value("w:date").chars().take(10).collect();
        comments.insert(value("w:id"), Comment { by: value("w:author"), day, words, used: false });
    }
    comments
}
