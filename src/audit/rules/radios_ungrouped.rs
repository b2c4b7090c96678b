//! Choices that belong together are not in a group.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H059",
        name: "radios-ungrouped",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("radios_ungrouped.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let radios = page.elements.iter().copied().filter(|id| {
        page.tree.is(*id, "input")
            && page.tree.get(*id, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("radio"))
            && page.tree.get(*id, "name").is_some_and(|name| !name.is_empty())
            && page.is_exposed(*id)
    });
    let groups = page.grouped(radios.map(|id| (page.tree.get(id, "name").unwrap_or("").to_string(), id)));
    for ids in groups.values().filter(|ids| ids.len() > 1) {
        let Some(first) = ids.first() else { continue };
        let grouped =
            page.tree.ancestors(*first).any(|at| page.has_role(at, &["group", "radiogroup"]) && page.has_name(at));
        if !grouped {
            let help = "put them in a `<fieldset>` with the question in its `<legend>`";
            report.add(*first, "these choices are in no group that has a name", help);
        }
    }
}
