//! A language's words for what is written short: a file of sections, each with lines `written = spoken`.

use std::collections::BTreeMap;

/// The words of one language.
#[derive(Debug)]
pub struct Lexicon {
    sections: BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>,
}

impl Lexicon {
    /// Reads a file. `# ` at a line's start is a comment, if no sign of equation follows; a line without a sign of equation is spoken as it is written.
    pub fn read(text: &'static str) -> Lexicon {
        let mut sections: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
        let mut section = "";
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line)) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                section = name;
                continue;
            }
            let lines = sections.entry(section).or_default();
            match line.split_once(" = ") {
                Some((written, spoken)) => drop(lines.insert(written.trim(), spoken.trim())),
                None => lines.extend(line.split(' ').map(|word| (word, word))),
            }
        }
        Lexicon { sections }
    }

    /// Returns how something is spoken, by its section.
    pub fn get(&self, section: &str, written: &str) -> Option<&'static str> {
        self.sections.get(section)?.get(written).copied()
    }

    /// Returns whether a section has a word, whatever its letters' case.
    pub fn has(&self, section: &str, word: &str) -> bool {
        let lower = word.to_lowercase();
        self.get(section, &lower).or_else(|| self.get(section, word)).is_some()
    }

    /// Returns the longest line of a section that a text starts with: what is written, and what is spoken.
    pub fn longest(&self, section: &str, text: &str) -> Option<(&'static str, &'static str)> {
        let lines = self.sections.get(section)?.iter();
        let starts = lines.filter(|(written, _)| text.starts_with(**written));
        starts.max_by_key(|(written, _)| written.len()).map(|(written, spoken)| (*written, *spoken))
    }

    /// Returns a word that there must be, such as that for a point in a number; empty where it is missing.
    pub fn word(&self, name: &str) -> &'static str {
        self.get("words", name).unwrap_or_default()
    }

    /// Returns one digit in words; `naught` names the word for 0.
    pub fn digit(&self, digit: char, naught: &str) -> String {
        if digit == '0' {
            return self.word(naught).to_string();
        }
        self.get("digits", digit.encode_utf8(&mut [0; 4])).map_or_else(|| digit.to_string(), str::to_string)
    }
}

/// Returns whether a line is a comment; `# = hash` tells how the sign is spoken.
fn is_comment(line: &str) -> bool {
    line.starts_with("# ") && !line.starts_with("# = ")
}
