//! Blocks as elements of a document: each of the 23 sorts of block becomes one or more of ten.

use super::contact::contact;
use super::document::{Element, Entry, Line, Picture, Role, Run, Table};
use super::scribe::Scribe;
use crate::model::{Block, Definition, Image, Statistic, Target, Video};
use crate::render::manuscript;
use crate::render::prose;
use crate::words::Said;

impl Scribe<'_> {
    /// Returns blocks as elements, in reading order.
    pub fn elements(&self, blocks: &[Block]) -> Vec<Element> {
        let mut out = Vec::with_capacity(blocks.len());
        blocks.iter().for_each(|block| self.block(block, &mut out));
        out
    }

    fn block(&self, block: &Block, out: &mut Vec<Element>) {
        let line = |content| self.around.line(content);
        out.extend(self.pages.at(block.span()).into_iter().map(Element::PrintPage));
        out.push(match block {
            Block::Heading(heading) => Element::Heading {
                level: heading.level.clamp(2, 6),
                id: heading.id.clone(),
                words: line(&heading.content),
            },
            Block::Paragraph(paragraph) => Element::Paragraph(line(&paragraph.content)),
            Block::List(list) => Element::List {
                start: list.start,
                items: list.items.iter().map(|item| self.item(item.task, &item.blocks)).collect(),
            },
            Block::Definitions(all) | Block::KeyFacts(all) | Block::Timeline(all) => {
                Element::Terms(all.entries.iter().map(|entry| self.entry(entry, false)).collect())
            }
            Block::Form(form) => Element::Terms(form.entries.iter().map(|entry| self.entry(entry, true)).collect()),
            Block::Quote(quote) => {
                Element::Quote { elements: self.elements(&quote.blocks), attribution: line(&quote.attribution) }
            }
            Block::Table(table) => Element::Table(Table {
                caption: line(&table.caption),
                groups: table.groups.iter().map(|group| (line(&group.heading), group.columns)).collect(),
                header: table.header.iter().map(|cell| line(cell)).collect(),
                rows: table.rows.iter().map(|row| row.iter().map(|cell| line(cell)).collect()).collect(),
            }),
            Block::Figure(figure) => Element::Picture(picture(&figure.image, line(&figure.caption), false)),
            Block::Code(code) => Element::Code(code.text.lines().map(str::to_string).collect()),
            Block::Break(_) => Element::Separator,
            Block::Callout(callout) => {
                let mut title = self.said(prose::callout(callout.kind, self.words));
                if !callout.title.is_empty() {
                    title.push(self.around.run(": ", Role::Words));
                    title.append(&mut line(&callout.title));
                }
                Element::Framed { title, elements: self.elements(&callout.blocks) }
            }
            Block::Statistic(statistic) => Element::Paragraph(self.statistic(statistic)),
            Block::Steps(steps) => Element::List {
                start: Some(1),
                items: steps.steps.iter().map(|step| self.titled(&line(&step.title), &step.blocks)).collect(),
            },
            Block::Action(boxed) | Block::Details(boxed) => {
                Element::Framed { title: line(&boxed.title), elements: self.elements(&boxed.blocks) }
            }
            Block::Address(address) => {
                let lines: Vec<Line> = address.lines.iter().map(|each| line(each)).collect();
                Element::Paragraph(self.lines(lines))
            }
            Block::Contact(block) => match &block.contact {
                Some(known) => contact(self, known),
                None => return,
            },
            Block::Film(film) => {
                let title = self.around.run(&format!(" {}", film.title), Role::Words);
                let lead = vec![self.around.said(&self.words.print.film), title];
                Element::Paragraph(self.pointing(lead, &self.words.print.transcript, &film.target))
            }
            Block::Video(video) => self.video(video),
            Block::Download(download) => {
                let label = match &download.asset {
                    Some(asset) => self.around.linked(&download.label, &Target::Asset(asset.clone())),
                    None => self.around.run(&download.label, Role::Words),
                };
                Element::Paragraph(vec![label])
            }
            Block::Formats(_) => match manuscript::asked(self.organisation, self.offered, self.words) {
                Some(said) => Element::Paragraph(self.said(&said)),
                None => return,
            },
            Block::Row(row) => {
                let mut words = self.elements(&row.blocks);
                if let Some(image) = &row.image {
                    let mut picture = picture(image, Line::new(), true);
                    // The words beside it say what it shows: said too, it would be one idea more in the row, and in words that
                    // nobody tested.
                    if !words.is_empty() {
                        picture.alt.clear();
                    }
                    out.push(Element::Picture(picture));
                }
                return out.append(&mut words);
            }
            Block::Language(foreign) => {
                let scribe = Scribe { around: self.around.in_lang(&foreign.lang), ..self.clone() };
                return out.append(&mut scribe.elements(&foreign.blocks));
            }
            Block::Included(included) => return out.append(&mut self.elements(&included.blocks)),
            Block::RawHtml(html) => Element::Paragraph(vec![self.around.run(&html.text, Role::Words)]),
        });
    }

    fn item(&self, task: Option<bool>, blocks: &[Block]) -> Vec<Element> {
        let mut elements = self.elements(blocks);
        if let Some(done) = task {
            let said = if done { &self.words.web.done } else { &self.words.web.to_do };
            let mark = [self.around.said(said), self.around.run(" ", Role::Words)];
            match elements.first_mut() {
                Some(Element::Paragraph(line)) => drop(line.splice(0..0, mark)),
                Some(_) | None => elements.insert(0, Element::Paragraph(mark.into())),
            }
        }
        elements
    }

    fn titled(&self, title: &Line, blocks: &[Block]) -> Vec<Element> {
        let bold = |run: &Run| Run { style: super::document::Style { strong: true, ..run.style }, ..run.clone() };
        let mut elements = vec![Element::Paragraph(title.iter().map(bold).collect())];
        elements.append(&mut self.elements(blocks));
        elements
    }

    fn entry(&self, entry: &Definition, ticked: bool) -> Entry {
        Entry {
            term: self.around.line(&entry.term),
            meanings: entry.meanings.iter().map(|meaning| self.elements(meaning)).collect(),
            ticked,
            lines: entry.lines,
        }
    }

    /// Returns a figure's whole sentence; the figure stands before a sentence of the author's, which goes on from it.
    fn statistic(&self, statistic: &Statistic) -> Line {
        let own = self.around.line(&statistic.sentence);
        match &statistic.fact {
            Some(fact) if own.is_empty() => self.said(fact.statement.in_lang(&self.words.lang)),
            Some(fact) => {
                let mut line = self.said(&fact.shown(self.words));
                line.push(self.around.run(" ", Role::Words));
                line.extend(own);
                line
            }
            None => own,
        }
    }

    fn video(&self, video: &Video) -> Element {
        let on_web = |page: &&crate::model::PageUse| page.outline.as_ref().is_some_and(|page| page.on_web);
        let mut title = format!(" {}", video.title);
        if let Some(seconds) = video.seconds {
            title.push_str(&format!(", {}", self.words.duration(seconds)));
        }
        let lead = vec![self.around.said(&self.words.print.film), self.around.run(&title, Role::Words)];
        let target = match (video.page.as_ref().filter(on_web), &video.file) {
            (Some(page), _) => Target::Page { page: page.clone(), heading: None },
            (None, Some(file)) => Target::Asset(file.clone()),
            (None, None) => return Element::Paragraph(lead),
        };
        Element::Paragraph(self.pointing(lead, &self.words.print.watch, &target))
    }

    /// Returns a line, and below it words with the address that they point to.
    fn pointing(&self, mut lead: Line, said: &Said, target: &Target) -> Line {
        lead.push(self.around.run("", Role::LineBreak));
        lead.append(&mut self.pointer(said, target));
        lead
    }
}

fn picture(image: &Image, caption: Line, beside: bool) -> Picture {
    Picture { asset: image.asset.clone(), alt: image.alt.clone(), caption, beside }
}
