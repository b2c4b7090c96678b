//! Headings that end with a full stop or a colon.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Inline, plain_text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A046",
        name: "heading-stop",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("heading_stop.md"),
    },
    look: Look::Body(look),
};

/// Words whose full stop belongs to them.
const SHORTENED: &[&str] = &["etc.", "inc.", "ltd.", "co.", "no.", "st.", "dr.", "jr.", "sr.", "al.", "plc.", "vol."];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for heading in body.headings() {
        let words = plain_text(&heading.content);
        let words = words.trim_end();
        let Some(last) = words.split_whitespace().next_back() else { continue };
        let stop = match last.char_indices().next_back() {
            Some((at, '.')) if at > 0 && !last[..at].contains('.') => "full stop",
            Some((at, ':')) if at > 0 => "colon",
            _ => continue,
        };
        // Of two sentences, such as `Hurt? You can ask why.`, the second keeps its stop.
        let sentences = ["? ", "! ", ". "].iter().any(|end| words.contains(end));
        if sentences || SHORTENED.contains(&last.to_lowercase().as_str()) || last.chars().count() == 2 {
            continue;
        }
        let message = format!("the heading `{words}` ends with a {stop}");
        let help = format!("write `{}`", &words[..words.len() - 1]);
        let part = match heading.content.last() {
            Some(Inline::Text(text)) if text.text.trim_end().ends_with(['.', ':']) => {
                let end = text.text.trim_end().len();
                text.exact(end.saturating_sub(1)..end)
            }
            _ => None,
        };
        match part {
            Some(part) => report.mend(heading.span, message, help, part, ""),
            None => report.add(heading.span, message, help),
        }
    }
}
