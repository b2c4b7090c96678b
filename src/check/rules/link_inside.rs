//! Links to places that only staff, or only the author, can open.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Inline, Target};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A188",
        name: "link-inside",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("link_inside.md"),
    },
    look: Look::Body(look),
};

/// How names of computers end that no public name server knows. Source: RFC 6762, 3, and its appendix G; RFC 6761, 6.3.
const PRIVATE: &[&str] =
    &["localhost", ".localhost", ".local", ".lan", ".intranet", ".internal", ".corp", ".home", ".private"];

/// Places where an organisation keeps files for its own staff.
const STAFF: &[&str] =
    &[".sharepoint.com", "teams.microsoft.com", "outlook.office.com", "outlook.office365.com", "mail.google.com"];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        let Inline::Link(link) = inline else { continue };
        let Target::Web(url) = &link.target else { continue };
        if is_inside(url) {
            let message = format!("the link to `{url}` opens for staff only, or on one computer");
            report.add(
                link.span,
                message,
                "put the file beside the page and link that, or link a page that the public can open",
            );
        }
    }
}

/// Returns whether an address is of a place inside of an organisation. Source for numbers: RFC 1918, 3; RFC 1122, 3.2.1.3.
fn is_inside(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase();
    let name = host.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    let parts: Vec<Option<u8>> = name.split('.').map(|part| part.parse().ok()).collect();
    let number = match parts.as_slice() {
        [Some(10 | 127), Some(_), Some(_), Some(_)] | [Some(192), Some(168), Some(_), Some(_)] => true,
        [Some(172), Some(second), Some(_), Some(_)] => (16..32).contains(second),
        _ => false,
    };
    let bare = !name.contains('.') && !name.is_empty() && !name.starts_with('[');
    number || bare || PRIVATE.iter().any(|end| name.ends_with(end)) || STAFF.iter().any(|end| name.ends_with(end))
}
