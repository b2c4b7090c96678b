//! Fields: what Word works out and writes into the text, such as links and numbers of pages. Source: ECMA-376, part 1, 17.16.

use super::super::document::{Inline, Remark, To, Told, words};
use super::reader::{Reader, Sink};

/// A field that is open.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// What it works out.
    pub code: String,
    /// Whether its result has begun.
    pub in_result: bool,
}

impl Reader<'_> {
    /// Opens a field.
    pub fn open_field(&mut self, field: Field) {
        self.sinks.push(Sink { field: Some(field), content: Vec::new() });
    }

    /// Adds to the code of the field that was opened last.
    pub fn add_code(&mut self, code: &str) {
        if let Some(field) = self.innermost() {
            field.code.push_str(code);
        }
    }

    /// Begins the result of the field that was opened last.
    pub fn begin_result(&mut self) {
        if let Some(field) = self.innermost() {
            field.in_result = true;
        }
    }

    /// Ends the field that was opened last, if one is open here.
    pub fn end_field(&mut self) {
        if self.innermost().is_some() {
            self.close_field();
        }
    }

    fn innermost(&mut self) -> Option<&mut Field> {
        self.sinks.last_mut()?.field.as_mut()
    }

    /// Takes the innermost place for running text away, adds what the field comes to, and returns the field.
    pub fn close_field(&mut self) -> Option<Field> {
        let sink = self.sinks.pop()?;
        let Some(field) = sink.field else {
            sink.content.into_iter().for_each(|inline| self.push(inline));
            return None;
        };
        for inline in self.result(&field, sink.content) {
            self.push(inline);
        }
        Some(field)
    }

    /// Returns what a field comes to.
    fn result(&mut self, field: &Field, content: Vec<Inline>) -> Vec<Inline> {
        let said = words(&content);
        let parts = arguments(&field.code);
        let name = parts.first().map(|name| name.to_uppercase()).unwrap_or_default();
        let argument = parts.get(1).filter(|one| !one.starts_with('\\'));
        let switch = |wanted: &str| parts.iter().position(|part| part.eq_ignore_ascii_case(wanted));
        match name.as_str() {
            "HYPERLINK" => {
                let anchor = switch("\\l").and_then(|at| parts.get(at + 1));
                match (argument, anchor) {
                    (Some(address), None) => vec![Inline::Link(To::Address(address.clone()), content)],
                    (Some(address), Some(anchor)) => {
                        vec![Inline::Link(To::Address(format!("{address}#{anchor}")), content)]
                    }
                    (None, Some(anchor)) => vec![Inline::Link(To::Place(anchor.clone()), content)],
                    (None, None) => content,
                }
            }
            "REF" if switch("\\h").is_some() => match argument {
                Some(place) => vec![Inline::Link(To::Place(place.clone()), content)],
                None => content,
            },
            "PAGEREF" => {
                let told = Remark::lost(format!("`{}` is the number of a page of the document", said.trim()));
                let content = match argument {
                    Some(place) => vec![Inline::Link(To::Place(place.clone()), content)],
                    None => content,
                };
                content.into_iter().chain([Inline::Remark(told)]).collect()
            }
            "TOC" => {
                if !said.trim().is_empty() {
                    self.document.told.insert(Told::Contents, 1);
                }
                Vec::new()
            }
            "INDEX" => {
                let told = (!said.trim().is_empty()).then(|| Inline::Remark(Remark::lost("a line of the index")));
                told.into_iter().collect()
            }
            "MERGEFIELD" | "ADDRESSBLOCK" | "GREETINGLINE" => {
                let told = Remark::lost(format!("`{}` stands for what each letter of a series has here", said.trim()));
                content.into_iter().chain([Inline::Remark(told)]).collect()
            }
            "EQ" => {
                let told = Remark::lost("a formula");
                content.into_iter().chain([Inline::Remark(told)]).collect()
            }
            _ => content,
        }
    }
}

/// Returns the parts of a field's code: words, and what stands between quotation marks.
fn arguments(code: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut quoted = false;
    let mut letters = code.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' | '\u{201c}' | '\u{201d}' => {
                if quoted {
                    parts.push(std::mem::take(&mut part));
                }
                quoted = !quoted;
            }
            '\\' if quoted && letters.peek() == Some(&'\\') => {
                part.push('\\');
                letters.next();
            }
            c if c.is_whitespace() && !quoted => {
                if !part.is_empty() {
                    parts.push(std::mem::take(&mut part));
                }
            }
            c => part.push(c),
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}
