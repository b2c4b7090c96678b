//! The display list and structure tree as a PDF/UA-1 file: printpdf writes pages and fonts, lopdf all that printpdf has
//! no model for. No other file of this crate knows either library for writing.

mod annotate;
mod draw;
mod drawing;
mod embed;
mod fields;
mod metadata;
mod outline;
mod pictures;
mod profile;
mod separation;
mod tags;
mod values;

use std::collections::BTreeMap;

use lopdf::ObjectId;
use printpdf::{PdfDocument, PdfSaveOptions};

use self::drawing::Drawing;
use self::values::sheet_size;
use super::display::Document;
use super::font::Faces;
use crate::model::AssetId;
use crate::render::decode::is_drawing;
use crate::render::format::RenderError;

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
    let mut content = draw::MarkedContent::new(document.tree.len());
    let drawings = drawings(document);
    for (number, page) in document.pages.iter().enumerate() {
        let ops = draw::page(document, number, (&embedded, &drawings), &mut content);
        let (width, height) = sheet_size(page);
        printed.pages.push(printpdf::PdfPage::new(printpdf::Pt(width).into(), printpdf::Pt(height).into(), ops));
    }
    let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
    let mut pdf = printed.to_lopdf_document(&options, &mut Vec::new());
    let pages: Vec<ObjectId> = pdf.page_iter().collect();
    let broken = |reason: String| RenderError::File { path: document.title.clone(), reason };
    pictures::embed(&mut pdf, document, &pages, &content.pictures)?;
    let mut tagged = tags::Tagged::new(&mut pdf, document, &content);
    let filled_in =
        annotate::annotate(&mut pdf, document, &pages, &mut tagged).map_err(|error| broken(error.to_string()))?;
    fields::finish(&mut pdf, filled_in).map_err(|error| broken(error.to_string()))?;
    let root = tags::write(&mut pdf, document, &pages, &content, tagged);
    let outlines = outline::write(&mut pdf, document, &pages);
    metadata::write(&mut pdf, document, &pages, root, outlines).map_err(|error| broken(error.to_string()))?;
    let cuts = embedded.iter().flatten().map(|face| (face.cut.program.as_slice(), face.cut.packed.as_slice()));
    let cuts: Vec<_> = cuts.collect();
    super::pack::all(&mut pdf, &cuts);
    let mut bytes = Vec::new();
    pdf.save_modern(&mut bytes).map_err(|error| broken(error.to_string()))?;
    Ok(bytes)
}

/// Returns the pictures of a document that are line work.
fn drawings(document: &Document) -> BTreeMap<AssetId, Drawing> {
    let bytes = document.pictures.iter().filter_map(|(id, picture)| Some((*id, picture.bytes.as_deref()?)));
    bytes.filter(|(_, bytes)| is_drawing(bytes)).filter_map(|(id, bytes)| Some((id, Drawing::read(bytes)?))).collect()
}
