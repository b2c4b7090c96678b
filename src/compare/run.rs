//! Words that stand together in HTML, and the links in them.

use super::page::Link;
use crate::check;

/// Words that stand together.
#[derive(Debug, Default)]
pub struct Run {
    text: String,
    /// Links that have ended: where their words start and end, and where they lead.
    links: Vec<(usize, usize, String)>,
    /// The link that is open.
    link: Option<(usize, String)>,
    /// Where a size of a file starts.
    mark: usize,
}

impl Run {
    /// Returns whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Adds words; what parts them counts as one space.
    pub fn push(&mut self, words: &str) {
        if words.starts_with(char::is_whitespace) {
            self.space();
        }
        let words_of = spaced(words);
        self.text.push_str(&words_of);
        if !words_of.is_empty() && words.ends_with(char::is_whitespace) {
            self.space();
        }
    }

    /// Adds a space, where there is none.
    pub fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    /// Begins a link; one that leads nowhere counts as none.
    pub fn link(&mut self, to: String) {
        self.link = Some((self.text.len(), to)).filter(|(_, to)| !to.is_empty());
    }

    /// Ends the link that is open.
    pub fn end_link(&mut self) {
        if let Some((start, to)) = self.link.take() {
            self.links.push((start, self.text.len(), to));
        }
    }

    /// Remembers that the size of a file may start here.
    pub fn mark(&mut self) {
        self.mark = self.text.len();
    }

    /// Takes back what was said since the mark, if it is the size of a file: a new edition of the file is told of by itself.
    pub fn drop_size(&mut self) {
        let said = self.text.get(self.mark..).unwrap_or_default();
        let mut words = said.rsplit([' ', ',']).filter(|word| !word.is_empty());
        let is_size = words.any(|word| matches!(word, "KB" | "MB")) && said.bytes().any(|b| b.is_ascii_digit());
        if is_size {
            self.text.truncate(self.mark);
        }
    }

    /// Returns all its words.
    pub fn words(&self) -> String {
        self.text.trim().to_string()
    }

    /// Returns its sentences with the links in each; as one where it is to stay `whole`.
    pub fn sentences(&self, whole: bool) -> Vec<(String, Vec<Link>)> {
        let all = 0..self.text.len();
        let ranges = if whole { vec![all] } else { check::sentences(&self.text) };
        let words = |start: usize, end: usize| self.text.get(start..end).unwrap_or_default().trim().to_string();
        let of = |range: &std::ops::Range<usize>| {
            let inside = self.links.iter().filter(|(start, end, _)| *start < range.end && range.start < *end);
            inside.map(|(start, end, to)| Link { words: words(*start, *end), to: to.clone() }).collect()
        };
        ranges
            .into_iter()
            .map(|range| (words(range.start, range.end), of(&range)))
            .filter(|(words, _)| !words.is_empty())
            .collect()
    }
}

/// Returns words with one space between them. A space that may not break is one.
pub fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
