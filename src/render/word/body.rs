//! Elements as paragraphs with styles.

use std::collections::BTreeMap;

use super::picture::{Media, drawing};
use crate::render::format::RenderError;
use crate::render::linear::{Document, Element, Entry, Line, Picture, Run, plain};
use crate::render::xml::Xml;
use crate::words::Direction;

/// How far a level of a list, or what stands in a frame, is set in, in twentieths of a point.
const INDENT: usize = 480;

/// The number that the definition of bullets has; numbered lists have those after it.
pub const BULLETS: usize = 1;

/// The deepest level of a list. Source: ECMA-376, part 1, 17.9.6.
pub const DEEPEST: usize = 8;

/// The body of a document, with what it refers to.
pub struct Body {
    /// What stands in `w:body`, without its section.
    pub xml: Xml,
    /// Where links lead, by the numbers of their relations.
    pub links: Vec<String>,
    /// The first number of each numbered list, in order.
    pub lists: Vec<u64>,
    /// Its pictures.
    pub media: Vec<Media>,
    /// Of which file each of them is, and whether it stands beside words, where it is smaller.
    drawn: Vec<(Option<String>, bool)>,
    /// How many pictures stand in the text.
    pictures: usize,
}

/// Writes the body of a document.
pub struct Writer {
    pub(super) body: Body,
    pub(super) rtl: bool,
    /// The bookmark of each heading, by its name for links.
    pub(super) bookmarks: BTreeMap<String, usize>,
    /// How many paragraphs around are set in.
    depth: usize,
    framed: bool,
    noted: usize,
}

/// What a paragraph is.
#[derive(Clone, Copy, Default)]
pub struct Paragraph {
    /// The name of its style; empty for running text.
    pub style: &'static str,
    /// The definition and level of the list that it is the first paragraph of an item of.
    pub item: Option<(usize, usize)>,
    /// Whether the next paragraph stands on the same page.
    pub keep: bool,
    /// Whether it is a line to write on.
    pub ruled: bool,
}

/// Returns a document's body.
///
/// # Errors
///
/// A picture that cannot be read.
pub fn body(document: &Document) -> Result<Body, RenderError> {
    let mut bookmarks = BTreeMap::new();
    headings(&document.body, &mut bookmarks);
    let body = Body {
        xml: Xml::default(),
        links: Vec::new(),
        lists: Vec::new(),
        media: Vec::new(),
        drawn: Vec::new(),
        pictures: 0,
    };
    let rtl = document.lang.direction() == Direction::Rtl;
    let mut writer = Writer { body, rtl, bookmarks, depth: 0, framed: false, noted: 0 };
    writer.front(document);
    writer.elements(&document.body)?;
    writer.notes(document)?;
    writer.elements(&document.ends)?;
    Ok(writer.body)
}

/// Numbers headings, so that links find them: a bookmark's name has few characters. Source: ECMA-376, part 1, 17.13.6.2.
fn headings(elements: &[Element], bookmarks: &mut BTreeMap<String, usize>) {
    for element in elements {
        match element {
            Element::Heading { id, .. } => {
                let next = bookmarks.len();
                bookmarks.entry(id.clone()).or_insert(next);
            }
            Element::List { items, .. } => items.iter().for_each(|item| headings(item, bookmarks)),
            Element::Quote { elements, .. } | Element::Framed { elements, .. } => headings(elements, bookmarks),
            Element::Terms(entries) => {
                entries.iter().flat_map(|entry| &entry.meanings).for_each(|meaning| headings(meaning, bookmarks));
            }
            Element::Paragraph(_)
            | Element::Table(_)
            | Element::Picture(_)
            | Element::Code(_)
            | Element::Separator
            | Element::PrintPage(_) => {}
        }
    }
}

impl Writer {
    fn front(&mut self, document: &Document) {
        let said = |said: &crate::words::Said| {
            let lang = (!said.lang.is_same_language(&document.lang)).then(|| said.lang.clone());
            vec![Run { lang, ..Run::words(&*said.text) }]
        };
        let words = |text: &str| vec![Run::words(text)];
        self.paragraph("Publisher", &said(&document.publisher));
        self.paragraph("Heading1", &words(&document.title));
        self.paragraph("Subtitle", &words(&document.summary));
        self.paragraph("Standing", &said(&document.standing));
        if let Some(date) = document.changed {
            self.paragraph("", &words(&date.in_words(&document.lang)));
        }
    }

    /// Writes a paragraph in a style; nothing where there are no words.
    fn paragraph(&mut self, style: &'static str, line: &Line) {
        if !plain(line).trim().is_empty() || line.iter().any(|run| run.link.is_some()) {
            self.set(Paragraph { style, ..Paragraph::default() }, |writer| writer.line(line));
        }
    }

    /// Writes one paragraph around what `write` writes.
    pub fn set(&mut self, paragraph: Paragraph, write: impl FnOnce(&mut Self)) {
        self.body.xml.start("w:p", &[]).start("w:pPr", &[]);
        if !paragraph.style.is_empty() {
            self.body.xml.empty("w:pStyle", &[("w:val", paragraph.style)]);
        }
        if paragraph.keep {
            self.body.xml.empty("w:keepNext", &[]);
        }
        if let Some((list, level)) = paragraph.item {
            let (list, level) = (list.to_string(), level.to_string());
            self.body.xml.start("w:numPr", &[]).empty("w:ilvl", &[("w:val", &level)]);
            self.body.xml.empty("w:numId", &[("w:val", &list)]).end();
        }
        if self.framed || paragraph.ruled {
            self.body.xml.start("w:pBdr", &[]);
            let border = |size, space| [("w:val", "single"), ("w:sz", size), ("w:space", space), ("w:color", "auto")];
            if self.framed {
                self.body.xml.empty(if self.rtl { "w:right" } else { "w:left" }, &border("24", "8"));
            }
            if paragraph.ruled {
                self.body.xml.empty("w:bottom", &border("6", "1"));
            }
            self.body.xml.end();
        }
        if self.rtl {
            self.body.xml.empty("w:bidi", &[]);
        }
        if paragraph.item.is_none() && self.depth > 0 {
            let indent = (self.depth * INDENT).to_string();
            self.body.xml.empty("w:ind", &[(if self.rtl { "w:right" } else { "w:left" }, &indent)]);
        }
        self.body.xml.end();
        write(self);
        self.body.xml.end().line();
    }

    fn within<T>(&mut self, deeper: usize, framed: bool, write: impl FnOnce(&mut Self) -> T) -> T {
        let around = (self.depth, self.framed);
        (self.depth, self.framed) = (self.depth + deeper, self.framed || framed);
        let made = write(self);
        (self.depth, self.framed) = around;
        made
    }

    fn elements(&mut self, elements: &[Element]) -> Result<(), RenderError> {
        elements.iter().try_for_each(|element| self.element(element))
    }

    fn element(&mut self, element: &Element) -> Result<(), RenderError> {
        match element {
            Element::Heading { level, id, words } => self.heading(*level, id, words),
            Element::Paragraph(line) => self.paragraph("", line),
            Element::List { start, items } => return self.list(*start, items),
            Element::Terms(entries) => return entries.iter().try_for_each(|entry| self.entry(entry)),
            Element::Table(table) => self.table(table),
            Element::Picture(picture) => return self.picture(picture),
            Element::Quote { elements, attribution } => {
                return self.within(1, true, |writer| {
                    writer.elements(elements)?;
                    writer.paragraph("Attribution", attribution);
                    Ok(())
                });
            }
            Element::Framed { title, elements } => {
                return self.within(1, true, |writer| {
                    writer.set(Paragraph { style: "FrameTitle", keep: true, ..Paragraph::default() }, |writer| {
                        writer.line(title);
                    });
                    writer.elements(elements)
                });
            }
            Element::Code(lines) => {
                for line in lines {
                    self.paragraph("Code", &vec![Run::words(line.as_str())]);
                }
            }
            Element::Separator => {
                self.set(Paragraph { ruled: true, ..Paragraph::default() }, |_| {});
            }
            // Its readers are told of no pages of print.
            Element::PrintPage(_) => {}
        }
        Ok(())
    }

    fn heading(&mut self, level: u8, id: &str, words: &Line) {
        let style = match level {
            0..=2 => "Heading2",
            3 => "Heading3",
            4 => "Heading4",
            _ => "Heading5",
        };
        let bookmark = self.bookmarks.get(id).map(|number| (number.to_string(), format!("heading{number}")));
        self.set(Paragraph { style, ..Paragraph::default() }, |writer| {
            if let Some((number, name)) = &bookmark {
                writer.body.xml.empty("w:bookmarkStart", &[("w:id", number), ("w:name", name)]);
            }
            writer.line(words);
            if let Some((number, _)) = &bookmark {
                writer.body.xml.empty("w:bookmarkEnd", &[("w:id", number)]);
            }
        });
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Element>]) -> Result<(), RenderError> {
        let list = match start {
            Some(first) => {
                self.body.lists.push(first);
                BULLETS + self.body.lists.len()
            }
            None => BULLETS,
        };
        let level = self.depth.min(DEEPEST);
        for item in items {
            let (first, rest) = match item.split_first() {
                Some((Element::Paragraph(line), rest)) => (line.clone(), rest),
                Some(_) | None => (Line::new(), item.as_slice()),
            };
            let style = if start.is_some() { "ListNumber" } else { "ListBullet" };
            let paragraph = Paragraph { style, item: Some((list, level)), ..Paragraph::default() };
            self.set(paragraph, |writer| writer.line(&first));
            self.within(1, false, |writer| writer.elements(rest))?;
        }
        Ok(())
    }

    fn entry(&mut self, entry: &Entry) -> Result<(), RenderError> {
        self.set(Paragraph { style: "Term", keep: true, ..Paragraph::default() }, |writer| writer.line(&entry.term));
        self.within(1, false, |writer| {
            for meaning in &entry.meanings {
                match (entry.ticked, meaning.split_first()) {
                    (true, Some((Element::Paragraph(line), rest))) => {
                        let mut ticked = vec![Run::words("\u{2610} ")];
                        ticked.extend(line.iter().cloned());
                        writer.paragraph("", &ticked);
                        writer.elements(rest)?;
                    }
                    (_, _) => writer.elements(meaning)?,
                }
            }
            for _ in 0..entry.lines {
                writer.set(Paragraph { style: "WritingLine", ruled: true, ..Paragraph::default() }, |_| {});
            }
            Ok(())
        })
    }

    fn picture(&mut self, picture: &Picture) -> Result<(), RenderError> {
        // A picture that stands at several places is in the file once.
        let file = picture.asset.as_ref().and_then(|asset| asset.outline.as_ref()).map(|asset| asset.path.clone());
        let known = self.body.drawn.iter().position(|drawn| (&drawn.0, drawn.1) == (&file, picture.beside));
        let number = known.map_or(self.body.media.len(), |at| at) + 1;
        if known.is_none()
            && let Some(media) = Media::of(picture, number)?
        {
            self.body.media.push(media);
            self.body.drawn.push((file, picture.beside));
        }
        if self.body.media.len() >= number {
            let keep = !picture.caption.is_empty() || picture.beside;
            self.body.pictures += 1;
            let place = self.body.pictures;
            self.set(Paragraph { keep, ..Paragraph::default() }, |writer| {
                let Body { xml, media, .. } = &mut writer.body;
                if let Some(media) = media.get(number - 1) {
                    drawing(xml, media, (number, place), &picture.alt);
                }
            });
        }
        self.paragraph("Caption", &picture.caption);
        Ok(())
    }

    fn notes(&mut self, document: &Document) -> Result<(), RenderError> {
        if document.notes_heading.is_empty() {
            return Ok(());
        }
        self.paragraph("Heading2", &document.notes_heading);
        for note in &document.notes {
            let (number, rest) = (note.number, note.elements.as_slice());
            let (first, rest) = match rest.split_first() {
                Some((Element::Paragraph(line), rest)) => (line.clone(), rest),
                Some(_) | None => (Line::new(), rest),
            };
            self.noted += 1;
            let id = (self.bookmarks.len() + self.noted).to_string();
            self.set(Paragraph { style: "Note", ..Paragraph::default() }, |writer| {
                let name = format!("note{number}");
                writer.body.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
                writer.line(&vec![Run::words(format!("[{number}] "))]);
                writer.body.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
                writer.line(&first);
            });
            self.within(1, false, |writer| writer.elements(rest))?;
        }
        document.sources.iter().for_each(|source| self.paragraph("Note", source));
        Ok(())
    }
}
