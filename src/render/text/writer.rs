//! A document as lines of plain text. Number signs stand before a heading, as in Markdown; between blocks stands an empty line.

use super::lines::{Lead, wrap};
use crate::render::linear::{Document, Element, Entry, Line, Link, Picture, Role, Run, Table, plain};
use crate::words::Wording;

/// The places to write on of one line of a form.
const WRITING_LINE: usize = 40;

/// Returns a document as plain text.
pub fn text(document: &Document, words: &Wording) -> String {
    let first = document.notes.iter().map(|note| note.number).max().unwrap_or(0) + 1;
    let mut writer = Writer { lead: Lead::default(), out: String::new(), links: Vec::new(), first };
    writer.paragraph(&document.title);
    writer.paragraph(&document.publisher);
    writer.paragraph(&document.summary);
    writer.paragraph(&document.standing);
    if let Some(date) = document.changed {
        writer.paragraph(&date.in_words(&document.lang));
    }
    writer.elements(&document.body);
    writer.notes(document);
    writer.elements(&document.ends);
    writer.list_links(words);
    writer.out
}

/// Writes plain text.
struct Writer {
    lead: Lead,
    out: String,
    /// Where links lead, in order; each has a number after those of the notes.
    links: Vec<String>,
    /// The number of the first link.
    first: usize,
}

impl Writer {
    /// Writes words as a block of their own; nothing where there are none.
    fn paragraph(&mut self, words: &str) {
        if !words.trim().is_empty() {
            self.part();
            self.line(words);
        }
    }

    fn elements(&mut self, elements: &[Element]) {
        elements.iter().for_each(|element| self.element(element));
    }

    /// Starts a new block: an empty line, but none before the first or after a mark.
    fn part(&mut self) {
        let marked = self.lead.first != self.lead.rest;
        if !self.out.is_empty() && !self.out.ends_with("\n\n") && !marked {
            self.out.push('\n');
        }
    }

    fn line(&mut self, words: &str) {
        wrap(words, &mut self.lead, &mut self.out);
    }

    /// Writes what stands behind a mark, such as `- `.
    fn item(&mut self, mark: &str, write: impl FnOnce(&mut Self)) {
        let inside = self.lead.item(mark);
        let around = std::mem::replace(&mut self.lead, inside);
        write(self);
        self.lead = Lead { first: around.rest.clone(), rest: around.rest };
    }

    /// Returns running text as plain words, with the numbers of its links.
    fn run(&mut self, line: &[Run]) -> String {
        let mut out = String::new();
        for (at, run) in line.iter().enumerate() {
            match run.role {
                Role::Words => out.push_str(&run.text),
                // A number is never broken.
                Role::Phone => out.push_str(&run.text.replace(' ', "\u{a0}")),
                Role::NoteMark(number) => out.push_str(&format!("\u{a0}[{number}]")),
                Role::PictureAlt => out.push_str(&format!("[{}]", run.text)),
                Role::LineBreak => out.push('\n'),
            }
            // A link of several runs has its number after the last.
            let ends = line.get(at + 1).is_none_or(|next| next.link != run.link);
            if let (Some(link), true) = (&run.link, ends)
                && !link.shown.is_empty()
            {
                out.push_str(&format!("\u{a0}[{}]", self.number(typed(link))));
            }
        }
        out
    }

    /// Returns the number of where a link leads; the same address has one number.
    fn number(&mut self, typed: String) -> usize {
        let known = self.links.iter().position(|known| *known == typed);
        let at = known.unwrap_or_else(|| {
            self.links.push(typed);
            self.links.len() - 1
        });
        self.first + at
    }

    fn words(&mut self, line: &[Run]) {
        let words = self.run(line);
        self.paragraph(&words);
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Heading { level, words, .. } => {
                let words = self.run(words);
                self.paragraph(&format!("{} {words}", "#".repeat(usize::from(*level))));
            }
            Element::Paragraph(line) => self.words(line),
            Element::List { start, items } => {
                self.part();
                let loose = items.iter().any(|item| item.len() > 1);
                for (at, item) in items.iter().enumerate() {
                    if loose {
                        self.part();
                    }
                    let mark = match start {
                        Some(first) => format!("{}. ", first.saturating_add(at as u64)),
                        None => "- ".to_string(),
                    };
                    self.item(&mark, |writer| writer.elements(item));
                }
            }
            Element::Terms(entries) => entries.iter().for_each(|entry| self.entry(entry)),
            Element::Table(table) => self.table(table),
            Element::Picture(picture) => self.picture(picture),
            Element::Quote { elements, attribution } => {
                self.part();
                self.item("  ", |writer| {
                    writer.elements(elements);
                    if !attribution.is_empty() {
                        let words = writer.run(attribution);
                        writer.paragraph(&format!("\u{2014} {words}"));
                    }
                });
            }
            Element::Framed { title, elements } => {
                self.words(title);
                self.elements(elements);
            }
            Element::Code(lines) => {
                self.part();
                lines.iter().for_each(|line| self.out.push_str(&format!("    {line}\n")));
            }
            // Its readers are told of no pages of print.
            Element::Separator | Element::PrintPage(_) => {}
        }
    }

    fn entry(&mut self, entry: &Entry) {
        self.words(&entry.term);
        let mark = if entry.ticked { "[ ] " } else { "  " };
        for meaning in &entry.meanings {
            self.item(mark, |writer| writer.elements(meaning));
        }
        (0..entry.lines).for_each(|_| self.line(&"_".repeat(WRITING_LINE)));
    }

    fn picture(&mut self, picture: &Picture) {
        if !picture.alt.is_empty() {
            self.paragraph(&format!("[{}]", picture.alt));
        }
        self.words(&picture.caption);
    }

    /// Writes a table row by row: what heads the row, and below it each value behind its column's heading.
    fn table(&mut self, table: &Table) {
        self.words(&table.caption);
        let headings = table.headings();
        for row in &table.rows {
            let titled = row.first().is_some_and(|cell| !plain(cell).trim().is_empty());
            if titled {
                let title = row.first().map(|cell| self.run(cell)).unwrap_or_default();
                self.paragraph(&title);
            } else {
                self.part();
            }
            for (at, cell) in row.iter().enumerate().skip(usize::from(titled)) {
                let heading = headings.get(at).map(|heading: &Line| self.run(heading)).unwrap_or_default();
                let value = self.run(cell);
                let line = if heading.trim().is_empty() { value } else { format!("{heading}: {value}") };
                if !line.trim().is_empty() {
                    self.item("  ", |writer| writer.line(&line));
                }
            }
        }
    }

    /// Writes footnotes and where figures come from, those with a number first.
    fn notes(&mut self, document: &Document) {
        if document.notes_heading.is_empty() {
            return;
        }
        self.paragraph(&format!("## {}", plain(&document.notes_heading)));
        for note in &document.notes {
            self.part();
            self.item(&format!("[{}] ", note.number), |writer| writer.elements(&note.elements));
        }
        document.sources.iter().for_each(|source| self.words(source));
    }

    /// Writes where links lead, by number.
    fn list_links(&mut self, words: &Wording) {
        let links = std::mem::take(&mut self.links);
        if links.is_empty() {
            return;
        }
        self.paragraph(&format!("## {}", words.web.links));
        self.part();
        for (at, link) in links.iter().enumerate() {
            self.item(&format!("[{}] ", self.first + at), |writer| writer.line(link));
        }
    }
}

/// Returns an address with its scheme, so that programs make a link of it.
fn typed(link: &Link) -> String {
    let scheme = link.address.split_once("://").map(|(scheme, _)| format!("{scheme}://"));
    format!("{}{}", scheme.unwrap_or_default(), link.shown)
}
