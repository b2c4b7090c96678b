//! Every block into strips: the one place that knows which block is drawn how.

use std::sync::Arc;

use super::composer::Composer;
use super::strip::{Measure, Strip, keep_together};
use crate::model::{
    Block, Code, ContactField, Direction, Download, Film, ForeignBlock, Inline, PageUse, Target, Video, plain_text,
};
use crate::render::manuscript::{asked, shown_address};
use crate::render::print::display::Destination;
use crate::render::print::running_text::{LinkUse, Mark, RunningText};
use crate::render::print::shapes;
use crate::render::print::structure::{NodeId, Role};
use crate::words::Said;

impl Composer<'_> {
    /// Composes blocks one under the other, their nodes added under `parent`.
    pub fn blocks(&mut self, blocks: &[Block], parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        for block in blocks {
            if self.is_full() {
                break;
            }
            let mut added = self.block(block, parent, measure);
            for strip in &mut added {
                strip.span.get_or_insert(block.span());
            }
            strips.append(&mut added);
        }
        strips
    }

    fn block(&mut self, block: &Block, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let gap = self.style.gap;
        match block {
            Block::Heading(heading) => {
                let above = if heading.level <= 2 { self.style.above } else { self.style.above * 0.75 };
                let mut strips = self.heading(parent, heading.level, &heading.content, measure, above);
                if let Some(first) = strips.first_mut() {
                    first.anchor = Some(Arc::from(heading.id.as_str()));
                }
                strips
            }
            Block::Paragraph(paragraph) => {
                let mut strips = self.paragraph(&paragraph.content, parent, measure, gap);
                if let (true, Some(last)) = (leads(&paragraph.content), strips.last_mut()) {
                    last.keep = true;
                }
                strips
            }
            Block::List(list) => self.list(list, parent, measure),
            Block::Definitions(definitions) => self.definitions(definitions, parent, measure),
            Block::KeyFacts(definitions) => self.key_facts(definitions, parent, measure),
            Block::Timeline(definitions) => self.timeline(definitions, parent, measure),
            Block::Form(form) => self.form(form, parent, measure),
            Block::Quote(quote) => self.quote(quote, parent, measure),
            Block::Table(table) if table.bars => self.chart(table, parent, measure),
            Block::Table(table) => self.table(table, parent, measure),
            Block::Figure(figure) => self.figure(figure, parent, measure),
            Block::Code(code) => self.code(code, parent, measure),
            Block::Break(_) => vec![self.rule(measure)],
            Block::Callout(callout) => self.callout(callout, parent, measure),
            Block::Statistic(statistic) => self.statistic(statistic, parent, measure),
            Block::Steps(steps) => self.steps(steps, parent, measure),
            Block::Action(boxed) => self.action(boxed, parent, measure),
            Block::Details(boxed) => self.details(boxed, parent, measure),
            Block::Address(address) => self.address(&address.lines, parent, measure),
            Block::Contact(contact) => self.contact_block(contact, parent, measure),
            Block::Film(film) => self.film(film, parent, measure),
            Block::Video(video) => self.video(video, parent, measure),
            Block::Download(download) => self.download(download, parent, measure),
            Block::Formats(_) => self.formats(parent, measure),
            Block::Row(row) => self.row(row, parent, measure),
            Block::Language(foreign) => self.language(foreign, parent, measure),
            Block::Included(included) => self.blocks(&included.blocks, parent, measure),
            Block::RawHtml(text) => self.paragraph(&[Inline::Text(text.clone())], parent, measure, gap),
        }
    }

    /// Composes a paragraph.
    pub fn paragraph(&mut self, content: &[Inline], parent: NodeId, measure: &Measure, gap: f32) -> Vec<Strip> {
        let style = self.style.body();
        self.styled_paragraph(content, parent, measure, &style, gap)
    }

    /// Composes a paragraph in a style of its own.
    pub fn styled_paragraph(
        &mut self,
        content: &[Inline],
        parent: NodeId,
        measure: &Measure,
        style: &crate::render::print::style::TextStyle,
        gap: f32,
    ) -> Vec<Strip> {
        let node = self.node(parent, Role::Paragraph, measure);
        let words = self.words(node, content, style.bold);
        self.set(&words, measure, style, gap)
    }

    fn code(&mut self, code: &Code, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let paragraph = self.node(parent, Role::Paragraph, measure);
        let node = self.node(paragraph, Role::Code, measure);
        let text = self.checked(code.text.trim_end(), Some(code.span)).replace('\t', "    ");
        let leaf = self.tree.add(node, Role::Content);
        let mut words = RunningText::default();
        words.push(&text, Mark { leaf, bold: false, struck: false, colour: None, lang: None, link: None });
        let style = self.style.body();
        let gap = self.style.gap;
        self.ruled(measure, 1.0, |composer, inner| composer.set(&words, inner, &style, gap))
    }

    fn rule(&mut self, measure: &Measure) -> Strip {
        let y = self.style.gap;
        self.left -= y * 2.0;
        let pen = shapes::pen(self.style.brand, 0.8);
        let item = shapes::line((measure.x, y), (measure.x + measure.width, y), pen);
        let borders = measure.borders.clone();
        Strip { height: y * 2.0, gap: self.style.gap * 0.5, items: vec![item], borders, ..Strip::default() }
    }

    fn film(&mut self, film: &Film, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let gap = self.style.gap;
        let node = self.node(parent, Role::Division, measure);
        let bold = crate::render::print::style::TextStyle { bold: true, ..self.style.body() };
        let mut strips =
            self.sentence(node, &format!("{} {}", self.wording.print.film, film.title), measure, &bold, gap);
        keep_together(&mut strips);
        if let Some(last) = strips.last_mut() {
            last.keep = true;
        }
        strips.append(&mut self.pointer(node, &self.wording.print.transcript, &film.target, measure, 0.0));
        strips
    }

    /// Composes a film as its title and length, and where it can be watched.
    fn video(&mut self, video: &Video, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let on_web = |page: &&PageUse| page.outline.as_ref().is_some_and(|page| page.on_web);
        let target = match (video.page.as_ref().filter(on_web), &video.file) {
            (Some(page), _) => Target::Page { page: page.clone(), heading: None },
            (None, Some(file)) => Target::Asset(file.clone()),
            (None, None) => return Vec::new(),
        };
        let gap = self.style.gap;
        let node = self.node(parent, Role::Division, measure);
        let mut title = format!("{} {}", self.wording.print.film, video.title);
        if let Some(seconds) = video.seconds {
            title = format!("{title}, {}", self.wording.duration(seconds));
        }
        let bold = crate::render::print::style::TextStyle { bold: true, ..self.style.body() };
        let mut strips = self.sentence(node, &title, measure, &bold, gap);
        keep_together(&mut strips);
        if let Some(last) = strips.last_mut() {
            last.keep = true;
        }
        strips.append(&mut self.pointer(node, &self.wording.print.watch, &target, measure, 0.0));
        strips
    }

    fn download(&mut self, download: &Download, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let gap = self.style.gap;
        let lead = Said::new(format!("{}:", download.label), &self.lang);
        match &download.asset {
            Some(asset) => self.pointer(parent, &lead, &Target::Asset(asset.clone()), measure, gap),
            None => {
                let style = self.style.body();
                self.sentence(parent, &download.label, measure, &style, gap)
            }
        }
    }

    /// Composes words and the whole address that they point to.
    pub fn pointer(&mut self, parent: NodeId, lead: &Said, target: &Target, measure: &Measure, gap: f32) -> Vec<Strip> {
        let measure = &self.measure_of(&lead.lang, measure);
        let node = self.node(parent, Role::Paragraph, measure);
        let mut words = self.plain(node, &format!("{lead} "));
        if let Some(to) = self.destination(target) {
            let shown = match &to {
                Destination::Uri(uri) => shown_address(uri).to_string(),
                Destination::Anchor(_) | Destination::Field(_) => String::new(),
            };
            let link = self.tree.add(node, Role::Link);
            let leaf = self.tree.add(link, Role::Content);
            words.links.push(LinkUse {
                node: link,
                to,
                words: Arc::from(lead.text.trim_end_matches([' ', ':'])),
                underlined: true,
            });
            let colour = Some(self.style.link);
            words.push(&shown, Mark { leaf, bold: false, struck: false, colour, lang: None, link: Some(0) });
        }
        let style = self.style.body();
        self.set(&words, measure, &style, gap)
    }

    /// Says how to ask for other formats.
    pub fn formats(&mut self, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let Some(text) = asked(&self.shared.about.organisation, self.offered, self.wording) else { return Vec::new() };
        let (style, gap) = (self.style.body(), self.style.gap);
        self.fixed(parent, &text, measure, &style, gap)
    }

    fn language(&mut self, foreign: &ForeignBlock, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let rtl = foreign.lang.direction() == Direction::Rtl;
        let measure = Measure { lang: Some(Arc::from(foreign.lang.tag())), rtl, ..measure.clone() };
        let node = self.node(parent, Role::Division, &measure);
        self.blocks(&foreign.blocks, node, &measure)
    }
}

/// Returns whether a paragraph introduces what follows it: it ends with a colon, or is a label, which is bold throughout.
fn leads(content: &[Inline]) -> bool {
    let text = plain_text(content);
    let bold = |inline: &Inline| {
        matches!(inline, Inline::Strong(_)) || plain_text(std::slice::from_ref(inline)).trim().is_empty()
    };
    !text.trim().is_empty() && (text.trim_end().ends_with(':') || content.iter().all(bold))
}

/// Returns whether a paragraph is a phone number and nothing else.
pub fn lone_phone(content: &[Inline]) -> bool {
    let mut rest = content.iter().filter(|inline| !plain_text(std::slice::from_ref(*inline)).trim().is_empty());
    let phone = match rest.next() {
        Some(Inline::Contact(contact)) => contact.field == Ok(ContactField::Phone),
        Some(Inline::Link(link)) => matches!(link.target, Target::Phone(_) | Target::TextMessage(_)),
        Some(
            Inline::Text(_)
            | Inline::Emphasis(_)
            | Inline::Strong(_)
            | Inline::Strikethrough(_)
            | Inline::Code(_)
            | Inline::Image(_)
            | Inline::Fact(_)
            | Inline::Abbreviation(_)
            | Inline::Language(_)
            | Inline::FootnoteMark(_)
            | Inline::LineBreak(_)
            | Inline::RawHtml(_),
        )
        | None => false,
    };
    phone && rest.next().is_none()
}
