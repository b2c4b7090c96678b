//! What stands apart from running text: quotations, callouts, action boxes, details, addresses.

use super::block::lone_phone;
use super::composer::Composer;
use super::list::pad;
use super::strip::{Border, Measure, Strip, height, keep_together};
use crate::model::{Block, Boxed, Callout, Inline, Quote, plain_text};
use crate::render::print::structure::{NodeId, Role};
use crate::render::print::style::{Palette, PrintStyle, TextStyle};
use crate::render::prose;

/// The tallest box that is kept on one page, in lines of text.
const UNBROKEN: f32 = 16.0;

impl Composer<'_> {
    /// Composes what `inner` makes, with a thick rule at its side.
    pub fn ruled(
        &mut self,
        measure: &Measure,
        thick: f32,
        inner: impl FnOnce(&mut Self, &Measure) -> Vec<Strip>,
    ) -> Vec<Strip> {
        let (text, gap) = (self.style.text, self.style.gap);
        let width = text * 0.36 * thick;
        let x = if measure.rtl { measure.x + measure.width - width } else { measure.x };
        let mut within = super::list::indented(measure, text * 1.1);
        let card = self.style.boxes.map(|boxes| (boxes.card, boxes.on_card));
        if let Some((colour, _)) = card {
            within.width -= text * 0.7;
            if measure.rtl {
                within.x += text * 0.7;
            }
            within.borders.push(self.border(Border::Ground { x: measure.x, width: measure.width, colour }));
        }
        within.borders.push(self.border(Border::Rule { x, width, colour: self.style.brand }));
        let mut strips = self.on(card.map(|(_, palette)| palette), |composer| inner(composer, &within));
        pad(&mut strips, if card.is_some() { text * 0.7 } else { text * 0.14 }, gap * 1.3);
        self.keep_box(&mut strips);
        strips
    }

    /// Composes what `inner` makes in the colours of what stands on another ground; in the same ones where there is none.
    pub fn on<T>(&mut self, palette: Option<Palette>, inner: impl FnOnce(&mut Self) -> T) -> T {
        let Some(palette) = palette else { return inner(self) };
        let around = self.style.clone();
        let boxes = None;
        self.style = PrintStyle { boxes, ..around.clone().coloured(palette) };
        let made = inner(self);
        self.style = around;
        made
    }

    /// Composes what `inner` makes, in a box with round corners.
    pub fn outlined(&mut self, measure: &Measure, inner: impl FnOnce(&mut Self, &Measure) -> Vec<Strip>) -> Vec<Strip> {
        let (text, gap) = (self.style.text, self.style.gap);
        let room = text * 0.9;
        let loud = self.style.boxes.map(|boxes| (boxes.loud, boxes.on_loud));
        let border = match loud {
            Some((colour, _)) => Border::Ground { x: measure.x, width: measure.width, colour },
            None => Border::Outline { x: measure.x + 0.75, width: measure.width - 1.5, colour: self.style.brand },
        };
        let mut within = Measure { x: measure.x + room, width: measure.width - room * 2.0, ..measure.clone() };
        within.borders.push(self.border(border));
        let mut strips = self.on(loud.map(|(_, palette)| palette), |composer| inner(composer, &within));
        pad(&mut strips, text * 0.75, gap * 1.3);
        self.keep_box(&mut strips);
        strips
    }

    fn keep_box(&self, strips: &mut [Strip]) {
        if height(strips) <= self.style.text * self.style.leading * UNBROKEN {
            keep_together(strips);
        }
    }

    /// Composes somebody's words.
    pub fn quote(&mut self, quote: &Quote, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::Quote, measure);
        let body = self.style.text;
        let mut strips = self.ruled(measure, 1.0, |composer, inner| {
            let lead = composer.style.lead;
            composer.style.text = lead;
            let strips = composer.blocks(&quote.blocks, node, inner);
            composer.style.text = body;
            strips
        });
        if !quote.attribution.is_empty() {
            let mut said = self.paragraph(&quote.attribution, parent, measure, self.style.gap * 0.7);
            keep_together(&mut said);
            if let Some(last) = strips.last_mut() {
                last.keep = true;
            }
            strips.append(&mut said);
        }
        strips
    }

    /// Composes a note that stands out.
    pub fn callout(&mut self, callout: &Callout, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::Division, measure);
        let word = prose::callout(callout.kind, self.wording);
        let title = plain_text(&callout.title);
        self.ruled(measure, 1.0, |composer, inner| {
            let bold = TextStyle { bold: true, balanced: true, ..composer.style.body() };
            let mut strips = if title.is_empty() {
                composer.fixed(node, word, inner, &bold, 0.0)
            } else {
                let paragraph = composer.node(node, Role::Paragraph, inner);
                let mut words = composer.plain(paragraph, &format!("{word}: "));
                let titled = composer.words(paragraph, &callout.title, true);
                let shift = words.text.len();
                words.text.push_str(&titled.text);
                let moved =
                    titled.marks.into_iter().map(|(range, mark)| (range.start + shift..range.end + shift, mark));
                words.marks.extend(moved);
                words.links = titled.links;
                composer.set(&words, inner, &bold, 0.0)
            };
            strips.iter_mut().for_each(|strip| strip.keep = true);
            let mut body = composer.blocks(&callout.blocks, node, inner);
            if let Some(first) = body.first_mut() {
                first.gap = composer.style.gap * 0.25;
            }
            strips.append(&mut body);
            strips
        })
    }

    /// Composes what the reader can do now: a box, its phone number loud where it stands alone.
    pub fn action(&mut self, boxed: &Boxed, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::Division, measure);
        self.outlined(measure, |composer, inner| {
            let mut strips = composer.box_title(&boxed.title, node, inner);
            for block in &boxed.blocks {
                let phone = if let Block::Paragraph(words) = block { Some(&words.content) } else { None };
                let mut added = match phone.filter(|content| lone_phone(content)) {
                    Some(content) => {
                        let style = composer.style.display(composer.style.phone);
                        composer.styled_paragraph(content, node, inner, &style, composer.style.gap * 0.3)
                    }
                    None => composer.blocks(std::slice::from_ref(block), node, inner),
                };
                if let Some(first) = added.first_mut() {
                    first.gap = first.gap.min(composer.style.gap * 0.6);
                }
                strips.append(&mut added);
            }
            strips
        })
    }

    /// Composes help that most readers do not need: opened, since paper cannot be.
    pub fn details(&mut self, boxed: &Boxed, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::Division, measure);
        let mut strips = self.box_title(&boxed.title, node, measure);
        if let Some(first) = strips.first_mut() {
            first.gap = self.style.gap;
        }
        let inner = super::list::indented(measure, self.style.text);
        strips.append(&mut self.blocks(&boxed.blocks, node, &inner));
        strips
    }

    fn box_title(&mut self, title: &[Inline], node: NodeId, measure: &Measure) -> Vec<Strip> {
        let bold = TextStyle { bold: true, balanced: true, ..self.style.body() };
        let mut strips = self.styled_paragraph(title, node, measure, &bold, 0.0);
        strips.iter_mut().for_each(|strip| strip.keep = true);
        strips
    }

    /// Composes a postal address, a line an element.
    pub fn address(&mut self, lines: &[Vec<Inline>], parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::Paragraph, measure);
        let mut content: Vec<Inline> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            if let (true, Some(first)) = (at > 0, line.first()) {
                content.push(Inline::LineBreak(first.span()));
            }
            content.extend_from_slice(line);
        }
        let words = self.words(node, &content, false);
        let style = self.style.body();
        let mut strips = self.set(&words, measure, &style, self.style.gap);
        keep_together(&mut strips);
        strips
    }
}
