//! How to reach somebody: the loudest thing after the title.

use super::{Composer, Piece, Place};
use crate::model::{Contact, ContactBlock, Target};
use crate::render::print::structure::{NodeId, Role};
use crate::render::print::style::TextStyle;
use crate::render::print::words::{LinkUse, Mark};
use std::sync::Arc;

impl Composer<'_> {
    /// Composes a contact of the store in a box.
    pub fn contact_block(&mut self, block: &ContactBlock, parent: NodeId, place: &Place) -> Vec<Piece> {
        let site = self.site;
        match site.contacts.get(&block.key) {
            Some(contact) => self.contact_box(contact, parent, place),
            None => Vec::new(),
        }
    }

    /// Composes a contact in a box with round corners.
    pub fn contact_box(&mut self, contact: &Contact, parent: NodeId, place: &Place) -> Vec<Piece> {
        let node = self.node(parent, Role::Division, place);
        self.outlined(place, |composer, inner| composer.contact_lines(contact, node, inner))
    }

    /// Composes everything that the store knows of a contact, without a box.
    pub fn contact_lines(&mut self, contact: &Contact, node: NodeId, place: &Place) -> Vec<Piece> {
        let (body, gap) = (self.style.body(), self.style.gap);
        let bold = TextStyle { bold: true, balanced: true, ..body.clone() };
        let mut pieces = Vec::new();
        if !contact.title.is_empty() {
            pieces.append(&mut self.sentence(node, &contact.title, place, &bold, 0.0));
        }
        pieces.append(&mut self.loud_phone(&contact.phone, node, place, gap * 0.15));
        if !contact.hours.is_empty() {
            pieces.append(&mut self.sentence(node, &contact.hours, place, &body, 0.0));
        }
        if !contact.textphone.is_empty() {
            pieces.append(&mut self.reach(
                "Textphone: ",
                &contact.textphone,
                &Target::Phone(contact.textphone.clone()),
                node,
                place,
            ));
        }
        if !contact.email.is_empty() {
            pieces.append(&mut self.reach(
                "Email: ",
                &contact.email,
                &Target::Email(contact.email.clone()),
                node,
                place,
            ));
        }
        if !contact.note.is_empty() {
            pieces.append(&mut self.sentence(node, &contact.note, place, &body, gap * 0.6));
        }
        let lines: Vec<&str> = std::iter::once(contact.name.as_str())
            .chain(contact.address.iter().map(String::as_str))
            .filter(|line| !line.is_empty())
            .collect();
        if !lines.is_empty() {
            pieces.append(&mut self.sentence(node, &lines.join("\n"), place, &body, gap * 0.8));
        }
        pieces
    }

    /// Composes a phone number, loud.
    pub fn loud_phone(&mut self, phone: &str, node: NodeId, place: &Place, gap: f32) -> Vec<Piece> {
        if phone.is_empty() {
            return Vec::new();
        }
        let style = self.style.display(self.style.phone);
        self.linked("", phone, &Target::Phone(phone.to_string()), node, place, &style, gap)
    }

    fn reach(&mut self, lead: &str, text: &str, target: &Target, node: NodeId, place: &Place) -> Vec<Piece> {
        let style = self.style.body();
        self.linked(lead, text, target, node, place, &style, 0.0)
    }

    #[expect(clippy::too_many_arguments, reason = "a lead, a link and where both are set")]
    fn linked(
        &mut self,
        lead: &str,
        text: &str,
        target: &Target,
        node: NodeId,
        place: &Place,
        style: &TextStyle,
        gap: f32,
    ) -> Vec<Piece> {
        let paragraph = self.node(node, Role::Paragraph, place);
        let mut words = self.plain(paragraph, lead);
        if let Some(to) = self.destination(target) {
            let link = self.tree.add(paragraph, Role::Link);
            let leaf = self.tree.add(link, Role::Content);
            words.links.push(LinkUse { node: link, to, words: Arc::from(text), underlined: false });
            let text = self.checked(text, None);
            words.push(
                &text,
                Mark { leaf, bold: lead.is_empty(), struck: false, colour: None, lang: None, link: Some(0) },
            );
        }
        self.set(&words, place, style, gap)
    }
}
