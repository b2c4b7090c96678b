//! `content/_data/`: facts, contacts and the glossary, each a YAML mapping from a name to its details.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::yaml::scalar;
use super::yaml::{self, Fields};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Contact, Date, Fact, FactSource, Lang, Moment, Term};

/// Reads `facts.yaml`.
pub fn facts(text: &str, file: FileId, lang: &Lang, found: &mut Vec<Diagnostic>) -> BTreeMap<String, Fact> {
    entries(
        text,
        file,
        found,
        |key, span, fields| {
            let display = fields.text("display");
            let unit = fields.text("unit").unwrap_or_default();
            let value = number(fields)?;
            let display = display.unwrap_or_else(|| shown(value, &unit));
            let statement =
                fields.required("statement", "write the whole sentence, such as `85% of victims were satisfied.`");
            let source = source(fields, lang);
            Some(Fact {
                key,
                display,
                value,
                unit,
                statement,
                source,
                base: fields.text("base").unwrap_or_default(),
                place: fields.text("place").unwrap_or_default(),
                period: fields.text("period").unwrap_or_default(),
                checked: fields.date("checked"),
                review: fields.date("review"),
                span,
            })
        },
        "a fact",
    )
}

/// Reads `contacts.yaml`.
pub fn contacts(text: &str, file: FileId, found: &mut Vec<Diagnostic>) -> BTreeMap<String, Contact> {
    entries(
        text,
        file,
        found,
        |key, span, fields| {
            Some(Contact {
                key,
                title: fields.text("title").unwrap_or_default(),
                name: fields.required("name", "say who answers"),
                phone: fields.text("phone").unwrap_or_default(),
                textphone: fields.text("textphone").unwrap_or_default(),
                email: fields.text("email").unwrap_or_default(),
                hours: fields.text("hours").unwrap_or_default(),
                address: fields.list("address"),
                note: fields.text("note").unwrap_or_default(),
                span,
            })
        },
        "a contact",
    )
}

/// Reads `glossary.yaml`.
pub fn glossary(text: &str, file: FileId, found: &mut Vec<Diagnostic>) -> BTreeMap<String, Term> {
    entries(
        text,
        file,
        found,
        |short, span, fields| {
            Some(Term {
                short,
                full: fields.required("full", "write what the letters stand for"),
                meaning: fields.text("meaning").unwrap_or_default(),
                well_known: fields.flag("well_known"),
                span,
            })
        },
        "a glossary entry",
    )
}

fn entries<T>(
    text: &str,
    file: FileId,
    found: &mut Vec<Diagnostic>,
    read: impl Fn(String, Span, &mut Fields<'_>) -> Option<T>,
    what: &str,
) -> BTreeMap<String, T> {
    let values = match yaml::parse(text, file, 0) {
        Ok(values) => values,
        Err(problem) => {
            found.push(*problem);
            return BTreeMap::new();
        }
    };
    let spans = Fields::new(BTreeMap::new(), text, file, 0, found).spans();
    let mut entries = BTreeMap::new();
    for (key, value) in values {
        let span = spans.get(&key).copied().unwrap_or(Span::whole(file));
        let Some(mut fields) = Fields::entry(&value, text, span, found) else { continue };
        let entry = read(key.clone(), span, &mut fields);
        fields.finish(what);
        if let Some(entry) = entry {
            entries.insert(key, entry);
        }
    }
    entries
}

fn number(fields: &mut Fields<'_>) -> Option<f64> {
    let value = fields.value("value");
    let number = match &value {
        Some(Value::Number(number)) => number.as_f64(),
        Some(Value::String(text)) => text.replace(',', "").parse().ok(),
        _ => None,
    };
    if number.is_none() {
        let message = match value.as_ref().and_then(scalar) {
            Some(text) => format!("`value` is `{text}`, which is not a number"),
            None => "`value` is missing or is not a number".to_string(),
        };
        fields.wrong("value", message, "write digits only, such as 85, and `unit: \"%\"` on the next line");
    }
    number
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
    let mut out = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    part.map_or(out.clone(), |part| format!("{out}.{part}"))
}

fn source(fields: &mut Fields<'_>, lang: &Lang) -> FactSource {
    let value = fields.value("source");
    let Some(Value::Mapping(map)) = value else {
        let help = "write where it comes from: `source: { title: …, publisher: …, date: 2007-06 }`";
        fields.wrong("source", "this figure has no source", help);
        return FactSource::default();
    };
    let part = |key: &str| map.get(key).and_then(scalar).unwrap_or_default();
    for key in map.keys().filter_map(scalar) {
        if !["title", "publisher", "series", "url", "date"].contains(&key.as_str()) {
            let help = "use title, publisher, series, url and date";
            fields.wrong("source", format!("`{key}` is not a key of a source"), help);
        }
    }
    FactSource {
        title: part("title"),
        publisher: part("publisher"),
        series: part("series"),
        url: part("url"),
        date: in_words(&part("date"), lang),
    }
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
