//! Telephone numbers that stand without what their callers must know: the textphone, and the note on safety.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::phone::dialled;
use crate::model::{Block, ContactField, Inline};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A130",
        name: "contact-incomplete",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("contact_incomplete.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let mut rung: BTreeMap<&str, Span> = BTreeMap::new();
    let mut said: BTreeSet<(&str, ContactField)> = BTreeSet::new();
    for inline in body.inlines() {
        let Inline::Contact(used) = inline else { continue };
        let Ok(field) = used.field else { continue };
        if field == ContactField::Phone {
            rung.entry(&used.contact).or_insert(used.span);
        }
        said.insert((&used.contact, field));
    }
    for block in body.blocks() {
        if let Block::Contact(contact) = block {
            rung.remove(contact.key.as_str());
        }
    }
    let publisher = dialled(&site.about.organisation.phone);
    for (key, span) in rung {
        let Some(contact) = site.contacts.get(key) else { continue };
        // Every page has the publisher's number whole, in its header; a leaflet has only what its author puts there.
        if body.page.is_some() && dialled(&contact.phone) == publisher {
            continue;
        }
        let lost = [(ContactField::Textphone, &*contact.textphone), (ContactField::Note, &*contact.note)];
        let lost: Vec<String> = lost
            .into_iter()
            .filter(|(field, text)| !text.is_empty() && !said.contains(&(key, *field)))
            .map(|(field, text)| format!("its {}, `{text}`", field.name()))
            .collect();
        if !lost.is_empty() {
            let message = format!("the number of `{key}` stands here without {}", lost.join(", and without "));
            report.add(span, message, format!("add `:::contact {key}` below, which has all of it"));
        }
    }
}
