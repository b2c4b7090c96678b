//! Which words are in another language than most. In an OpenDocument text all words have a language; only those that differ
//! are marked, and paragraphs that are wholly in another language are marked together.

use std::collections::BTreeMap;

use crate::import::document::{Block, Document, Inline, List, words};
use crate::model::Lang;

/// Settles a document in which all words have their language.
pub fn settle(mut document: Document) -> Document {
    let mut letters: BTreeMap<String, (usize, Lang)> = BTreeMap::new();
    for block in document.blocks.iter().chain(document.notes.iter().flatten()) {
        count(block, &mut letters);
    }
    let main = letters.into_values().max_by_key(|(count, _)| *count).map(|(_, lang)| lang);
    if let Some(main) = &main {
        document.blocks = others(std::mem::take(&mut document.blocks), main);
        for note in &mut document.notes {
            *note = others(std::mem::take(note), main);
        }
    }
    document.properties.lang = main;
    document
}

fn count(block: &Block, letters: &mut BTreeMap<String, (usize, Lang)>) {
    crate::import::markdown::visit(block, &mut |inline| {
        if let Inline::Language(lang, inner) = inline {
            let count = words(inner).chars().filter(|c| c.is_alphabetic()).count();
            letters.entry(lang.primary()).or_insert_with(|| (0, lang.clone())).0 += count;
        }
    });
}

/// Takes the marks off words in the main language, and gathers blocks that are in another one.
fn others(blocks: Vec<Block>, main: &Lang) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let block = within(block, main);
        match (alone(&block), out.last_mut()) {
            (Some(lang), Some(Block::Language(last, inner))) if last.is_same_language(&lang) => inner.push(bare(block)),
            (Some(lang), _) => out.push(Block::Language(lang, vec![bare(block)])),
            (None, _) => out.push(block),
        }
    }
    out
}

fn within(block: Block, main: &Lang) -> Block {
    match block {
        Block::Title(content) => Block::Title(marked(content, main)),
        Block::Heading(level, content) => Block::Heading(level, marked(content, main)),
        Block::Caption(content) => Block::Caption(marked(content, main)),
        Block::Paragraph(mut paragraph) => {
            paragraph.content = marked(paragraph.content, main);
            Block::Paragraph(paragraph)
        }
        Block::List(list) => {
            let items = list.items.into_iter().map(|item| item.into_iter().map(|block| within(block, main)).collect());
            Block::List(List { start: list.start, items: items.collect() })
        }
        Block::Table(mut table) => {
            table.caption = marked(table.caption, main);
            for cell in table.rows.iter_mut().flatten() {
                cell.blocks = std::mem::take(&mut cell.blocks).into_iter().map(|block| within(block, main)).collect();
            }
            Block::Table(table)
        }
        Block::Quote(inner) => Block::Quote(others(inner, main)),
        Block::Boxed(inner) => Block::Boxed(others(inner, main)),
        Block::Language(lang, inner) => Block::Language(lang, inner),
        Block::Definitions(entries) => Block::Definitions(
            entries
                .into_iter()
                .map(|(term, meanings)| {
                    let meanings = meanings
                        .into_iter()
                        .map(|meaning| meaning.into_iter().map(|block| within(block, main)).collect());
                    (marked(term, main), meanings.collect())
                })
                .collect(),
        ),
        Block::Code(_) | Block::Rule | Block::Remark(_) => block,
    }
}

/// Takes the marks off words in the main language, and joins neighbours in one other language with the blanks between them.
fn marked(content: Vec<Inline>, main: &Lang) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Language(lang, inner) if lang.is_same_language(main) => out.extend(inner),
            Inline::Language(lang, inner) => {
                let blank = |inline: &Inline| matches!(inline, Inline::Text(words) if words.trim().is_empty());
                let between = out.pop_if(|last| blank(last));
                match out.last_mut() {
                    Some(Inline::Language(last, held)) if last.is_same_language(&lang) => {
                        held.extend(between);
                        held.extend(inner);
                    }
                    _ => {
                        out.extend(between);
                        out.push(Inline::Language(lang, inner));
                    }
                }
            }
            Inline::Link(to, inner) => out.push(Inline::Link(to, marked(inner, main))),
            other => out.push(other),
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
