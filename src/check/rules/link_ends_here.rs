//! Links whose words end in "here".

use super::link_text_vague::says_nothing;
use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Inline, plain_text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A182",
        name: "link-ends-here",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("link_ends_here.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        let Inline::Link(link) = inline else { continue };
        let words = plain_text(&link.content);
        let lower = words.trim().trim_end_matches(['.', ',', ':', '!', '>', '\u{bb}', ' ']).to_lowercase();
        // Of words that say nothing of the page, `link-text-vague` tells.
        if lower.ends_with(" here") && !says_nothing(&lower) {
            let help = "end the link with the name of the page, and leave out `here`";
            report.add(link.span, format!("the link says `{}`", words.trim()), help);
        }
    }
}
