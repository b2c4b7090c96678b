//! Paragraphs that are wholly in another language, marked together: a passage is read out in its own voice from its first word to
//! its last.

use super::document::{Block, Inline, List};
use crate::model::Lang;

/// Gathers paragraphs and lists one under another that are wholly in one other language.
pub fn gather(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let block = match block {
            Block::Quote(inner) => Block::Quote(gather(inner)),
            Block::Boxed(inner) => Block::Boxed(gather(inner)),
            other => other,
        };
        match (alone(&block), out.last_mut()) {
            (Some(lang), Some(Block::Language(last, inner))) if last.is_same_language(&lang) => inner.push(bare(block)),
            (Some(lang), _) => out.push(Block::Language(lang, vec![bare(block)])),
            (None, _) => out.push(block),
        }
    }
    out
}

/// Returns the language of a block that is wholly in another one.
fn alone(block: &Block) -> Option<Lang> {
    match block {
        Block::Paragraph(paragraph) => {
            let mut found = None;
            for inline in &paragraph.content {
                match inline {
                    Inline::Language(lang, _)
                        if found.as_ref().is_none_or(|known: &Lang| known.is_same_language(lang)) =>
                    {
                        found = Some(lang.clone());
                    }
                    Inline::Link(_, inner) if matches!(inner.as_slice(), [Inline::Language(..)]) => {
                        let [Inline::Language(lang, _)] = inner.as_slice() else { return None };
                        if found.as_ref().is_some_and(|known| !known.is_same_language(lang)) {
                            return None;
                        }
                        found = Some(lang.clone());
                    }
                    Inline::Text(words) if !words.chars().any(char::is_alphanumeric) => {}
                    Inline::LineBreak | Inline::Place(_) | Inline::Remark(_) => {}
                    _ => return None,
                }
            }
            found
        }
        Block::List(list) => {
            let mut found: Option<Lang> = None;
            for block in list.items.iter().flatten() {
                let lang = alone(block)?;
                if found.as_ref().is_some_and(|known| !known.is_same_language(&lang)) {
                    return None;
                }
                found = Some(lang);
            }
            found
        }
        _ => None,
    }
}

/// Takes the marks off the words of a block that is marked as a whole.
fn bare(block: Block) -> Block {
    let strip = |content: Vec<Inline>| {
        let mut out = Vec::with_capacity(content.len());
        for inline in content {
            match inline {
                Inline::Language(_, inner) => out.extend(inner),
                Inline::Link(to, inner) => {
                    let inner = inner.into_iter().flat_map(|inline| match inline {
                        Inline::Language(_, inner) => inner,
                        other => vec![other],
                    });
                    out.push(Inline::Link(to, inner.collect()));
                }
                other => out.push(other),
            }
        }
        out
    };
    match block {
        Block::Paragraph(mut paragraph) => {
            paragraph.content = strip(paragraph.content);
            Block::Paragraph(paragraph)
        }
        Block::List(list) => {
            let items = list.items.into_iter().map(|item| item.into_iter().map(bare).collect());
            Block::List(List { start: list.start, items: items.collect() })
        }
        other => other,
    }
}
