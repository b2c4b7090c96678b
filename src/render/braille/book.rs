//! A document as volumes of pages: title block or title page, list of contents, the words, and where it ends.

use super::flow::Flow;
use super::pages::{Page, fill, head};
use super::strip::{Heading, Strip};
use super::transcriber::Transcriber;
use super::wrap::{Cells, Indent, wrap};
use crate::braille::{Cell, Grade};
use crate::model::Embossed;
use crate::render::linear::{Document, Element};
use crate::words::{Said, Wording};

/// The most pages of words that need neither a title page nor a list of contents. Source: our own.
const SHORT: usize = 8;

/// What leads from an entry of the contents to its page: dot 5. Source: Braille Formats (BANA, 2016), 2.10.
const GUIDE: Cell = Cell::DOT_5;

/// One volume: its pages, each of so many lines at most.
pub type Volume = Vec<Vec<Cells>>;

/// What a document is made into braille with.
pub struct Making<'s> {
    /// What it is embossed on.
    pub sheet: &'s Embossed,
    /// The words that we write ourselves.
    pub words: &'s Wording,
    /// The line that says what state it is in; nothing where somebody has read it.
    pub state: Option<&'s Said>,
    /// Whether words are shortened.
    pub grade: Grade,
    /// Which code it is in, in words.
    pub code: &'s Said,
}

/// Returns a document as volumes.
pub fn volumes(document: &Document, making: &Making<'_>) -> Vec<Volume> {
    let sheet = making.sheet;
    let transcriber = Transcriber { lang: &document.lang, grade: making.grade };
    let flow = Flow { transcriber, words: making.words, width: sheet.cells };
    let body = body(&flow, document, making);
    let mut whole = title(&flow, document, making);
    whole.extend(body.clone());
    let first = document.printed.as_ref().map(|_| 1);
    let pages = fill(whole, sheet, first);
    let book = Book { flow, making, title: document.title.as_str() };
    if pages.len() <= SHORT {
        return vec![book.numbered(pages, 1)];
    }
    book.divided(&title(&book.flow, document, making), fill(body, sheet, first))
}

/// Returns what stands before the words: the state, the title, who publishes it, what it is about.
fn title(flow: &Flow<'_>, document: &Document, making: &Making<'_>) -> Vec<Strip> {
    let mut strips: Vec<Strip> = making.state.iter().map(|state| flow.said(&state.text)).collect();
    strips.push(Strip { gap: 1, ..flow.middle(&document.title) });
    strips.push(Strip { gap: 1, ..flow.middle(&document.publisher.text) });
    strips.push(flow.middle(&document.standing.text));
    if let Some(date) = document.changed {
        strips.push(flow.middle(&date.in_words(&document.lang).to_string()));
    }
    strips.push(Strip { gap: 1, ..flow.said(&document.summary) });
    strips.push(flow.said(&making.code.text));
    strips.retain(|strip| !strip.lines.is_empty());
    if let Some(last) = strips.last_mut() {
        last.keep = true;
    }
    strips
}

/// Returns the words, notes, sources and all that stands after them.
fn body(flow: &Flow<'_>, document: &Document, making: &Making<'_>) -> Vec<Strip> {
    let mut strips = flow.elements(&document.body);
    if let Some(first) = strips.first_mut() {
        first.gap = 1;
    }
    if !document.notes_heading.is_empty() {
        strips.push(flow.heading(2, flow.transcriber.line(&document.notes_heading)));
        for note in &document.notes {
            strips.extend(flow.item(&format!("{} ", note.number), &note.elements, 0));
        }
        strips.extend(document.sources.iter().map(|source| flow.paragraph(source)));
    }
    let mut ends = flow.elements(&document.ends);
    if let (Some(first), Some(Element::Paragraph(_))) = (ends.first_mut(), document.ends.first()) {
        first.gap = 1;
    }
    strips.append(&mut ends);
    strips.retain(|strip| !strip.lines.is_empty());
    if let Some(last) = strips.last_mut() {
        last.keep = true;
    }
    strips.push(Strip { gap: 1, ..flow.middle(&making.words.braille.end.text) });
    strips
}

struct Book<'b> {
    flow: Flow<'b>,
    making: &'b Making<'b>,
    title: &'b str,
}

impl Book<'_> {
    /// Returns pages with their first lines, numbered from a number; the very first page has none, so that the state of the
    /// document is what is read first.
    fn numbered(&self, pages: Vec<Page>, first: usize) -> Volume {
        let title = self.flow.transcriber.words(self.title);
        let with_head = |(at, page): (usize, Page)| {
            let number = first + at;
            if number == 1 {
                return page.lines;
            }
            let print = page.print.map(|page| self.number(page)).unwrap_or_default();
            let mut all = vec![head(&print, &title, &self.number(number), self.making.sheet.cells)];
            all.extend(page.lines);
            all
        };
        pages.into_iter().enumerate().map(with_head).collect()
    }

    fn number(&self, number: usize) -> Vec<Cell> {
        self.flow.transcriber.words(&number.to_string()).iter().map(|glyph| glyph.cell).collect()
    }

    /// Returns a long document: each volume has a title page, the first one the contents of all.
    fn divided(&self, title: &[Strip], body: Vec<Page>) -> Vec<Volume> {
        let most = self.making.sheet.volume.max(8);
        // How many pages the contents need does not depend on the numbers in them.
        let headings: Vec<(&Heading, usize)> =
            body.iter().flat_map(|page| page.headings.iter().map(|h| (h, 1000))).collect();
        let front = 1 + fill(self.contents(&headings), self.making.sheet, None).len();
        let parts = parts(&body, most, front);
        let mut numbers = Vec::new();
        let mut number = 0;
        for (at, part) in parts.iter().enumerate() {
            number += if at == 0 { front } else { 1 };
            numbers.extend(part.iter().map(|page| {
                number += 1;
                (*page, number)
            }));
        }
        let listed: Vec<(&Heading, usize)> =
            numbers.iter().flat_map(|(page, number)| page.headings.iter().map(|heading| (heading, *number))).collect();
        let mut volumes = Vec::new();
        let mut first = 1;
        for (at, part) in parts.iter().enumerate() {
            let mut pages = vec![self.title_page(title, (at + 1, parts.len()))];
            if at == 0 {
                pages.extend(fill(self.contents(&listed), self.making.sheet, None));
            }
            pages.extend(part.iter().map(|page| (*page).clone()));
            let count = pages.len();
            volumes.push(self.numbered(pages, first));
            first += count;
        }
        volumes
    }

    /// Returns the lines of a volume's title page.
    fn title_page(&self, title: &[Strip], (number, count): (usize, usize)) -> Page {
        let mut strips = title.to_vec();
        if count > 1 {
            let words = self.making.words;
            let counts = [("number", number.into()), ("count", count.into())];
            let said = words.say(&words.sentences.print_volume, &counts);
            strips.push(Strip { gap: 1, ..self.flow.middle(&said.text) });
        }
        fill(strips, self.making.sheet, None).into_iter().next().unwrap_or_default()
    }

    /// Returns the list of contents: each heading with its page at the end of a line of guide dots.
    fn contents(&self, headings: &[(&Heading, usize)]) -> Vec<Strip> {
        let heading = self.flow.middle(&self.making.words.print.contents.text);
        let mut strips = vec![Strip { keep: true, ..heading }];
        for (heading, page) in headings.iter().filter(|(heading, _)| heading.level <= 3) {
            strips.push(Strip { whole: true, ..Strip::of(self.entry(heading, *page)) });
        }
        strips
    }

    fn entry(&self, heading: &Heading, page: usize) -> Vec<Cells> {
        let (width, number) = (self.making.sheet.cells, self.number(page));
        let at = if heading.level <= 2 { 0 } else { 2 };
        let room = width.saturating_sub(number.len() + 4);
        let mut lines = wrap(&heading.words, Indent { first: at, rest: at + 2 }, room);
        if let Some(last) = lines.last_mut() {
            last.push(Cell::BLANK);
            last.resize(width.saturating_sub(number.len() + 1), GUIDE);
            last.push(Cell::BLANK);
            last.extend(number);
        }
        lines
    }
}

/// Returns the pages of each volume. A volume ends before a page that starts a section, where one is near its end.
fn parts(body: &[Page], most: usize, front: usize) -> Vec<Vec<&Page>> {
    let mut parts = Vec::new();
    let mut rest = body;
    while !rest.is_empty() {
        let room = most.saturating_sub(if parts.is_empty() { front } else { 1 }).max(1);
        let at = if rest.len() <= room {
            rest.len()
        } else {
            let near = room * 3 / 4..=room;
            near.rev().find(|at| rest.get(*at).is_some_and(|page| page.starts_section)).unwrap_or(room)
        };
        let (now, then) = rest.split_at(at.max(1));
        parts.push(now.iter().collect());
        rest = then;
    }
    parts
}
