//! `print/editions.yaml`, a list of what went to whom, and `print/holders.yaml`, a mapping from who holds copies to where a letter
//! reaches them.

use std::collections::BTreeMap;

use serde_yaml::{Mapping, Value};

use crate::content::problems;
use crate::content::read::limits::MOST_LETTERS;
use crate::content::read::stores;
use crate::content::yaml::fields::Fields;
use crate::content::yaml::shape::{Key, Shape};
use crate::content::yaml::values::{describe, key_name, scalar};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Carried, Holder, Issue, Lang, Printed};

/// The most letters of a holder's name: more than a line of any form has. Chosen here; no source decides.
pub const MOST_NAME: usize = 120;

/// Reads `editions.yaml`; an issue that names no language is in the site's own.
pub fn issues(text: &str, file: FileId, own: &Lang, found: &mut Vec<Diagnostic>) -> Vec<Issue> {
    let told = ("an edition", "delete the entries of copies that came back or that nobody has any more");
    stores::list(text, file, found, told, |fields| issue(fields, own))
}

/// Reads `holders.yaml`.
pub fn holders(text: &str, file: FileId, lang: &Lang, found: &mut Vec<Diagnostic>) -> BTreeMap<String, Holder> {
    let mut holders =
        stores::entries(text, file, found, |name, span, fields| holder(name, span, fields, lang), "a holder");
    holders.retain(|name, holder| {
        let unfit = unfit(name);
        found.extend(unfit.as_ref().map(|why| {
            let help = "write a shorter one, here and in `print/editions.yaml`";
            Diagnostic::new(&problems::STORE_INVALID, holder.span, format!("this name {why}"), help)
        }));
        unfit.is_none()
    });
    holders
}

/// Returns what an entry of `editions.yaml` may have.
pub fn issue_keys(own: &Lang) -> Vec<Key> {
    Fields::described(|fields| drop(issue(fields, own)))
}

/// Returns what an entry of `holders.yaml` may have.
pub fn holder_keys(lang: &Lang) -> Vec<Key> {
    Fields::described(|fields| drop(holder(String::new(), Span::whole(FileId(0)), fields, lang)))
}

fn issue(fields: &mut Fields<'_>, own: &Lang) -> Option<Issue> {
    let span = fields.span("reference");
    let reference = fields.required("reference", "The leaflet's code", "write the leaflet's code, such as `RJ-01`");
    let language = fields.string("language", "The language of the copies; the site's own where it is left out");
    let language = if language.is_empty() { Some(own.clone()) } else { language_of(fields, &language) };
    let form = fields.string("form", "The format of the copies, such as `braille`; left out for the sheet itself");
    let edition = from_one(fields, "edition", "The edition");
    let issued = fields.date("issued", "The day on which the copies went out");
    fields.needed("issued", "write the day, such as `2026-11-22`");
    let to_span = fields.span("to");
    let to = fields.required("to", "Who has the copies: a name of print/holders.yaml", "say who has the copies");
    let copies = from_one(fields, "copies", "How many");
    let carried = Carried {
        panels: fields.list("panels", "What stands for the words of each panel; `edition issue` writes it"),
        facts: printed(fields, "facts", "What the copies say of each fact, by its name"),
        contacts: printed(fields, "contacts", "What the copies say of each contact, by its name"),
        stories: fields.list("stories", "The stories on it, by path under content/").into_iter().collect(),
        pictures: fields.list("pictures", "What stands for each picture on it; `edition issue` writes it"),
    };
    if reference.is_empty() || to.is_empty() {
        return None;
    }
    for (key, name) in [("reference", &reference), ("to", &to), ("form", &form)] {
        if let Some(why) = unfit(name) {
            fields.wrong(key, format!("`{key}` {why}"), "write a shorter name on one line");
            return None;
        }
    }
    let (language, edition, issued, copies) = (language?, edition?, issued?, copies?);
    Some(Issue { reference, language, form, edition, issued, to, copies, carried, span, to_span })
}

fn language_of(fields: &mut Fields<'_>, tag: &str) -> Option<Lang> {
    let lang = Lang::parse(tag);
    if lang.is_none() {
        fields.wrong("language", format!("`{tag}` is not a language"), "write a tag such as `en`, `cy` or `ur`");
    }
    lang
}

/// Returns a number that must be there, and be at least 1.
fn from_one(fields: &mut Fields<'_>, key: &'static str, about: &'static str) -> Option<u32> {
    let help = "write a whole number from 1";
    let wrote = fields.peek(key).is_some_and(|value| value.as_u64().is_some());
    let number = fields.number(key, about);
    fields.needed(key, help);
    if wrote && number == Some(0) {
        fields.wrong(key, format!("`{key}` is 0"), help);
    }
    number.filter(|number| *number > 0)
}

/// Returns words by the name of what they are about and the detail that they are.
fn printed(fields: &mut Fields<'_>, key: &'static str, about: &'static str) -> BTreeMap<String, Printed> {
    let shape = Shape::Entries(Box::new(Shape::Entries(Box::new(Shape::Words))));
    let Some(value) = fields.value(key, about, shape) else { return BTreeMap::new() };
    let Value::Mapping(entries) = &value else {
        let message = format!("`{key}` must be keys and values, not {}", describe(&value));
        fields.wrong(key, message, AGAIN);
        return BTreeMap::new();
    };
    let mut printed = BTreeMap::new();
    for (name, entry) in entries {
        match entry.as_mapping().and_then(details) {
            Some(details) => drop(printed.insert(key_name(name), details)),
            None => {
                let message = format!("`{}` of `{key}` must be details with words", key_name(name));
                fields.wrong(key, message, AGAIN);
            }
        }
    }
    printed
}

/// What to do where nobody should write by hand.
const AGAIN: &str = "remove the entry, and write it again with `handbill edition issue`";

fn details(entry: &Mapping) -> Option<Printed> {
    let short = |said: &String| said.chars().nth(MOST_LETTERS).is_none();
    entry.iter().map(|(name, said)| Some((key_name(name), scalar(said).filter(short)?))).collect()
}

fn holder(name: String, span: Span, fields: &mut Fields<'_>, lang: &Lang) -> Option<Holder> {
    fields.in_language(lang);
    let address = fields.list("address", "The postal address, a line an element, without the postcode");
    Some(Holder {
        name,
        // An author may write it as a text of several lines.
        address: address.iter().flat_map(|lines| lines.lines()).map(in_one).filter(|line| !line.is_empty()).collect(),
        postcode: in_one(&fields.string("postcode", "The postcode")),
        contact: in_one(&fields.said("contact", "Whom a letter is for, such as the practice manager")),
        email: fields.string("email", "The email address"),
        span,
    })
}

/// Returns a text on one line.
fn in_one(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns why a name cannot be one; nothing where it can.
fn unfit(name: &str) -> Option<String> {
    if name.contains(['\n', '\t']) {
        return Some("has more than one line, or a tab".to_string());
    }
    (name.chars().count() > MOST_NAME).then(|| format!("has more than {MOST_NAME} letters"))
}
