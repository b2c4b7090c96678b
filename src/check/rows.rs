//! The rows of an Easy Read page, as its author wrote them: what each says, and which words are bold in it.

use super::text::{Passage, Role};
use crate::diag::Span;
use crate::model::{Block, Details, Inline, Page, Row, plain_text, walk};

/// One row.
pub struct EasyRow<'a> {
    /// The row.
    pub row: &'a Row,
    /// Its words: each paragraph, and each item of a list.
    pub passages: Vec<Passage<'a>>,
    /// Its words in bold, in their order.
    pub bold: Vec<Bold>,
}

/// Words in bold.
pub struct Bold {
    /// The words.
    pub words: String,
    /// Where they stand.
    pub span: Span,
}

/// A word that the page explains in its list of words.
pub struct Explained {
    /// The word.
    pub word: String,
    /// Where it stands in the list.
    pub span: Span,
}

/// Returns the rows of a page in Easy Read, without those that its kind writes; none of other pages.
pub fn rows(page: &Page) -> Vec<EasyRow<'_>> {
    let mut rows = Vec::new();
    if !matches!(page.meta.details, Details::EasyRead(_)) {
        return rows;
    }
    walk::blocks(&page.blocks, &mut |block| {
        let span = block.span();
        let composed = span.file == page.file && span.end <= page.meta.span.end;
        if let Block::Row(row) = block
            && !composed
        {
            rows.push(read(row));
        }
    });
    rows
}

/// Returns the words that a page explains in a list.
pub fn explained(page: &Page) -> Vec<Explained> {
    let mut all = Vec::new();
    walk::blocks(&page.blocks, &mut |block| {
        if let Block::Definitions(list) = block {
            let entry = |term: &[Inline]| plain_text(term).trim().to_string();
            let entries = list.entries.iter().map(|entry_of| Explained {
                word: entry(&entry_of.term),
                span: entry_of.term.first().map_or(entry_of.span, Inline::span),
            });
            all.extend(entries.filter(|explained| !explained.word.is_empty()));
        }
    });
    all
}

fn read(row: &Row) -> EasyRow<'_> {
    let (mut passages, mut bold) = (Vec::new(), Vec::new());
    walk::blocks(&row.blocks, &mut |block| {
        for run in walk::own_runs(block) {
            passages.push(Passage::read(run, Role::Paragraph));
            walk::each(run, &mut |inline| {
                if let Inline::Strong(strong) = inline {
                    bold.push(Bold { words: plain_text(&strong.content).trim().to_string(), span: inline.span() });
                }
            });
        }
    });
    passages.retain(|passage| !passage.words.is_empty());
    EasyRow { row, passages, bold }
}
