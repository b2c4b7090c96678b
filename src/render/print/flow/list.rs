//! Lists of every kind: discs, numbers, terms, key facts, timelines and steps.

use std::sync::Arc;

use super::composer::Composer;
use super::strip::{Border, Measure, Strip, bind_ends, height, keep_together};
use crate::model::{Definition, Definitions, List, ListItem, Step, Steps, plain_text, walk};
use crate::render::print::shapes;
use crate::render::print::structure::{ListMarks, NodeId, Role};
use crate::render::print::style::TextStyle;

/// The most lines of an item that is kept on one page.
const UNBROKEN: usize = 5;

/// The most letters that stand beside a key fact's term.
const LONGEST_BESIDE: usize = 400;

/// The size of a list's disc over that of text.
const DISC: f32 = 1.5;

/// How far the larger disc is set lower, in ems of text, so that it stands in the middle of small
/// letters. A negative number moves it up.
const DISC_DROP: f32 = -0.04;

/// The tallest key facts, in lines of text, that are kept on one page.
const KEPT_FACTS: f32 = 12.0;

/// The narrowest measure, in ems of text, at which key facts stand beside their terms.
const BESIDE: f32 = 24.0;

impl Composer<'_> {
    /// Composes a bulleted or numbered list.
    pub fn list(&mut self, list: &List, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let marks = if list.start.is_some() { ListMarks::Decimal } else { ListMarks::Disc };
        let node = self.node(parent, Role::List(marks), measure);
        let count = list.items.len() as u64;
        let widest = list.start.map_or(0, |start| (start + count).to_string().len());
        #[expect(clippy::cast_precision_loss, reason = "a number of digits is small")]
        let indent =
            if list.start.is_some() { self.style.text * (0.6 * widest as f32 + 0.8) } else { self.style.text * 1.25 };
        let (mut strips, mut starts) = (Vec::new(), Vec::with_capacity(list.items.len()));
        for (number, item) in (list.start.unwrap_or(1)..).zip(&list.items) {
            if self.is_full() {
                break;
            }
            starts.push(strips.len());
            let label = list.start.map(|_| format!("{number}."));
            let gap = if strips.is_empty() { self.style.gap * 0.85 } else { self.style.gap * 0.6 };
            strips.append(&mut self.list_item(item, label.as_deref(), indent, node, measure, gap));
        }
        bind_ends(&mut strips, &starts);
        strips
    }

    fn list_item(
        &mut self,
        item: &ListItem,
        label: Option<&str>,
        indent: f32,
        list: NodeId,
        measure: &Measure,
        gap: f32,
    ) -> Vec<Strip> {
        let node = self.node(list, Role::Item, measure);
        let mark = self.node(node, Role::Label, measure);
        let body = self.node(node, Role::Body, measure);
        let text = match (label, item.task) {
            (Some(label), _) => label.to_string(),
            (None, Some(true)) => self.wording.print.done.to_string(),
            (None, Some(false)) => self.wording.print.to_do.to_string(),
            (None, None) => "•".to_string(),
        };
        #[expect(clippy::cast_precision_loss, reason = "a mark is a word or two")]
        let indent =
            if item.task.is_some() { self.style.text * 0.6 * (text.chars().count() as f32 + 1.0) } else { indent };
        let inner = indented(measure, indent);
        let mut strips = self.blocks(&item.blocks, body, &inner);
        let label_place = if measure.rtl {
            Measure { x: measure.x + measure.width - indent, width: indent, ..measure.clone() }
        } else {
            Measure { width: indent, ..measure.clone() }
        };
        let disc = label.is_none() && item.task.is_none();
        let style = if disc { self.disc_style() } else { self.style.body() };
        let words = self.plain(mark, &text);
        let mut lines = self.set(&words, &label_place, &style, 0.0);
        if let (true, Some(line)) = (disc, lines.first_mut()) {
            let down =
                strips.first().map_or(0.0, |first| self.style.text * DISC_DROP - (line.height - first.height) * 0.5);
            line.items.iter_mut().for_each(|item| item.shift(0.0, down));
        }
        if strips.is_empty() {
            strips.push(Strip {
                height: self.style.text * self.style.leading,
                borders: measure.borders.clone(),
                ..Strip::default()
            });
        }
        if let (Some(first), Some(line)) = (strips.first_mut(), lines.into_iter().next()) {
            first.gap = gap;
            let mut items = line.items;
            items.append(&mut first.items);
            first.items = items;
        }
        if count_lines(&strips) <= UNBROKEN {
            keep_together(&mut strips);
        }
        strips
    }

    /// Returns how the disc of a list is set: a letter like any other, so that it is read out, but larger.
    fn disc_style(&self) -> TextStyle {
        TextStyle { size: self.style.text * DISC, colour: self.style.brand, ..self.style.body() }
    }

    /// Composes terms, each with its meanings below it.
    pub fn definitions(&mut self, definitions: &Definitions, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::List(ListMarks::None), measure);
        let (mut strips, mut starts) = (Vec::new(), Vec::with_capacity(definitions.entries.len()));
        for entry in &definitions.entries {
            if self.is_full() {
                break;
            }
            starts.push(strips.len());
            let gap = self.style.gap;
            let mut added = self.entry(entry, node, measure, &indented(measure, self.style.text), gap);
            if count_lines(&added) <= UNBROKEN {
                keep_together(&mut added);
            }
            strips.append(&mut added);
        }
        bind_ends(&mut strips, &starts);
        strips
    }

    fn entry(&mut self, entry: &Definition, list: NodeId, measure: &Measure, inner: &Measure, gap: f32) -> Vec<Strip> {
        let item = self.node(list, Role::Item, measure);
        let label = self.node(item, Role::Label, measure);
        let body = self.node(item, Role::Body, measure);
        let words = self.words(label, &entry.term, true);
        let bold = TextStyle { bold: true, ..self.style.body() };
        let mut strips = self.set(&words, measure, &bold, gap);
        for strip in &mut strips {
            strip.keep = true;
        }
        for meaning in &entry.meanings {
            let mut added = self.blocks(meaning, body, inner);
            if let Some(first) = added.first_mut() {
                first.gap = self.style.gap * 0.15;
            }
            strips.append(&mut added);
        }
        strips
    }

    /// Composes key facts: a rule above each, the term beside what it means where there is room.
    pub fn key_facts(&mut self, definitions: &Definitions, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let list = self.node(parent, Role::List(ListMarks::None), measure);
        let beside = measure.width >= self.style.text * BESIDE && !measure.rtl;
        let column = measure.width * 0.34;
        let (mut strips, mut starts): (Vec<Strip>, Vec<usize>) = (Vec::new(), Vec::new());
        let count = definitions.entries.len();
        for (at, entry) in definitions.entries.iter().enumerate() {
            starts.push(strips.len());
            let gap = if at == 0 { self.style.gap } else { 0.0 };
            let mut row = if beside && short(entry) {
                self.beside(entry, list, measure, column)
            } else {
                self.entry(entry, list, measure, measure, 0.0)
            };
            pad(&mut row, self.style.text * 0.42, gap);
            let pen = shapes::pen(self.style.brand, 0.8);
            let across = |y: f32| shapes::line((measure.x, y), (measure.x + measure.width, y), pen);
            if let Some(first) = row.first_mut() {
                first.items.insert(0, across(0.0));
            }
            if let (true, Some(last)) = (at + 1 == count, row.last_mut()) {
                let y = last.height;
                last.items.push(across(y));
            }
            keep_together(&mut row);
            strips.append(&mut row);
        }
        if height(&strips) <= self.style.text * self.style.leading * KEPT_FACTS {
            keep_together(&mut strips);
        }
        bind_ends(&mut strips, &starts);
        strips
    }

    /// Composes a term in a column of its own, what it means in the next.
    fn beside(&mut self, entry: &Definition, list: NodeId, measure: &Measure, column: f32) -> Vec<Strip> {
        let item = self.node(list, Role::Item, measure);
        let label = self.node(item, Role::Label, measure);
        let body = self.node(item, Role::Body, measure);
        let words = self.words(label, &entry.term, true);
        let bold = TextStyle { bold: true, ..self.style.body() };
        let term = self.set(&words, &Measure { width: column - self.style.text, ..measure.clone() }, &bold, 0.0);
        let inner = Measure { x: measure.x + column, width: measure.width - column, ..measure.clone() };
        let mut meaning: Vec<Strip> = Vec::new();
        for blocks in &entry.meanings {
            meaning.append(&mut self.blocks(blocks, body, &inner));
        }
        vec![side_by_side(term, meaning, measure)]
    }

    /// Composes what happened when: the line of time at the side, a disc at each date.
    pub fn timeline(&mut self, definitions: &Definitions, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let list = self.node(parent, Role::List(ListMarks::None), measure);
        let indent = self.style.text * 1.5;
        let radius = self.style.text * 0.27;
        let centre = (measure.x + radius, self.style.text * self.style.leading * 0.5);
        let (mut strips, mut starts) = (Vec::new(), Vec::new());
        let count = definitions.entries.len();
        for (at, entry) in definitions.entries.iter().enumerate() {
            starts.push(strips.len());
            let mut inner = indented(measure, indent);
            if at + 1 < count {
                let from = centre.1 + radius + 2.0;
                let join = self.border(Border::Join { x: centre.0, from, colour: self.style.brand });
                inner.borders.push(join);
            }
            let mut added = self.entry(entry, list, &inner, &inner, self.style.gap);
            if let Some(first) = added.first_mut() {
                first.items.insert(0, shapes::disc(centre, radius, self.style.brand));
            }
            if count_lines(&added) <= UNBROKEN {
                keep_together(&mut added);
            }
            strips.append(&mut added);
        }
        bind_ends(&mut strips, &starts);
        strips
    }

    /// Composes steps: numbered discs joined by a line.
    pub fn steps(&mut self, steps: &Steps, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let list = self.node(parent, Role::List(ListMarks::Decimal), measure);
        let (mut strips, mut starts) = (Vec::new(), Vec::new());
        let count = steps.steps.len();
        for (at, step) in steps.steps.iter().enumerate() {
            starts.push(strips.len());
            strips.append(&mut self.step(step, at + 1, at + 1 < count, list, measure));
        }
        bind_ends(&mut strips, &starts);
        strips
    }

    fn step(&mut self, step: &Step, number: usize, joined: bool, list: NodeId, measure: &Measure) -> Vec<Strip> {
        let item = self.node(list, Role::Item, measure);
        let label = self.node(item, Role::Label, measure);
        let body = self.node(item, Role::Body, measure);
        let (text, leading) = (self.style.text, self.style.leading);
        let radius = text * 0.82;
        let top = text * 0.12;
        let inwards = radius + 0.75;
        let centre = if measure.rtl { measure.x + measure.width - inwards } else { measure.x + inwards };
        let centre = (centre, top + radius);
        let mut inner = indented(measure, radius * 2.0 + text * 0.75);
        if joined {
            let from = top + radius * 2.0 + 1.5;
            inner.borders.push(self.border(Border::Join { x: centre.0, from, colour: self.style.brand }));
        }
        let bold = TextStyle { bold: true, ..self.style.body() };
        let mut strips = self.styled_paragraph(&step.title, body, &inner, &bold, self.style.gap * 1.1);
        for strip in &mut strips {
            strip.keep = true;
        }
        let mut more = self.blocks(&step.blocks, body, &inner);
        if let Some(first) = more.first_mut() {
            first.gap = 0.0;
        }
        strips.append(&mut more);
        let disc = Measure { x: centre.0 - radius, width: radius * 2.0, borders: Vec::new(), ..measure.clone() };
        let style = TextStyle { bold: true, align: crate::model::Align::Centre, ..self.style.body() };
        let words = self.plain(label, &number.to_string());
        let lines = self.set(&words, &disc, &style, 0.0);
        if let (Some(first), Some(line)) = (strips.first_mut(), lines.into_iter().next()) {
            let mut items = vec![shapes::ring(centre, radius, shapes::pen(self.style.brand, 1.5))];
            items.extend(line.items.into_iter().map(|mut item| {
                item.shift(0.0, centre.1 - text * leading * 0.5);
                item
            }));
            items.append(&mut first.items);
            first.items = items;
        }
        pad_to(&mut strips, radius * 2.0 + top + text * 0.3);
        if count_lines(&strips) <= UNBROKEN + 1 {
            keep_together(&mut strips);
        }
        strips
    }
}

/// Returns whether what a term means is short enough to stand beside it in one strip.
fn short(entry: &Definition) -> bool {
    let mut letters = 0;
    for meaning in &entry.meanings {
        walk::runs(meaning, &mut |run| letters += plain_text(run).chars().count());
    }
    letters <= LONGEST_BESIDE
}

fn count_lines(strips: &[Strip]) -> usize {
    strips.iter().map(|strip| strip.lines).sum()
}

/// Returns the measure made narrower at the side where its lines start: the left, or the right where text runs that way.
pub fn indented(measure: &Measure, by: f32) -> Measure {
    let x = if measure.rtl { measure.x } else { measure.x + by };
    Measure { x, width: measure.width - by, ..measure.clone() }
}

/// Returns two columns as one strip.
pub fn side_by_side(left: Vec<Strip>, right: Vec<Strip>, measure: &Measure) -> Strip {
    let tall = height(&left).max(height(&right));
    let mut whole = Strip {
        height: tall,
        lines: left.len().max(right.len()),
        borders: measure.borders.clone(),
        ..Strip::default()
    };
    merge(&mut whole, left, 0.0);
    merge(&mut whole, right, 0.0);
    whole
}

/// Draws strips into another one, from a height down.
pub fn merge(whole: &mut Strip, strips: Vec<Strip>, from: f32) {
    let mut y = from;
    for (at, mut strip) in strips.into_iter().enumerate() {
        if at > 0 {
            y += strip.gap;
        }
        strip.items.iter_mut().for_each(|item| item.shift(0.0, y));
        whole.items.append(&mut strip.items);
        whole.links.extend(strip.links.into_iter().map(|mut link| {
            link.area = link.area.shifted(0.0, y);
            link
        }));
        if whole.figure.is_none() {
            whole.figure = strip.figure.map(|(node, area)| (node, area.shifted(0.0, y)));
        }
        whole.anchor = whole.anchor.take().or(strip.anchor.map(|anchor| Arc::clone(&anchor)));
        whole.heading = whole.heading.take().or(strip.heading);
        y += strip.height;
    }
}

/// Adds room above the first and below the last of strips, inside them.
pub fn pad(strips: &mut [Strip], room: f32, gap: f32) {
    if let Some(first) = strips.first_mut() {
        first.gap = gap;
        first.height += room;
        first.items.iter_mut().for_each(|item| item.shift(0.0, room));
        for link in &mut first.links {
            link.area = link.area.shifted(0.0, room);
        }
        first.figure = first.figure.take().map(|(node, area)| (node, area.shifted(0.0, room)));
    }
    if let Some(last) = strips.last_mut() {
        last.height += room;
    }
}

/// Makes strips at least so high.
fn pad_to(strips: &mut [Strip], least: f32) {
    let have = height(strips);
    if let Some(last) = strips.last_mut() {
        last.height += (least - have).max(0.0);
    }
}
