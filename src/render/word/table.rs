//! Tables: the first row is marked as the headings, which are said with each cell and stand on each page.

use super::body::{Paragraph, Writer};
use crate::render::linear::{Line, Table, plain};

impl Writer {
    /// Writes a table under its caption.
    pub fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            let caption = Paragraph { style: "Caption", keep: true, ..Paragraph::default() };
            self.set(caption, |writer| writer.line(&table.caption));
        }
        let titled = table.has_row_headings();
        self.body.xml.start("w:tbl", &[]).start("w:tblPr", &[]).empty("w:tblStyle", &[("w:val", "DataTable")]);
        if self.rtl {
            self.body.xml.empty("w:bidiVisual", &[]);
        }
        self.body.xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
        let columns = if titled { "1" } else { "0" };
        self.body.xml.empty(
            "w:tblLook",
            &[("w:val", if titled { "00A0" } else { "0020" }), ("w:firstRow", "1"), ("w:firstColumn", columns)],
        );
        let caption = plain(&table.caption);
        if !caption.trim().is_empty() {
            self.body.xml.empty("w:tblCaption", &[("w:val", caption.trim())]);
        }
        self.body.xml.end().start("w:tblGrid", &[]);
        for _ in &table.header {
            self.body.xml.empty("w:gridCol", &[]);
        }
        self.body.xml.end();
        self.groups(table);
        if table.has_header() {
            self.row(&table.header, true, false);
        }
        table.rows.iter().for_each(|row| self.row(row, false, titled));
        self.body.xml.end().line();
        // Two tables without words between them would become one.
        self.set(Paragraph { style: "AfterTable", ..Paragraph::default() }, |_| {});
    }

    /// Writes the row of headings over several columns, where there is one.
    fn groups(&mut self, table: &Table) {
        if table.groups.is_empty() {
            return;
        }
        self.body.xml.start("w:tr", &[]).start("w:trPr", &[]).empty("w:cantSplit", &[]).empty("w:tblHeader", &[]).end();
        for (heading, columns) in &table.groups {
            self.body.xml.start("w:tc", &[]).start("w:tcPr", &[]);
            self.body.xml.empty("w:tcW", &[("w:w", "0"), ("w:type", "auto")]);
            if *columns > 1 {
                self.body.xml.empty("w:gridSpan", &[("w:val", &columns.to_string())]);
            }
            self.body.xml.end();
            self.set_in_cell("CellHeading", heading);
            self.body.xml.end();
        }
        self.body.xml.end().line();
    }

    fn row(&mut self, cells: &[Line], header: bool, titled: bool) {
        self.body.xml.start("w:tr", &[]).start("w:trPr", &[]).empty("w:cantSplit", &[]);
        if header {
            self.body.xml.empty("w:tblHeader", &[]);
        }
        self.body.xml.end();
        for (at, cell) in cells.iter().enumerate() {
            self.body.xml.start("w:tc", &[]).start("w:tcPr", &[]);
            self.body.xml.empty("w:tcW", &[("w:w", "0"), ("w:type", "auto")]).end();
            let style = if header || titled && at == 0 { "CellHeading" } else { "Cell" };
            self.set_in_cell(style, cell);
            self.body.xml.end();
        }
        self.body.xml.end().line();
    }

    fn set_in_cell(&mut self, style: &'static str, cell: &Line) {
        self.set(Paragraph { style, ..Paragraph::default() }, |writer| writer.line(cell));
    }
}
