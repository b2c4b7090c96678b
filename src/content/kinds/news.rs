//! News.

use super::{Compose, Keys, KindDefinition, Markdown, Placement};
use crate::content::yaml::fields::Fields;
use crate::model::kinds::News;
use crate::model::{Block, ContactBlock, Details, PageKind};

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::News,
    about: "Something new, for the public and the press; `publish_from` is its embargo.",
    folder: "news",
    kept: false,
    starter: "",
    shared: &[],
    read,
    compose,
};

fn read(fields: &mut Fields<'_>) -> Keys {
    let notes = fields.all_words("notes", "Notes for editors, one an element");
    let contact = fields.string("contact", "Whom journalists ask: the name of a contact in contacts.yaml");
    let news = News { notes: notes.iter().map(|note| note.text.clone()).collect(), contact };
    Keys { details: Details::News(news), markdown: Markdown::News(notes) }
}

fn compose(details: &Details, markdown: &Markdown, to: &mut Compose<'_, '_>) {
    let (Details::News(news), Markdown::News(notes)) = (details, markdown) else { return };
    if !notes.is_empty() {
        to.at("notes");
        to.section(Placement::Tail, 2, "notes-for-editors", &to.words.kinds.notes);
        let items = notes.iter().map(|note| to.blocks(note)).collect();
        for block in to.listed(Some(1), items) {
            to.tail(block);
        }
    }
    if !news.contact.is_empty() {
        to.at("contact");
        to.section(Placement::Tail, 2, "for-journalists", &to.words.kinds.journalists);
        to.tail(Block::Contact(Box::new(ContactBlock { key: news.contact.clone(), contact: None, span: to.span })));
    }
}
