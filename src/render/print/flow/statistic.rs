//! A figure is a picture and a sentence: a field of 10 by 10 dots, the number, and what it says.

use super::composer::Composer;
use super::list::{merge, pad};
use super::strip::{Border, Measure, Strip, height};
use crate::model::{Statistic, plain_text};
use crate::render::print::display::{ContentTag, Draw, Item, Paint, Rect};
use crate::render::print::shapes;
use crate::render::print::structure::{NodeId, Role};
use crate::render::print::style::TextStyle;

/// Dots in a row of the field, and rows in the field.
const SIDE: u8 = 10;

impl Composer<'_> {
    /// Composes a figure of the store of facts: on a card, where boxes stand out by colour.
    pub fn statistic(&mut self, statistic: &Statistic, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let Some(boxes) = self.style.boxes else { return self.drawn_statistic(statistic, parent, measure) };
        let room = self.style.text * 0.7;
        let mut within = Measure { x: measure.x + room, width: measure.width - room * 2.0, ..measure.clone() };
        let ground = Border::Ground { x: measure.x, width: measure.width, colour: boxes.card };
        within.borders.push(self.border(ground));
        let mut strips = self.on(Some(boxes.on_card), |composer| composer.drawn_statistic(statistic, parent, &within));
        pad(&mut strips, room, self.style.gap * 1.2);
        strips
    }

    fn drawn_statistic(&mut self, statistic: &Statistic, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let Some(fact) = &statistic.fact else {
            return self.paragraph(&statistic.sentence, parent, measure, self.style.gap);
        };
        let node = self.node(parent, Role::Division, measure);
        let mut whole = Strip { gap: self.style.gap * 1.2, borders: measure.borders.clone(), ..Strip::default() };
        let mut side = Measure { borders: Vec::new(), ..measure.clone() };
        let mut field = 0.0;
        if let Some(percent) = fact.percent() {
            field = self.style.text * 6.1;
            let statement = fact.statement.in_lang(&self.lang);
            let alt = if fact.statement.is_empty() || !statement.lang.is_same_language(&self.lang) {
                format!("{} {}", fact.shown(self.wording), plain_text(&statistic.sentence))
            } else {
                statement.to_string()
            };
            self.dots(percent, alt, node, measure, field, &mut whole);
            side = super::list::indented(&side, field + self.style.text * 1.1);
        }
        let style = TextStyle {
            size: self.style.number,
            leading: 1.0,
            bold: true,
            colour: self.style.brand,
            ..self.style.body()
        };
        let shown = fact.shown(self.wording);
        // A number alone is of no language: it stands where the lines of the page start.
        let number = if shown.chars().any(char::is_alphabetic) {
            self.fixed(node, &shown, &side, &style, 0.0)
        } else {
            self.sentence(node, &shown, &side, &style, 0.0)
        };
        let body = self.style.body();
        let mut said = if statistic.sentence.is_empty() {
            self.fixed(node, fact.statement.in_lang(&self.lang.clone()), &side, &body, 0.0)
        } else {
            self.paragraph(&statistic.sentence, node, &side, 0.0)
        };
        whole.lines = said.len() + 2;
        let mut beside = number;
        beside.append(&mut said);
        let text_height = height(&beside);
        let from = ((field - text_height) / 2.0).max(0.0).min(self.style.text * 0.2);
        merge(&mut whole, beside, from);
        whole.height = (from + text_height).max(field);
        vec![whole]
    }

    fn dots(&mut self, percent: u32, alt: String, parent: NodeId, measure: &Measure, field: f32, whole: &mut Strip) {
        let figure = self.node(parent, Role::Figure, measure);
        self.tree.attributes_mut(figure).alt = Some(alt);
        let leaf = self.tree.add(figure, Role::Content);
        let left = if measure.rtl { measure.x + measure.width - field } else { measure.x };
        let pitch = field / f32::from(SIDE);
        let radius = pitch * 0.40;
        let (mut full, mut empty) = (Vec::new(), Vec::new());
        for row in 0..SIDE {
            for column in 0..SIDE {
                let centre = (left + (f32::from(column) + 0.5) * pitch, (f32::from(row) + 0.5) * pitch);
                if u32::from(row * SIDE + column) < percent {
                    full.push(shapes::circle(centre, radius));
                } else {
                    empty.push(shapes::circle(centre, radius - 0.35));
                }
            }
        }
        let tag = ContentTag::Content(leaf);
        let brand = self.style.brand;
        if !full.is_empty() {
            whole.items.push(Item { tag, draw: Draw::Path(full, Paint::Fill(brand)) });
        }
        if !empty.is_empty() {
            whole.items.push(Item { tag, draw: Draw::Path(empty, Paint::Stroke(shapes::pen(brand, 0.7))) });
        }
        whole.figure = Some((figure, Rect { left, top: 0.0, right: left + field, bottom: field }));
    }
}
