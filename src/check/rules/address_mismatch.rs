//! Links that show one web address and lead to another.

use crate::check::{Body, Known, Look, Rule, Sink, words};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::address::{looked_up, parts};
use crate::model::{Inline, Target};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A127",
        name: "address-mismatch",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("address_mismatch.md"),
    },
    look: Look::Body(look),
};

/// Endings by which words are known to be a web address; the commonest of readers in the United Kingdom. Files have
/// endings too, so that not every word with a full stop in it is one.
const ENDINGS: [&str; 40] = [
    "app", "au", "biz", "ca", "co", "com", "cymru", "cy", "de", "dev", "edu", "es", "eu", "example", "fr", "gov",
    "help", "ie", "in", "info", "int", "io", "it", "london", "me", "net", "nl", "nz", "online", "org", "pk", "pl",
    "police", "ro", "scot", "site", "tv", "uk", "us", "wales",
];

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        match inline {
            Inline::Link(link) => {
                let words = words(&link.content);
                compare(&words, || led_to(site, &link.target), link.span, report);
            }
            // A figure's source is a link wherever the figure stands.
            Inline::Fact(used) => {
                if let Some(fact) = site.facts.get(&used.key).filter(|fact| !fact.source.url.is_empty()) {
                    compare(&fact.source.title, || vec![fact.source.url.clone()], fact.span, report);
                }
            }
            _ => {}
        }
    }
}

/// Reports the first web address among a link's words that is none of those that the link leads to.
fn compare(words: &str, leads: impl FnOnce() -> Vec<String>, span: Span, report: &mut Sink<'_>) {
    let shown: Vec<&str> = if words.contains('.') { shown(words).collect() } else { Vec::new() };
    if shown.is_empty() {
        return;
    }
    let leads = leads();
    let wrong = shown.into_iter().find(|shown| !leads.iter().any(|target| same(shown, target)));
    if let (Some(shown), Some(target)) = (wrong, leads.first()) {
        let message = format!("the words show `{shown}`, but the link leads to `{target}`");
        report.add(span, message, "show the address that the link leads to, or name the page instead");
    }
}

/// Returns the web addresses in a link's words.
fn shown(words: &str) -> impl Iterator<Item = &str> {
    let whole = words.trim_matches(around);
    words.split(char::is_whitespace).map(|word| word.trim_matches(around)).filter(move |word| {
        let rest = ["https://", "http://"].iter().find_map(|start| strip(word, start));
        let bare = rest.unwrap_or(word);
        let (host, path) = bare.split_at(bare.find(['/', '?', '#']).unwrap_or(bare.len()));
        let host = host.split(':').next().unwrap_or_default();
        let known = host.rsplit_once('.').is_some_and(|(_, end)| ENDINGS.contains(&end.to_lowercase().as_str()));
        let told = rest.is_some() || strip(word, "www.").is_some();
        // A name such as GOV.UK among other words is a name.
        !word.contains('@') && host.contains('.') && (told || known && (!path.is_empty() || *word == whole))
    })
}

fn around(c: char) -> bool {
    c.is_whitespace() || ".,;:!?()<>[]\"'\u{2018}\u{2019}\u{201c}\u{201d}\u{2026}".contains(c)
}

fn strip<'w>(word: &'w str, start: &str) -> Option<&'w str> {
    word.get(..start.len()).filter(|head| head.eq_ignore_ascii_case(start)).map(|_| &word[start.len()..])
}

/// Returns the whole addresses that a link leads to: more than one where the page had others, which still lead there.
fn led_to(site: &Known<'_>, target: &Target) -> Vec<String> {
    let base = &site.about.base_url;
    match target {
        Target::Web(url) => vec![url.clone()],
        Target::Page { page, .. } => {
            site.elsewhere.addresses(page.id).into_iter().map(|route| format!("{base}{route}")).collect()
        }
        Target::Asset(asset) => vec![format!("{base}/{}", site.elsewhere.path_beside(asset.id))],
        Target::Route(route) => vec![format!("{base}{route}")],
        Target::Email(email) => vec![format!("mailto:{email}")],
        Target::Phone(number) => vec![format!("tel:{number}")],
        Target::TextMessage(number) => vec![format!("sms:{number}")],
        Target::Broken(_) | Target::Unread(_) => Vec::new(),
    }
}

/// Returns whether a shown address is a target's: its host, with or without `www.`, and the start of its path.
fn same(shown: &str, target: &str) -> bool {
    let Some((host, path)) = parts(target) else { return false };
    let bare = ["https://", "http://"].iter().find_map(|start| strip(shown, start)).unwrap_or(shown);
    let (shown_host, shown_path) = bare.split_at(bare.find(['/', '?', '#']).unwrap_or(bare.len()));
    let shown_host = shown_host.split(':').next().unwrap_or_default();
    let name = |host: &str| looked_up(strip(host, "www.").unwrap_or(host));
    let (shown_path, path) = (shown_path.trim_end_matches('/').to_lowercase(), path.to_lowercase());
    let starts =
        path.strip_prefix(&shown_path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']));
    name(shown_host) == name(host) && starts
}
