//! Lengths, areas and words as PDF writes them.

use lopdf::{Object, StringFormat};

use crate::diag::unseen;
use crate::render::print::display::{PrintedPage, Rect};

/// Returns the width and height in points of the paper that a page is printed on.
pub fn sheet_size(page: &PrintedPage) -> (f32, f32) {
    let slug = slug(page);
    (page.width + slug * 2.0, page.height + slug * 2.0)
}

/// Returns how many points the paper reaches past the trimmed page on each side; 0 for an office printer.
pub fn slug(page: &PrintedPage) -> f32 {
    page.waste.map_or(0.0, |waste| waste.slug)
}

/// Returns a length in points, rounded to hundredths: no printer is finer, and the file stays small.
pub fn round(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// Returns an area as PDF measures it: from the lower left corner upwards.
pub fn rectangle(page: &PrintedPage, area: Rect) -> Object {
    let slug = slug(page);
    let (_, height) = sheet_size(page);
    let sides = [area.left + slug, height - area.bottom - slug, area.right + slug, height - area.top - slug];
    Object::Array(sides.iter().map(|side| Object::Real(round(*side))).collect())
}

/// Returns how high a spot stands on a page as PDF measures it: in points from the lower edge of the paper. `y` is measured
/// downwards from the upper edge of the trimmed page.
pub fn height_of(page: &PrintedPage, y: f32) -> Object {
    let (_, height) = sheet_size(page);
    Object::Real(round(height - slug(page) - y))
}

/// Returns words as a PDF text string. Source: ISO 32000-1:2008, 7.9.2.2.
pub fn text_string(text: &str) -> Object {
    let text = &*unseen::without(text);
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    Object::String(utf16(text), StringFormat::Hexadecimal)
}

/// Returns words in UTF-16 with a byte order mark.
pub fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xfe, 0xff];
    for unit in text.encode_utf16() {
        bytes.extend(unit.to_be_bytes());
    }
    bytes
}
