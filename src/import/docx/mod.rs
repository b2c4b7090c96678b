//! Word documents. Source: ECMA-376 (Office Open XML), part 1, 17, in the transitional and the strict form.

use super::archive::Archive;
use super::document::{Block, Document, Inline, Paragraph};
use super::refusal::Refusal;
use super::xml;

/// Reads a Word document.
///
/// # Errors
///
/// It is damaged, or more than a document needs.
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let part = archive.read("word/document.xml")?.unwrap_or_default();
    let root = xml::parse(&part)?;
    let mut document = Document::default();
    if let Some(body) = root.child("w:body") {
        for paragraph in body.elements() {
            let content = vec![Inline::Text(paragraph.text())];
            document.blocks.push(Block::Paragraph(Paragraph::of(content)));
        }
    }
    Ok(document)
}
