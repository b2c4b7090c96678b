//! Contact details in the text that disagree with the store of contacts.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{Diagnostic, FindingKind, Severity};
use crate::model::Inline;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A011",
        name: "contact-mismatch",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("contact_mismatch.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        let Inline::Contact(written) = inline else { continue };
        let Some(contact) = site.contacts.get(&written.contact) else { continue };
        let Ok(field) = written.field else { continue };
        let Some(known) = contact.field(field, body.lang) else { continue };
        if !written.text.is_empty() && *written.text != *known {
            let name = format!("{}.{}", written.contact, field.name());
            let message = format!("the text says `{}`, but `{name}` is `{known}`", written.text);
            let help = format!("write `{known}`, or correct it in `content/_data/contacts.yaml`");
            let found = Diagnostic::new(&RULE.kind, written.span, message, help);
            report.push(found.with_label(contact.span, "the contact"));
        }
    }
}
