//! Full stops inside the words of a link.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Fix, Severity};
use crate::model::{Inline, Link, Target, plain_text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A065",
        name: "link-stop-inside",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("link_stop_inside.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        let Inline::Link(link) = inline else { continue };
        let words = plain_text(&link.content);
        let words = words.trim_end();
        if !stopped(words) || matches!(link.target, Target::Email(_) | Target::Phone(_) | Target::TextMessage(_)) {
            continue;
        }
        let message = format!("the full stop stands inside the link `{words}`");
        let help = format!("write `[{}](...).`, with the full stop after the link", &words[..words.len() - 1]);
        let mut finding = report.finding(link.span, message, help);
        finding.fix = moved(link, report.written(link.span));
        report.push(finding);
    }
}

/// Returns whether words end with one full stop that is no part of a shortened word.
fn stopped(words: &str) -> bool {
    let Some(last) = words.split_whitespace().next_back().and_then(|last| last.strip_suffix('.')) else { return false };
    let shortened =
        ["etc", "inc", "ltd", "co", "jr", "sr", "no", "st", "dr", "al"].contains(&last.to_lowercase().as_str());
    !last.contains('.') && last.chars().count() > 1 && !shortened
}

/// Returns the change that moves the full stop behind the link, where the link is written in one piece.
fn moved(link: &Link, written: &str) -> Option<Fix> {
    let whole = written.starts_with('[') && written.ends_with(')') && written.matches(".](").count() == 1;
    whole.then(|| Fix { span: link.span, text: format!("{}.", written.replace(".](", "](")), safe: true })
}
