//! `content/_data/`: facts, contacts and the glossary, each a YAML mapping from a name to its details.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use crate::content::problems;
use crate::content::read::limits::MOST_ENTRIES;
use crate::content::yaml::fields::Fields;
use crate::content::yaml::region::Region;
use crate::content::yaml::shape::{self, Key, Shape};
use crate::content::yaml::values::{self, scalar};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Alert, AlertLevel, Contact, Date, Fact, FactSource, Lang, Moment, Term, grouped_digits};
use crate::words::{Worded, quotation};

/// Reads `facts.yaml`.
pub fn facts(text: &str, file: FileId, lang: &Lang, found: &mut Vec<Diagnostic>) -> BTreeMap<String, Fact> {
    entries(text, file, found, |key, span, fields| fact(key, span, fields, lang), "a fact")
}

/// Reads `contacts.yaml`.
pub fn contacts(text: &str, file: FileId, lang: &Lang, found: &mut Vec<Diagnostic>) -> BTreeMap<String, Contact> {
    entries(text, file, found, |key, span, fields| contact(key, span, fields, lang), "a contact")
}

/// Reads `words.txt`: words that no dictionary has and the site uses, one on each line; what follows a `#` is a remark.
pub fn own_words(text: &str) -> BTreeSet<String> {
    let bare = |line: &str| line.split('#').next().unwrap_or_default().trim().to_lowercase();
    text.lines().map(bare).filter(|word| !word.is_empty()).collect()
}

/// Reads `glossary.yaml`.
pub fn glossary(text: &str, file: FileId, lang: &Lang, found: &mut Vec<Diagnostic>) -> BTreeMap<String, Term> {
    entries(text, file, found, |key, span, fields| term(key, span, fields, lang), "a glossary entry")
}

/// Reads `alerts.yaml`.
pub fn alerts(text: &str, file: FileId, lang: &Lang, found: &mut Vec<Diagnostic>) -> BTreeMap<String, Alert> {
    entries(text, file, found, |key, span, fields| alert(key, span, fields, lang), "an alert")
}

/// Returns each store's file and what an entry of it may have.
pub fn keys(lang: &Lang) -> [(&'static str, Vec<Key>); 4] {
    let (name, span) = (String::new, Span::whole(FileId(0)));
    [
        ("facts", Fields::described(|fields| drop(fact(name(), span, fields, lang)))),
        ("contacts", Fields::described(|fields| drop(contact(name(), span, fields, lang)))),
        ("glossary", Fields::described(|fields| drop(term(name(), span, fields, lang)))),
        ("alerts", Fields::described(|fields| drop(alert(name(), span, fields, lang)))),
    ]
}

/// Returns a store's JSON Schema: any names, each with such an entry.
pub fn schema(keys: &[Key]) -> serde_json::Value {
    serde_json::json!({ "type": "object", "additionalProperties": shape::object(keys) })
}

fn fact(key: String, span: Span, fields: &mut Fields<'_>, lang: &Lang) -> Option<Fact> {
    let display =
        fields.worded("display", "The figure as it stands in text, where Handbill's own way is not right", lang);
    let unit = fields.string("unit", "What it counts: %, £, £ million, or a word");
    let value = number(fields);
    let help = "write the whole sentence, such as `85% of victims were satisfied.`";
    let statement = fields.required_worded("statement", "The whole sentence", lang, help);
    fields.in_language(lang);
    let source = source(fields, lang);
    let base = fields.worded("base", "How many people or cases it was counted from", lang);
    let place = fields.worded("place", "Where it was counted", lang);
    let period = fields.string("period", "When it was counted");
    let checked = fields.date("checked", "When somebody last compared it with its source");
    let review = fields.date("review", "When somebody must look again");
    let value = value?;
    let displayed = !display.is_empty();
    let display = if displayed { display } else { Worded::new(shown(value, &unit), lang) };
    Some(Fact { key, display, displayed, value, unit, statement, source, base, place, period, checked, review, span })
}

fn contact(key: String, span: Span, fields: &mut Fields<'_>, lang: &Lang) -> Option<Contact> {
    Some(Contact {
        key,
        title: fields.worded("title", "The heading of the contact's block", lang),
        name: fields.required_worded("name", "Who answers", lang, "say who answers"),
        phone: fields.string("phone", "The telephone number, in groups"),
        textphone: fields.string("textphone", "The textphone number"),
        email: fields.string("email", "The email address"),
        hours: fields.worded("hours", "When somebody answers", lang),
        address: lines(fields.list("address", "The postal address, a line an element"), lang),
        note: fields.worded("note", "What else a caller should know", lang),
        span,
    })
}

fn alert(key: String, span: Span, fields: &mut Fields<'_>, lang: &Lang) -> Option<Alert> {
    let help = "write what readers must know, in one or two short sentences";
    let words = fields.required_worded("words", "What it says", lang, help);
    let level = fields.choice("level", "How much it matters", &AlertLevel::NAMES).unwrap_or(AlertLevel::Information);
    let page = fields.string("page", "The page that says more, by its path under `content/`");
    let from = fields.moment("from", "The day or minute from which on it stands");
    let until = fields.deadline("until", "The last day on which it stands, or the minute at which it ends");
    let sections =
        fields.list("sections", "The folders under `content/` on whose pages it stands; on all if you say nothing");
    let sections = sections.iter().map(|section| section.trim_matches('/').to_string()).collect();
    (!words.is_empty()).then_some(Alert { key, level, words, page, from, until, sections, span })
}

/// Returns lines in the typography of a language.
fn lines(lines: Vec<String>, lang: &Lang) -> Vec<String> {
    lines.into_iter().map(|line| quotation::typeset(line, lang)).collect()
}

fn term(short: String, span: Span, fields: &mut Fields<'_>, lang: &Lang) -> Option<Term> {
    let say = fields.string("say", "How it is said, with the stressed part in capitals, such as `WEL-in`");
    // A name that is only said in a way of its own stands for nothing else.
    let full = if say.is_empty() {
        fields.required_worded("full", "What the letters stand for", lang, "write what the letters stand for")
    } else {
        fields.worded("full", "What the letters stand for", lang)
    };
    Some(Term {
        short,
        full,
        say,
        meaning: fields.worded("meaning", "What it is, in a sentence", lang),
        well_known: fields.flag("well_known", "Whether nearly everybody knows it, so that it is never written out"),
        span,
    })
}

/// Reads a list of entries, given what one is called and what to do where there are too many.
pub fn list<T>(
    text: &str,
    file: FileId,
    found: &mut Vec<Diagnostic>,
    (what, help): (&str, &str),
    entry: impl Fn(&mut Fields<'_>) -> Option<T>,
) -> Vec<T> {
    let mut items = match values::list(text, file) {
        Ok(items) => items,
        Err(problem) => {
            found.push(*problem);
            return Vec::new();
        }
    };
    let top = Region::new(text, file, 0);
    let regions = top.items(items.len());
    if items.len() > MOST_ENTRIES {
        let message = "there are more than 10,000 entries; the rest is left out";
        found.push(Diagnostic::new(&problems::VALUE_TOO_LONG, top.first_line(), message, help));
        items.truncate(MOST_ENTRIES);
    }
    let mut all = Vec::with_capacity(items.len());
    for (item, region) in items.iter().zip(regions) {
        let span = region.first_line();
        let Some(mut fields) = Fields::entry(item, region, span, found) else { continue };
        let read = entry(&mut fields);
        fields.finish(what);
        all.extend(read);
    }
    all
}

/// Reads a mapping from names to entries.
pub fn entries<T>(
    text: &str,
    file: FileId,
    found: &mut Vec<Diagnostic>,
    read: impl Fn(String, Span, &mut Fields<'_>) -> Option<T>,
    what: &str,
) -> BTreeMap<String, T> {
    let values = match values::parse(text, file, 0) {
        Ok(values) => values,
        Err(problem) => {
            found.push(*problem);
            return BTreeMap::new();
        }
    };
    let top = Region::new(text, file, 0);
    let spans = top.keys(values.keys());
    let mut all: Vec<Span> = spans.values().copied().collect();
    all.sort_unstable_by_key(|span| span.start);
    let mut entries = BTreeMap::new();
    for (key, value) in values {
        let span = spans.get(&key).copied().unwrap_or(Span::whole(file));
        let Some(mut fields) = Fields::entry(&value, top.between(span, &all), span, found) else { continue };
        let entry = read(key.clone(), span, &mut fields);
        fields.finish(what);
        if let Some(entry) = entry {
            entries.insert(key, entry);
        }
    }
    entries
}

fn number(fields: &mut Fields<'_>) -> Option<f64> {
    let value = fields.value("value", "The figure, in digits", Shape::Number);
    let number = match &value {
        Some(Value::Number(number)) => number.as_f64(),
        Some(Value::String(text)) => text.replace(',', "").parse().ok(),
        _ => None,
    };
    fields.must("value");
    if number.is_none_or(|number: f64| !number.is_finite()) && fields.reads() {
        let message = match value.as_ref().and_then(scalar) {
            Some(text) => format!("`value` is `{text}`, which is not a number"),
            None => "`value` is missing or is not a number".to_string(),
        };
        fields.wrong("value", message, "write digits only, such as 85, and `unit: \"%\"` on the next line");
        return None;
    }
    number
}

fn source(fields: &mut Fields<'_>, lang: &Lang) -> FactSource {
    let read = |inner: &mut Fields<'_>| FactSource {
        title: inner.said("title", "The publication"),
        publisher: inner.said("publisher", "Who published it"),
        series: inner.said("series", "The series and number"),
        url: inner.string("url", "The web address, where there is one"),
        date: in_words(&inner.string("date", "When it was published: 2007, 2007-06 or 2007-06-21"), lang),
    };
    let source = fields.map("source", "Where the figure comes from", read);
    fields.must("source");
    if source.is_none() && fields.reads() && !fields.has("source") {
        let help = "write where it comes from: `source: { title: …, publisher: …, date: 2007-06 }`";
        fields.wrong("source", "this figure has no source", help);
    }
    source.unwrap_or_default()
}

/// Returns a figure as it stands in text, such as `85%`, `£415,169` or `26`.
fn shown(value: f64, unit: &str) -> String {
    let digits = grouped(value);
    match unit {
        "%" => format!("{digits}%"),
        "£" => format!("£{digits}"),
        "" => digits,
        word if word.starts_with('£') => format!("£{digits}{}", &word['£'.len_utf8()..]),
        word => format!("{digits} {word}"),
    }
}

/// Returns a number with commas between thousands. Source: GOV.UK style guide, numbers.
fn grouped(value: f64) -> String {
    let text = value.to_string();
    let (whole, part) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let out = format!("{sign}{}", grouped_digits(digits));
    part.map_or(out.clone(), |part| format!("{out}.{part}"))
}

/// Returns a source's date as readers are told it: a day, a month and year, or as it is written.
fn in_words(date: &str, lang: &Lang) -> String {
    if let Some(moment) = Moment::parse(date) {
        return moment.date.in_words(lang);
    }
    match Date::parse(&format!("{date}-01")) {
        Some(first) => first.month_in_words(lang),
        None => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn figures_are_shown_as_readers_know_them() {
        assert_eq!(shown(85.0, "%"), "85%");
        assert_eq!(shown(415_169.0, "£"), "£415,169");
        assert_eq!(shown(1.26, "£ million"), "£1.26 million");
        assert_eq!(shown(5.0, "projects"), "5 projects");
    }
}
