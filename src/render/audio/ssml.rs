//! The script for a voice. Source: W3C, Speech Synthesis Markup Language (SSML) Version 1.1. Only what voices are known to
//! follow is used: `p`, `s`, `break`, `voice` for words of another language, and `mark` where a part begins. `sub`, `phoneme`
//! and `say-as` are not: some engines lose the words in them.

use super::recital::{Paragraph, Piece, Recital};

/// The silence before a part.
const BEFORE_PART: &str = "1200ms";
/// The silence after a heading.
const AFTER_HEADING: &str = "600ms";

/// Returns what is read out as SSML.
pub fn write(recital: &Recital) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let lang = recital.lang.tag();
    out.push_str("<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\"");
    out.push_str(&format!(" xml:lang=\"{}\">\n", escaped(lang)));
    for (at, part) in recital.parts.iter().enumerate() {
        if at > 0 {
            out.push_str(&format!("<break time=\"{BEFORE_PART}\"/>\n"));
        }
        out.push_str(&format!("<mark name=\"part-{}\"/>\n", at + 1));
        if !part.heading.is_empty() {
            paragraph(&part.heading, &mut out);
            out.push_str(&format!("<break time=\"{AFTER_HEADING}\"/>\n"));
        }
        part.paragraphs.iter().for_each(|each| paragraph(each, &mut out));
    }
    out.push_str("</speak>\n");
    out
}

fn paragraph(sentences: &Paragraph, out: &mut String) {
    out.push_str("<p>");
    for sentence in sentences {
        out.push_str("<s>");
        sentence.iter().for_each(|piece| words(piece, out));
        out.push_str("</s>");
    }
    out.push_str("</p>\n");
}

fn words(piece: &Piece, out: &mut String) {
    let words = piece.say.as_deref().map_or_else(|| escaped(&piece.words), |say| escaped(&quietened(say)));
    match &piece.lang {
        Some(lang) => out.push_str(&format!("<voice xml:lang=\"{}\">{words}</voice>", escaped(lang.tag()))),
        None => out.push_str(&words),
    }
}

/// Returns how a name is said without capitals inside: they show a reader where the stress is, and a voice would spell them.
fn quietened(say: &str) -> String {
    let mut out = String::with_capacity(say.len());
    for c in say.chars() {
        match out.ends_with(char::is_alphabetic) || out.ends_with('-') {
            true => out.extend(c.to_lowercase()),
            false => out.push(c),
        }
    }
    out
}

/// Returns words as XML takes them. Source: XML 1.0, 2.2: of the characters below a space it has tab and line ends alone.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
