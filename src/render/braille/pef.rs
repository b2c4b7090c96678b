//! Braille as XML. Source: Portable Embosser Format (PEF) 2008-1, DAISY Consortium.

use super::book::Volume;
use crate::braille::{Cell, in_unicode};
use crate::model::Embossed;

/// What a PEF file says of itself.
pub struct About<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Who publishes it.
    pub publisher: &'a str,
    /// Its language's tag.
    pub language: &'a str,
    /// The day of its last change, as `2026-11-01`.
    pub date: Option<String>,
    /// Its address, which tells it from all others.
    pub identifier: &'a str,
    /// What state it is in and which code.
    pub description: String,
}

/// Returns volumes as a PEF file.
pub fn write(volumes: &[Volume], about: &About<'_>, sheet: &Embossed) -> Vec<u8> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<pef version=\"2008-1\" xmlns=\"http://www.daisy.org/ns/2008/pef\">\n<head>\n");
    out.push_str("<meta xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    let mut tell = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&format!("<dc:{name}>{}</dc:{name}>\n", escaped(value)));
        }
    };
    tell("format", "application/x-pef+xml");
    tell("identifier", about.identifier);
    tell("title", about.title);
    tell("publisher", about.publisher);
    tell("language", about.language);
    tell("date", about.date.as_deref().unwrap_or_default());
    tell("description", &about.description);
    out.push_str("</meta>\n</head>\n<body>\n");
    for volume in volumes {
        let (cols, rows) = (sheet.cells, sheet.lines);
        out.push_str(&format!("<volume cols=\"{cols}\" rows=\"{rows}\" rowgap=\"0\" duplex=\"true\">\n<section>\n"));
        for page in volume {
            out.push_str("<page>\n");
            for line in page {
                out.push_str(&row(line));
            }
            out.push_str("</page>\n");
        }
        out.push_str("</section>\n</volume>\n");
    }
    out.push_str("</body>\n</pef>\n");
    out.into_bytes()
}

fn row(line: &[Cell]) -> String {
    if line.is_empty() { "<row/>\n".to_string() } else { format!("<row>{}</row>\n", in_unicode(line)) }
}

/// Returns words as XML has them; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() && !matches!(c, '\t' | '\n' | '\r') => {}
            c => out.push(c),
        }
    }
    out
}
