//! Headings that skip a level.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Block;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A001",
        name: "heading-skip",
        severity: Severity::Error,
        wcag: &["1.3.1"],
        act: &[],
        doc: include_str!("heading_skip.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    // A page's title is level 1. A leaflet has no title of its own, so its first heading may be level 1 or 2.
    let mut above = 1;
    for block in body.blocks() {
        let Block::Heading(heading) = block else { continue };
        if heading.level == 1 && body.page.is_some() {
            let help = "write two # signs; the page's title stands in its front matter";
            report.add(heading.span, "this heading is level 1, like the page's title", help);
        } else if heading.level > above + 1 {
            let message = format!("heading level {} follows level {above}", heading.level);
            let help = format!("write {} # signs, or promote this heading", above + 1);
            report.add(heading.span, message, help);
        }
        above = heading.level.max(1);
    }
}
