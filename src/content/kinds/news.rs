//! News.

use super::{Kind, PageKind, Part};
use crate::content::yaml::fields::Fields;
use crate::model::kinds::News;
use crate::model::{Block, ContactBlock, Details};

pub const KIND: PageKind = PageKind {
    name: "news",
    about: "Something new, for the public and the press; `publish_from` is its embargo.",
    folder: "news",
    kept: false,
    starter: "",
    shared: &[],
    read,
};

fn read(fields: &mut Fields<'_>) -> Kind {
    let notes = fields.all_words("notes", "Notes for editors, one an element");
    let contact = fields.string("contact", "Whom journalists ask: the name of a contact in contacts.yaml");
    let news = News { notes: notes.iter().map(|note| note.text.clone()).collect(), contact: contact.clone() };
    let (notes_span, contact_span) = (fields.span("notes"), fields.span("contact"));
    Kind::new(Details::News(news), move |to| {
        if !notes.is_empty() {
            to.span = notes_span;
            to.section(Part::Tail, 2, "notes-for-editors", &to.words.kinds.notes);
            let items = notes.iter().map(|note| to.blocks(note)).collect();
            for block in to.listed(Some(1), items) {
                to.tail(block);
            }
        }
        if !contact.is_empty() {
            to.span = contact_span;
            to.section(Part::Tail, 2, "for-journalists", &to.words.kinds.journalists);
            to.tail(Block::Contact(ContactBlock { key: contact.clone(), contact: None, span: contact_span }));
        }
    })
}
