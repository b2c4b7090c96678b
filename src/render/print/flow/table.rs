//! Tables: ruled lines, headings repeated on each page, and lists of records where columns would be too narrow.

use super::list::merge;
use super::{Composer, Piece, Place, height, keep_together};
use crate::model::{Align, Inline, Table, plain_text};
use crate::render::print::shapes;
use crate::render::print::structure::{Marks, NodeId, Role, Scope};
use crate::render::print::style::{LEAST_COLUMN, MOST_COLUMNS, TextStyle};
use crate::render::print::words::Words;

/// The most lines of a row: a row is never cut, and one that fills a page is no row any more.
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
    pub fn table(&mut self, table: &Table, parent: NodeId, place: &Place) -> Vec<Piece> {
        let count = table.header.len().max(table.columns.len());
        if count == 0 {
            return Vec::new();
        }
        let widths = column_widths(table, count, place.width, self.style.text);
        let narrow = widths.iter().any(|width| *width < LEAST_COLUMN.pt().0);
        let tall = tallest(table, &widths, self.style.text) > TALLEST_ROW;
        if tall || self.style.linearise && (count > MOST_COLUMNS || narrow) {
            return self.records(table, parent, place);
        }
        let node = self.node(parent, Role::Table, place);
        let number = self.tables;
        self.tables += 1;
        let mut pieces = self.caption(table, node, place);
        // A table of nothing but headings has no other rows for them to head.
        let alone = table.rows.is_empty();
        let head = self.node(node, if alone { Role::TableBody } else { Role::TableHead }, place);
        let body = if alone { head } else { self.node(node, Role::TableBody, place) };
        let header = self.table_row(&table.header, table, head, place, &widths, |_| Role::HeaderCell(Scope::Column));
        pieces.push(Piece { table: Some((number, true)), keep: true, gap: self.style.gap * 0.6, ..header });
        for row in &table.rows {
            if self.is_full() {
                break;
            }
            let headed = plain_text(row.first().map_or(&[][..], Vec::as_slice));
            let first = if headed.is_empty() { Role::Cell } else { Role::HeaderCell(Scope::Row) };
            let row =
                self.table_row(row, table, body, place, &widths, |column| if column == 0 { first } else { Role::Cell });
            pieces.push(Piece { table: Some((number, false)), ..row });
        }
        pieces
    }

    fn caption(&mut self, table: &Table, node: NodeId, place: &Place) -> Vec<Piece> {
        if table.caption.is_empty() {
            return Vec::new();
        }
        let caption = self.node(node, Role::Caption, place);
        let words = self.words(caption, &table.caption, true);
        let bold = TextStyle { bold: true, balanced: true, ..self.style.body() };
        let mut pieces = self.set(&words, place, &bold, self.style.gap * 1.2);
        pieces.iter_mut().for_each(|piece| piece.keep = true);
        pieces
    }

    fn table_row(
        &mut self,
        cells: &[Vec<Inline>],
        table: &Table,
        parent: NodeId,
        place: &Place,
        widths: &[f32],
        role: impl Fn(usize) -> Role,
    ) -> Piece {
        let row = self.node(parent, Role::TableRow, place);
        let room = self.style.text * 0.38;
        let mut whole = Piece { borders: place.borders.clone(), ..Piece::default() };
        let mut x = place.x;
        for (column, width) in widths.iter().enumerate() {
            let content = cells.get(column).map_or(&[][..], Vec::as_slice);
            let align = table.columns.get(column).copied().unwrap_or(Align::Start);
            let cell = Cell { content, role: role(column), align, x, width: *width };
            let pieces = self.cell(&cell, row, place);
            whole.height = whole.height.max(height(&pieces) + room * 2.0);
            whole.lines = whole.lines.max(pieces.len());
            merge(&mut whole, pieces, room);
            x += width;
        }
        let heads = matches!(role(widths.len().saturating_sub(1)), Role::HeaderCell(_));
        let pen = shapes::pen(self.style.brand, if heads { 1.6 } else { 0.6 });
        whole.items.insert(0, shapes::line((place.x, whole.height), (place.x + place.width, whole.height), pen));
        whole
    }

    fn cell(&mut self, cell: &Cell<'_>, row: NodeId, place: &Place) -> Vec<Piece> {
        let node = self.node(row, cell.role, place);
        let bold = matches!(cell.role, Role::HeaderCell(_));
        let words: Words = self.words(node, cell.content, bold);
        let style = TextStyle { bold, align: cell.align, leading: self.style.leading.min(1.3), ..self.style.body() };
        let space = self.style.text * 0.7;
        let inner = Place { x: cell.x, width: cell.width - space, borders: Vec::new(), ..place.clone() };
        self.set(&words, &inner, &style, 0.0)
    }

    /// Composes a table as one list a row: each heading with what stands below it.
    fn records(&mut self, table: &Table, parent: NodeId, place: &Place) -> Vec<Piece> {
        let node = self.node(parent, Role::Division, place);
        let mut pieces = Vec::new();
        if !table.caption.is_empty() {
            let bold = TextStyle { bold: true, balanced: true, ..self.style.body() };
            let mut caption = self.styled_paragraph(&table.caption, node, place, &bold, self.style.gap * 1.2);
            caption.iter_mut().for_each(|piece| piece.keep = true);
            pieces.append(&mut caption);
        }
        for (number, row) in (1_usize..).zip(&table.rows) {
            if self.is_full() {
                break;
            }
            let bold = TextStyle { bold: true, ..self.style.body() };
            let counts = [("number", number.into()), ("count", table.rows.len().into())];
            let title = self.wording.say(&self.wording.sentences.print_row, &counts);
            let mut record = self.fixed(node, &title, place, &bold, self.style.gap);
            let list = self.node(node, Role::List(Marks::None), place);
            let inner = super::list::indented(place, self.style.text);
            for (head, cell) in table.header.iter().zip(row) {
                let item = self.node(list, Role::Item, place);
                let body = self.node(item, Role::Body, place);
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
            pieces.append(&mut record);
        }
        pieces
    }
}

fn append(words: &mut Words, more: Words) {
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

/// Shares the measure among columns: as much as their longest word needs, and of the rest an equal share to each that
/// still says more.
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
