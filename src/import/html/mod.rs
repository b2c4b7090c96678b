//! Saved web pages: the main part of one, as an author would have written it. `charset.rs` finds its letters, `parse.rs` and
//! `tree.rs` its elements, `main_part.rs` what of it is the text, `aside.rs` what is no part of that, `head.rs` what it says of itself,
//! `address.rs` where it leads, `blocks.rs`, `list.rs`, `table.rs`, `notes.rs` and `inline.rs` make the document of it, `media.rs` its
//! pictures and films. Nothing is fetched. Source: HTML Living Standard.

mod address;
mod aside;
mod blocks;
mod charset;
mod head;
mod inline;
mod list;
mod main_part;
mod media;
mod notes;
mod parse;
mod table;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Block, Document};
use super::refusal::Refusal;
use crate::model::Lang;
use head::Head;
use tree::Tree;

/// Gives a file that lies beside a saved page, by its path from there.
pub type Beside<'a> = &'a dyn Fn(&str) -> Option<Vec<u8>>;

/// What is known while a page is read.
struct Reader<'a> {
    tree: &'a Tree,
    head: &'a Head,
    beside: Beside<'a>,
    /// The name of the page's file without its ending.
    stem: &'a str,
    document: Document,
    /// Where links of the page lead in it.
    targets: BTreeSet<String>,
    /// The ids and names of elements.
    places: BTreeSet<String>,
    /// The place of each picture in the document's list, by its address.
    pictures: BTreeMap<String, usize>,
    /// How many bytes of pictures may still be read.
    left: usize,
    /// Short forms whose long forms were written.
    expanded: BTreeSet<String>,
    /// Notes at the end of the page, by their id, and which element they are.
    notes: BTreeMap<String, usize>,
    /// Those that were written, by their element, and their place in the document's list.
    noted: BTreeMap<usize, usize>,
    /// Whether a note is read.
    in_note: bool,
}

/// Reads a saved web page. `stem` is its file's name without the ending, and `beside` gives the files beside it.
///
/// # Errors
///
/// It is hostile.
pub fn read(bytes: &[u8], stem: &str, beside: Beside<'_>) -> Result<Document, Refusal> {
    let text = charset::decoded(bytes);
    let tree = parse::parse(&text)?;
    let head = head::read(&tree, &text);
    let main = main_part::of(&tree);
    let mut reader = Reader {
        tree: &tree,
        head: &head,
        beside,
        stem,
        document: Document::default(),
        targets: BTreeSet::new(),
        places: places(&tree, main),
        pictures: BTreeMap::new(),
        left: media::MOST_BYTES,
        expanded: BTreeSet::new(),
        notes: notes::of(&tree, main),
        noted: BTreeMap::new(),
        in_note: false,
    };
    reader.targets(main);
    let mut blocks = reader.blocks(main);
    // A title may stand outside the main part.
    if !has_title(&blocks)
        && let Some(title) = main_part::title(&tree, main)
    {
        let content = reader.running(title);
        blocks.insert(0, Block::Title(content));
    }
    let mut document = reader.document;
    document.blocks = blocks;
    document.properties = head.properties();
    Ok(document)
}

fn has_title(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| matches!(block, Block::Title(_) | Block::Heading(1, _)))
}

/// Returns a language as a page names it; nothing where it is none.
fn lang(tag: &str) -> Option<Lang> {
    Lang::parse(tag.trim().replace('_', "-").as_str())
}

/// Returns what links may lead to in a part of a page.
fn places(tree: &Tree, main: usize) -> BTreeSet<String> {
    let shown = tree.below(main, &|node| !aside::is_hidden(tree, node));
    let named = |node: usize| {
        let name = tree.attribute(node, "name").filter(|_| tree.name(node) == "a");
        [tree.attribute(node, "id"), name].into_iter().flatten().map(str::to_string)
    };
    shown.into_iter().flat_map(named).collect()
}
