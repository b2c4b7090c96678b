//! What the public reads on one page or leaflet, sentence by sentence, without how it looks.

use serde::{Deserialize, Serialize};

use crate::model::fnv;

/// A page as its readers have it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Its address on the site, such as `/victims/strategy/`.
    pub address: String,
    /// Its main heading.
    pub title: String,
    /// The sentence about it that lists and search engines show.
    pub summary: String,
    /// The tag of its language.
    pub lang: String,
    /// Whether nobody should be seen reading it.
    pub sensitive: bool,
    /// Its own words, in their order.
    pub sentences: Vec<Sentence>,
    /// The number of what stands around them, among the frames of its site.
    pub frame: usize,
    /// The folder that its site stands in, such as `/safer`; empty at its host's root.
    #[serde(skip)]
    pub base: String,
    /// The files on the site that it shows or offers, by path under the output folder.
    pub files: Vec<String>,
}

/// A sentence, or what stands for one: a heading, a cell, a picture's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sentence {
    /// What it is.
    #[serde(default, skip_serializing_if = "SentenceKind::is_words")]
    pub kind: SentenceKind,
    /// Its words.
    pub words: String,
    /// What a cell or a detail is about, such as the headings of its row and column.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The heading above it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub under: String,
    /// The tag of its language, where that is not its page's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lang: String,
    /// The page that it is said of, where it stands in a list of pages with a heading each.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub entry: String,
    /// Where its words lead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

/// What a sentence is on its page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SentenceKind {
    /// Running words.
    #[default]
    Words,
    /// The main heading.
    Title,
    /// What is said of the page before it is opened.
    Summary,
    /// A heading.
    Heading,
    /// Words in a list whose order says nothing.
    Item,
    /// A cell of a table.
    Cell,
    /// What is said to a term, such as a day to "Closes".
    Detail,
    /// What a picture shows, in words.
    Picture,
}

impl SentenceKind {
    fn is_words(&self) -> bool {
        *self == SentenceKind::Words
    }
}

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Link {
    /// The words.
    pub words: String,
    /// Where they lead: an address on the site without a part of a page, or a whole address elsewhere.
    pub to: String,
}

impl Page {
    /// Returns a number that two pages share where their own words are the same.
    pub fn fingerprint(&self) -> u64 {
        let words = self.sentences.iter().flat_map(|one| [one.label.as_str(), one.words.as_str(), "\n"]);
        words.fold(fnv::BASIS, |state, words| fnv::fold(state, fnv::PRIME, words.bytes()))
    }

    /// Returns how many words it has.
    pub fn count(&self) -> usize {
        self.sentences.iter().map(|one| one.words.split_whitespace().count()).sum()
    }
}

impl Sentence {
    /// Returns whether another says the same: its words, of the same thing.
    pub fn says_as(&self, other: &Sentence) -> bool {
        self.words == other.words && self.label == other.label
    }
}

/// What a file of HTML is.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    /// A page, with what stands around its own words.
    Page(Box<Page>, Vec<Sentence>),
    /// It leads on to another address.
    Moved(String),
}

impl Link {
    /// Returns whether it leads to a telephone or to an inbox.
    pub fn is_contact(&self) -> bool {
        ["tel:", "mailto:", "sms:"].iter().any(|start| self.to.starts_with(start))
    }
}
