//! YAML with places: a mapping whose keys know their lines, read field by field so that every mistake is found.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde_yaml::Value;

use super::{anchors, problems};
use crate::diag::nearest;
use crate::diag::{Diagnostic, FileId, Kind, Span};
use crate::model::{Data, Date, Lang, Moment};

/// How deep brackets may be nested.
const DEEPEST: usize = 64;

/// A mapping that is read field by field.
pub struct Fields<'a> {
    values: BTreeMap<String, Value>,
    spans: BTreeMap<String, Span>,
    known: Vec<&'static str>,
    span: Span,
    kind: &'static Kind,
    found: &'a mut Vec<Diagnostic>,
}

/// Reads the YAML text that stands at `start` of a file; nothing but an empty mapping is an empty text.
///
/// # Errors
///
/// A finding at the line where the YAML cannot be understood.
pub fn parse(text: &str, file: FileId, start: usize) -> Result<BTreeMap<String, Value>, Box<Diagnostic>> {
    if let Some(at) =
        text.split_inclusive('\n').scan(0, step).find(|(_, line)| line.trim_start_matches(' ').starts_with('\t'))
    {
        let span = Span::new(file, start + at.0, start + at.0 + at.1.trim_end().len());
        let message = "this line is indented with a tab, which YAML does not allow";
        return Err(Box::new(Diagnostic::new(&problems::FRONT_MATTER_INVALID, span, message, "use spaces instead")));
    }
    if let Some(at) = too_deep(text) {
        let span = Span::new(file, start + at, start + at + 1);
        let message = format!("brackets stand more than {DEEPEST} deep inside one another");
        let help = "write the values as a list, one on each line";
        return Err(Box::new(Diagnostic::new(&problems::FRONT_MATTER_INVALID, span, message, help)));
    }
    if let Some(key) = anchors::swollen(text) {
        let span = key_spans(text, 0, file, start).get(&key).copied().unwrap_or(Span::new(file, start, start));
        let message = "this YAML refers to itself too often";
        let help = "write the values out instead of using & and *";
        return Err(Box::new(Diagnostic::new(&problems::FRONT_MATTER_INVALID, span, message, help)));
    }
    let value: Value = serde_yaml::from_str(text).map_err(|error| Box::new(invalid(&error, text, file, start)))?;
    match value {
        Value::Null => Ok(BTreeMap::new()),
        Value::Mapping(mapping) => Ok(mapping.into_iter().map(|(key, value)| (key_name(&key), value)).collect()),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Sequence(_) | Value::Tagged(_) => {
            let span = Span::new(file, start, start + text.lines().next().unwrap_or("").len());
            let help = "write one `key: value` on each line, such as `title: Our services`";
            Err(Box::new(Diagnostic::new(
                &problems::FRONT_MATTER_INVALID,
                span,
                "this is not a list of keys and values",
                help,
            )))
        }
    }
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

fn key_name(key: &Value) -> String {
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

impl<'a> Fields<'a> {
    /// Returns the fields of a mapping parsed from `text`, which stands at `start` of `file`.
    pub fn new(
        values: BTreeMap<String, Value>,
        text: &str,
        file: FileId,
        start: usize,
        found: &'a mut Vec<Diagnostic>,
    ) -> Fields<'a> {
        let spans = key_spans(text, 0, file, start);
        let span = Span::new(file, start, start + text.len());
        Fields { values, spans, known: Vec::new(), span, kind: &problems::FRONT_MATTER_VALUE, found }
    }

    /// Returns the fields of one entry of a store: a mapping under a key that stands at `span`.
    pub fn entry(value: &Value, text: &str, span: Span, found: &'a mut Vec<Diagnostic>) -> Option<Fields<'a>> {
        let Value::Mapping(mapping) = value else {
            let help = "write its details under it, each on a line of its own, two spaces in";
            let message = format!("this must be keys and values, not {}", describe(value));
            found.push(Diagnostic::new(&problems::STORE_INVALID, span, message, help));
            return None;
        };
        let values = mapping.iter().map(|(key, value)| (key_name(key), value.clone())).collect();
        let after = text[span.end as usize..].find('\n').map_or(text.len(), |at| span.end as usize + at + 1);
        let block = &text[after..];
        let end = block.split_inclusive('\n').scan(0, step).find(|(_, line)| !line.starts_with([' ', '#', '\n']));
        let block = &block[..end.map_or(block.len(), |(at, _)| at)];
        let indent = block.len() - block.trim_start_matches(' ').len();
        let mut spans = key_spans(block, indent, span.file, after);
        if indent == 0 {
            spans.clear();
        }
        let kind = &problems::STORE_INVALID;
        Some(Fields { values, spans, known: Vec::new(), span, kind, found })
    }

    /// Reports every key that nothing knows.
    pub fn finish(self, what: &str) {
        for key in self.values.keys() {
            let span = self.spans.get(key).copied().unwrap_or(self.span);
            let help = match nearest(key, self.known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("use one of: {}", self.known.join(", ")),
            };
            self.found.push(Diagnostic::new(self.kind, span, format!("`{key}` is not a key of {what}"), help));
        }
    }

    /// Returns where a key stands, or else where the mapping starts.
    pub fn span(&self, key: &str) -> Span {
        let start = Span { end: if self.spans.is_empty() { self.span.end } else { self.span.start }, ..self.span };
        self.spans.get(key).copied().unwrap_or(start)
    }

    /// Returns where every key stands.
    pub fn spans(&self) -> BTreeMap<String, Span> {
        self.spans.clone()
    }

    /// Reports a mistake in a key's value.
    pub fn wrong(&mut self, key: &str, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(Diagnostic::new(self.kind, self.span(key), message, help));
    }

    /// Returns a raw value and marks the key as known.
    pub fn value(&mut self, key: &'static str) -> Option<Value> {
        self.known.push(key);
        self.values.remove(key).filter(|value| !value.is_null())
    }

    /// Returns a text; a number is taken as it is written.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        let text = scalar(&value);
        if text.is_none() {
            self.wrong(key, format!("`{key}` must be words, not {}", describe(&value)), "put it in quotation marks");
        }
        text.map(|text| text.trim().to_string())
    }

    /// Returns a text that must be there and must not be empty; what is missing is reported.
    pub fn required(&mut self, key: &'static str, help: &str) -> String {
        let known = self.values.contains_key(key);
        match self.text(key) {
            Some(text) if !text.is_empty() => text,
            None if known && !self.values.contains_key(key) && self.spans.contains_key(key) => {
                if !self.found.iter().any(|d| d.span == self.span(key)) {
                    self.wrong(key, format!("`{key}` is empty"), help);
                }
                String::new()
            }
            Some(_) => {
                self.wrong(key, format!("`{key}` is empty"), help);
                String::new()
            }
            None => {
                self.wrong(key, format!("`{key}` is missing"), help);
                String::new()
            }
        }
    }

    /// Returns yes or no; `false` where nothing is said.
    pub fn flag(&mut self, key: &'static str) -> bool {
        match self.value(key) {
            None => false,
            Some(Value::Bool(yes)) => yes,
            Some(value) => {
                self.wrong(
                    key,
                    format!("`{key}` must be true or false, not {}", describe(&value)),
                    "write true or false",
                );
                false
            }
        }
    }

    /// Returns a whole number from 0.
    pub fn number(&mut self, key: &'static str) -> Option<u32> {
        let value = self.value(key)?;
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
        if number.is_none() {
            let message = format!("`{key}` must be a whole number, not {}", describe(&value));
            self.wrong(key, message, "write digits only, such as 3");
        }
        number
    }

    /// Returns a day.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        let value = self.value(key)?;
        self.read(key, &value, Date::parse, "a day that exists, written as 2026-11-22")
    }

    /// Returns a day or a minute of it.
    pub fn moment(&mut self, key: &'static str) -> Option<Moment> {
        let value = self.value(key)?;
        self.read(key, &value, Moment::parse, "a day that exists, written as 2026-11-22 or 2026-11-22T09:30")
    }

    /// Returns a list of texts; one text alone is a list of one.
    pub fn list(&mut self, key: &'static str) -> Vec<String> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let items = match &value {
            Value::Sequence(items) => items.iter().map(scalar).collect(),
            Value::String(_) | Value::Number(_) => scalar(&value).map(|text| vec![text]),
            Value::Null | Value::Bool(_) | Value::Mapping(_) | Value::Tagged(_) => None,
        };
        items.unwrap_or_else(|| {
            self.wrong(key, format!("`{key}` must be a list, not {}", describe(&value)), "write it as [one, two]");
            Vec::new()
        })
    }

    /// Returns a list of languages.
    pub fn languages(&mut self, key: &'static str) -> Vec<Lang> {
        let tags = self.list(key);
        let mut languages = Vec::new();
        for tag in tags {
            match Lang::parse(&tag) {
                Some(lang) => languages.push(lang),
                None => self.wrong(key, format!("`{tag}` is not a language"), "write a tag such as `en`, `cy` or `ur`"),
            }
        }
        languages
    }

    fn read<T>(&mut self, key: &str, value: &Value, parse: fn(&str) -> Option<T>, wanted: &str) -> Option<T> {
        let read = scalar(value).and_then(|text| parse(text.trim()));
        if read.is_none() {
            let shown: &dyn Display =
                &scalar(value).map_or_else(|| describe(value).to_string(), |text| format!("`{text}`"));
            self.wrong(key, format!("`{key}` is {shown}"), format!("write {wanted}"));
        }
        read
    }

    /// Returns every value that nothing has asked for yet and that `known` names, as data.
    pub fn rest(&mut self, known: &[&'static str]) -> BTreeMap<String, Data> {
        let mut rest = BTreeMap::new();
        for key in known {
            if let Some(value) = self.value(key) {
                rest.insert((*key).to_string(), data(&value));
            }
        }
        rest
    }

    /// Returns the keys that nothing knows, where they stand, and the nearest known one.
    pub fn unknown(self) -> Vec<(String, Span, Option<String>)> {
        let spans = self.spans;
        let at = |key: &str| spans.get(key).copied().unwrap_or(self.span);
        let known = &self.known;
        self.values.keys().map(|key| (key.clone(), at(key), nearest(key, known.iter().copied()))).collect()
    }
}

/// Returns where each key that is indented by so many spaces stands: its name only.
fn key_spans(text: &str, indent: usize, file: FileId, start: usize) -> BTreeMap<String, Span> {
    let mut spans = BTreeMap::new();
    for (at, line) in text.split_inclusive('\n').scan(0, step) {
        let spaces = line.len() - line.trim_start_matches(' ').len();
        if spaces != indent {
            continue;
        }
        let line = &line[spaces..];
        let at = at + spaces;
        let quoted = line.starts_with(['"', '\'']);
        let bare = line.trim_start_matches(['"', '\'']);
        let Some(colon) = bare.find(':') else { continue };
        let key = bare[..colon].trim_end_matches(['"', '\'']);
        if !key.is_empty() && !line.starts_with([' ', '-', '#', '{', '[']) && key.trim() == key {
            let from = start + at + usize::from(quoted);
            spans.insert(key.to_string(), Span::new(file, from, from + key.len()));
        }
    }
    spans
}

/// Returns a value as text where it is one word or number.
pub fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => None,
    }
}

fn describe(value: &Value) -> &'static str {
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

/// Returns a value as the model's own data.
pub fn data(value: &Value) -> Data {
    match value {
        Value::Null => Data::Null,
        Value::Bool(yes) => Data::Bool(*yes),
        Value::Number(number) => Data::Number(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => Data::Text(text.clone()),
        Value::Sequence(items) => Data::List(items.iter().map(data).collect()),
        Value::Mapping(map) => Data::Map(map.iter().map(|(key, value)| (key_name(key), data(value))).collect()),
        Value::Tagged(tagged) => data(&tagged.value),
    }
}
