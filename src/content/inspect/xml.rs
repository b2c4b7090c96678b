//! XML as Office documents and PDFs hold it, read in passing and within limits: elements by their names without prefix.

use std::io::{BufRead, BufReader, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// The longest text of one element that is remembered, in characters.
const LONGEST: usize = 1_000;

/// What stands in XML, in order.
pub enum XmlEvent<'a> {
    /// An element opens: its name, and its attributes by name.
    Open(&'a str, &'a [(String, String)]),
    /// Text in the element that was opened last.
    Text(&'a str),
    /// An element closes.
    Close(&'a str),
}

/// Calls `visit` for each piece of some XML. It reads `most` bytes at the most, and stops at the first piece that is not XML.
pub fn walk(from: impl Read, most: u64, visit: &mut dyn FnMut(&XmlEvent<'_>)) {
    let mut reader = Reader::from_reader(BufReader::new(from.take(most)));
    let mut buffer = Vec::new();
    while next(&mut reader, &mut buffer, visit) {
        buffer.clear();
    }
}

fn next(reader: &mut Reader<impl BufRead>, buffer: &mut Vec<u8>, visit: &mut dyn FnMut(&XmlEvent<'_>)) -> bool {
    match reader.read_event_into(buffer) {
        Ok(Event::Start(element)) => {
            let (name, attributes) = opened(&element);
            visit(&XmlEvent::Open(&name, &attributes));
        }
        Ok(Event::Empty(element)) => {
            let (name, attributes) = opened(&element);
            visit(&XmlEvent::Open(&name, &attributes));
            visit(&XmlEvent::Close(&name));
        }
        Ok(Event::End(element)) => visit(&XmlEvent::Close(&text(element.local_name().as_ref()))),
        Ok(Event::Text(words)) => visit(&XmlEvent::Text(&text(&words))),
        Ok(Event::CData(words)) => visit(&XmlEvent::Text(&text(&words))),
        Ok(Event::GeneralRef(name)) => visit(&XmlEvent::Text(entity(&name))),
        Ok(Event::Eof) | Err(_) => return false,
        Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
    }
    true
}

fn opened(element: &BytesStart<'_>) -> (String, Vec<(String, String)>) {
    let attributes = element.attributes().flatten().take(64);
    let attributes = attributes.map(|one| (text(one.key.local_name().as_ref()), text(&one.value)));
    (text(element.local_name().as_ref()), attributes.collect())
}

fn text(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

fn entity(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "?",
    }
}
