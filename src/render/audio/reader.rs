//! A document becomes what is read out: an opening, a part for each heading of level 2, a closing.

use std::sync::Arc;

use super::pronounced::Pronounced;
use super::recital::{Paragraph, Part, Piece, Recital};
use super::sentences::sentences;
use super::speech::Speech;
use crate::render::linear::{Document, Element, Entry, Line, Link, Picture, Role, Run, Table, plain};
use crate::words::{Arg, Said, Wording};

/// How many words are read out in a minute, for the length that a listener is told. Source: chosen; the BBC's news is read at
/// three words a second, 180 a minute, and talking books slower.
pub const WORDS_A_MINUTE: usize = 150;
/// The longest address that is spoken where a link stands, in characters. Source: chosen; a longer one nobody keeps in mind.
const SPOKEN_ADDRESS: usize = 32;

/// Returns a document as it is read out.
pub fn recital(document: &Document, words: &Wording, pronounced: &Pronounced<'_>, state: Option<&Said>) -> Recital {
    let mut reader =
        Reader { document, words, pronounced, parts: vec![Part { title: document.title.clone(), ..Part::default() }] };
    reader.elements(&document.body);
    let count = reader.parts.iter().filter(|part| !part.heading.is_empty()).count();
    reader.number(count);
    reader.notes();
    reader.closing();
    let mut recital = Recital { lang: document.lang.clone(), parts: reader.parts, own_words: 0 };
    recital.own_words = recital.count();
    let minutes = recital.count().div_ceil(WORDS_A_MINUTE).max(1);
    let reader = Reader { document, words, pronounced, parts: Vec::new() };
    let opening = reader.opening(state, minutes, count);
    if let Some(first) = recital.parts.first_mut() {
        first.paragraphs.splice(0..0, opening);
    }
    recital
}

/// Reads a document.
struct Reader<'d> {
    document: &'d Document,
    words: &'d Wording,
    pronounced: &'d Pronounced<'d>,
    parts: Vec<Part>,
}

impl Reader<'_> {
    /// Returns what is said before all: state, title, publisher, date, length, contents.
    fn opening(&self, state: Option<&Said>, minutes: usize, parts: usize) -> Vec<Paragraph> {
        let (document, words) = (self.document, self.words);
        let sentences = &words.sentences;
        let mut out = Vec::new();
        out.extend(state.map(|state| self.said(state)));
        out.push(self.text(&full_stop(&document.title)));
        if !document.publisher.is_empty() {
            out.push(self.said(&words.say(&sentences.audio_by, &[("name", Arg::Text(&document.publisher))])));
        }
        out.push(self.text(&full_stop(&document.summary)));
        out.push(self.said(&document.standing));
        if let Some(date) = document.changed {
            let date = date.in_words(&document.lang);
            out.push(self.said(&words.say(&sentences.audio_changed, &[("date", Arg::Text(&date))])));
        }
        out.push(self.said(&words.say(&sentences.audio_minutes, &[("count", Arg::Count(minutes as u64))])));
        if parts > 1 {
            out.push(self.said(&words.say(&sentences.audio_parts, &[("count", Arg::Count(parts as u64))])));
            let headings = document.body.iter().filter_map(|element| match element {
                Element::Heading { level: 2, words, .. } => Some(words),
                Element::Heading { .. }
                | Element::Paragraph(_)
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
            for (at, heading) in headings.enumerate() {
                let mut line = vec![Run::words(format!("{}: ", at + 1))];
                line.extend(heading.iter().cloned());
                out.push(self.line(&ended(line)));
            }
        }
        if !document.notes.is_empty() {
            out.push(self.said(&words.audio.notes_at_end));
        }
        out.retain(|paragraph| !paragraph.is_empty());
        out
    }

    /// Says which part of how many each is.
    fn number(&mut self, count: usize) {
        let mut number = 0;
        for at in 0..self.parts.len() {
            let Some(heading) = self.parts.get(at).map(|part| part.heading.clone()).filter(|it| !it.is_empty()) else {
                continue;
            };
            number += 1;
            let parts = [("number", Arg::Count(number)), ("count", Arg::Count(count as u64))];
            let mut numbered = self.said(&self.words.say(&self.words.sentences.audio_part, &parts));
            numbered.extend(heading);
            if let Some(part) = self.parts.get_mut(at) {
                part.heading = numbered;
            }
        }
    }

    /// Reads footnotes and where figures come from.
    fn notes(&mut self) {
        let document = self.document;
        if document.notes_heading.is_empty() {
            return;
        }
        let heading = self.line(&ended(document.notes_heading.clone()));
        self.parts.push(Part { title: plain(&document.notes_heading), heading, paragraphs: Vec::new() });
        for note in &document.notes {
            let number = [("number", Arg::Count(note.number as u64))];
            let said = self.words.say(&self.words.sentences.audio_note, &number);
            self.push(self.text_of(&said, "."));
            self.elements(&note.elements);
        }
        document.sources.iter().for_each(|source| self.push(self.line(source)));
    }

    /// Says whom to ask, and that this is the end.
    fn closing(&mut self) {
        let contact = &self.words.audio.contact;
        let title = contact.trim_end_matches('.').to_string();
        self.parts.push(Part { title, heading: self.said(contact), paragraphs: Vec::new() });
        self.elements(&self.document.ends);
        let title = [("title", Arg::Text(&self.document.title))];
        self.push(self.said(&self.words.say(&self.words.sentences.audio_end, &title)));
    }

    fn push(&mut self, paragraph: Paragraph) {
        if let Some(part) = self.parts.last_mut().filter(|_| !paragraph.is_empty()) {
            part.paragraphs.push(paragraph);
        }
    }

    fn elements(&mut self, elements: &[Element]) {
        elements.iter().for_each(|element| self.element(element));
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Heading { level: 2, words, .. } => {
                let heading = self.line(&ended(words.clone()));
                self.parts.push(Part { title: plain(words), heading, paragraphs: Vec::new() });
            }
            Element::Heading { words, .. } => self.push(self.line(&ended(words.clone()))),
            Element::Paragraph(line) => self.push(self.line(line)),
            Element::List { start, items } => {
                for (at, item) in items.iter().enumerate() {
                    let number = start.map(|first| first.saturating_add(at as u64).to_string());
                    self.item(number.as_deref(), item);
                }
            }
            Element::Terms(entries) => entries.iter().for_each(|entry| self.entry(entry)),
            Element::Table(table) => self.table(table),
            Element::Picture(picture) => self.picture(picture),
            Element::Quote { elements, attribution } => {
                self.push(self.said(&self.words.audio.quote));
                self.elements(elements);
                self.push(self.said(&self.words.audio.quote_ends));
                if !attribution.is_empty() {
                    let mut line = vec![self.run(&self.words.audio.said_by), Run::words(" ")];
                    line.extend(attribution.iter().cloned());
                    self.push(self.line(&ended(line)));
                }
            }
            Element::Framed { title, elements } => {
                self.push(self.line(&ended(title.clone())));
                self.elements(elements);
            }
            Element::Code(lines) => lines.iter().for_each(|line| self.push(self.text(line))),
            // A change of subject is heard as a silence, which each paragraph has.
            // Its readers are told of no pages of print.
            Element::Separator | Element::PrintPage(_) => {}
        }
    }

    /// Reads an item of a list; its number stands before its first words.
    fn item(&mut self, number: Option<&str>, item: &[Element]) {
        match (number, item.split_first()) {
            (Some(number), Some((Element::Paragraph(line), rest))) => {
                let mut numbered = vec![Run::words(format!("{number}: "))];
                numbered.extend(line.iter().cloned());
                self.push(self.line(&ended(numbered)));
                self.elements(rest);
            }
            (None, Some((Element::Paragraph(line), rest))) => {
                self.push(self.line(&ended(line.clone())));
                self.elements(rest);
            }
            (Some(number), _) => {
                self.push(self.text(&format!("{number}:")));
                self.elements(item);
            }
            (None, _) => self.elements(item),
        }
    }

    fn entry(&mut self, entry: &Entry) {
        self.push(self.line(&ended(entry.term.clone())));
        for meaning in &entry.meanings {
            if entry.ticked {
                self.push(self.said(&self.words.audio.tick));
            }
            self.elements(meaning);
        }
        if entry.lines > 0 {
            self.push(self.said(&self.words.audio.space_to_write));
        }
    }

    fn picture(&mut self, picture: &Picture) {
        if !picture.alt.trim().is_empty() {
            let line = vec![self.run(&self.words.audio.picture), Run::words(format!(" {}", picture.alt))];
            self.push(self.line(&ended(line)));
        }
        self.push(self.line(&picture.caption));
    }

    /// Reads a table: what it is, then each row, each value behind its column's heading.
    fn table(&mut self, table: &Table) {
        let count = |count: usize| Arg::Count(count as u64);
        let parts = [("rows", count(table.rows.len())), ("columns", count(table.header.len()))];
        let size = self.words.say(&self.words.sentences.audio_table, &parts);
        let mut lead = vec![self.run(&size)];
        if !table.caption.is_empty() {
            lead.push(Run::words(" "));
            lead.extend(ended(table.caption.clone()));
        }
        self.push(self.line(&lead));
        let headings = table.headings();
        for (at, row) in table.rows.iter().enumerate() {
            let row_number = [("number", count(at + 1))];
            let mut line = vec![self.run(&self.words.say(&self.words.sentences.audio_row, &row_number))];
            for (at, cell) in row.iter().enumerate() {
                let heading = headings.get(at).filter(|heading| !plain(heading).trim().is_empty());
                if plain(cell).trim().is_empty() {
                    continue;
                }
                line.push(Run::words(" "));
                if let Some(heading) = heading {
                    line.extend(heading.iter().cloned());
                    line.push(Run::words(": "));
                }
                line.extend(ended(cell.clone()));
            }
            self.push(self.line(&line));
        }
    }

    /// Returns words of ours or of a store as a run of the document.
    fn run(&self, said: &Said) -> Run {
        let own = said.lang.is_same_language(&self.document.lang);
        Run { lang: (!own).then(|| said.lang.clone()), ..Run::words(said.text.as_ref()) }
    }

    fn said(&self, said: &Said) -> Paragraph {
        self.line(&[self.run(said)])
    }

    fn text_of(&self, said: &Said, end: &str) -> Paragraph {
        self.line(&[self.run(&Said { text: Arc::from(format!("{said}{end}")), lang: said.lang.clone() })])
    }

    fn text(&self, text: &str) -> Paragraph {
        self.line(&[Run::words(text)])
    }

    /// Returns running text as sentences. Words of one language that stand beside each other are spoken as one text, so that
    /// what is written across two of them is seen.
    fn line(&self, line: &[Run]) -> Paragraph {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut open: Option<(Option<&Run>, String)> = None;
        for (at, run) in line.iter().enumerate() {
            let lang = open.as_ref().and_then(|(first, _)| first.and_then(|run| run.lang.as_ref()));
            let joins =
                matches!(run.role, Role::Words | Role::PictureAlt | Role::LineBreak) && lang == run.lang.as_ref();
            if !joins {
                self.spoken(open.take(), &mut pieces);
            }
            match run.role {
                Role::Words | Role::PictureAlt => open.get_or_insert((Some(run), String::new())).1.push_str(&run.text),
                Role::LineBreak => {
                    let text = &mut open.get_or_insert((Some(run), String::new())).1;
                    let before = text.trim_end().chars().next_back().or_else(|| last_sign(&pieces));
                    // A line that goes no further is heard as a sentence.
                    if before.is_some_and(char::is_alphanumeric) {
                        text.push('.');
                    }
                    text.push('\n');
                }
                Role::Phone => {
                    let speech = Speech::of(run.lang.as_ref().unwrap_or(&self.document.lang));
                    let words = speech.map_or_else(|| run.text.clone(), |speech| speech.phone(&run.text));
                    pieces.push(Piece { words, lang: run.lang.clone(), say: None });
                }
                Role::NoteMark(number) => {
                    let number = [("number", Arg::Count(number as u64))];
                    let said = self.words.say(&self.words.sentences.audio_note, &number);
                    let run = self.run(&Said { text: Arc::from(format!(" ({said})")), lang: said.lang.clone() });
                    self.spoken(Some((Some(&run), run.text.clone())), &mut pieces);
                }
            }
            let ends = line.get(at + 1).is_none_or(|next| next.link != run.link);
            if let (Some(link), true) = (&run.link, ends)
                && let Some(address) = spoken_address(link)
            {
                open.get_or_insert((Some(run), String::new())).1.push_str(&format!(" ({address})"));
            }
        }
        self.spoken(open.take(), &mut pieces);
        sentences(pieces)
    }

    /// Adds words of one language as they are spoken.
    fn spoken(&self, open: Option<(Option<&Run>, String)>, pieces: &mut Vec<Piece>) {
        let Some((first, text)) = open else { return };
        let lang = first.and_then(|run| run.lang.as_ref());
        let speech = Speech::of(lang.unwrap_or(&self.document.lang));
        pieces.extend(self.pronounced.pieces(&text, lang, speech.as_ref()));
    }
}

fn last_sign(pieces: &[Piece]) -> Option<char> {
    pieces.last().and_then(|piece| piece.words.trim_end().chars().next_back())
}

/// Returns the address of a link that a listener can keep in mind: a short one, where the words do not say it already.
fn spoken_address(link: &Link) -> Option<&str> {
    let web = link.address.starts_with("http") || link.address.starts_with("mailto:");
    (web && !link.shown.is_empty() && link.shown.chars().count() <= SPOKEN_ADDRESS).then_some(link.shown.as_str())
}

/// Returns running text with a full stop, if no sign ends it: so a voice falls there.
fn ended(mut line: Line) -> Line {
    let closed = plain(&line);
    let closed = closed.trim_end();
    if !closed.is_empty() && !closed.ends_with(['.', '?', '!', ':', ';', ',', '\u{2026}', '\u{6d4}', '\u{61f}']) {
        let lang = line.last().and_then(|run| run.lang.clone());
        // Words in Arabic letters end with a stop of their own, which voices in Urdu know.
        let urdu = closed.chars().next_back().is_some_and(|c| ('\u{620}'..='\u{6d3}').contains(&c));
        line.push(Run { lang, ..Run::words(if urdu { "\u{6d4}" } else { "." }) });
    }
    line
}

fn full_stop(text: &str) -> String {
    plain(&ended(vec![Run::words(text)]))
}
