//! Word documents. Source: ECMA-376 (Office Open XML), part 1, 17, in the transitional and the strict form.

mod body;
mod drawing;
mod field;
mod fold;
mod look;
mod numbering;
mod package;
mod paragraph;
mod properties;
mod reader;
mod run;
mod styles;
mod symbols;
mod table;

use super::document::{Block, Document, Remark, Sort, Told};
use super::refusal::Refusal;
use super::xml::Element;
use package::Package;
use reader::Reader;

/// Reads a Word document.
///
/// # Errors
///
/// It is damaged, or more than a document needs.
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut package = Package::open(bytes)?;
    let main = package.main.clone();
    let missing = || Refusal::Damaged("its text is missing".to_string());
    let root = package.xml(&main)?.ok_or_else(missing)?;
    let body = root.child("w:body").ok_or_else(missing)?;
    let properties = properties::read(&mut package)?;
    let has_edges = has_edges(&mut package)?;
    let mut reader = Reader::new(package)?;
    reader.document.properties = properties;
    let blocks = reader.blocks(body)?;
    let mut document = reader.finish();
    document.blocks.splice(0..0, blocks);
    if has_edges {
        document.tell(Told::PageEdges);
    }
    Ok(document)
}

/// Returns whether words stand at the top or the bottom of each sheet; a page's number is none.
fn has_edges(package: &mut Package<'_>) -> Result<bool, Refusal> {
    let main = package.main.clone();
    for sort in ["header", "footer"] {
        for name in package.of_sort(&main, sort)? {
            if package.xml(&name)?.is_some_and(|part| says_something(&part)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn says_something(part: &Element) -> bool {
    let own = &*part.name == "w:t" && part.text().chars().filter(|c| c.is_alphabetic()).count() > 2;
    own || part.elements().any(says_something)
}

/// Returns remarks on comments that no place in the text leads to.
fn left_over(comments: Vec<Remark>) -> Vec<Block> {
    comments.into_iter().filter(|remark| remark.sort == Sort::Comment).map(Block::Remark).collect()
}
