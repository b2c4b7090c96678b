//! Languages: readers mark all words with what the document says. Here the language of most words is found, and only what differs
//! keeps its mark. What programs say of languages is often wrong, so that English words are not believed to be anything else.

use std::collections::BTreeMap;

use super::document::{Block, Document, Inline, words};
use super::markdown::visit;
use super::passages::gather;
use super::runs::plain;
use crate::model::Lang;

/// Words that stand in every English text, and in few of another language.
const ENGLISH: [&str; 16] =
    ["the", "and", "of", "to", "is", "are", "with", "for", "this", "that", "you", "your", "we", "our", "from", "was"];

/// Finds a document's language, unless it says so itself, and takes the marks of that language away.
pub fn settle(document: &mut Document) {
    let mut letters: BTreeMap<String, usize> = BTreeMap::new();
    let mut all = String::new();
    for block in document.blocks.iter().chain(document.notes.iter().flatten()) {
        visit(block, &mut |inline| match inline {
            Inline::Language(lang, inner) => {
                let said = words(inner);
                *letters.entry(lang.primary()).or_default() += said.chars().filter(|c| c.is_alphabetic()).count();
            }
            Inline::Text(words) => {
                all.push_str(words);
                all.push(' ');
            }
            _ => {}
        });
    }
    let most = letters.into_iter().max_by_key(|(_, count)| *count).and_then(|(lang, _)| Lang::parse(&lang));
    let own = document.properties.lang.take().or(most);
    let own = if is_english(&all) { Lang::parse("en") } else { own };
    let unmark = |content: &mut Vec<Inline>| *content = unmarked(std::mem::take(content), own.as_ref());
    document.blocks.iter_mut().for_each(|block| each_run(block, &unmark));
    document.notes.iter_mut().flatten().for_each(|block| each_run(block, &unmark));
    document.blocks = gather(std::mem::take(&mut document.blocks));
    document.properties.lang = own;
}

/// Returns whether words are English by the small words among them: every eighth is one of these in English, and hardly any is in
/// another language.
fn is_english(text: &str) -> bool {
    let mut count = 0;
    let mut found = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        count += 1;
        found += usize::from(ENGLISH.iter().any(|known| known.eq_ignore_ascii_case(word)));
    }
    count >= 4 && found * 12 >= count
}

/// Returns running text without marks of a language, and without those that cannot be right.
fn unmarked(content: Vec<Inline>, own: Option<&Lang>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(content.len());
    for inline in plain(content) {
        match inline {
            Inline::Language(lang, inner) => {
                let is_own = own.is_none_or(|own| own.is_same_language(&lang));
                let said = words(&inner);
                let letters = said.chars().filter(|c| c.is_alphabetic()).count();
                if is_own || letters < 2 || lang.primary() != "en" && is_english(&said) {
                    out.extend(inner);
                } else {
                    out.push(Inline::Language(lang, inner));
                }
            }
            Inline::Link(to, inner) => out.push(Inline::Link(to, unmarked(inner, own))),
            other => out.push(other),
        }
    }
    plain(out)
}

/// Calls `change` for each piece of running text in a block.
fn each_run(block: &mut Block, change: &impl Fn(&mut Vec<Inline>)) {
    match block {
        Block::Title(content) | Block::Heading(_, content) | Block::Caption(content) => change(content),
        Block::Paragraph(paragraph) => change(&mut paragraph.content),
        Block::List(list) => list.items.iter_mut().flatten().for_each(|block| each_run(block, change)),
        Block::Quote(inner) | Block::Boxed(inner) | Block::Language(_, inner) => {
            inner.iter_mut().for_each(|block| each_run(block, change));
        }
        Block::Table(table) => {
            change(&mut table.caption);
            let cells = table.rows.iter_mut().flatten();
            cells.flat_map(|cell| &mut cell.blocks).for_each(|block| each_run(block, change));
        }
        Block::Definitions(entries) => {
            for (term, meanings) in entries {
                change(term);
                meanings.iter_mut().flatten().for_each(|block| each_run(block, change));
            }
        }
        Block::Code(_) | Block::Rule | Block::Remark(_) => {}
    }
}
