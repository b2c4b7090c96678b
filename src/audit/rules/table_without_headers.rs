//! A table has no headers.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H060",
        name: "table-without-headers",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("table_without_headers.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| page.tree.is(*id, "table")) {
        if !page.has_role(id, &["table"]) || !page.is_exposed(id) {
            continue;
        }
        let table = page.table(id);
        let columns = table.cells.iter().map(|cell| cell.column + cell.columns).max().unwrap_or(0);
        let headed = table
            .cells
            .iter()
            .any(|cell| cell.heads || page.tree.is(cell.id, "th") || page.tree.has(cell.id, "headers"));
        if table.rows > 1 && columns > 1 && !headed {
            let help = "make the cells that say what the others are `<th>`; `role=\"presentation\"` where it is no table of facts";
            report.add(id, "this table has no headers", help);
        }
    }
}
