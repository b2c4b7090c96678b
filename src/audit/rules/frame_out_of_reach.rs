//! A frame with something to act on is left out when the Tab key is used.

use crate::audit::page::{Alone, sheets};
use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H013",
        name: "frame-out-of-reach",
        severity: Severity::Error,
        wcag: &["2.1.1"],
        act: &["akn7bn"],
        doc: include_str!("frame_out_of_reach.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| page.tree.is(*id, "iframe")) {
        if page.tabindex(id).is_none_or(|index| index >= 0)
            || page.is_gone(id)
            || page.is_inert(id)
            || is_tiny(page, id)
        {
            continue;
        }
        let Some(parsed) = page.framed(id) else { continue };
        let sheets = sheets(&parsed.tree, &Alone);
        let inner = Page::new("", &parsed, &sheets, &Alone);
        if inner.elements.iter().any(|inside| inner.is_tabbable(*inside)) {
            let help = "take out `tabindex`, so that the Tab key comes to what is in the frame";
            report.add_at(id, "tabindex", "the Tab key does not come to what is in this frame", help);
        }
    }
}

/// Returns whether nobody sees a frame, because it has at most one pixel.
fn is_tiny(page: &Page<'_>, id: Id) -> bool {
    ["width", "height"].iter().any(|name| {
        let said = page.tree.get(id, name).and_then(|said| said.trim().trim_end_matches("px").parse::<f32>().ok());
        said.or(page.style(id).pixels(name)).is_some_and(|pixels| pixels <= 1.0)
    })
}
