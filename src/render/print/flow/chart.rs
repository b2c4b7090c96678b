//! A table whose numbers are shown as bars: it is read out as the table that it is, and the bars are decoration.

use super::composer::Composer;
use super::list::merge;
use super::strip::{Measure, Strip, height};
use crate::model::{Align, Inline, Table, chart, plain_text};
use crate::render::print::display::Rect;
use crate::render::print::shapes;
use crate::render::print::structure::{HeaderScope, NodeId, Role};
use crate::render::print::style::TextStyle;

/// The least width at which labels stand beside their bars, as a multiple of the type size.
const BESIDE: f32 = 24.0;

/// The most of the width that labels take, where they stand beside their bars.
const MOST_LABEL: f32 = 0.42;

/// How wide a letter of bold text is at most, on average, as a share of the type size.
const LETTER: f32 = 0.62;

/// How thick a bar is, as a multiple of the type size.
const THICK: f32 = 0.78;

/// Where labels and bars stand, in points from the left of the measure; mirrored where text runs from right to left.
struct Columns {
    /// The width of the labels.
    label: f32,
    /// Where bars start.
    bars: f32,
    /// The width of the longest bar.
    longest: f32,
    /// Whether labels stand above their bars.
    stacked: bool,
}

impl Columns {
    fn of(table: &Table, measure: &Measure, text: f32) -> Columns {
        #[expect(clippy::cast_precision_loss, reason = "cells are short")]
        let wide = |column: usize| {
            let cells = std::iter::once(&table.header).chain(&table.rows).filter_map(|row| row.get(column));
            let letters = cells.map(|cell| plain_text(cell).chars().count()).max().unwrap_or(1);
            letters as f32 * text * LETTER
        };
        let stacked = measure.width < text * BESIDE;
        let label = if stacked { measure.width } else { wide(0).min(measure.width * MOST_LABEL) };
        let bars = if stacked { 0.0 } else { label + text };
        let longest = (measure.width - bars - wide(1) - text).max(text);
        Columns { label, bars, longest, stacked }
    }
}

impl Composer<'_> {
    /// Composes a table whose numbers are shown as bars.
    pub fn chart(&mut self, table: &Table, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::Table, measure);
        let number = self.tables;
        self.tables += 1;
        let columns = Columns::of(table, measure, self.style.text);
        let mut strips = self.caption(table, node, measure);
        let alone = table.rows.is_empty();
        let head = self.node(node, if alone { Role::TableBody } else { Role::TableHead }, measure);
        let body = if alone { head } else { self.node(node, Role::TableBody, measure) };
        let header = self.bar_row(&table.header, None, head, measure, &columns);
        strips.push(Strip { table: Some((number, true)), keep: true, gap: self.style.gap * 0.6, ..header });
        for (row, share) in table.rows.iter().zip(chart::shares(table)) {
            if self.is_full() {
                break;
            }
            let row = self.bar_row(row, Some(share), body, measure, &columns);
            strips.push(Strip { table: Some((number, false)), gap: self.style.text * 0.3, ..row });
        }
        strips
    }

    /// Composes a row, with a bar where it has a share; the heading row has none.
    fn bar_row(
        &mut self,
        cells: &[Vec<Inline>],
        share: Option<f32>,
        parent: NodeId,
        measure: &Measure,
        columns: &Columns,
    ) -> Strip {
        let row = self.node(parent, Role::TableRow, measure);
        let text = self.style.text;
        let roles = match share {
            None => [HeaderScope::Column, HeaderScope::Column].map(Role::HeaderCell),
            Some(_) => [Role::HeaderCell(HeaderScope::Row), Role::Cell],
        };
        let place = |x: f32, width: f32| {
            let x = if measure.rtl { measure.x + measure.width - x - width } else { measure.x + x };
            Measure { x, width, borders: Vec::new(), ..measure.clone() }
        };
        let [label_role, value_role] = roles;
        let empty = Vec::new();
        let label = place(0.0, columns.label);
        let label = self.bar_cell(cells.first().unwrap_or(&empty), label_role, row, &label);
        let long = share.map_or(0.0, |share| columns.longest * share);
        let from = columns.bars + if long > 0.0 { long + text * 0.4 } else { 0.0 };
        let value = place(from, (measure.width - from).max(text));
        let value = self.bar_cell(cells.get(1).unwrap_or(&empty), value_role, row, &value);
        let mut whole = Strip { borders: measure.borders.clone(), ..Strip::default() };
        let down = if columns.stacked && share.is_some() { height(&label) } else { 0.0 };
        let line = value.first().map_or(text, |line| line.height);
        whole.height = (down + height(&value)).max(height(&label));
        whole.lines = label.len() + value.len();
        if long > 0.0 {
            let bar = place(columns.bars, long);
            let top = down + (line - text * THICK) / 2.0;
            let area = Rect { left: bar.x, top, right: bar.x + bar.width, bottom: top + text * THICK };
            whole.items.push(shapes::bar(area, self.style.brand));
        }
        if columns.stacked && share.is_none() {
            // Both headings stand in one line: the second at its end.
            let (label, value) = (label, self.moved_to_end(value, measure));
            merge(&mut whole, label, 0.0);
            merge(&mut whole, value, 0.0);
        } else {
            merge(&mut whole, label, 0.0);
            merge(&mut whole, value, down);
        }
        whole
    }

    fn bar_cell(&mut self, cell: &[Inline], role: Role, row: NodeId, measure: &Measure) -> Vec<Strip> {
        let bold = matches!(role, Role::HeaderCell(HeaderScope::Column)) || role == Role::Cell;
        let node = self.node(row, role, measure);
        let words = self.words(node, cell, bold);
        let leading = self.style.leading.min(1.3);
        let style = TextStyle { bold, align: Align::Start, leading, ..self.style.body() };
        self.set(&words, measure, &style, 0.0)
    }

    /// Moves one line of words to the end of the measure.
    fn moved_to_end(&self, mut strips: Vec<Strip>, measure: &Measure) -> Vec<Strip> {
        for strip in &mut strips {
            let wide: f32 = strip.items.iter().map(|item| item.draw.width()).sum();
            let by = (measure.width - wide) * if measure.rtl { -1.0 } else { 1.0 };
            strip.items.iter_mut().for_each(|item| item.shift(by, 0.0));
        }
        strips
    }
}
