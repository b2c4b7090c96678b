//! Links that show one email address and write to another.

use crate::check::{Body, Known, Look, Rule, Sink, words};
use crate::diag::{FindingKind, Severity};
use crate::model::{Inline, Link, Target};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A126",
        name: "email-mismatch",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("email_mismatch.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        let Inline::Link(link) = inline else { continue };
        let words = words(&link.content);
        let shown = words.split_whitespace().map(|word| word.trim_matches(around)).filter(|word| is_email(word));
        for shown in shown {
            if let Some(leads) = elsewhere(link, shown, &words) {
                let message = format!("the words show `{shown}`, but the link {leads}");
                report.add(link.span, message, format!("link to `mailto:{shown}`, or write the other address"));
                break;
            }
        }
    }
}

/// Says where a link leads, where that is not to the email address that it shows.
fn elsewhere(link: &Link, shown: &str, words: &str) -> Option<String> {
    match &link.target {
        Target::Email(target) => {
            let written = target.split('?').next().unwrap_or_default();
            let same = written.replace("%40", "@").eq_ignore_ascii_case(shown);
            (!same).then(|| format!("writes to `{written}`"))
        }
        // Among other words, an address may be what the page is about.
        Target::Web(url) => (words.trim_matches(around) == shown).then(|| format!("leads to `{url}`")),
        Target::TextMessage(number) => {
            (words.trim_matches(around) == shown).then(|| format!("starts a text message to `{number}`"))
        }
        Target::Phone(number) => (words.trim_matches(around) == shown).then(|| format!("rings `{number}`")),
        Target::Page { .. } | Target::Asset(_) | Target::Route(_) | Target::Broken(_) | Target::Unread(_) => None,
    }
}

fn around(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '<' | '>' | '"' | '\'')
}

fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.rsplit_once('@') else { return false };
    let end = host.rsplit_once('.').map_or("", |(_, end)| end);
    !name.is_empty() && end.len() > 1 && end.chars().all(char::is_alphabetic)
}
