//! Records: what becomes of a table whose columns do not fit the page. Each row is a list of what its cells say, under
//! what heads the row.

use super::composer::Composer;
use super::strip::{Measure, Strip, bind_ends, keep_together};
use crate::model::{Inline, Table, plain_text};
use crate::render::print::running_text::RunningText;
use crate::render::print::structure::{ListMarks, NodeId, Role};
use crate::render::print::style::TextStyle;

/// The most lines of a record that is kept on one page.
const UNBROKEN: usize = 10;

impl Composer<'_> {
    /// Composes a table as one list a row. What heads the row, such as `Monday`, is the list's title; where nothing does, the
    /// list has all of the row.
    pub fn records(&mut self, table: &Table, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::Division, measure);
        let bold = TextStyle { bold: true, balanced: true, ..self.style.body() };
        let mut strips = self.styled_paragraph(&table.caption, node, measure, &bold, self.style.gap * 1.2);
        strips.iter_mut().for_each(|strip| strip.keep = true);
        for row in &table.rows {
            if self.is_full() {
                break;
            }
            strips.append(&mut self.record(table, row, node, measure));
        }
        strips
    }

    fn record(&mut self, table: &Table, row: &[Vec<Inline>], node: NodeId, measure: &Measure) -> Vec<Strip> {
        let bold = TextStyle { bold: true, ..self.style.body() };
        let title = row.first().map_or(&[][..], Vec::as_slice);
        let titled = !plain_text(title).trim().is_empty();
        let mut record = Vec::new();
        if titled {
            record = self.styled_paragraph(title, node, measure, &bold, self.style.gap);
            record.iter_mut().for_each(|strip| strip.keep = true);
        }
        let list = self.node(node, Role::List(ListMarks::None), measure);
        let inner = super::list::indented(measure, self.style.text);
        let mut starts = Vec::with_capacity(row.len());
        for (at, (head, cell)) in table.header.iter().zip(row).enumerate().skip(usize::from(titled)) {
            starts.push(record.len());
            let item = self.node(list, Role::Item, measure);
            let body = self.node(item, Role::Body, measure);
            let mut words = self.words(body, table.group_of(at), true);
            if !words.text.trim().is_empty() && !head.is_empty() {
                let between = self.plain(body, ": ");
                append(&mut words, between);
            }
            let own = self.words(body, head, true);
            append(&mut words, own);
            if !words.text.trim().is_empty() {
                let label = self.plain(body, ": ");
                append(&mut words, label);
            }
            let value = self.words(body, cell, false);
            append(&mut words, value);
            let style = self.style.body();
            let gap = if record.is_empty() { self.style.gap } else { 0.0 };
            record.append(&mut self.set(&words, &inner, &style, gap));
        }
        bind_ends(&mut record, &starts);
        if record.len() <= UNBROKEN {
            keep_together(&mut record);
        }
        record
    }
}

fn append(words: &mut RunningText, more: RunningText) {
    let (shift, links) = (words.text.len(), words.links.len());
    words.text.push_str(&more.text);
    words.links.extend(more.links);
    words.marks.extend(more.marks.into_iter().map(|(range, mut mark)| {
        mark.link = mark.link.map(|link| link + links);
        (range.start + shift..range.end + shift, mark)
    }));
}
