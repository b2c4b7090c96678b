//! How much of what a fact's own sentence says stands in a sentence of the text, going by its longer words.

use std::ops::Range;

use super::text::Passage;

/// The longer words of a fact's own sentence, in lower case.
pub struct Statement(Vec<String>);

impl Statement {
    /// Returns the words of more than three letters, but those that say too little to be a fact's own.
    pub fn of(statement: &str, common: &[&str]) -> Statement {
        let lower = statement.to_lowercase();
        let long =
            |word: &&str| word.chars().count() > 3 && word.chars().all(char::is_alphabetic) && !common.contains(word);
        Statement(lower.split(|c: char| !c.is_alphanumeric()).filter(long).map(str::to_string).collect())
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether a word in lower case is one of them.
    pub fn has(&self, word: &str) -> bool {
        self.0.iter().any(|known| known == word)
    }

    /// Returns how many different ones a sentence of a passage has.
    pub fn said_in(&self, passage: &Passage, sentence: &Range<usize>) -> usize {
        let mut said: Vec<&str> = sentence.clone().map(|i| passage.lower(i)).filter(|word| self.has(word)).collect();
        said.sort_unstable();
        said.dedup();
        said.len()
    }
}
