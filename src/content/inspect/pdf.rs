//! PDF: who wrote it, what was noted on it, and what it holds that no reader is shown. Words that somebody covered with a
//! black box, or scanned words that lie unseen under their picture, are not told apart from others here.
//! Source: ISO 32000-1:2008, 7.5.6, 7.11.4, 8.11.4.3, 12.5.6 and 14.3; ISO 16684-1 (XMP), 8.3.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::xml::{XmlEvent, walk};
use super::{Closed, Said, counted, is_local_path, quoted};
use crate::model::Says;

/// How much one packed part may unfold to, in bytes.
const MOST_BYTES: usize = 8_000_000;

/// Notes that people write on a page, by their kind. Words typed on it are shown, and so are no notes.
const NOTES: [&[u8]; 9] =
    [b"Text", b"Highlight", b"Underline", b"StrikeOut", b"Squiggly", b"Caret", b"Ink", b"FileAttachment", b"Stamp"];

/// Returns what a PDF says besides what it shows.
pub fn look(bytes: &[u8], publisher: &[&str]) -> Result<Said, Closed> {
    let options = LoadOptions { max_decompressed_size: Some(MOST_BYTES), ..LoadOptions::default() };
    let pdf = Document::load_mem_with_options(bytes, options).map_err(|_| "it is damaged, or has a password")?;
    if pdf.is_encrypted() && pdf.encryption_state.is_none() {
        return Err("it has a password");
    }
    let mut who = BTreeSet::new();
    information(&pdf, &mut who);
    let (mut notes, mut redactions, mut attached) = (0, 0, 0);
    for object in pdf.objects.values() {
        let Some(dictionary) = dictionary(object) else { continue };
        let name = |key: &[u8]| dictionary.get(key).and_then(Object::as_name).unwrap_or_default();
        // A kind of annotation has a place on a page.
        if dictionary.has(b"Rect") {
            notes += usize::from(NOTES.contains(&name(b"Subtype")));
            redactions += usize::from(name(b"Subtype") == b"Redact");
        }
        attached += usize::from(dictionary.has(b"EF"));
        if name(b"Type") == b"Metadata"
            && let Object::Stream(stream) = object
        {
            let content = stream.decompressed_content_with_limit(MOST_BYTES);
            metadata(content.as_deref().unwrap_or(&stream.content), &mut who);
        }
    }
    let ours = |name: &str| publisher.iter().any(|known| known.eq_ignore_ascii_case(name));
    let named = who.into_iter().filter(|(_, name): &(_, String)| !ours(name)).take(10);
    let mut said: Said = named.map(|(what, name)| (Says::Who, format!("{what}, {}", quoted(&name)))).collect();
    for (says, words) in [
        (Says::Changes, counted(notes, "comment", "comments")),
        (Says::Changes, counted(older(bytes), "older version of itself", "older versions of itself")),
        (Says::Hidden, counted(redactions, "redaction that was never applied", "redactions that were never applied")),
        (Says::Hidden, counted(attached, "attached file", "attached files")),
        (Says::Hidden, counted(hidden_layers(&pdf), "hidden layer", "hidden layers")),
    ] {
        said.extend(words.map(|words| (says, words)));
    }
    Ok(said)
}

fn dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

type Who = BTreeSet<(&'static str, String)>;

fn information(pdf: &Document, who: &mut Who) {
    let entry = pdf.trailer.get(b"Info").and_then(|info| pdf.dereference(info));
    let Some(information) = entry.ok().and_then(|(_, info)| dictionary(info)) else { return };
    for (key, value) in information.iter() {
        let Ok((_, value)) = pdf.dereference(value) else { continue };
        let Ok(text) = lopdf::decode_text_string(value) else { continue };
        let text = text.trim().to_string();
        let what = match key.to_ascii_lowercase().as_slice() {
            b"author" => "its author",
            b"manager" => "a manager",
            b"company" => "a company",
            _ if is_local_path(&text) => "a path on a computer",
            _ => continue,
        };
        if !text.is_empty() {
            who.insert((what, text));
        }
    }
}

fn metadata(xmp: &[u8], who: &mut Who) {
    let mut open: Vec<String> = Vec::new();
    walk(xmp, xmp.len() as u64, &mut |piece| match piece {
        XmlEvent::Open(name, attributes) => {
            if open.len() < 100 {
                open.push((*name).to_string());
            }
            let paths = attributes.iter().map(|(_, value)| value).filter(|value| is_local_path(value));
            who.extend(paths.map(|path| ("a path on a computer", path.clone())));
        }
        XmlEvent::Text(text) => {
            let text = text.trim();
            let is_in = |name: &str| open.iter().any(|open| open.eq_ignore_ascii_case(name));
            if text.is_empty() {
            } else if is_local_path(text) {
                who.insert(("a path on a computer", text.to_string()));
            } else if is_in("creator") {
                who.insert(("its author", text.to_string()));
            } else if is_in("company") {
                who.insert(("a company", text.to_string()));
            } else if is_in("manager") {
                who.insert(("a manager", text.to_string()));
            }
        }
        XmlEvent::Close(_) => drop(open.pop()),
    });
}

/// Returns how many layers are there and not shown.
fn hidden_layers(pdf: &Document) -> usize {
    let held = |dictionary: &Dictionary, key: &[u8]| -> Option<Object> {
        let (_, value) = pdf.dereference(dictionary.get(key).ok()?).ok()?;
        Some(value.clone())
    };
    let layers = pdf.catalog().ok().and_then(|catalog| held(catalog, b"OCProperties"));
    let usual = layers.as_ref().and_then(dictionary).and_then(|layers| held(layers, b"D"));
    let off = usual.as_ref().and_then(dictionary).and_then(|usual| held(usual, b"OFF"));
    off.and_then(|off| off.as_array().map(Vec::len).ok()).unwrap_or(0)
}

/// Returns how many older versions a PDF still holds: what is changed is added behind, and what was there stays.
fn older(bytes: &[u8]) -> usize {
    let ends = bytes.windows(9).filter(|part| *part == b"startxref").count();
    let start = &bytes[..bytes.len().min(1024)];
    // One that is made to be shown before it has arrived has two ends.
    let linear = start.windows(11).any(|part| part == b"/Linearized");
    ends.saturating_sub(1 + usize::from(linear))
}
