//! Keys of front matter that nothing reads.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A010",
        name: "unknown-front-matter-key",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("unknown_front_matter_key.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    for (key, span, near) in &page.meta.unknown {
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("remove it; the README lists the keys of a page of kind `{}`", page.meta.kind),
        };
        report.add(*span, format!("`{key}` is not a key that a page has"), help);
    }
}
