//! Figures in the text that disagree with the store of facts.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{Diagnostic, FindingKind, Fix, Severity};
use crate::model::Inline;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A005",
        name: "fact-mismatch",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("fact_mismatch.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        let Inline::Fact(written) = inline else { continue };
        let Some(fact) = site.facts.get(&written.key) else { continue };
        let shown = fact.shown(site.words.of(body.lang));
        if !written.text.is_empty() && *written.text != *fact.display && *written.text != *shown {
            let message = format!("the text says `{}`, but the fact `{}` is `{shown}`", written.text, fact.key);
            let help = format!("write `{shown}`, or correct the fact in `content/_data/facts.yaml`");
            let text = format!("[{shown}](fact:{})", fact.key);
            let mut found = Diagnostic::new(&RULE.kind, written.span, message, help);
            found = found.with_label(fact.span, "the fact");
            found.fix = Some(Fix { span: written.span, text, safe: false });
            report.push(found);
        }
    }
}
