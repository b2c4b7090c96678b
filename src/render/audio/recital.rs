//! A document as it is read out: parts, paragraphs, sentences.

use crate::words::Lang;

/// A document as it is read out.
#[derive(Clone, Debug, PartialEq)]
pub struct Recital {
    /// Its language.
    pub lang: Lang,
    /// Its parts: the opening first, the closing last.
    pub parts: Vec<Part>,
    /// How many words of it are the page's own, without the opening.
    pub own_words: usize,
}

/// What stands between two silences: an opening, what is under one heading, a closing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// What it is called, as it is written.
    pub title: String,
    /// What is said first, such as `Part 2 of 6: Who can help`; empty in the opening.
    pub heading: Paragraph,
    /// What is said then.
    pub paragraphs: Vec<Paragraph>,
}

/// Sentences that belong together.
pub type Paragraph = Vec<Sentence>;

/// What is said in one breath, in one language or more.
pub type Sentence = Vec<Piece>;

/// Words of one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The words as they are spoken.
    pub words: String,
    /// Their language, where it is not the document's.
    pub lang: Option<Lang>,
    /// How they are said, where the glossary tells, such as `WEL-in`.
    pub say: Option<String>,
}

impl Recital {
    /// Returns how many words are said.
    pub fn count(&self) -> usize {
        let paragraphs = self.parts.iter().flat_map(|part| part.paragraphs.iter().chain([&part.heading]));
        paragraphs.flatten().flatten().map(|piece| piece.words.split_whitespace().count()).sum()
    }
}
