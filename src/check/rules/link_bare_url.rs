//! Web addresses that nobody can follow.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Inline, Text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A064",
        name: "link-bare-url",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("link_bare_url.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    // On paper an address must be seen to be typed.
    if body.page.is_none() {
        return;
    }
    for run in body.runs().iter().filter(|run| run.words.contains("://") || run.words.contains("www.")) {
        texts(run.inlines, &mut |text| {
            for (at, url) in addresses(&text.text) {
                let span = text.place(at..at + url.len());
                let whole = if url.starts_with("www.") { format!("https://{url}") } else { url.to_string() };
                let help = format!("name the page and link it: `[the name of the page]({whole})`");
                report.add(span, format!("`{url}` is no link"), help);
            }
        });
    }
}

/// Calls `visit` for words outside of links.
fn texts<'a>(run: &'a [Inline], visit: &mut dyn FnMut(&'a Text)) {
    for inline in run {
        match inline {
            Inline::Text(text) => visit(text),
            Inline::Link(_) => {}
            _ => texts(inline.children(), visit),
        }
    }
}

/// Returns every web address in a text, with where it starts.
fn addresses(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let words =
        text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '"' | '\u{201c}' | '\u{201d}'));
    words.filter_map(move |word| {
        let word = word.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '\u{2019}', '|']);
        let rest = ["https://", "http://", "www."].iter().find_map(|start| word.strip_prefix(start))?;
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        rest.trim_end_matches('/').contains('.').then_some((at, word))
    })
}
