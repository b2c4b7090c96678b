//! Pages that nobody answers for.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::PageKind;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A075",
        name: "owner-missing",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("owner_missing.md"),
    },
    look: Look::Body(look),
};

/// The kinds of page that somebody must answer for.
const ANSWERED_FOR: [PageKind; 5] =
    [PageKind::Strategy, PageKind::Notice, PageKind::Funding, PageKind::Consultation, PageKind::Report];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let meta = &page.meta;
    if meta.owner.trim().is_empty() && (meta.sensitive || ANSWERED_FOR.contains(&meta.kind)) {
        let (key, what) = match meta.sensitive {
            true => ("sensitive", "this page is sensitive".to_string()),
            false => ("kind", format!("this page is of the kind `{}`", meta.kind)),
        };
        let help = "add a line such as `owner: Victims team`";
        report.add(page.key_span(key), format!("{what}, and has no owner"), help);
    }
}
