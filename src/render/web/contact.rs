//! Contacts: how to reach somebody, how to ask for a format that is not there, and whom to tell that something is wrong.

use std::fmt::Write as _;

use super::escape;
use super::html::{Html, SafeHtml, Writer};
use super::words;
use crate::model::{Contact, Target};
use crate::render::manuscript::Offered;
use crate::render::prose;
use crate::words::Wording;

impl Writer<'_> {
    /// Writes a contact, its number first.
    pub fn contact(&mut self, contact: &Contact) {
        let (words, mark) = (self.words, self.mark.clone());
        let site_words = self.shared.words.of(&self.shared.about.language);
        let id = self.unique_id(&format!("contact-{}", contact.key));
        let id = escape::escaped(&id);
        // The usual title is known in other languages too.
        let usual =
            contact.title.is_empty() || *contact.title == *site_words.web.talk && !contact.title.is_translated();
        let title = if usual { &words.web.talk } else { contact.title.in_lang(self.lang) };
        let title = words::html(title, self.lang);
        // Writing to a string cannot fail.
        _ = write!(self.out, "<section class=\"contact\" aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n");
        self.entry(&id, title);
        self.reach("<p class=\"phone\">", "", &contact.phone, Target::Phone);
        let (hours, note) = (contact.hours.in_lang(self.lang), contact.note.in_lang(self.lang));
        if !hours.is_empty() || !note.is_empty() {
            // Mostly both are in one language, which the paragraph then has.
            let around = if hours.is_empty() { &note.lang } else { &hours.lang };
            _ = write!(self.out, "<p{}>", words::mark(around.tag(), self.lang.tag()));
            self.text(hours.trim_end_matches('.'));
            self.push(if hours.is_empty() { "" } else { "." });
            self.push(if hours.is_empty() || note.is_empty() { "" } else { " " });
            let note = words::html(note, around);
            self.push(&note);
            self.push("</p>\n");
        }
        let labelled = format!("<p{mark}>");
        self.reach(&labelled, &self.said(&words.web.textphone), &contact.textphone, Target::Phone);
        self.reach(&labelled, &self.said(&words.web.email), &contact.email, Target::Email);
        if !contact.address.is_empty() {
            let named = contact.address.first().is_none_or(|first| **first != *contact.name);
            let name = Some(contact.name.in_lang(self.lang)).filter(|name| named && !name.is_empty());
            let name = name.filter(|name| !name.lang.is_same_language(&self.shared.about.language));
            let own = named.then_some(&*contact.name).filter(|own| name.is_none() && !own.is_empty());
            let lines = own.into_iter().chain(contact.address.iter().map(String::as_str));
            let lines: Vec<String> = lines.map(unbroken).collect();
            let lines = marked(&lines.join(", "), self.shared.about.language.tag(), words.lang.tag());
            let lines = name.map(|name| format!("{}, ", self.said(name))).unwrap_or_default() + &lines;
            let label = self.said(&words.web.write_to);
            _ = writeln!(self.out, "<address{mark}>{label} {lines}</address>");
        }
        self.push("</section>\n");
    }

    fn reach(&mut self, open: &str, word: &str, value: &str, target: fn(String) -> Target) {
        if value.is_empty() {
            return;
        }
        self.push(open);
        self.push(word);
        self.push(if word.is_empty() { "" } else { " " });
        let opened = self.open_link(&target(value.to_string()), "");
        self.text(value);
        self.push(if opened { "</a></p>\n" } else { "</p>\n" });
    }
}

/// Returns how to ask for the forms that are not there, by phone and, `with_address`, by post; empty where the publisher has
/// no phone number.
pub fn ask(organisation: &Contact, offered: Offered, words: &Wording, with_address: bool) -> SafeHtml {
    let mut html = Html::new();
    if organisation.phone.is_empty() {
        return html.done();
    }
    let web = &words.web;
    let said = |said| SafeHtml::said(said, &words.lang);
    let forms = offered.others(words);
    let question = words.say(&words.sentences.web_ask, &[("forms", (&forms).into())]);
    html.html(&said(&question)).markup(" ").html(&said(&web.call)).markup(" ");
    numbers(organisation, words, &mut html);
    if !with_address || organisation.address.is_empty() {
        return html.html(&said(&web.or_write)).done();
    }
    html.html(&said(&web.or_write_to)).markup(" ");
    let name = organisation.name.in_lang(&words.lang);
    let lines = organisation.address.iter().map(String::as_str);
    html.html(&said(name)).markup(if name.is_empty() { "" } else { ", " });
    for (at, line) in lines.enumerate() {
        html.markup(if at > 0 { ", " } else { "" });
        for (at, part) in parts(line).iter().enumerate() {
            html.markup(if at > 0 { "&nbsp;" } else { "" }).words(part);
        }
    }
    html.markup(".").done()
}

/// Says whom to tell that something on a page is wrong. `subject` is what a letter by email is then about; nothing for a page
/// that must leave no trace.
pub fn tell(organisation: &Contact, subject: Option<&str>, words: &Wording) -> SafeHtml {
    let mut html = Html::new();
    if organisation.phone.is_empty() {
        return html.done();
    }
    let web = &words.web;
    let said = |said| SafeHtml::said(said, &words.lang);
    html.html(&said(&web.wrong)).markup(" ").html(&said(&web.call)).markup(" ");
    numbers(organisation, words, &mut html);
    if organisation.email.is_empty() {
        return html.html(&said(&web.or_write)).done();
    }
    html.html(&said(&web.or_write_to)).markup(" <a href=\"mailto:").words(&organisation.email);
    if let Some(subject) = subject {
        html.markup("?subject=").words(&in_percent(subject));
    }
    html.markup("\">").words(&organisation.email).markup("</a>.").done()
}

/// Returns words as they stand in the query of an address: all but plain letters, digits and four signs in percent form.
/// Source: RFC 6068, 5.
fn in_percent(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            // Writing to a string cannot fail.
            _ => _ = write!(out, "%{byte:02X}"),
        }
    }
    out
}

/// Adds the telephone number, and the textphone's, which is never left out, with a space after them.
fn numbers(organisation: &Contact, words: &Wording, html: &mut Html) {
    telephone(&organisation.phone, html);
    if !organisation.textphone.is_empty() {
        html.markup(" (").html(&SafeHtml::said(&words.web.textphone, &words.lang)).markup(" ");
        telephone(&organisation.textphone, html);
        html.markup(")");
    }
    html.markup(" ");
}

/// Adds a number that can be dialled.
pub fn telephone(number: &str, html: &mut Html) {
    html.markup("<a class=\"tel\" href=\"tel:").words(&prose::dial(number)).markup("\">").words(number);
    html.markup("</a>");
}

/// Returns a line of a postal address, escaped. In a postcode the space is a no-break space.
pub(super) fn unbroken(line: &str) -> String {
    parts(line).iter().map(|part| escape::escaped(part)).collect::<Vec<_>>().join("&nbsp;")
}

/// Returns the parts of a line of a postal address that a no-break space must join: the halves of a postcode, or else the
/// whole line.
fn parts(line: &str) -> Vec<&str> {
    // Source: Royal Mail, PAF programmers' guide: at most eight characters, always with a digit.
    let postcode = line.len() <= 8 && line.bytes().any(|b| b.is_ascii_digit());
    if postcode { line.split(' ').collect() } else { vec![line] }
}

/// Returns HTML in the language `lang`, in a `<span>` that says so where the words around it are in another.
fn marked(html: &str, lang: &str, around: &str) -> String {
    let mark = words::mark(lang, around);
    if mark.is_empty() { html.to_string() } else { format!("<span{mark}>{html}</span>") }
}
