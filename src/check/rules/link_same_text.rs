//! Links with the same words that lead to different places.

use std::collections::BTreeMap;

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::{Block, Inline, Link, Target, plain_text, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A063",
        name: "link-same-text",
        severity: Severity::Error,
        wcag: &["2.4.4"],
        act: &[],
        doc: include_str!("link_same_text.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let mut known: BTreeMap<String, (String, Option<String>, Span)> = BTreeMap::new();
    // A table's headings say what the links of a column and row are.
    for run in body.runs().iter().filter(|run| !matches!(run.block, Block::Table(_))) {
        walk::each(run.inlines, &mut |inline| {
            let Inline::Link(link) = inline else { return };
            let words = plain_text(&link.content).split_whitespace().collect::<Vec<_>>().join(" ");
            let Some((place, part)) = place(link).filter(|_| !words.is_empty()) else { return };
            match known.get(&words.to_lowercase()) {
                Some((first, first_part, span)) if *first != place || differ(first_part.as_ref(), part.as_ref()) => {
                    let message = format!("another link also says `{words}`, but leads somewhere else");
                    let help = "say what differs, such as the year or the place that each link is about";
                    report.push(report.finding(link.span, message, help).with_label(*span, "the other link"));
                }
                Some(_) => {}
                None => {
                    known.insert(words.to_lowercase(), (place, part, link.span));
                }
            }
        });
    }
}

fn differ(a: Option<&String>, b: Option<&String>) -> bool {
    a.is_some() && b.is_some() && a != b
}

/// Returns where a link leads, as words that can be compared, and the part of that page.
fn place(link: &Link) -> Option<(String, Option<String>)> {
    match &link.target {
        Target::Page { page, heading } => Some((format!("page {}", page.id.0), heading.clone())),
        Target::Asset(asset) => Some((format!("file {}", asset.id.0), None)),
        Target::Route(route) => Some((format!("route {route}"), None)),
        Target::Web(url) => {
            let (base, part) = url.split_once('#').map_or((url.as_str(), None), |(base, part)| (base, Some(part)));
            let base = base.split_once("://").map_or(base, |(_, rest)| rest);
            let base = base.trim_start_matches("www.").trim_end_matches('/');
            Some((format!("web {}", base.to_lowercase()), part.map(str::to_string)))
        }
        Target::Email(_) | Target::Phone(_) | Target::TextMessage(_) | Target::Broken(_) | Target::Unread(_) => None,
    }
}
