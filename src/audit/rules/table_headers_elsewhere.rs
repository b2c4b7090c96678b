//! A cell names headers that are no cells of its own table.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H012",
        name: "table-headers-elsewhere",
        severity: Severity::Error,
        wcag: &["1.3.1"],
        act: &["a25f45"],
        doc: include_str!("table_headers_elsewhere.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let cell = matches!(page.tree.html_name(*id), "td" | "th");
        let Some(said) = page.tree.get(*id, "headers").filter(|said| cell && !said.trim().is_empty()) else { continue };
        let Some(table) = page.tree.ancestors(*id).find(|at| page.tree.is(*at, "table")) else { continue };
        if page.is_hidden(*id) || !page.has_role(table, &["table", "grid", "treegrid"]) {
            continue;
        }
        let wrong = said.split_ascii_whitespace().find(|name| {
            let target = page.by_id(*id, name).filter(|target| matches!(page.tree.html_name(*target), "td" | "th"));
            target.is_none_or(|target| {
                target == *id || page.tree.ancestors(target).find(|at| page.tree.is(*at, "table")) != Some(table)
            })
        });
        if let Some(name) = wrong {
            let message = format!("`{name}` is not another cell of this table");
            report.add_at(*id, "headers", message, "write the `id` of the header cell that this cell belongs to");
        }
    }
}
