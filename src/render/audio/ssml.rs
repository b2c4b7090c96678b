//! The script for a voice. Source: W3C, Speech Synthesis Markup Language (SSML) Version 1.1. Only what voices are known to
//! follow is used: `p`, `s`, `break`, `voice` for words of another language, and `mark` where a part begins. `sub`, `phoneme`
//! and `say-as` are not: some engines lose the words in them.

use super::recital::{Paragraph, Piece, Recital};
use crate::render::xml::Xml;

/// The namespace of its elements. Source: SSML 1.1, 2.1.
const NAMESPACE: &str = "http://www.w3.org/2001/10/synthesis";
/// The silence before a part.
const BEFORE_PART: &str = "1200ms";
/// The silence after a heading.
const AFTER_HEADING: &str = "600ms";

/// Returns what is read out as SSML.
pub fn write(recital: &Recital) -> String {
    let mut xml = Xml::file();
    let lang = recital.lang.tag();
    xml.start("speak", &[("version", "1.1"), ("xmlns", NAMESPACE), ("xml:lang", lang)]).line();
    for (at, part) in recital.parts.iter().enumerate() {
        if at > 0 {
            xml.empty("break", &[("time", BEFORE_PART)]).line();
        }
        xml.empty("mark", &[("name", &format!("part-{}", at + 1))]).line();
        if !part.heading.is_empty() {
            paragraph(&part.heading, &mut xml);
            xml.empty("break", &[("time", AFTER_HEADING)]).line();
        }
        part.paragraphs.iter().for_each(|each| paragraph(each, &mut xml));
    }
    xml.end().line();
    xml.done()
}

/// Returns paragraphs of one language, each as its sentences, as SSML.
pub fn passage(lang: &str, paragraphs: &[Vec<String>]) -> String {
    let mut xml = Xml::file();
    xml.start("speak", &[("version", "1.1"), ("xmlns", NAMESPACE), ("xml:lang", lang)]);
    for sentences in paragraphs {
        xml.start("p", &[]);
        sentences.iter().for_each(|sentence| _ = xml.leaf("s", &[], sentence.trim()));
        xml.end();
    }
    xml.end().line();
    xml.done()
}

fn paragraph(sentences: &Paragraph, xml: &mut Xml) {
    xml.start("p", &[]);
    for sentence in sentences {
        xml.start("s", &[]);
        sentence.iter().for_each(|piece| words(piece, xml));
        xml.end();
    }
    xml.end().line();
}

fn words(piece: &Piece, xml: &mut Xml) {
    let words = piece.say.as_deref().map_or_else(|| piece.words.clone(), quietened);
    match &piece.lang {
        Some(lang) => xml.leaf("voice", &[("xml:lang", lang.tag())], &words),
        None => xml.text(&words),
    };
}

/// Returns how a name is said without capitals inside: they show a reader where the stress is, and a voice would spell them.
pub fn quietened(say: &str) -> String {
    let mut out = String::with_capacity(say.len());
    for c in say.chars() {
        match out.ends_with(|before: char| before.is_alphabetic() || before == '-') {
            true => out.extend(c.to_lowercase()),
            false => out.push(c),
        }
    }
    out
}
