//! What a leaflet says, read from its plain text, which every leaflet comes in.

use serde::{Deserialize, Serialize};

use super::page::{Sentence, SentenceKind};
use super::run::spaced;
use crate::check;

/// The most characters of a line of plain text. Source: RFC 2646, 4.1, as `render/text` has it.
const COLUMNS: usize = 72;

/// A leaflet as its readers have it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaflet {
    /// The code by which racks know it, such as `RJ-01`.
    pub reference: String,
    /// The tag of its language, where that is not the site's first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lang: String,
    /// What it is called.
    pub title: String,
    /// What it says, in its order.
    pub sentences: Vec<Sentence>,
}

/// Returns the leaflet whose plain text stands at a path under an output folder, as its code and language; nothing where
/// the path is that of another file.
pub fn at(path: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["leaflets", reference, "text.txt"] => Some(((*reference).to_string(), String::new())),
        ["leaflets", reference, lang, "text.txt"] => Some(((*reference).to_string(), (*lang).to_string())),
        _ => None,
    }
}

/// Reads the plain text of a leaflet.
pub fn read((reference, lang): (String, String), text: &str) -> Leaflet {
    let mut leaflet = Leaflet { reference, lang, ..Leaflet::default() };
    let mut under = String::new();
    for paragraph in paragraphs(text) {
        let (kind, words) = match (paragraph.strip_prefix("## "), paragraph.strip_prefix("- ")) {
            (Some(heading), _) => (SentenceKind::Heading, heading.trim_start_matches('#')),
            (None, Some(item)) => (SentenceKind::Item, item),
            (None, None) => (SentenceKind::Words, paragraph.as_str()),
        };
        let words = spaced(words);
        if leaflet.title.is_empty() {
            leaflet.title.clone_from(&words);
        }
        if kind == SentenceKind::Heading {
            under.clone_from(&words);
        }
        let sentence =
            |words: &str| Sentence { kind, words: words.to_string(), under: under.clone(), ..Sentence::default() };
        let ranges = check::sentences(&words);
        leaflet.sentences.extend(ranges.into_iter().filter_map(|range| words.get(range)).map(sentence));
    }
    leaflet
}

/// Returns the paragraphs of a text whose lines were broken to fit. A line that the next word would still have fitted on was
/// ended by its author.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut before: Option<usize> = None;
    for line in text.lines() {
        let words = line.trim();
        if words.is_empty() {
            before = None;
            continue;
        }
        let first = words.split(' ').next().map_or(0, |word| word.chars().count());
        let goes_on = before.is_some_and(|length| length + 1 + first > COLUMNS) && !words.starts_with("- ");
        match found.last_mut() {
            Some(last) if goes_on => {
                last.push(' ');
                last.push_str(words);
            }
            Some(_) | None => found.push(words.to_string()),
        }
        before = Some(line.chars().count());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{at, read};

    #[test]
    fn lines_that_were_broken_to_fit_are_one_again() {
        let text = "Help\n\n## For you\n\nWe listen to you, whatever it is that has happened to you, and then we call\n\
                    you back. You can say no.\n\nThe office\n01707 806100\n\n- one thing\n- another thing\n";
        let leaflet = read(("A-1".to_string(), String::new()), text);
        let said: Vec<&str> = leaflet.sentences.iter().map(|one| one.words.as_str()).collect();
        let expected = [
            "Help",
            "For you",
            "We listen to you, whatever it is that has happened to you, and then we call you back.",
            "You can say no.",
            "The office",
            "01707 806100",
            "one thing",
            "another thing",
        ];
        assert_eq!((said.as_slice(), leaflet.title.as_str()), (expected.as_slice(), "Help"));
    }

    #[test]
    fn only_the_text_of_a_leaflet_is_one() {
        assert_eq!(at("leaflets/A-1/text.txt"), Some(("A-1".to_string(), String::new())));
        assert_eq!(at("leaflets/A-1/cy/text.txt"), Some(("A-1".to_string(), "cy".to_string())));
        assert_eq!((at("a/text.txt"), at("leaflets/A-1/word.docx")), (None, None));
    }
}
