//! How to reach somebody, in lines: whom, by which number, when, and what a caller should know.

use super::document::{Element, Line, Role};
use super::scribe::Scribe;
use crate::model::{Contact, Target};
use crate::render::manuscript::postal_line;
use crate::words::Said;

/// Returns a contact with all that there is of it, under its title.
pub fn contact(scribe: &Scribe<'_>, contact: &Contact) -> Element {
    let (words, lang) = (scribe.words, &scribe.words.lang);
    let title = if contact.title.is_empty() { &words.web.talk } else { contact.title.in_lang(lang) };
    let lines = [
        known(scribe, contact.name.in_lang(lang)),
        reached(scribe, None, &contact.phone, Target::Phone(contact.phone.clone())),
        known(scribe, contact.hours.in_lang(lang)),
        reached(scribe, Some(&words.web.textphone), &contact.textphone, Target::Phone(contact.textphone.clone())),
        reached(scribe, Some(&words.web.email), &contact.email, Target::Email(contact.email.clone())),
        labelled(scribe, &words.web.write_to, &postal_line(&contact.address)),
        known(scribe, contact.note.in_lang(lang)),
    ];
    Element::Framed { title: scribe.said(title), elements: vec![Element::Paragraph(scribe.lines(lines))] }
}

fn known(scribe: &Scribe<'_>, said: &Said) -> Line {
    if said.is_empty() { Line::new() } else { scribe.said(said) }
}

fn labelled(scribe: &Scribe<'_>, label: &Said, value: &str) -> Line {
    if value.is_empty() {
        return Line::new();
    }
    vec![scribe.around.said(label), scribe.around.run(&format!(" {value}"), Role::Words)]
}

fn reached(scribe: &Scribe<'_>, label: Option<&Said>, value: &str, target: Target) -> Line {
    if value.is_empty() {
        return Line::new();
    }
    let mut line = Line::new();
    if let Some(label) = label {
        line.push(scribe.around.said(&Said::new(format!("{label} "), &label.lang)));
    }
    line.push(scribe.around.linked(value, &target));
    line
}
