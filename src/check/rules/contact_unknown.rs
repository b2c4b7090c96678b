//! Contacts, and details of them, that the store does not have.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Guesses, Severity};
use crate::model::{Block, ContactField, Inline};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A012",
        name: "contact-unknown",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("contact_unknown.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let guesses = Guesses::default();
    for block in body.blocks() {
        if let Block::Contact(asked) = block
            && !site.contacts.contains_key(&asked.key)
        {
            report.add(asked.span, format!("there is no contact `{}`", asked.key), near(&asked.key, site, &guesses));
        }
    }
    for inline in body.inlines() {
        let Inline::Contact(asked) = inline else { continue };
        match site.contacts.get(&asked.contact) {
            None => report.add(
                asked.span,
                format!("there is no contact `{}`", asked.contact),
                near(&asked.contact, site, &guesses),
            ),
            Some(contact) if !asked.field.as_ref().is_ok_and(|field| contact.field(*field, body.lang).is_some()) => {
                let message = format!("the contact `{}` has no `{}`", asked.contact, asked.field_name());
                let known = ContactField::ALL.into_iter().filter(|field| contact.field(*field, body.lang).is_some());
                let known: Vec<&str> = known.map(ContactField::name).collect();
                let help = format!("add it to `content/_data/contacts.yaml`, or use {}", known.join(", "));
                report.add(asked.span, message, help);
            }
            Some(_) => {}
        }
    }
}

fn near(key: &str, site: &Known<'_>, guesses: &Guesses) -> String {
    match guesses.nearest(key, site.contacts.keys().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "add it to `content/_data/contacts.yaml`".to_string(),
    }
}
