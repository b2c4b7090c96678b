//! The display list and structure tree as a PDF/UA-1 file: printpdf writes pages and fonts, lopdf all that printpdf has
//! no model for. No other file of this crate knows either library for writing.

mod annotate;
mod draw;
mod embed;
mod metadata;
mod outline;
mod pictures;
mod tags;

use lopdf::{Object, ObjectId, StringFormat};
use printpdf::{PdfDocument, PdfSaveOptions};

use super::display::{Document, Page, Rect};
use super::font::Faces;
use crate::diag::unseen;
use crate::render::RenderError;

/// Writes a document.
///
/// # Errors
///
/// A face or a picture that cannot be embedded.
pub fn write(faces: &Faces, document: &Document) -> Result<Vec<u8>, RenderError> {
    let embedded = embed::embed(faces, document)?;
    let mut printed = PdfDocument::new(&document.title);
    for face in embedded.iter().flatten() {
        printed.resources.fonts.map.insert(face.id.clone(), printpdf::PdfFont::new(face.program.clone()));
    }
    let mut content = draw::Content::new(document.tree.len());
    for (number, page) in document.pages.iter().enumerate() {
        let ops = draw::page(page, number, &embedded, &mut content);
        let (width, height) = sheet_size(page);
        printed.pages.push(printpdf::PdfPage::new(printpdf::Pt(width).into(), printpdf::Pt(height).into(), ops));
    }
    let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
    let mut pdf = printed.to_lopdf_document(&options, &mut Vec::new());
    let pages: Vec<ObjectId> = pdf.page_iter().collect();
    let broken = |reason: String| RenderError::File { path: document.title.clone(), reason };
    pictures::embed(&mut pdf, document, &pages, &content.pictures)?;
    let mut tagged = tags::Tagged::new(&mut pdf, document, &content);
    annotate::annotate(&mut pdf, document, &pages, &mut tagged).map_err(|error| broken(error.to_string()))?;
    let root = tags::write(&mut pdf, document, &pages, &content, tagged);
    let outlines = outline::write(&mut pdf, document, &pages);
    metadata::write(&mut pdf, document, &pages, root, outlines).map_err(|error| broken(error.to_string()))?;
    pdf.compress();
    let mut bytes = Vec::new();
    pdf.save_modern(&mut bytes).map_err(|error| broken(error.to_string()))?;
    Ok(bytes)
}

/// Returns the size of the paper that a page is printed on.
fn sheet_size(page: &Page) -> (f32, f32) {
    let slug = slug(page);
    (page.width + slug * 2.0, page.height + slug * 2.0)
}

/// Returns how far the paper reaches past the trimmed page.
fn slug(page: &Page) -> f32 {
    page.waste.map_or(0.0, |waste| waste.slug)
}

/// Returns a length in hundredths of a point: as fine as any printer, and no finer in the file.
fn round(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// Returns an area as PDF measures it: from the lower left corner upwards.
fn rectangle(page: &Page, area: Rect) -> Object {
    let slug = slug(page);
    let (_, height) = sheet_size(page);
    let sides = [area.left + slug, height - area.bottom - slug, area.right + slug, height - area.top - slug];
    Object::Array(sides.iter().map(|side| Object::Real(round(*side))).collect())
}

/// Returns the height of a spot on a page as PDF measures it.
fn height_of(page: &Page, y: f32) -> Object {
    let (_, height) = sheet_size(page);
    Object::Real(round(height - slug(page) - y))
}

/// Returns words as a PDF text string. Source: ISO 32000-1:2008, 7.9.2.2.
fn text_string(text: &str) -> Object {
    let text = &*unseen::without(text);
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    Object::String(utf16(text), StringFormat::Hexadecimal)
}

/// Returns words in UTF-16 with a byte order mark.
fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xfe, 0xff];
    for unit in text.encode_utf16() {
        bytes.extend(unit.to_be_bytes());
    }
    bytes
}
