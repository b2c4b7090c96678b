//! What a page's kind knows, written around its text.

use std::collections::BTreeSet;

use crate::content::kinds::{Compose, Composed, OwnWords};
use crate::content::read::directives;
use crate::content::read::markdown::Reader;
use crate::content::read::page::{Draft, Head, PageText};
use crate::diag::Diagnostic;
use crate::model::{Block, Clock, Contact, Note, Waiver, walk};
use crate::words::Wordings;

/// A page's text with what its kind wrote around it.
pub struct ComposedText {
    /// What stands on the page.
    pub blocks: Vec<Block>,
    /// Its footnotes.
    pub notes: Vec<Note>,
    /// Findings that its author accepts, as far as they stand in its text.
    pub waivers: Vec<Waiver>,
    /// What is wrong with words of the front matter.
    pub found: Vec<Diagnostic>,
}

/// Returns a page's text with what its kind writes at a moment.
pub fn text(head: &Head, draft: &Draft, words: &Wordings, (clock, publisher): (&Clock, &Contact)) -> ComposedText {
    let (mut found, meta) = (Vec::new(), &head.front.meta);
    let mut reader = Reader::new(&draft.opening.text, head.file, &head.lang, &mut found);
    let own = draft.words(head.file);
    let said = OwnWords::of(&own.blocks);
    let mut compose = Compose::new(&mut reader, meta, (&head.lang, words.of(&head.lang)), (clock, publisher), said);
    (head.front.kind.compose)(&meta.details, &head.front.markdown, &mut compose);
    let composed = compose.finish();
    let mut notes = std::mem::take(&mut reader.notes);
    let mut waivers = std::mem::take(&mut reader.waivers);
    let body = if meet(&composed, &own) {
        // A heading of the text gives way to one that the kind wrote, so the text is read again, after that.
        let mut told = Vec::new();
        let mut again = reader.again(&mut told);
        let body = directives::body(&mut again, draft.opening.body..draft.opening.text.len());
        notes.append(&mut again.notes);
        waivers.append(&mut again.waivers);
        body
    } else {
        notes.extend(own.notes);
        waivers.extend(own.waivers);
        own.blocks
    };
    ComposedText { blocks: around(composed, body), notes, waivers, found }
}

/// Returns whether a heading that the kind wrote has the id of one in the page's own text.
fn meet(composed: &Composed, words: &PageText) -> bool {
    let parts = [&composed.lead, &composed.middle, &composed.tail];
    let written = parts.into_iter().flat_map(|blocks| walk::headings(blocks)).map(|heading| heading.id.as_str());
    let between = composed.between.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(heading.id.as_str()),
        _ => None,
    });
    let written: BTreeSet<&str> = written.chain(between).collect();
    if written.is_empty() {
        return false;
    }
    let own = std::iter::once(words.blocks.as_slice()).chain(words.notes.iter().map(|note| note.blocks.as_slice()));
    own.flat_map(walk::headings).any(|heading| written.contains(heading.id.as_str()))
}

/// Puts what a page's kind wrote around its text; contacts and formats at the text's end stay last.
fn around(composed: Composed, mut text: Vec<Block>) -> Vec<Block> {
    if composed.lead.is_empty() && composed.middle.is_empty() && composed.tail.is_empty() {
        return text;
    }
    let closing = |block: &&Block| matches!(block, Block::Contact(_) | Block::Formats(_));
    let last = text.split_off(text.len() - text.iter().rev().take_while(closing).count());
    let opening = text.iter().take_while(|block| !matches!(block, Block::Heading(_))).count();
    let mut rest = text.split_off(opening);
    let mut blocks = composed.lead;
    let bare = text.first().is_some_and(|block| !matches!(block, Block::Heading(_)));
    blocks.extend(composed.between.filter(|_| bare));
    blocks.append(&mut text);
    blocks.extend(composed.middle);
    blocks.append(&mut rest);
    blocks.extend(composed.tail);
    blocks.extend(last);
    blocks
}
