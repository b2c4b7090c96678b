//! YAML to values, with what the parser says of a mistake in an author's words.

use std::collections::BTreeMap;

use serde_yaml::Value;

use crate::content::problems;
use crate::content::read::unseen;
use crate::content::yaml::anchors;
use crate::content::yaml::region::Region;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::Deadline;

/// How deep brackets may be nested.
const DEEPEST: usize = 64;

/// Reads the YAML text that stands at `start` of a file; nothing but an empty mapping is an empty text.
///
/// # Errors
///
/// A finding at the line where the YAML cannot be understood.
pub fn parse(text: &str, file: FileId, start: usize) -> Result<BTreeMap<String, Value>, Box<Diagnostic>> {
    match value(text, file, start)? {
        Value::Null => Ok(BTreeMap::new()),
        Value::Mapping(mapping) => {
            let values: BTreeMap<String, Value> =
                mapping.into_iter().map(|(key, value)| (key_name(&key), value)).collect();
            match unseen::in_yaml(&values, text) {
                None => Ok(values),
                Some((key, character)) => {
                    let spans = Region::new(text, file, start).keys(std::iter::once(&key));
                    let span = spans.get(&key).copied().unwrap_or(Span::new(file, start, start));
                    Err(Box::new(unseen::told_of(character, span)))
                }
            }
        }
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Sequence(_) | Value::Tagged(_) => {
            let span = Region::new(text, file, start).first_line();
            let help = "write one `key: value` on each line, such as `title: Our services`";
            Err(not_valid(span, "this is not a list of keys and values", help))
        }
    }
}

/// Reads the YAML text of a file that is a list; an empty text is an empty one.
///
/// # Errors
///
/// A finding at the line where the YAML cannot be understood.
pub fn list(text: &str, file: FileId) -> Result<Vec<Value>, Box<Diagnostic>> {
    match value(text, file, 0)? {
        Value::Null => Ok(Vec::new()),
        Value::Sequence(items) => match unseen::in_yaml_list(&items, text) {
            None => Ok(items),
            Some((at, character)) => {
                let items = Region::new(text, file, 0).items(items.len());
                let span = items.get(at).map_or(Span::whole(file), Region::first_line);
                Err(Box::new(unseen::told_of(character, span)))
            }
        },
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Mapping(_) | Value::Tagged(_) => {
            let span = Region::new(text, file, 0).first_line();
            Err(not_valid(span, "this is not a list", "start each entry with a hyphen and a space"))
        }
    }
}

fn not_valid(span: Span, message: &str, help: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(&problems::FRONT_MATTER_INVALID, span, message, help))
}

/// Reads any YAML text, unless it is of a kind that takes very long.
fn value(text: &str, file: FileId, start: usize) -> Result<Value, Box<Diagnostic>> {
    if let Some(at) =
        text.split_inclusive('\n').scan(0, step).find(|(_, line)| line.trim_start_matches(' ').starts_with('\t'))
    {
        let span = Span::new(file, start + at.0, start + at.0 + at.1.trim_end().len());
        return Err(not_valid(
            span,
            "this line is indented with a tab, which YAML does not allow",
            "use spaces instead",
        ));
    }
    if let Some(at) = too_deep(text) {
        let span = Span::new(file, start + at, start + at + 1);
        let message = format!("brackets stand more than {DEEPEST} deep inside one another");
        return Err(not_valid(span, &message, "write the values as a list, one on each line"));
    }
    if let Some(key) = anchors::swollen(text) {
        let spans = Region::new(text, file, start).keys(std::iter::once(&key));
        let span = spans.get(&key).copied().unwrap_or(Span::new(file, start, start));
        return Err(not_valid(
            span,
            "this YAML refers to itself too often",
            "write the values out instead of using & and *",
        ));
    }
    serde_yaml::from_str(text).map_err(|error| Box::new(invalid(&error, text, file, start)))
}

/// Returns where brackets are nested deeper than any real text has them, which the parser takes very long to refuse.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}

fn step<'t>(at: &mut usize, line: &'t str) -> Option<(usize, &'t str)> {
    let start = *at;
    *at += line.len();
    Some((start, line))
}

/// Returns a key as text.
pub fn key_name(key: &Value) -> String {
    match key {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Null | Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => "?".to_string(),
    }
}

fn invalid(error: &serde_yaml::Error, text: &str, file: FileId, start: usize) -> Diagnostic {
    let full = error.to_string();
    let at = error.location().map_or(0, |location| {
        let line = text.split_inclusive('\n').scan(0, step).nth(location.line().saturating_sub(1));
        line.map_or(text.len(), |(at, line)| at + byte_of_column(line, location.column()))
    });
    // What is missing at the end of the text is missing on its last line.
    let last = text.trim_end();
    let at = if at >= last.len() { last.rfind('\n').map_or(0, |end| end + 1) } else { at };
    let said = full.split(" at line ").next().unwrap_or(&full).trim_end_matches('.');
    let (message, help) = plain(said);
    let end = text[at.min(text.len())..].find('\n').map_or(text.len(), |more| at + more);
    Diagnostic::new(&problems::FRONT_MATTER_INVALID, Span::new(file, start + at, start + end), message, help)
}

fn full_of(said: &str, signs: &[&str]) -> bool {
    signs.iter().any(|sign| said.contains(sign))
}

fn byte_of_column(line: &str, column: usize) -> usize {
    line.char_indices().nth(column.saturating_sub(1)).map_or(line.trim_end().len(), |(at, _)| at)
}

/// Says a YAML library's message in an author's words.
fn plain(said: &str) -> (String, &'static str) {
    const QUOTES: &str = "put quotation marks round the value if it has a colon, a # or quotation marks in it";
    if let Some(key) = said.strip_prefix("duplicate entry with key ") {
        return (format!("the key {} stands here twice", key.replace('"', "`")), "keep one of them");
    }
    if said.contains("recursion limit") {
        let help = "write the values as a list, one on each line";
        return ("values stand too deep inside one another".to_string(), help);
    }
    if said.contains("invalid type: integer") {
        return ("there is a number that is too large".to_string(), "put it in quotation marks");
    }
    if said.contains("mapping values are not allowed") {
        return ("there is a second colon on this line".to_string(), QUOTES);
    }
    if full_of(said, &["',' or ']'", "',' or '}'", "flow", "node content"]) {
        return (
            "a bracket is opened and never closed".to_string(),
            "close it with ] or }, or put the value in quotation marks",
        );
    }
    if full_of(said, &["quoted scalar", "end of stream"]) {
        return ("a quotation mark is opened and never closed".to_string(), "put one at the end of the value too");
    }
    if said.contains("unknown anchor") {
        return ("a value that starts with * points to nothing".to_string(), QUOTES);
    }
    let cause = said.split(", while").next().unwrap_or(said);
    (format!("this is not valid YAML: {cause}"), QUOTES)
}

/// Returns a value as text where it is one word or number.
pub fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => None,
    }
}

/// Returns whether two values say different things where both say a day, a number, yes or no, or one of some words;
/// what is written for readers may differ, as between languages.
pub fn disagree(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Mapping(one), Value::Mapping(other)) => {
            one.iter().any(|(key, value)| other.get(key).is_some_and(|other| disagree(value, other)))
        }
        (Value::Bool(one), Value::Bool(other)) => one != other,
        (Value::Number(one), Value::Number(other)) => one != other,
        (Value::String(one), Value::String(other)) => {
            match (Deadline::parse(one.trim()), Deadline::parse(other.trim())) {
                (Some(one), Some(other)) => one != other,
                (None, None) => is_keyword(one) && is_keyword(other) && one != other,
                (Some(_), None) | (None, Some(_)) => !one.contains("[[") && !other.contains("[["),
            }
        }
        _ => false,
    }
}

/// Returns whether a text is one of the words that keys choose from, such as `in-progress`.
fn is_keyword(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Says what a value is.
pub fn describe(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "words",
        Value::Sequence(_) => "a list",
        Value::Mapping(_) => "keys and values",
        Value::Tagged(_) => "a value with a `!` tag",
    }
}
