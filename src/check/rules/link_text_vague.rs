//! Links whose words do not say where they lead.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Inline, Target, plain_text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A002",
        name: "link-text-vague",
        severity: Severity::Error,
        wcag: &["2.4.4"],
        act: &[],
        doc: include_str!("link_text_vague.md"),
    },
    look: Look::Body(look),
};

/// Words that say nothing of where a link leads. Source: GOV.UK content design, links; NHS digital service manual.
const VAGUE: &[&str] = &[
    "here",
    "click here",
    "click",
    "click this link",
    "read more",
    "more",
    "more information",
    "further information",
    "find out more",
    "learn more",
    "see more",
    "this",
    "this link",
    "this page",
    "this website",
    "link",
    "website",
    "download",
    "details",
    "more details",
    "info",
    "continue",
    "go",
    "page",
    "view",
    "visit",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        let Inline::Link(link) = inline else { continue };
        let words = plain_text(&link.content);
        let words = words.trim();
        let lower = words.trim_end_matches(['.', ',', ':', '!', '>', '\u{bb}', ' ']).to_lowercase();
        let help = "name the page or the task, such as `our strategy for victims`";
        if words.is_empty() {
            report.add(link.span, "this link has no words", help);
        } else if says_nothing(&lower) {
            report.add(link.span, format!("the link says `{words}`, not where it leads"), help);
        } else if is_address(words)
            && !matches!(link.target, Target::Email(_) | Target::Phone(_) | Target::TextMessage(_))
        {
            report.add(link.span, format!("the link's words are the address `{words}`"), help);
        }
    }
}

/// Returns whether words in lower case say nothing of a page, also with "here" after them.
pub(super) fn says_nothing(lower: &str) -> bool {
    let before = lower.strip_suffix(" here");
    VAGUE.contains(&lower) || before.is_some_and(|before| VAGUE.contains(&before) || before.split(' ').count() < 3)
}

fn is_address(words: &str) -> bool {
    let lower = words.to_lowercase();
    !words.contains(char::is_whitespace) && (lower.contains("://") || lower.starts_with("www."))
}
