//! The list of contents, in documents of more than a few pages: each section with the number of its page at the end of a
//! dotted line.

use std::sync::Arc;

use super::display::{Destination, Draw, Item, Pen};
use super::flow::{Composer, Measure, Strip, bind_ends, indented, keep_together};
use super::running_text::{LinkUse, Mark, RunningText};
use super::shapes;
use super::structure::{NodeId, Role, StructureTree};
use super::style::TextStyle;
use crate::model::Align;

/// The name of the place where the list starts.
const LIST: &str = "handbill-contents";

/// The most pages of a document that needs no list of contents. Source: our own.
pub const WITHOUT: usize = 4;

/// The least sections that are worth a list.
const LEAST: usize = 3;

/// The most entries of a list that shows the parts of sections too.
const MOST_PARTS: usize = 14;

/// The room for the number of a page, and what lies between it and the dots, in ems of text.
const NUMBER: f32 = 2.2;
const SPACE: f32 = 0.5;

/// A heading of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its level.
    pub level: u8,
    /// Its words.
    pub title: String,
    /// The named place where it stands.
    pub anchor: Arc<str>,
    /// The number of its page, from 1.
    pub page: usize,
}

/// Returns whether a named place is that of the list itself.
pub fn is_list(anchor: &str) -> bool {
    anchor == LIST
}

/// Returns the headings that the list shows: sections, and their parts where all of them are few; nothing where there are so
/// few sections that nobody needs a list.
pub fn entries(headings: impl Iterator<Item = Entry>) -> Vec<Entry> {
    let all: Vec<Entry> = headings.filter(|entry| matches!(entry.level, 2 | 3)).collect();
    let sections = all.iter().filter(|entry| entry.level == 2).count();
    if sections < LEAST {
        return Vec::new();
    }
    let parts = all.len() <= MOST_PARTS;
    all.into_iter().filter(|entry| parts || entry.level == 2).collect()
}

/// Composes the list.
pub fn list(composer: &mut Composer<'_>, entries: &[Entry], measure: &Measure) -> Vec<Strip> {
    let mut strips = composer.own_heading(&composer.wording.print.contents, LIST, measure);
    let node = composer.tree.add(StructureTree::ROOT, Role::Contents);
    let (mut lines, mut starts) = (Vec::new(), Vec::new());
    for entry in entries {
        starts.push(lines.len());
        lines.append(&mut line(composer, node, entry, measure));
    }
    bind_ends(&mut lines, &starts);
    strips.append(&mut lines);
    strips
}

fn line(composer: &mut Composer<'_>, list: NodeId, entry: &Entry, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.body();
    let node = composer.tree.add(list, Role::ContentsItem);
    let reference = composer.tree.add(node, Role::Reference);
    let link = composer.tree.add(reference, Role::Link);
    let to = Destination::Anchor(Arc::clone(&entry.anchor));
    let room = style.size * NUMBER;
    let indent = if entry.level > 2 { style.size * 1.2 } else { 0.0 };
    let inner = indented(measure, indent);
    let inner = Measure { x: if measure.rtl { inner.x + room } else { inner.x }, width: inner.width - room, ..inner };
    let beyond = if measure.rtl { measure.x } else { measure.x + measure.width - room };
    let number_place = Measure { x: beyond, width: room, ..measure.clone() };
    let used = LinkUse { node: link, to, words: Arc::from(&*entry.title), underlined: false };
    let leaf = composer.tree.add(link, Role::Content);
    let mark = |leaf| Mark { leaf, bold: entry.level == 2, struck: false, colour: None, lang: None, link: Some(0) };
    // The space parts the words from the number where they are read out.
    let title = composer.checked(&format!("{} ", entry.title), None);
    let mut words = RunningText { links: vec![used.clone()], ..Default::default() };
    words.push(&title, mark(leaf));
    let gap = if entry.level == 2 { composer.style.gap * 0.9 } else { composer.style.gap * 0.4 };
    let mut strips = composer.set(&words, &inner, &style, gap);
    let leaf = composer.tree.add(link, Role::Content);
    let mut number = RunningText { links: vec![used], ..Default::default() };
    number.push(&entry.page.to_string(), mark(leaf));
    let end = TextStyle { align: Align::End, ..style.clone() };
    let number = composer.set(&number, &number_place, &end, 0.0).into_iter().next();
    keep_together(&mut strips);
    if let (Some(last), Some(mut number)) = (strips.last_mut(), number) {
        last.items.extend(leader(composer, last, &number, measure));
        last.items.append(&mut number.items);
        last.links.append(&mut number.links);
    }
    strips
}

/// Returns the dots from the end of an entry's words to its number; nothing where there is no room for any.
fn leader(composer: &Composer<'_>, words: &Strip, number: &Strip, measure: &Measure) -> Option<Item> {
    let text = composer.style.text;
    let edges = |strip: &Strip| {
        let runs = strip.items.iter().filter_map(|item| if let Draw::Run(run) = &item.draw { Some(run) } else { None });
        runs.fold((f32::INFINITY, f32::NEG_INFINITY), |(left, right), run| {
            (left.min(run.x), right.max(run.x + run.inked()))
        })
    };
    let ((left, right), (from, to)) = (edges(words), edges(number));
    let space = text * SPACE;
    let (start, stop) = if measure.rtl { (to + space, left - space) } else { (right + space, from - space) };
    let y = words.items.iter().find_map(|item| item.draw.text()).map(|run| run.y)?;
    (stop - start > text).then(|| {
        let pen = Pen { dash: Some(text * 0.16), ..shapes::pen(composer.style.ink, text * 0.08) };
        shapes::line((start, y), (stop, y), pen)
    })
}
