//! Elements to strips. Source: `formats` of UKAAF's Guiding Principles for the Presentation of Braille (B004, 2016) for what
//! there must be; the cells at which lines start are practice, and ours where it does not say: a paragraph starts in cell 3
//! and goes on in cell 1, an item of a list starts in cell 1 and goes on in cell 3.

use super::glyph::{Glyphs, held};
use super::strip::{Heading, Strip};
use super::table;
use super::transcriber::Transcriber;
use super::wrap::{Cells, Indent, centred, wrap};
use crate::braille::Cell;
use crate::render::linear::{Element, Entry, Line, Picture, led_by_pages, plain};
use crate::words::Wording;

const PARAGRAPH: Indent = Indent { first: 2, rest: 0 };
const ITEM: Indent = Indent { first: 0, rest: 2 };
const FLUSH: Indent = Indent { first: 0, rest: 0 };

/// The cells of the lines above and below what stands apart. Source: Braille Formats (BANA, 2016), 7.2.
const BOX_OPENS: Cell = Cell::of_bits(0b11_0110);
const BOX_CLOSES: Cell = Cell::of_bits(0b01_1011);

/// Before the number of a page of print, where it starts, in the middle of a line: dots 5 and 2-5. Source: UKAAF's Guiding
/// Principles (B004, 2016), 8, for that it is shown in the text; the sign is that of British braille, as in RNIB's books.
const PRINT_PAGE: [Cell; 2] = [Cell::DOT_5, Cell::of_bits(0b01_0010)];

/// A line of this cell, dots 3 and 6, is there to write on.
const TO_WRITE_ON: Cell = Cell::of_bits(0b10_0100);

/// Turns the elements of one document into strips.
pub struct Flow<'d> {
    /// Writes the words.
    pub transcriber: Transcriber<'d>,
    /// The words that we write ourselves.
    pub words: &'d Wording,
    /// How many cells a line has.
    pub width: usize,
}

impl Flow<'_> {
    /// Returns elements as strips.
    pub fn elements(&self, elements: &[Element]) -> Vec<Strip> {
        self.inside(elements, 0)
    }

    /// Returns one paragraph of running text.
    pub fn paragraph(&self, line: &Line) -> Strip {
        self.set(line, PARAGRAPH)
    }

    /// Returns words of ours as a paragraph.
    pub fn said(&self, text: &str) -> Strip {
        Strip::of(wrap(&self.transcriber.words(text), PARAGRAPH, self.width))
    }

    /// Returns words in the middle of the line.
    pub fn middle(&self, text: &str) -> Strip {
        Strip { whole: true, ..Strip::of(centred(&self.transcriber.words(text), self.width)) }
    }

    /// Returns the line where a page of print starts.
    fn print_page(&self, page: usize) -> Strip {
        let mut mark = held(&PRINT_PAGE);
        mark.extend(self.transcriber.words(&page.to_string()));
        let lines = centred(&mark, self.width);
        Strip { lines, keep: true, whole: true, print_page: Some(page), ..Strip::default() }
    }

    /// Returns a heading: of level 2 at cell 5, of deeper ones at cell 7.
    pub fn heading(&self, level: u8, words: Glyphs) -> Strip {
        let at = if level <= 2 { 4 } else { 6 };
        let lines = wrap(&words, Indent { first: at, rest: at }, self.width);
        Strip { lines, gap: 1, keep: true, whole: true, heading: Some(Heading { level, words }), ..Strip::default() }
    }

    /// Returns running text, each line that the author broke off starting anew.
    fn set(&self, line: &Line, indent: Indent) -> Strip {
        let mut lines: Vec<Cells> = Vec::new();
        for (at, glyphs) in self.transcriber.lines(line).iter().enumerate() {
            let indent = if at == 0 { indent } else { Indent { first: indent.rest, rest: indent.rest } };
            lines.extend(wrap(glyphs, indent, self.width));
        }
        Strip::of(lines)
    }

    /// Returns elements that stand some cells further in.
    fn inside(&self, elements: &[Element], by: usize) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        for (at, element) in elements.iter().enumerate() {
            // Of pages that start at one place, the last is read on.
            if let (Element::PrintPage(_), Some(Element::PrintPage(_))) = (element, elements.get(at + 1)) {
                continue;
            }
            let mut added = self.element(element, by);
            // What announces a list or a table stays with its start.
            let announced = matches!(elements.get(at + 1), Some(Element::List { .. } | Element::Table(_)));
            if let (Element::Paragraph(line), true, Some(last)) = (element, announced, added.last_mut()) {
                last.keep = plain(line).trim_end().ends_with(':');
            }
            strips.append(&mut added);
        }
        strips.retain(|strip| !strip.lines.is_empty());
        strips
    }

    fn element(&self, element: &Element, by: usize) -> Vec<Strip> {
        match element {
            Element::Heading { level, words, .. } => vec![self.heading(*level, self.transcriber.line(words))],
            Element::Paragraph(line) => vec![self.set(line, PARAGRAPH.further(by))],
            Element::List { start, items } => self.list(*start, items, by),
            Element::Terms(entries) => entries.iter().flat_map(|entry| self.entry(entry, by)).collect(),
            Element::Table(table) => table::strips(&self.transcriber, table, self.width),
            Element::Picture(picture) => self.picture(picture, by),
            Element::Quote { elements, attribution } => {
                let mut strips = self.inside(elements, by + 2);
                if !attribution.is_empty() {
                    let mut said = self.transcriber.words("\u{2014} ");
                    said.extend(self.transcriber.line(attribution));
                    keep_last(&mut strips);
                    strips.push(Strip::of(wrap(&said, PARAGRAPH.further(by + 2), self.width)));
                }
                strips
            }
            Element::Framed { title, elements } => self.framed(title, elements),
            Element::Code(lines) => {
                let line = |line: &String| wrap(&self.transcriber.words(line), ITEM.further(by), self.width);
                vec![Strip { gap: 1, ..Strip::of(lines.iter().flat_map(line).collect()) }]
            }
            Element::Separator => {
                vec![Strip { gap: 1, keep: true, ..self.middle("*\u{a0} *\u{a0} *") }]
            }
            Element::PrintPage(page) => vec![self.print_page(*page)],
        }
    }

    /// Returns a list: the first block of an item goes on behind its mark, the others stand below it.
    fn list(&self, start: Option<u64>, items: &[Vec<Element>], by: usize) -> Vec<Strip> {
        let mut strips = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let mark = match start {
                Some(first) => format!("{}. ", first.saturating_add(at as u64)),
                None => "\u{2022} ".to_string(),
            };
            strips.append(&mut self.item(&mark, item, by));
        }
        if let Some(first) = strips.first_mut().filter(|_| by == 0) {
            first.gap = 0;
        }
        strips
    }

    /// Returns elements behind a mark.
    pub fn item(&self, mark: &str, elements: &[Element], by: usize) -> Vec<Strip> {
        // A page of print that starts with the item is named before its mark.
        let (pages, rest) = led_by_pages(elements);
        if !pages.is_empty() {
            let mut strips = self.inside(pages, by);
            strips.append(&mut self.item(mark, rest, by));
            return strips;
        }
        let mut words = self.transcriber.words(mark);
        let paragraph = elements.split_first().and_then(|(first, rest)| match first {
            Element::Paragraph(line) => Some((line, rest)),
            Element::Heading { .. }
            | Element::List { .. }
            | Element::Terms(_)
            | Element::Table(_)
            | Element::Picture(_)
            | Element::Quote { .. }
            | Element::Framed { .. }
            | Element::Code(_)
            | Element::Separator
            | Element::PrintPage(_) => None,
        });
        let (first, rest) = paragraph.map_or((None, elements), |(line, rest)| (Some(line), rest));
        let mut lines = first.map(|line| self.transcriber.lines(line)).unwrap_or_default().into_iter();
        words.extend(lines.next().unwrap_or_default());
        let mut set = wrap(&words, ITEM.further(by), self.width);
        let below = Indent { first: by + 2, rest: by + 2 };
        set.extend(lines.flat_map(|line| wrap(&line, below, self.width)));
        let mut strips = vec![Strip { keep: first.is_none(), ..Strip::of(set) }];
        strips.append(&mut self.inside(rest, by + 2));
        strips
    }

    fn entry(&self, entry: &Entry, by: usize) -> Vec<Strip> {
        let mut strips = self.inside(entry.pages(), by);
        strips.push(Strip { keep: true, ..self.set(&entry.term, FLUSH.further(by)) });
        for (at, meaning) in entry.meanings.iter().enumerate() {
            let meaning = if at == 0 { led_by_pages(meaning).1 } else { meaning };
            if entry.ticked {
                strips.append(&mut self.item("\u{25a1} ", meaning, by + 2));
            } else {
                strips.append(&mut self.meaning(meaning, by + 2));
            }
        }
        let line = vec![TO_WRITE_ON; self.width.saturating_sub(by).max(1)];
        if entry.lines > 0 {
            strips.push(Strip { whole: true, ..Strip::of(vec![line; entry.lines.min(10)]) });
        }
        strips
    }

    /// Returns what a term means: paragraphs that start where they go on.
    fn meaning(&self, elements: &[Element], by: usize) -> Vec<Strip> {
        let one = |element: &Element| {
            if let Element::Paragraph(line) = element {
                vec![self.set(line, FLUSH.further(by))]
            } else {
                self.inside(std::slice::from_ref(element), by)
            }
        };
        elements.iter().flat_map(one).collect()
    }

    /// Returns a picture as a note in words; one that carries no meaning is left out.
    fn picture(&self, picture: &Picture, by: usize) -> Vec<Strip> {
        let mut strips = Vec::new();
        if !picture.alt.is_empty() {
            let note = self.transcriber.note(&format!("{} {}", self.words.braille.picture, picture.alt));
            strips.push(Strip {
                keep: !picture.caption.is_empty(),
                ..Strip::of(wrap(&note, PARAGRAPH.further(by), self.width))
            });
        }
        strips.push(self.set(&picture.caption, PARAGRAPH.further(by)));
        strips
    }

    /// Returns what stands apart, between two lines.
    fn framed(&self, title: &Line, elements: &[Element]) -> Vec<Strip> {
        let bar = |cell: Cell| Strip { whole: true, ..Strip::of(vec![vec![cell; self.width]]) };
        let mut strips = vec![Strip { gap: 1, keep: true, ..bar(BOX_OPENS) }];
        let words = self.transcriber.line(title);
        let lines = wrap(&words, Indent { first: 4, rest: 4 }, self.width);
        strips.push(Strip { keep: true, whole: true, ..Strip::of(lines) });
        strips.append(&mut self.elements(elements));
        keep_last(&mut strips);
        strips.push(bar(BOX_CLOSES));
        strips.retain(|strip| !strip.lines.is_empty());
        strips
    }
}

fn keep_last(strips: &mut [Strip]) {
    if let Some(last) = strips.last_mut() {
        last.keep = true;
    }
}
