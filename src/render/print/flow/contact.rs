//! How to reach somebody: the loudest thing after the title.

use std::sync::Arc;

use super::composer::Composer;
use super::list::side_by_side;
use super::strip::{Measure, Strip, height, keep_whole};
use crate::model::{Contact, ContactBlock, Target};
use crate::render::print::running_text::{LinkUse, Mark};
use crate::render::print::structure::{NodeId, Role};
use crate::render::print::style::TextStyle;
use crate::words::Said;

/// The narrowest box, in ems of text, with its address beside its number.
const BESIDE: f32 = 28.0;

/// The share of a page's height up to which the two stand beside each other.
const MOST_OF_PAGE: f32 = 0.8;

impl Composer<'_> {
    /// Composes a contact of the store in a box.
    pub fn contact_block(&mut self, block: &ContactBlock, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        match &block.contact {
            Some(contact) => self.contact_box(contact, parent, measure),
            None => Vec::new(),
        }
    }

    /// Composes a contact in a box with round corners.
    pub fn contact_box(&mut self, contact: &Contact, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::Division, measure);
        self.outlined(measure, |composer, inner| composer.contact_lines(contact, node, inner))
    }

    /// Composes everything that the store knows of a contact: the address beside the number where there is room.
    fn contact_lines(&mut self, contact: &Contact, node: NodeId, measure: &Measure) -> Vec<Strip> {
        let beside = measure.width >= self.style.text * BESIDE && !measure.rtl;
        if !beside {
            let mut strips = self.contact_calls(contact, node, measure);
            self.hold(&mut strips);
            let gap = self.style.gap * 0.8;
            let mut address = self.contact_address(contact, node, measure, gap);
            self.hold(&mut address);
            strips.append(&mut address);
            return strips;
        }
        let half = measure.width * 0.54;
        let space = self.style.text;
        let calls = self.contact_calls(contact, node, &Measure { width: half - space, ..measure.clone() });
        let right = Measure { x: measure.x + half, width: measure.width - half, ..measure.clone() };
        let address = self.contact_address(contact, node, &right, 0.0);
        // Beside each other they are never cut, so what is higher than a page stands one under the other.
        if height(&calls).max(height(&address)) > self.deep * MOST_OF_PAGE {
            return calls.into_iter().chain(address).collect();
        }
        vec![side_by_side(calls, address, measure)]
    }

    /// Keeps strips on one page where one can hold them: a number is never parted from what its callers should know.
    fn hold(&self, strips: &mut [Strip]) {
        if height(strips) <= self.deep * MOST_OF_PAGE {
            keep_whole(strips);
        }
    }

    /// Composes how to call a contact.
    fn contact_calls(&mut self, contact: &Contact, node: NodeId, measure: &Measure) -> Vec<Strip> {
        let (body, gap, lang) = (self.style.body(), self.style.gap, self.lang.clone());
        let bold = TextStyle { bold: true, balanced: true, ..body.clone() };
        let mut strips = Vec::new();
        if !contact.title.is_empty() {
            strips.append(&mut self.fixed(node, contact.title.in_lang(&lang), measure, &bold, 0.0));
        }
        strips.append(&mut self.beside_icon("phone", measure, |composer, measure| {
            composer.loud_phone(&contact.phone, node, measure, gap * 0.15)
        }));
        strips.append(&mut self.hours(contact, node, measure));
        strips.append(&mut self.textphone(contact, node, measure));
        if !contact.email.is_empty() {
            let target = Target::Email(contact.email.clone());
            strips.append(&mut self.beside_icon("email", measure, |composer, measure| {
                composer.reach(&composer.wording.print.mail, &contact.email, &target, node, measure)
            }));
        }
        strips.append(&mut self.note(contact, node, measure));
        strips
    }

    /// Composes when somebody answers; returns no strips where that is not said.
    pub fn hours(&mut self, contact: &Contact, node: NodeId, measure: &Measure) -> Vec<Strip> {
        if contact.hours.is_empty() {
            return Vec::new();
        }
        let (body, hours) = (self.style.body(), contact.hours.in_lang(&self.lang).clone());
        self.beside_icon("hours", measure, |composer, measure| composer.fixed(node, &hours, measure, &body, 0.0))
    }

    /// Composes a textphone's number; returns no strips where there is none.
    pub fn textphone(&mut self, contact: &Contact, node: NodeId, measure: &Measure) -> Vec<Strip> {
        if contact.textphone.is_empty() {
            return Vec::new();
        }
        let target = Target::Phone(contact.textphone.clone());
        self.beside_icon("textphone", measure, |composer, measure| {
            composer.reach(&composer.wording.print.textphone, &contact.textphone, &target, node, measure)
        })
    }

    /// Composes what a caller should know; returns no strips where the contact has no such note.
    pub fn note(&mut self, contact: &Contact, node: NodeId, measure: &Measure) -> Vec<Strip> {
        if contact.note.is_empty() {
            return Vec::new();
        }
        let (body, gap) = (self.style.body(), self.style.gap * 0.6);
        let note = contact.note.in_lang(&self.lang).clone();
        self.beside_icon("safe", measure, |composer, measure| composer.fixed(node, &note, measure, &body, gap))
    }

    /// Composes who a contact is and where a letter finds them.
    fn contact_address(&mut self, contact: &Contact, node: NodeId, measure: &Measure, gap: f32) -> Vec<Strip> {
        let name = contact.name.in_lang(&self.lang).clone();
        let lines: Vec<&str> = std::iter::once(&*name.text)
            .chain(contact.address.iter().map(String::as_str))
            .filter(|line| !line.is_empty())
            .collect();
        if lines.is_empty() {
            return Vec::new();
        }
        let style = self.style.body();
        let said = Said::new(lines.join("\n"), &name.lang);
        self.beside_icon("post", measure, |composer, measure| composer.fixed(node, &said, measure, &style, gap))
    }

    /// Composes a phone number, loud.
    pub fn loud_phone(&mut self, phone: &str, node: NodeId, measure: &Measure, gap: f32) -> Vec<Strip> {
        if phone.is_empty() {
            return Vec::new();
        }
        let style = self.style.display(self.style.phone);
        self.linked("", phone, &Target::Phone(phone.to_string()), node, measure, &style, gap)
    }

    fn reach(&mut self, lead: &Said, text: &str, target: &Target, node: NodeId, measure: &Measure) -> Vec<Strip> {
        let style = self.style.body();
        let measure = &self.measure_of(&lead.lang, measure);
        self.linked(&format!("{lead} "), text, target, node, measure, &style, 0.0)
    }

    #[expect(clippy::too_many_arguments, reason = "a lead, a link and where both are set")]
    fn linked(
        &mut self,
        lead: &str,
        text: &str,
        target: &Target,
        node: NodeId,
        measure: &Measure,
        style: &TextStyle,
        gap: f32,
    ) -> Vec<Strip> {
        let paragraph = self.node(node, Role::Paragraph, measure);
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
        self.set(&words, measure, style, gap)
    }
}
