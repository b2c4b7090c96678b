//! Contacts, and details of them, that the store does not have.

use crate::check::{Body, Known, Look, Report, Rule};
use crate::diag::{Guesses, Kind, Severity};
use crate::model::{Block, Contact, Inline};

pub const RULE: Rule = Rule {
    kind: Kind {
        code: "A012",
        name: "contact-unknown",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("contact_unknown.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Report<'_>) {
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
            Some(contact) if contact.field(&asked.field, body.lang).is_none() => {
                let message = format!("the contact `{}` has no `{}`", asked.contact, asked.field);
                let known = Contact::FIELDS.into_iter().filter(|field| contact.field(field, body.lang).is_some());
                let help =
                    format!("add it to `content/_data/contacts.yaml`, or use {}", known.collect::<Vec<_>>().join(", "));
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
