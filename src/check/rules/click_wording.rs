//! Instructions to click.

use crate::check::{Linked, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A035",
        name: "click-wording",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("click_wording.md"),
    },
    look: Look::Words(&["click", "clicking"], look),
};

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let next = passage.lower_after(i);
    let thing =
        matches!(passage.lower_after(i + 1), "link" | "links" | "button" | "following" | "icon" | "tab" | "image");
    let target = matches!(next, "on" | "below" | "here" | "above") || (matches!(next, "the" | "this" | "a") && thing);
    // A link whose words are "click here" is `link-text-vague`.
    let spoken_of = passage.words[i].quoted || passage.starts_label(i);
    if target && !spoken_of && passage.linked(passage.words[i].start) == Linked::No {
        let range = passage.range(i, if thing { i + 2 } else { i + 1 });
        let message = format!("`{}` asks for a mouse", &passage.text[range.clone()]);
        let say = if passage.lower(i) == "click" { "select" } else { "selecting" };
        let help = format!("write `{say}`, or make the words that name the page into the link");
        report.add(passage.span(range), message, help);
    }
}
