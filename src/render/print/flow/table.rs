//! Tables: ruled lines, headings repeated on each page, and lists of records where columns would be too narrow.

use super::composer::Composer;
use super::list::merge;
use super::strip::{Measure, Strip, height, keep_together};
use crate::model::{Align, Inline, Table, plain_text};
use crate::render::print::running_text::RunningText;
use crate::render::print::shapes;
use crate::render::print::structure::{HeaderScope, ListMarks, NodeId, Role};
use crate::render::print::style::{LEAST_COLUMN, MOST_COLUMNS, TextStyle};

/// The most lines of a row. A row is never cut, so a table with a taller one becomes a list of records.
const TALLEST_ROW: usize = 14;

/// A cell as it is being composed.
struct Cell<'t> {
    content: &'t [Inline],
    role: Role,
    align: Align,
    x: f32,
    width: f32,
}

impl Composer<'_> {
    /// Composes a table.
    pub fn table(&mut self, table: &Table, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let count = table.header.len().max(table.columns.len());
        if count == 0 {
            return Vec::new();
        }
        let widths = column_widths(table, count, measure.width, self.style.text);
        let narrow = widths.iter().any(|width| *width < LEAST_COLUMN.pt().0);
        let tall = tallest(table, &widths, self.style.text) > TALLEST_ROW;
        if tall || self.style.linearise && (count > MOST_COLUMNS || narrow) {
            return self.records(table, parent, measure);
        }
        let node = self.node(parent, Role::Table, measure);
        let number = self.tables;
        self.tables += 1;
        let mut strips = self.caption(table, node, measure);
        // A table of nothing but headings has no other rows for them to head.
        let alone = table.rows.is_empty();
        let head = self.node(node, if alone { Role::TableBody } else { Role::TableHead }, measure);
        let body = if alone { head } else { self.node(node, Role::TableBody, measure) };
        let header =
            self.table_row(&table.header, table, head, measure, &widths, |_| Role::HeaderCell(HeaderScope::Column));
        strips.push(Strip { table: Some((number, true)), keep: true, gap: self.style.gap * 0.6, ..header });
        for row in &table.rows {
            if self.is_full() {
                break;
            }
            let headed = plain_text(row.first().map_or(&[][..], Vec::as_slice));
            let first = if headed.is_empty() { Role::Cell } else { Role::HeaderCell(HeaderScope::Row) };
            let row = self.table_row(
                row,
                table,
                body,
                measure,
                &widths,
                |column| if column == 0 { first } else { Role::Cell },
            );
            strips.push(Strip { table: Some((number, false)), ..row });
        }
        strips
    }

    /// Composes a table's caption, as a part of it.
    pub fn caption(&mut self, table: &Table, node: NodeId, measure: &Measure) -> Vec<Strip> {
        if table.caption.is_empty() {
            return Vec::new();
        }
        let caption = self.node(node, Role::Caption, measure);
        let words = self.words(caption, &table.caption, true);
        let bold = TextStyle { bold: true, balanced: true, ..self.style.body() };
        let mut strips = self.set(&words, measure, &bold, self.style.gap * 1.2);
        strips.iter_mut().for_each(|strip| strip.keep = true);
        strips
    }

    fn table_row(
        &mut self,
        cells: &[Vec<Inline>],
        table: &Table,
        parent: NodeId,
        measure: &Measure,
        widths: &[f32],
        role: impl Fn(usize) -> Role,
    ) -> Strip {
        let row = self.node(parent, Role::TableRow, measure);
        let room = self.style.text * 0.38;
        let mut whole = Strip { borders: measure.borders.clone(), ..Strip::default() };
        let mut x = measure.x;
        for (column, width) in widths.iter().enumerate() {
            let content = cells.get(column).map_or(&[][..], Vec::as_slice);
            let align = table.columns.get(column).copied().unwrap_or(Align::Start);
            let cell = Cell { content, role: role(column), align, x, width: *width };
            let strips = self.cell(&cell, row, measure);
            whole.height = whole.height.max(height(&strips) + room * 2.0);
            whole.lines = whole.lines.max(strips.len());
            merge(&mut whole, strips, room);
            x += width;
        }
        let heads = matches!(role(widths.len().saturating_sub(1)), Role::HeaderCell(_));
        let pen = shapes::pen(self.style.brand, if heads { 1.6 } else { 0.6 });
        whole.items.insert(0, shapes::line((measure.x, whole.height), (measure.x + measure.width, whole.height), pen));
        whole
    }

    fn cell(&mut self, cell: &Cell<'_>, row: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(row, cell.role, measure);
        let bold = matches!(cell.role, Role::HeaderCell(_));
        let words: RunningText = self.words(node, cell.content, bold);
        let style = TextStyle { bold, align: cell.align, leading: self.style.leading.min(1.3), ..self.style.body() };
        let space = self.style.text * 0.7;
        let inner = Measure { x: cell.x, width: cell.width - space, borders: Vec::new(), ..measure.clone() };
        self.set(&words, &inner, &style, 0.0)
    }

    /// Composes a table as one list a row: each heading with what stands below it.
    fn records(&mut self, table: &Table, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::Division, measure);
        let mut strips = Vec::new();
        if !table.caption.is_empty() {
            let bold = TextStyle { bold: true, balanced: true, ..self.style.body() };
            let mut caption = self.styled_paragraph(&table.caption, node, measure, &bold, self.style.gap * 1.2);
            caption.iter_mut().for_each(|strip| strip.keep = true);
            strips.append(&mut caption);
        }
        for (number, row) in (1_usize..).zip(&table.rows) {
            if self.is_full() {
                break;
            }
            let bold = TextStyle { bold: true, ..self.style.body() };
            let counts = [("number", number.into()), ("count", table.rows.len().into())];
            let title = self.wording.say(&self.wording.sentences.print_row, &counts);
            let mut record = self.fixed(node, &title, measure, &bold, self.style.gap);
            let list = self.node(node, Role::List(ListMarks::None), measure);
            let inner = super::list::indented(measure, self.style.text);
            for (head, cell) in table.header.iter().zip(row) {
                let item = self.node(list, Role::Item, measure);
                let body = self.node(item, Role::Body, measure);
                let mut words = self.words(body, head, true);
                let label = self.plain(body, ": ");
                append(&mut words, label);
                let value = self.words(body, cell, false);
                append(&mut words, value);
                let style = self.style.body();
                record.append(&mut self.set(&words, &inner, &style, 0.0));
            }
            if record.len() <= 10 {
                keep_together(&mut record);
            }
            strips.append(&mut record);
        }
        strips
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

/// Returns about how many lines the tallest row has.
fn tallest(table: &Table, widths: &[f32], size: f32) -> usize {
    let lines = |(cell, width): (&Vec<Inline>, &f32)| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "letters in a line are few")]
        let letters = ((width - size * 0.7) / (size * 0.5)).max(1.0) as usize;
        plain_text(cell).chars().count().div_ceil(letters)
    };
    let rows = std::iter::once(&table.header).chain(&table.rows);
    rows.flat_map(|row| row.iter().zip(widths).map(lines)).max().unwrap_or(0)
}

/// Returns the width of each column in points. Each has at least what its longest word needs; what is left of the measure
/// goes in equal shares to the columns whose text is wider than that.
fn column_widths(table: &Table, count: usize, measure: f32, size: f32) -> Vec<f32> {
    // The first column and the heading row are bold, which is wider.
    let em = |column: usize| size * if column == 0 { 0.62 } else { 0.56 };
    let space = size * 0.7;
    let cells =
        |column: usize| std::iter::once(&table.header).chain(&table.rows).filter_map(move |row| row.get(column));
    let longest = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(1);
    #[expect(clippy::cast_precision_loss, reason = "lengths of words and cells are small")]
    let needs: Vec<(f32, f32)> = (0..count)
        .map(|column| {
            let texts: Vec<String> = cells(column).map(|cell| plain_text(cell)).collect();
            let word = texts.iter().map(|text| longest(text)).max().unwrap_or(1) as f32 * em(column) + space;
            let all = texts.iter().map(|text| text.chars().count()).max().unwrap_or(1) as f32 * em(column) + space;
            (word, all)
        })
        .collect();
    let least: f32 = needs.iter().map(|(word, _)| word).sum();
    let wanted: f32 = needs.iter().map(|(_, all)| all).sum();
    if wanted <= measure {
        return needs.iter().map(|(_, all)| all / wanted * measure).collect();
    }
    if least >= measure {
        return needs.iter().map(|(word, _)| word / least * measure).collect();
    }
    let mut widths: Vec<f32> = needs.iter().map(|(word, _)| *word).collect();
    let mut order: Vec<usize> = (0..count).collect();
    let beyond = |column: usize| needs[column].1 - needs[column].0;
    order.sort_by(|a, b| beyond(*a).total_cmp(&beyond(*b)));
    let (mut spare, mut left) = (measure - least, count);
    for column in order {
        #[expect(clippy::cast_precision_loss, reason = "columns of a table are few")]
        let share = (spare / left as f32).min(beyond(column));
        widths[column] += share;
        spare -= share;
        left -= 1;
    }
    widths
}
