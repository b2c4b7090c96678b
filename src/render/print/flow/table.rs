//! Tables: ruled lines, headings repeated on each page, rows that are never cut unless they are higher than a page. Where
//! the columns do not fit the page, a table becomes records (`record.rs`).

use super::columns::{self, ColumnNeed};
use super::composer::Composer;
use super::list::merge;
use super::strip::{Measure, Strip, bind_ends, height, keep_together};
use crate::model::{Align, Inline, Table, plain_text};
use crate::render::print::shapes;
use crate::render::print::structure::{HeaderScope, NodeId, Role, StructureTree};
use crate::render::print::style::TextStyle;

/// The space between two columns, in ems of text.
const BETWEEN: f32 = 0.7;

/// The space above and below the words of a row, in ems of text.
const ROOM: f32 = 0.38;

/// Line height over size in a cell, where the text around has more.
const LEADING: f32 = 1.3;

/// The tallest table, in lines of text, that is kept on one page.
const UNBROKEN: f32 = 12.0;

/// Points that a column has over what its words measure, so that rounding breaks none of them.
const ROUNDING: f32 = 0.1;

/// Where a table's columns stand.
struct Columns {
    /// The left edge of each, and its width, in points.
    places: Vec<(f32, f32)>,
}

/// A row as it is being composed.
struct Row<'t> {
    cells: &'t [Vec<Inline>],
    /// Whether it heads the columns.
    heads: bool,
}

impl Composer<'_> {
    /// Composes a table.
    pub fn table(&mut self, table: &Table, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let count = table.header.len().max(table.columns.len());
        if count == 0 {
            return Vec::new();
        }
        let needs = self.needs(table, count);
        let Some(widths) = columns::widths(&needs, measure.width) else {
            return self.records(table, parent, measure);
        };
        let columns = Columns::of(&widths, measure);
        let node = self.node(parent, Role::Table, measure);
        let number = self.tables;
        self.tables += 1;
        let mut strips = self.caption(table, node, measure);
        // A table of nothing but headings has no other rows for them to head.
        let alone = table.rows.is_empty();
        let head = self.node(node, if alone { Role::TableBody } else { Role::TableHead }, measure);
        let body = if alone { head } else { self.node(node, Role::TableBody, measure) };
        let mut header = self.groups(table, head, measure, &columns);
        if !table.is_headed_by_groups() {
            let row = Row { cells: &table.header, heads: true };
            header.append(&mut self.table_row(&row, table, head, measure, &columns));
        }
        for strip in &mut header {
            (strip.table, strip.keep) = (Some((number, true)), !alone);
        }
        if let Some(first) = header.first_mut() {
            first.gap = self.style.gap * 0.6;
        }
        strips.append(&mut header);
        let mut starts = Vec::with_capacity(table.rows.len());
        let mut rows = Vec::with_capacity(table.rows.len());
        for cells in &table.rows {
            if self.is_full() {
                break;
            }
            starts.push(rows.len());
            rows.append(&mut self.table_row(&Row { cells, heads: false }, table, body, measure, &columns));
        }
        rows.iter_mut().for_each(|strip| strip.table = Some((number, false)));
        bind_ends(&mut rows, &starts);
        strips.append(&mut rows);
        if height(&strips) <= self.style.text * self.style.leading * UNBROKEN {
            keep_together(&mut strips);
        }
        strips
    }

    /// Returns what each column needs, its space to the next one included.
    fn needs(&mut self, table: &Table, count: usize) -> Vec<ColumnNeed> {
        let space = self.style.text * BETWEEN;
        let mut needs = vec![ColumnNeed::default(); count];
        for (cells, heads) in std::iter::once((&table.header, true)).chain(table.rows.iter().map(|row| (row, false))) {
            for (column, (cell, need)) in cells.iter().zip(&mut needs).enumerate() {
                let bold = heads || column == 0;
                let style = self.cell_style(bold, Align::Start);
                let (least, most) = self.rehearse(|composer| {
                    let words = composer.words(StructureTree::ROOT, cell, bold);
                    composer.widths(&words, &style)
                });
                let beside = ROUNDING + if column + 1 < count { space } else { 0.0 };
                *need = need.with(ColumnNeed { least: least + beside, most: most + beside });
            }
        }
        self.need_of_groups(table, &mut needs);
        needs
    }

    /// Widens the last of several columns where the heading over all of them has a word that is wider than they are together.
    fn need_of_groups(&mut self, table: &Table, needs: &mut [ColumnNeed]) {
        let mut from = 0;
        for group in &table.groups {
            let style = self.cell_style(true, Align::Start);
            let (least, _) = self.rehearse(|composer| {
                let words = composer.words(StructureTree::ROOT, &group.heading, true);
                composer.widths(&words, &style)
            });
            let least = least + ROUNDING + self.style.text * BETWEEN;
            let to = (from + group.columns).min(needs.len());
            if let Some(columns) = needs.get_mut(from..to) {
                let missing = least - columns.iter().map(|need| need.least).sum::<f32>();
                if let Some(last) = columns.last_mut().filter(|_| missing > 0.0) {
                    let wider = last.least + missing;
                    *last = ColumnNeed { least: wider, most: last.most.max(wider) };
                }
            }
            from = to;
        }
    }

    /// Composes the row of headings over several columns; no strip where there is none.
    fn groups(&mut self, table: &Table, parent: NodeId, measure: &Measure, columns: &Columns) -> Vec<Strip> {
        if table.groups.is_empty() {
            return Vec::new();
        }
        let node = self.node(parent, Role::TableRow, measure);
        let (style, room) = (self.cell_style(true, Align::Start), self.style.text * ROOM);
        let (mut from, mut cells, mut lines) = (0, Vec::new(), Vec::new());
        for group in &table.groups {
            let to = (from + group.columns).min(columns.places.len());
            let places = columns.places.get(from..to).unwrap_or_default();
            from = to;
            let left = places.iter().map(|place| place.0).fold(f32::MAX, f32::min);
            let right = places.iter().map(|place| place.0 + place.1).fold(0.0, f32::max);
            let empty = plain_text(&group.heading).trim().is_empty();
            let role = if empty { Role::Cell } else { Role::HeaderCell(HeaderScope::Column) };
            let cell = self.node(node, role, measure);
            self.tree.attributes_mut(cell).columns = (group.columns > 1).then_some(group.columns);
            if places.is_empty() {
                continue;
            }
            let words = self.words(cell, &group.heading, true);
            let space = if to < columns.places.len() { self.style.text * BETWEEN } else { 0.0 };
            let x = if measure.rtl { left + space } else { left };
            let inner = Measure { x, width: right - left - space, borders: Vec::new(), ..measure.clone() };
            cells.push(self.set(&words, &inner, &style, 0.0));
            if !empty {
                lines.push((x, x + right - left - space));
            }
        }
        let tall = cells.iter().map(|strips| height(strips)).fold(0.0, f32::max) + room * 2.0;
        let mut strip = whole(cells, room, tall);
        let pen = shapes::pen(self.style.brand, if table.is_headed_by_groups() { 1.6 } else { 0.6 });
        for (left, right) in lines {
            strip.items.insert(0, shapes::line((left, tall), (right, tall), pen));
        }
        strip.borders.clone_from(&measure.borders);
        vec![strip]
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

    /// Composes a row: one strip, or a strip for each line where the row is higher than a page.
    fn table_row(
        &mut self,
        row: &Row<'_>,
        table: &Table,
        parent: NodeId,
        measure: &Measure,
        columns: &Columns,
    ) -> Vec<Strip> {
        let node = self.node(parent, Role::TableRow, measure);
        let headed = row.heads || !plain_text(row.cells.first().map_or(&[][..], Vec::as_slice)).is_empty();
        let last = columns.places.len().saturating_sub(1);
        let mut cells = Vec::with_capacity(columns.places.len());
        for (column, place) in columns.places.iter().enumerate() {
            let role = match (row.heads, column) {
                (true, _) => Role::HeaderCell(HeaderScope::Column),
                (false, 0) if headed => Role::HeaderCell(HeaderScope::Row),
                (false, _) => Role::Cell,
            };
            let content = row.cells.get(column).map_or(&[][..], Vec::as_slice);
            let style = self.cell_style(
                matches!(role, Role::HeaderCell(_)),
                table.columns.get(column).copied().unwrap_or(Align::Start),
            );
            let cell = self.node(node, role, measure);
            let words = self.words(cell, content, style.bold);
            let space = if column < last { self.style.text * BETWEEN } else { 0.0 };
            let x = if measure.rtl { place.0 + space } else { place.0 };
            let inner = Measure { x, width: place.1 - space, borders: Vec::new(), ..measure.clone() };
            cells.push(self.set(&words, &inner, &style, 0.0));
        }
        let room = self.style.text * ROOM;
        let tall = cells.iter().map(|strips| height(strips)).fold(0.0, f32::max) + room * 2.0;
        let mut strips = if tall > self.deep { cut(cells, room) } else { vec![whole(cells, room, tall)] };
        let pen = shapes::pen(self.style.brand, if row.heads { 1.6 } else { 0.6 });
        if let Some(end) = strips.last_mut() {
            let y = end.height;
            end.items.insert(0, shapes::line((measure.x, y), (measure.x + measure.width, y), pen));
        }
        strips.iter_mut().for_each(|strip| strip.borders.clone_from(&measure.borders));
        strips
    }

    fn cell_style(&self, bold: bool, align: Align) -> TextStyle {
        TextStyle { bold, align, leading: self.style.leading.min(LEADING), ..self.style.body() }
    }
}

impl Columns {
    /// Returns columns of these widths, from the side where lines of the measure start.
    fn of(widths: &[f32], measure: &Measure) -> Columns {
        let mut from = 0.0;
        let place = |width: &f32| {
            let x = if measure.rtl { measure.x + measure.width - from - width } else { measure.x + from };
            from += width;
            (x, *width)
        };
        Columns { places: widths.iter().map(place).collect() }
    }
}

/// Returns the cells of a row beside each other as one strip.
fn whole(cells: Vec<Vec<Strip>>, room: f32, height: f32) -> Strip {
    let mut whole = Strip { height, ..Strip::default() };
    for strips in cells {
        whole.lines = whole.lines.max(strips.len());
        merge(&mut whole, strips, room);
    }
    whole
}

/// Returns the cells of a row beside each other, a strip for each line, so that the row goes on where the next page starts.
fn cut(cells: Vec<Vec<Strip>>, room: f32) -> Vec<Strip> {
    let count = cells.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines: Vec<Strip> = vec![Strip::default(); count];
    for strips in cells {
        for (line, strip) in lines.iter_mut().zip(strips) {
            line.height = line.height.max(strip.height);
            line.lines = 1;
            line.keep |= strip.keep;
            merge(line, vec![strip], 0.0);
        }
    }
    super::list::pad(&mut lines, room, 0.0);
    lines
}
