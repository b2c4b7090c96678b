//! Every block into pieces: the one place that knows which block is drawn how.

use std::sync::Arc;

use super::{Composer, Piece, Place};
use crate::model::{
    Block, Code, Direction, Download, Film, ForeignBlock, Inline, PageUse, Row, Target, Video, plain_text,
};
use crate::render::print::display::Destination;
use crate::render::print::flow::inline::shown_address;
use crate::render::print::shapes;
use crate::render::print::structure::{NodeId, Role};
use crate::render::print::words::{LinkUse, Mark, Words};
use crate::words::Said;

impl Composer<'_> {
    /// Composes blocks one under the other, their nodes added under `parent`.
    pub fn blocks(&mut self, blocks: &[Block], parent: NodeId, place: &Place) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for block in blocks {
            if self.is_full() {
                break;
            }
            let mut added = self.block(block, parent, place);
            for piece in &mut added {
                piece.span.get_or_insert(block.span());
            }
            pieces.append(&mut added);
        }
        pieces
    }

    fn block(&mut self, block: &Block, parent: NodeId, place: &Place) -> Vec<Piece> {
        let gap = self.style.gap;
        match block {
            Block::Heading(heading) => {
                let above = if heading.level <= 2 { self.style.above } else { self.style.above * 0.75 };
                let mut pieces = self.heading(parent, heading.level, &heading.content, place, above);
                if let Some(first) = pieces.first_mut() {
                    first.anchor = Some(Arc::from(heading.id.as_str()));
                }
                pieces
            }
            Block::Paragraph(paragraph) => {
                let mut pieces = self.paragraph(&paragraph.content, parent, place, gap);
                let leads = plain_text(&paragraph.content).trim_end().ends_with(':');
                if let (true, Some(last)) = (leads, pieces.last_mut()) {
                    last.keep = true;
                }
                pieces
            }
            Block::List(list) => self.list(list, parent, place),
            Block::Definitions(definitions) => self.definitions(definitions, parent, place),
            Block::KeyFacts(definitions) => self.key_facts(definitions, parent, place),
            Block::Timeline(definitions) => self.timeline(definitions, parent, place),
            Block::Quote(quote) => self.quote(quote, parent, place),
            Block::Table(table) => self.table(table, parent, place),
            Block::Figure(figure) => self.figure(figure, parent, place),
            Block::Code(code) => self.code(code, parent, place),
            Block::Break(_) => vec![self.rule(place)],
            Block::Callout(callout) => self.callout(callout, parent, place),
            Block::Statistic(statistic) => self.statistic(statistic, parent, place),
            Block::Steps(steps) => self.steps(steps, parent, place),
            Block::Action(boxed) => self.action(boxed, parent, place),
            Block::Details(boxed) => self.details(boxed, parent, place),
            Block::Address(address) => self.address(&address.lines, parent, place),
            Block::Contact(contact) => self.contact_block(contact, parent, place),
            Block::Film(film) => self.film(film, parent, place),
            Block::Video(video) => self.video(video, parent, place),
            Block::Download(download) => self.download(download, parent, place),
            Block::Formats(_) => self.formats(parent, place),
            Block::Row(row) => self.row(row, parent, place),
            Block::Language(foreign) => self.language(foreign, parent, place),
            Block::Included(included) => self.blocks(&included.blocks, parent, place),
            Block::RawHtml(text) => self.paragraph(&[Inline::Text(text.clone())], parent, place, gap),
        }
    }

    /// Composes a paragraph.
    pub fn paragraph(&mut self, content: &[Inline], parent: NodeId, place: &Place, gap: f32) -> Vec<Piece> {
        let style = self.style.body();
        self.styled_paragraph(content, parent, place, &style, gap)
    }

    /// Composes a paragraph in a style of its own.
    pub fn styled_paragraph(
        &mut self,
        content: &[Inline],
        parent: NodeId,
        place: &Place,
        style: &crate::render::print::style::TextStyle,
        gap: f32,
    ) -> Vec<Piece> {
        let node = self.node(parent, Role::Paragraph, place);
        let words = self.words(node, content, style.bold);
        self.set(&words, place, style, gap)
    }

    fn code(&mut self, code: &Code, parent: NodeId, place: &Place) -> Vec<Piece> {
        let paragraph = self.node(parent, Role::Paragraph, place);
        let node = self.node(paragraph, Role::Code, place);
        let text = self.checked(code.text.trim_end(), Some(code.span)).replace('\t', "    ");
        let leaf = self.tree.add(node, Role::Content);
        let mut words = Words::default();
        words.push(&text, Mark { leaf, bold: false, struck: false, colour: None, lang: None, link: None });
        let style = self.style.body();
        let gap = self.style.gap;
        self.ruled(place, 1.0, |composer, inner| composer.set(&words, inner, &style, gap))
    }

    fn rule(&mut self, place: &Place) -> Piece {
        let y = self.style.gap;
        self.left -= y * 2.0;
        let pen = shapes::pen(self.style.brand, 0.8);
        let item = shapes::line((place.x, y), (place.x + place.width, y), pen);
        let borders = place.borders.clone();
        Piece { height: y * 2.0, gap: self.style.gap * 0.5, items: vec![item], borders, ..Piece::default() }
    }

    fn film(&mut self, film: &Film, parent: NodeId, place: &Place) -> Vec<Piece> {
        let gap = self.style.gap;
        let node = self.node(parent, Role::Division, place);
        let bold = crate::render::print::style::TextStyle { bold: true, ..self.style.body() };
        let mut pieces = self.sentence(node, &format!("{} {}", self.wording.print.film, film.title), place, &bold, gap);
        super::keep_together(&mut pieces);
        if let Some(last) = pieces.last_mut() {
            last.keep = true;
        }
        pieces.append(&mut self.pointer(node, &self.wording.print.transcript, &film.target, place, 0.0));
        pieces
    }

    /// Composes a film as its title and length, and where it can be watched.
    fn video(&mut self, video: &Video, parent: NodeId, place: &Place) -> Vec<Piece> {
        let on_web = |page: &&PageUse| page.outline.as_ref().is_some_and(|page| page.on_web);
        let target = match (video.page.as_ref().filter(on_web), &video.file) {
            (Some(page), _) => Target::Page { page: page.clone(), heading: None },
            (None, Some(file)) => Target::Asset(file.clone()),
            (None, None) => return Vec::new(),
        };
        let gap = self.style.gap;
        let node = self.node(parent, Role::Division, place);
        let mut title = format!("{} {}", self.wording.print.film, video.title);
        if let Some(seconds) = video.seconds {
            title = format!("{title}, {}", self.wording.duration(seconds));
        }
        let bold = crate::render::print::style::TextStyle { bold: true, ..self.style.body() };
        let mut pieces = self.sentence(node, &title, place, &bold, gap);
        super::keep_together(&mut pieces);
        if let Some(last) = pieces.last_mut() {
            last.keep = true;
        }
        pieces.append(&mut self.pointer(node, &self.wording.print.watch, &target, place, 0.0));
        pieces
    }

    fn download(&mut self, download: &Download, parent: NodeId, place: &Place) -> Vec<Piece> {
        let gap = self.style.gap;
        let lead = Said::new(format!("{}:", download.label), &self.lang);
        match &download.asset {
            Some(asset) => self.pointer(parent, &lead, &Target::Asset(asset.clone()), place, gap),
            None => {
                let style = self.style.body();
                self.sentence(parent, &download.label, place, &style, gap)
            }
        }
    }

    /// Composes words and the whole address that they point to.
    pub fn pointer(&mut self, parent: NodeId, lead: &Said, target: &Target, place: &Place, gap: f32) -> Vec<Piece> {
        let place = &self.place_of(&lead.lang, place);
        let node = self.node(parent, Role::Paragraph, place);
        let mut words = self.plain(node, &format!("{lead} "));
        if let Some(to) = self.destination(target) {
            let shown = match &to {
                Destination::Uri(uri) => shown_address(uri).to_string(),
                Destination::Anchor(_) => String::new(),
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
        self.set(&words, place, &style, gap)
    }

    /// Says how to ask for other formats.
    pub fn formats(&mut self, parent: NodeId, place: &Place) -> Vec<Piece> {
        let organisation = &self.shared.about.organisation;
        let mut ways = Vec::new();
        let wording = self.wording;
        if !organisation.phone.is_empty() {
            let textphone = match organisation.textphone.as_str() {
                "" => String::new(),
                number => format!(" ({} {number})", wording.print.textphone),
            };
            let call = wording.say(&wording.sentences.print_call, &[("phone", (&organisation.phone).into())]);
            ways.push(format!("{call}{textphone}"));
        }
        if !organisation.email.is_empty() {
            let email = wording.say(&wording.sentences.print_email, &[("email", (&organisation.email).into())]);
            ways.push(email.to_string());
        }
        if !organisation.address.is_empty() {
            let address = postal_line(&organisation.address);
            let write = wording.say(&wording.sentences.print_write, &[("address", (&address).into())]);
            ways.push(write.to_string());
        }
        if ways.is_empty() {
            return Vec::new();
        }
        let ways: Vec<&str> = ways.iter().map(String::as_str).collect();
        let ways = wording.figures().or(&ways);
        let text = wording.say(&wording.sentences.print_ask, &[("ways", (&ways).into())]);
        let (style, gap) = (self.style.body(), self.style.gap);
        self.fixed(parent, &text, place, &style, gap)
    }

    fn row(&mut self, row: &Row, parent: NodeId, place: &Place) -> Vec<Piece> {
        let node = self.node(parent, Role::Division, place);
        let mut pieces = Vec::new();
        if let Some(image) = &row.image {
            pieces = self.picture(image, node, place, place.width * 0.6);
        }
        pieces.append(&mut self.blocks(&row.blocks, node, place));
        super::keep_together(&mut pieces);
        pieces
    }

    fn language(&mut self, foreign: &ForeignBlock, parent: NodeId, place: &Place) -> Vec<Piece> {
        let rtl = foreign.lang.direction() == Direction::Rtl;
        let place = Place { lang: Some(Arc::from(foreign.lang.tag())), rtl, ..place.clone() };
        let node = self.node(parent, Role::Division, &place);
        self.blocks(&foreign.blocks, node, &place)
    }
}

/// Returns a postal address as running text; none of its lines is broken, so a house number keeps its street.
pub fn postal_line(lines: &[String]) -> String {
    lines.iter().map(|line| line.replace(' ', "\u{a0}")).collect::<Vec<_>>().join(", ")
}

/// Returns whether a paragraph is a phone number and nothing else.
pub fn lone_phone(content: &[Inline]) -> bool {
    let mut rest = content.iter().filter(|inline| !plain_text(std::slice::from_ref(*inline)).trim().is_empty());
    let phone = match rest.next() {
        Some(Inline::Contact(contact)) => contact.field == "phone",
        Some(Inline::Link(link)) => matches!(link.target, Target::Phone(_)),
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
