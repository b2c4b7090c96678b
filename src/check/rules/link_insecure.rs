//! Links to pages that are not sent in secret.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Inline, Target};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A066",
        name: "link-insecure",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("link_insecure.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        let Inline::Link(link) = inline else { continue };
        let Target::Web(url) = &link.target else { continue };
        if let Some(rest) = url.strip_prefix("http://") {
            let message = format!("the link to `{url}` is not private");
            report.add(link.span, message, format!("check that `https://{rest}` opens, and link to that"));
        }
    }
}
