//! In which language words are, by words that are frequent in one language alone.

use std::collections::HashMap;
use std::sync::LazyLock;

/// For each frequent word the language that has it, unless several have.
static WORDS: LazyLock<HashMap<&'static str, Option<&'static str>>> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, Option<&'static str>> = HashMap::new();
    for line in include_str!("common_words.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((language, list)) = line.split_once(' ') else { continue };
        for word in list.split(' ') {
            let known = words.entry(word).or_insert(Some(language));
            if *known != Some(language) {
                *known = None;
            }
        }
    }
    words
});

/// Languages in the list.
static LANGUAGES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("common_words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).map(|(language, _)| language).collect()
});

/// What the words of a text say of the language that they are marked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// They are in it, or nothing speaks against it.
    Fits,
    /// They are in this other one.
    Is(&'static str),
    /// Nothing in them is of the language.
    Unsure,
}

/// The fewest words that say something, and that say it for sure. Source: ours, so that no case of ACT is told wrongly.
const FEWEST: usize = 3;
const FEWEST_SURE: usize = 6;

/// How many frequent words of another language there must be, and how many times as many as of the one that is said.
const MOST_LIKELY: usize = 3;
const TIMES: usize = 5;

/// Looks at words that are marked with a language, by its primary subtag.
pub fn look(text: &str, marked: &str) -> Said {
    if !LANGUAGES.contains(&marked) {
        return Said::Fits;
    }
    let lower = text.to_lowercase().replace('\u{2019}', "'");
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphabetic() || c == '\''))
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
        .collect();
    let mut counts: HashMap<&'static str, usize> = HashMap::new();
    for language in words.iter().filter_map(|word| WORDS.get(word).copied().flatten()) {
        *counts.entry(language).or_default() += 1;
    }
    let own = counts.get(marked).copied().unwrap_or(0);
    let best = LANGUAGES
        .iter()
        .filter_map(|language| Some((counts.get(language)?, *language)))
        .max_by_key(|(count, _)| **count);
    match best {
        _ if words.len() < FEWEST => Said::Fits,
        Some((count, language)) if language != marked => {
            // One word in ten must be a frequent one: a list of names says nothing.
            let sure = words.len() >= FEWEST_SURE && *count >= MOST_LIKELY && *count * 10 >= words.len();
            if sure && *count >= own * TIMES {
                Said::Is(language)
            } else if own == 0 {
                Said::Unsure
            } else {
                Said::Fits
            }
        }
        None if words.len() < MANY => Said::Unsure,
        _ => Said::Fits,
    }
}

/// From so many words on, a text without any frequent word is no language but a list.
const MANY: usize = 12;

/// Returns a language's name in English.
pub fn name(language: &str) -> &str {
    match language {
        "en" => "English",
        "cy" => "Welsh",
        "pl" => "Polish",
        "ur" => "Urdu",
        "fr" => "French",
        "de" => "German",
        "nl" => "Dutch",
        "es" => "Spanish",
        "it" => "Italian",
        "pt" => "Portuguese",
        "da" => "Danish",
        "sv" => "Swedish",
        "fi" => "Finnish",
        "ro" => "Romanian",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_language_is_told_only_where_its_words_are() {
        for (text, marked, expected) in [
            ("The office is open on Monday and on Friday.", "en", Said::Fits),
            ("You can come to our office, and people there will help you with what you need.", "cy", Said::Is("en")),
            ("Mae'r swyddfa ar agor ddydd Llun a dydd Gwener, ond nid yn y bore.", "en", Said::Is("cy")),
            ("Biuro jest czynne w poniedziałek oraz w piątek, ale nie po południu.", "en", Said::Is("pl")),
            ("Champs Élysées", "en", Said::Fits),
            ("Fireworks over Paris", "fr", Said::Unsure),
            ("Words in a language that is not known here", "qaa", Said::Fits),
        ] {
            assert_eq!(look(text, marked), expected, "{text}");
        }
    }
}
