//! A header of a table is the header of no cell.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H031",
        name: "table-header-idle",
        severity: Severity::Error,
        wcag: &["1.3.1"],
        act: &["d0f69e"],
        doc: include_str!("table_header_idle.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let tables = page.elements.iter().copied().filter(|id| page.has_role(*id, &["table", "grid", "treegrid"]));
    for table in tables.filter(|table| !page.is_hidden(*table)) {
        let cells = page.table(table);
        if !cells.is_small() {
            continue;
        }
        for header in cells.cells.iter().filter(|cell| cell.heads && page.is_exposed(cell.id) && page.has_name(cell.id))
        {
            if !cells.has_cells(header, page) {
                report.add(
                    header.id,
                    "this is the header of no cell",
                    "add the cells that belong to it, or make it a `<td>`",
                );
            }
        }
    }
}
