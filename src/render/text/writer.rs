//! Blocks as lines of plain text. A heading has number signs before it, as in Markdown; between blocks stands an empty line.

use super::inline::{address, plain};
use super::lines::{Lead, wrap};
use crate::model::{About, Block, Contact, Definition, EndNote, Fact, Inline, Table, walk};
use crate::render::prose;
use crate::words::{Said, Wording};

/// The places to write on of one line of a form.
const WRITING_LINE: usize = 40;

/// Writes plain text.
pub struct Writer<'a> {
    about: &'a About,
    words: &'a Wording,
    lead: Lead,
    out: String,
}

impl<'a> Writer<'a> {
    /// Returns one for words of a language.
    pub fn new(about: &'a About, words: &'a Wording) -> Writer<'a> {
        Writer { about, words, lead: Lead::default(), out: String::new() }
    }

    /// Returns what was written.
    pub fn done(self) -> String {
        self.out
    }

    /// Writes words as a block of their own; nothing where there are none.
    pub fn paragraph(&mut self, words: &str) {
        if !words.trim().is_empty() {
            self.part();
            self.line(words);
        }
    }

    /// Writes blocks in reading order.
    pub fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
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

    fn run(&self, run: &[Inline]) -> String {
        plain(run, &self.about.base_url)
    }

    /// Writes what stands behind a mark, such as `- `.
    fn item(&mut self, mark: &str, write: impl FnOnce(&mut Self)) {
        let inside = self.lead.item(mark);
        let around = std::mem::replace(&mut self.lead, inside);
        write(self);
        self.lead = Lead { first: around.rest.clone(), rest: around.rest };
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => {
                let mark = "#".repeat(usize::from(heading.level));
                self.paragraph(&format!("{mark} {}", self.run(&heading.content)));
            }
            Block::Paragraph(paragraph) => self.paragraph(&self.run(&paragraph.content)),
            Block::List(list) => {
                self.part();
                for (at, item) in list.items.iter().enumerate() {
                    let mark = match list.start {
                        Some(first) => format!("{}. ", first + at as u64),
                        None => "- ".to_string(),
                    };
                    let task = item.task.map(|done| if done { &self.words.web.done } else { &self.words.web.to_do });
                    let mark = task.map_or(mark.clone(), |task| format!("{mark}{task} "));
                    self.item(&mark, |writer| writer.blocks(&item.blocks));
                }
            }
            Block::Definitions(all) | Block::KeyFacts(all) | Block::Timeline(all) => self.definitions(&all.entries),
            Block::Form(form) => self.form(&form.entries),
            Block::Quote(quote) => {
                self.part();
                self.item("  ", |writer| {
                    writer.blocks(&quote.blocks);
                    if !quote.attribution.is_empty() {
                        writer.paragraph(&format!("\u{2014} {}", writer.run(&quote.attribution)));
                    }
                });
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => {
                let alt = if figure.image.alt.is_empty() { String::new() } else { format!("[{}]", figure.image.alt) };
                self.paragraph(&alt);
                self.paragraph(&self.run(&figure.caption));
            }
            Block::Code(code) => {
                self.part();
                code.text.lines().for_each(|line| self.out.push_str(&format!("    {line}\n")));
            }
            Block::Break(_) | Block::Formats(_) => {}
            Block::Callout(callout) => {
                let (kind, title) = (prose::callout(callout.kind, self.words), self.run(&callout.title));
                self.paragraph(&if title.is_empty() { format!("{kind}:") } else { format!("{kind}: {title}") });
                self.blocks(&callout.blocks);
            }
            Block::Statistic(statistic) => {
                let statement =
                    statistic.fact.as_ref().map(|fact| fact.statement.in_lang(&self.words.lang).to_string());
                let own = self.run(&statistic.sentence);
                let shown = statistic.fact.as_ref().map(|fact| fact.shown(self.words).to_string()).unwrap_or_default();
                match own.is_empty() {
                    true => self.paragraph(&statement.unwrap_or_default()),
                    false => self.paragraph(&format!("{shown} {own}")),
                }
            }
            Block::Steps(steps) => {
                self.part();
                for (at, step) in steps.steps.iter().enumerate() {
                    self.item(&format!("{}. ", at + 1), |writer| {
                        writer.paragraph(&writer.run(&step.title));
                        writer.blocks(&step.blocks);
                    });
                }
            }
            Block::Action(boxed) | Block::Details(boxed) => {
                self.paragraph(&self.run(&boxed.title));
                self.blocks(&boxed.blocks);
            }
            Block::Address(address) => {
                let lines: Vec<String> = address.lines.iter().map(|line| self.run(line)).collect();
                self.paragraph(&lines.join("\n"));
            }
            Block::Contact(block) => {
                if let Some(contact) = &block.contact {
                    self.contact(contact);
                }
            }
            Block::Film(film) => {
                let address = address(&film.target, &self.about.base_url).unwrap_or_default();
                self.paragraph(&format!("{} {}\n{address}", self.words.print.film, film.title));
            }
            Block::Video(video) => {
                let page = video.page.as_ref().and_then(|page| page.outline.as_ref());
                let at = page.map(|page| format!("\n{}{}", self.about.base_url, page.printed_address()));
                self.paragraph(&format!("{} {}{}", self.words.print.film, video.title, at.unwrap_or_default()));
            }
            Block::Download(download) => {
                let path = download.asset.as_ref().and_then(|asset| asset.outline.as_ref());
                let at = path.map(|file| format!("\n{}/{}", self.about.base_url, file.path)).unwrap_or_default();
                self.paragraph(&format!("{}{at}", download.label));
            }
            Block::Row(row) => {
                let alt = row.image.as_ref().map(|image| image.alt.as_str()).filter(|alt| !alt.is_empty());
                self.paragraph(&alt.map(|alt| format!("[{alt}]")).unwrap_or_default());
                self.blocks(&row.blocks);
            }
            Block::Language(foreign) => self.blocks(&foreign.blocks),
            Block::Included(included) => self.blocks(&included.blocks),
            Block::RawHtml(html) => self.paragraph(&html.text),
        }
    }

    fn definitions(&mut self, entries: &[Definition]) {
        for entry in entries {
            self.paragraph(&self.run(&entry.term));
            for meaning in &entry.meanings {
                self.item("  ", |writer| writer.blocks(meaning));
            }
        }
    }

    /// Writes the questions of a form, with what can be ticked, or lines to write on.
    fn form(&mut self, entries: &[Definition]) {
        for entry in entries {
            self.paragraph(&self.run(&entry.term));
            for meaning in &entry.meanings {
                self.item("[ ] ", |writer| writer.blocks(meaning));
            }
            (0..entry.lines).for_each(|_| self.line(&"_".repeat(WRITING_LINE)));
        }
    }

    /// Writes a table row by row, each value behind its column's heading.
    fn table(&mut self, table: &Table) {
        self.paragraph(&self.run(&table.caption));
        for row in &table.rows {
            let cell = |(at, cell): (usize, &Vec<Inline>)| {
                let heading = table.header.get(at).map(|heading| self.run(heading)).unwrap_or_default();
                let value = self.run(cell);
                if heading.is_empty() { value } else { format!("{heading}: {value}") }
            };
            let lines: Vec<String> = row.iter().enumerate().map(cell).filter(|line| !line.is_empty()).collect();
            self.paragraph(&lines.join("\n"));
        }
    }

    /// Writes a contact with all that there is of it.
    fn contact(&mut self, contact: &Contact) {
        let (web, lang) = (&self.words.web, &self.words.lang);
        let held = |number: &str| number.replace(' ', "\u{a0}");
        let title = if contact.title.is_empty() { &web.talk } else { contact.title.in_lang(lang) };
        let mut lines = vec![title.to_string(), contact.name.in_lang(lang).to_string(), held(&contact.phone)];
        let labelled = |label: &Said, value: &str| (!value.is_empty()).then(|| format!("{label} {value}"));
        lines.push(contact.hours.in_lang(lang).to_string());
        lines.extend(labelled(&web.textphone, &held(&contact.textphone)));
        lines.extend(labelled(&web.email, &contact.email));
        lines.extend(labelled(&web.write_to, &contact.address.join(", ")));
        lines.push(contact.note.in_lang(lang).to_string());
        lines.retain(|line| !line.is_empty());
        self.paragraph(&lines.join("\n"));
    }

    /// Writes footnotes and where figures come from, those with a number first.
    pub fn notes<'b>(&mut self, ends: &[EndNote<'_>], blocks: impl Iterator<Item = &'b Block>) {
        let mut drawn: Vec<&Fact> = Vec::new();
        for block in blocks {
            walk::blocks(std::slice::from_ref(block), &mut |block| {
                if let Block::Statistic(statistic) = block
                    && let Some(fact) = statistic.fact.as_deref()
                    && !drawn.iter().any(|known| known.key == fact.key)
                    && !ends.iter().any(|end| matches!(end, EndNote::Source(source) if source.fact.key == fact.key))
                {
                    drawn.push(fact);
                }
            });
        }
        if ends.is_empty() && drawn.is_empty() {
            return;
        }
        self.paragraph(&format!("## {}", self.words.print.notes_and_sources));
        for end in ends {
            self.part();
            self.item(&format!("[{}] ", end.number()), |writer| match end {
                EndNote::Note(note) => writer.blocks(&note.blocks),
                EndNote::Source(source) => writer.source(&source.fact),
            });
        }
        drawn.into_iter().for_each(|fact| self.source(fact));
    }

    fn source(&mut self, fact: &Fact) {
        let address = if fact.source.url.is_empty() { String::new() } else { format!("\n{}", fact.source.url) };
        let (shown, note) = (fact.shown(self.words), fact.source_note(&self.words.lang));
        self.paragraph(&format!("{shown}: {note}.{address}"));
    }
}
