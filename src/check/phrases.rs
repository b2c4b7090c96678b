//! Words and phrases that have a plainer form: finding them, as the rules' tables list them, in running text.

use std::collections::BTreeMap;

use super::report::Report;
use super::text::Passage;

/// A word or phrase to avoid.
pub struct Phrase {
    /// Its words in lower case, with a space between.
    pub words: &'static str,
    /// What to write.
    pub say: &'static str,
    /// Whether the one can stand for the other wherever it stands.
    pub same: bool,
    /// Words that may stand before it where it is used in its own sense; it is then left alone.
    pub not_after: &'static [&'static str],
    /// Words that may stand after it where it is used in its own sense; it is then left alone.
    pub not_before: &'static [&'static str],
}

/// Returns a phrase without exceptions.
pub const fn phrase(words: &'static str, say: &'static str, same: bool) -> Phrase {
    Phrase { words, say, same, not_after: &[], not_before: &[] }
}

impl Phrase {
    /// Returns the phrase, left alone after and before these words.
    pub const fn except(self, not_after: &'static [&'static str], not_before: &'static [&'static str]) -> Phrase {
        Phrase { not_after, not_before, ..self }
    }
}

/// A table of phrases by first word.
pub struct Table(BTreeMap<&'static str, Vec<(&'static Phrase, Vec<&'static str>)>>);

impl Table {
    /// Returns the table of some phrases.
    pub fn new(phrases: &'static [Phrase]) -> Table {
        let mut table: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for phrase in phrases {
            let words: Vec<&'static str> = phrase.words.split(' ').collect();
            table.entry(words[0]).or_default().push((phrase, words));
        }
        Table(table)
    }

    /// Returns the phrase that starts at a word, and its last word. Words spoken of and words of a name are no use of it.
    pub fn at(&self, passage: &Passage, i: usize) -> Option<(&'static Phrase, usize)> {
        if passage.words[i].quoted || passage.name_like(i) {
            return None;
        }
        let found = self.0.get(passage.lower(i))?.iter().find(|(_, words)| passage.phrase(i, words))?;
        let (phrase, last) = (found.0, i + found.1.len() - 1);
        let own = phrase.not_after.contains(&passage.lower_before(i))
            || phrase.not_before.contains(&passage.lower_after(last));
        // In "basic, primary, promote, exhibit" a word is listed, not used.
        let listed = i > 0 && passage.gap_before(i) == ", " && passage.gap(last) == ", ";
        (!own && !listed).then_some((phrase, last))
    }

    /// Adds a finding for every phrase of a passage that `uses` confirms; `message` is said of what was written.
    pub fn report(
        &self,
        passage: &Passage,
        report: &mut Report<'_>,
        message: &str,
        uses: fn(&Passage, usize, &Phrase) -> bool,
    ) {
        for i in 0..passage.words.len() {
            let Some((phrase, last)) = self.at(passage, i) else { continue };
            if !uses(passage, i, phrase) {
                continue;
            }
            let range = passage.range(i, last);
            let upper = passage.word(i).starts_with(char::is_uppercase);
            let say = if upper { capitalised(phrase.say) } else { phrase.say.to_string() };
            let fix = passage.fix(range.clone(), &say).filter(|_| phrase.same);
            let help = if phrase.same || !phrase.say.contains(',') {
                format!("write `{say}`")
            } else {
                let (first, rest) = say.rsplit_once(", ").unwrap_or((&say, ""));
                format!("write `{}` or `{rest}`", first.replace(", ", "`, `"))
            };
            let message = format!("`{}` {message}", &passage.text[range.clone()]);
            report.add_fixed(passage.span(range), message, help, fix);
        }
    }
}

/// Returns words with a capital at the start.
pub fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}
