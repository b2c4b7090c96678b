//! Blocks of Word in reading order. Source: ECMA-376, part 1, 17.2.

use super::super::document::{Block, Inline, Remark, Told, words};
use super::super::markdown::visit;
use super::super::refusal::Refusal;
use super::super::xml::Element;
use super::fold::{Piece, fold};
use super::reader::Reader;
use super::run::chosen;
use super::styles::Role;

impl Reader<'_> {
    /// Returns the blocks that an element holds.
    ///
    /// # Errors
    ///
    /// A part that they lead to is damaged.
    pub fn blocks(&mut self, parent: &Element) -> Result<Vec<Block>, Refusal> {
        let sinks = std::mem::take(&mut self.sinks);
        let beside = std::mem::take(&mut self.beside);
        let fields = std::mem::take(&mut self.open_fields);
        let mut pieces = Vec::new();
        self.gather(parent, &mut pieces)?;
        self.sinks = sinks;
        self.beside = beside;
        self.open_fields = fields;
        Ok(fold(pieces))
    }

    fn gather(&mut self, parent: &Element, pieces: &mut Vec<Piece>) -> Result<(), Refusal> {
        for element in parent.elements() {
            match &*element.name {
                "w:p" => {
                    let mut line = self.paragraph(element)?;
                    if line.role == Role::Contents {
                        if !words(&line.content).trim().is_empty() {
                            self.document.told.insert(Told::Contents, 1);
                        }
                        line.content.clear();
                    }
                    pieces.push(Piece::Line(line));
                }
                "w:tbl" => {
                    let blocks = self.table(element)?;
                    pieces.extend(blocks.into_iter().map(Piece::Block));
                }
                "w:sdt" => {
                    let gallery = element.at(&["w:sdtPr", "w:docPartObj", "w:docPartGallery"]);
                    if gallery.and_then(|one| one.attribute("w:val")) == Some("Table of Contents") {
                        self.document.told.insert(Told::Contents, 1);
                    } else if let Some(content) = element.child("w:sdtContent") {
                        self.gather(content, pieces)?;
                    }
                }
                "w:customXml" | "w:smartTag" | "w:ins" | "w:moveTo" => self.gather(element, pieces)?,
                "w:del" => {
                    let said = said(&self.blocks(element)?);
                    let value = |name: &str| element.attribute(name).unwrap_or_default();
                    let remark = Remark::deleted(&said, value("w:author"), value("w:date"));
                    pieces.extend((!said.is_empty()).then_some(Piece::Block(Block::Remark(remark))));
                }
                "w:moveFrom" => self.document.tell(Told::Moved),
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.gather(chosen, pieces)?;
                    }
                }
                "w:altChunk" => {
                    let remark = Remark::lost("another document inside this one");
                    pieces.push(Piece::Block(Block::Remark(remark)));
                }
                "w:bookmarkStart" => {
                    if let Some(place) = element.attribute("w:name") {
                        self.places.push(Inline::Place(place.to_string()));
                    }
                }
                "m:oMathPara" => {
                    let remark = Remark::lost(format!("a formula: {}", element.text()));
                    pieces.push(Piece::Block(Block::Remark(remark)));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// Returns all words of some blocks.
pub fn said(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        visit(block, &mut |inline| {
            if let Inline::Text(words) | Inline::Code(words) = inline {
                out.push_str(words);
            }
        });
        out.push(' ');
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
