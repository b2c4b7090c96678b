//! A link opens a new window and does not say so.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H064",
        name: "window-undeclared",
        severity: Severity::Info,
        wcag: &["3.2.5"],
        act: &[],
        doc: include_str!("window_undeclared.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| page.tree.is(*id, "a") && page.is_exposed(*id)) {
        let opens = page.tree.get(id, "target").is_some_and(|target| target.trim().eq_ignore_ascii_case("_blank"));
        if !opens || !page.tree.has(id, "href") {
            continue;
        }
        let mut said = page.name(id).to_lowercase();
        said.push_str(&page.tree.get(id, "title").unwrap_or("").to_lowercase());
        for described in page.by_ids(id, "aria-describedby") {
            said.push_str(&page.read_out(described).to_lowercase());
        }
        // In English, Welsh and Polish. Source: ours.
        if !["new", "window", "tab", "newydd", "ffenestr", "nowe", "nowy", "okn", "kart"]
            .iter()
            .any(|word| said.contains(word))
        {
            report.add(
                id,
                "this link opens a new window and does not say so",
                "add \"(opens in a new tab)\", or take out `target`",
            );
        }
    }
}
