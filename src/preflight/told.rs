//! What a PDF says besides what it shows: who wrote it, what was noted on it, and what it holds that no reader is shown. Words
//! that somebody covered with a black box, or scanned words that lie unseen under their picture, are not told apart from others
//! here. Source: ISO 32000-1:2008, 7.5.6, 7.11.4, 8.11.4.3, 12.5.6 and 14.3; ISO 16684-1 (XMP), 8.3.

use std::collections::BTreeSet;

use super::reader::{Closed, Dictionary, Object, Pdf, find};

/// Notes that people write on a page, by their kind. Words typed on it are shown, and so are no notes.
const NOTES: [&str; 9] =
    ["Text", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret", "Ink", "FileAttachment", "Stamp"];

/// What a PDF says besides what it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Who wrote it and where: what is named, such as `its author`, and the name.
    pub who: BTreeSet<(&'static str, String)>,
    /// How many comments there are.
    pub notes: usize,
    /// How many older versions it still holds.
    pub older: usize,
    /// How many redactions were never applied.
    pub redactions: usize,
    /// How many files are attached.
    pub attached: usize,
    /// How many layers are there and not shown.
    pub hidden_layers: usize,
}

/// Returns what a PDF says besides what it shows.
///
/// # Errors
///
/// It cannot be looked into.
pub fn told(bytes: &[u8]) -> Result<Told, Closed> {
    Ok(of(&Pdf::open(bytes)?))
}

/// Returns what an opened PDF says besides what it shows.
pub(super) fn of(pdf: &Pdf<'_>) -> Told {
    let mut told = Told { older: older(pdf.bytes()), hidden_layers: hidden_layers(pdf), ..Told::default() };
    if let Some(information) = pdf.dictionary(pdf.trailer(), "Info") {
        entries(pdf, &information, &mut told);
    }
    for number in pdf.numbers() {
        let object = pdf.object(number);
        let Some(dictionary) = object.dictionary() else { continue };
        // A kind of annotation has a place on a page.
        if dictionary.has("Rect") {
            let kind = pdf.name(dictionary, "Subtype");
            told.notes += usize::from(NOTES.contains(&kind.as_str()));
            told.redactions += usize::from(kind == "Redact");
        }
        told.attached += usize::from(dictionary.has("EF"));
        if matches!(object, Object::Stream(..)) && dictionary.get("Type").and_then(Object::name) == Some(b"Metadata") {
            let packet = pdf.unpacked(&object).unwrap_or_default();
            xmp(&packet, &mut |open, text| {
                if is_local_path(text) {
                    told.who.insert(("a path on a computer", text.to_string()));
                } else if let Some(what) = open.iter().find_map(|open| who(open)) {
                    told.who.insert((what, text.to_string()));
                }
            });
        }
    }
    told
}

/// Returns what an entry of this name is about, where it is about a person.
fn who(name: &str) -> Option<&'static str> {
    match name.to_ascii_lowercase().as_str() {
        "author" | "creator" => Some("its author"),
        "manager" => Some("a manager"),
        "company" => Some("a company"),
        _ => None,
    }
}

fn entries(pdf: &Pdf<'_>, information: &Dictionary, told: &mut Told) {
    for (key, value) in information.entries() {
        let value = pdf.resolve(value);
        let Some(text) = value.string().map(super::reader::text_of) else { continue };
        let text = text.trim().to_string();
        // What made a file is its `Creator` here, and no person.
        let key = String::from_utf8_lossy(key);
        let what = if key == "Creator" { None } else { who(&key) };
        let what = if is_local_path(&text) { what.or(Some("a path on a computer")) } else { what };
        if let Some(what) = what.filter(|_| !text.is_empty()) {
            told.who.insert((what, text));
        }
    }
}

/// Calls `look` with each text and each attribute's value of a packet of metadata, and the names of the elements around it
/// without their prefix. It takes what is not well formed, too.
pub(super) fn xmp(packet: &[u8], look: &mut dyn FnMut(&[String], &str)) {
    let text = String::from_utf8_lossy(packet);
    let mut open: Vec<String> = Vec::new();
    for part in text.split('<').skip(1) {
        let Some((tag, after)) = part.split_once('>') else { continue };
        let bare = |name: &str| name.rsplit(':').next().unwrap_or("").to_string();
        if tag.starts_with('/') {
            open.pop();
        } else if !tag.starts_with(['?', '!']) {
            let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or("");
            if open.len() < 100 {
                open.push(bare(name));
            }
            attributes(tag, &mut |key, value| {
                if open.len() < 100 {
                    open.push(bare(key));
                    look(&open, &plain(value));
                    open.pop();
                }
            });
            if tag.ends_with('/') {
                open.pop();
            }
        }
        let words = plain(after.trim());
        if !words.is_empty() {
            look(&open, &words);
        }
    }
}

fn attributes(tag: &str, look: &mut dyn FnMut(&str, &str)) {
    let mut rest = tag;
    while let Some((key, after)) = rest.split_once('=') {
        let key = key.rsplit(char::is_whitespace).next().unwrap_or("");
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|quote| matches!(quote, '"' | '\'')) else { return };
        let Some((value, after)) = after.get(1..).and_then(|after| after.split_once(quote)) else { return };
        look(key, value);
        rest = after;
    }
}

fn plain(text: &str) -> String {
    if !text.contains('&') {
        return text.to_string();
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    text.replace("&amp;", "&")
}

/// Returns how many layers are there and not shown.
fn hidden_layers(pdf: &Pdf<'_>) -> usize {
    let layers = pdf.dictionary(&pdf.catalogue(), "OCProperties");
    let usual = layers.and_then(|layers| pdf.dictionary(&layers, "D"));
    usual.map_or(0, |usual| pdf.items(&usual, "OFF").len())
}

/// Returns how many older versions a PDF still holds: what is changed is added behind, and what was there stays.
fn older(bytes: &[u8]) -> usize {
    let mut ends = 0usize;
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, b"startxref")) {
        ends += 1;
        at += found + 9;
    }
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    // One that is made to be shown before it has arrived has two ends.
    let linear = find(start, b"/Linearized").is_some();
    ends.saturating_sub(1 + usize::from(linear))
}

/// Returns whether a value is a path on somebody's computer.
pub fn is_local_path(value: &str) -> bool {
    let bytes = value.as_bytes();
    let drive = bytes.first().is_some_and(u8::is_ascii_alphabetic) && matches!(bytes.get(1..3), Some(b":\\" | b":/"));
    let home = ["/Users/", "/home/", "\\\\"].iter().any(|start| value.starts_with(start));
    drive || home || value.to_ascii_lowercase().starts_with("file:")
}
