//! A slip to fill in: lines to write on and boxes to tick, on paper with a pen, and in a PDF reader as a form.

use std::sync::Arc;

use super::composer::Composer;
use super::strip::{Measure, Strip, keep_together};
use crate::model::{Block, Definition, Definitions, plain_text, walk};
use crate::render::print::display::{Destination, Field, LinkArea, Rect};
use crate::render::print::shapes;
use crate::render::print::structure::{NodeId, Role};
use crate::render::print::style::TextStyle;

/// The distance of lines to write on, as a multiple of the type size, and the least in points: 9 mm. Source: RNIB, clear
/// print: generous space for handwriting, which is larger than type.
const PITCH: f32 = 1.9;
const LEAST_PITCH: f32 = 25.5;

/// The side of a box to tick, as a multiple of the type size.
const BOX: f32 = 1.05;

impl Composer<'_> {
    /// Composes a form: each question with its lines, or with what can be ticked.
    pub fn form(&mut self, form: &Definitions, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::Division, measure);
        let mut strips = Vec::new();
        for entry in &form.entries {
            if self.is_full() {
                break;
            }
            let mut question = self.question(entry, node, measure);
            keep_together(&mut question);
            strips.append(&mut question);
        }
        strips
    }

    fn question(&mut self, entry: &Definition, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let bold = TextStyle { bold: true, ..self.style.body() };
        let mut strips = self.styled_paragraph(&entry.term, parent, measure, &bold, self.style.gap * 1.5);
        let asked = plain_text(&entry.term);
        if entry.lines > 0 {
            strips.push(self.lines_to_write_on(entry.lines, &asked, parent, measure));
        }
        for choice in &entry.meanings {
            strips.append(&mut self.choice(choice, &asked, parent, measure));
        }
        strips
    }

    fn lines_to_write_on(&mut self, lines: usize, asked: &str, parent: NodeId, measure: &Measure) -> Strip {
        let pitch = (self.style.text * PITCH).max(LEAST_PITCH);
        let pen = shapes::pen(self.style.ink, 0.7);
        let mut strip = Strip { borders: measure.borders.clone(), lines, ..Strip::default() };
        for line in 1..=lines {
            #[expect(clippy::cast_precision_loss, reason = "at most 20")]
            let y = pitch * line as f32;
            strip.items.push(shapes::line((measure.x, y), (measure.x + measure.width, y), pen));
            strip.height = y;
        }
        let area = Rect { left: measure.x, top: 2.0, right: measure.x + measure.width, bottom: strip.height };
        let to = Destination::Field(Field::Lines(lines));
        strip.links.push(self.field(to, asked, parent, measure, area));
        strip
    }

    /// Composes a box with what is ticked by it.
    fn choice(&mut self, choice: &[Block], asked: &str, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let side = self.style.text * BOX;
        let inner = super::list::indented(measure, side + self.style.text * 0.7);
        let mut said = String::new();
        walk::runs(choice, &mut |run| said.push_str(&plain_text(run)));
        let left = if measure.rtl { measure.x + measure.width - side } else { measure.x };
        let line = self.style.text * self.style.leading;
        let top = (line - side) / 2.0;
        let area = Rect { left, top, right: left + side, bottom: top + side };
        let link = self.field(Destination::Field(Field::Tick), &format!("{asked} {said}"), parent, measure, area);
        let mut strips = self.blocks(choice, parent, &inner);
        if let Some(first) = strips.first_mut() {
            first.gap = self.style.gap * 0.5;
            first.items.insert(0, shapes::outline(area, 1.5, shapes::pen(self.style.ink, 0.9)));
            first.links.insert(0, link);
        }
        strips
    }

    fn field(&mut self, to: Destination, words: &str, parent: NodeId, measure: &Measure, area: Rect) -> LinkArea {
        LinkArea { node: self.node(parent, Role::Form, measure), to, words: Arc::from(words.trim()), area }
    }
}
