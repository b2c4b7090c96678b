//! Which rule waits for which word of the author's English: one look at a word answers for all of them.

use rustc_hash::FxHashMap;

use super::phrases::Phrase;
use super::sink::Sink;
use super::text::Passage;
use super::{Look, Rule};

/// Every word that a rule waits for, in lower case.
pub struct Lexicon(FxHashMap<&'static str, Vec<Awaited>>);

/// A rule that waits for a word.
pub struct Awaited {
    /// Its place in the list of rules.
    pub rule: usize,
    how: How,
}

enum How {
    Word(fn(&Passage, usize, &mut Sink<'_>)),
    /// The phrases that start with the word, each with all its words.
    Phrases(Vec<(&'static Phrase, Vec<&'static str>)>, fn(&Passage, usize, &Phrase, &mut Sink<'_>)),
}

impl Lexicon {
    /// Returns the words that some rules wait for.
    pub fn new(rules: &'static [Rule]) -> Lexicon {
        let mut words: FxHashMap<&'static str, Vec<Awaited>> = FxHashMap::default();
        for (rule, of) in rules.iter().enumerate() {
            match of.look {
                Look::Words(wanted, look) => {
                    for word in wanted {
                        words.entry(word).or_default().push(Awaited { rule, how: How::Word(look) });
                    }
                }
                Look::Phrases(wanted, look) => {
                    for phrase in wanted {
                        let all: Vec<&'static str> = phrase.words.split(' ').collect();
                        let awaited = words.entry(all[0]).or_default();
                        match awaited.last_mut() {
                            Some(Awaited { rule: known, how: How::Phrases(phrases, _) }) if *known == rule => {
                                phrases.push((phrase, all));
                            }
                            _ => awaited.push(Awaited { rule, how: How::Phrases(vec![(phrase, all)], look) }),
                        }
                    }
                }
                Look::Body(_) | Look::Site(_) => {}
            }
        }
        Lexicon(words)
    }

    /// Returns the rules that wait for a word.
    pub fn of(&self, word: &str) -> &[Awaited] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }
}

impl Awaited {
    /// Lets the rule look at the word, or at the first of its phrases that starts there.
    pub fn look(&self, passage: &Passage, i: usize, report: &mut Sink<'_>) {
        match &self.how {
            How::Word(look) => look(passage, i, report),
            How::Phrases(phrases, look) => {
                let found = phrases.iter().find(|(_, words)| passage.phrase(i, words));
                if let Some((phrase, _)) = found.filter(|(phrase, _)| phrase.is_used(passage, i)) {
                    look(passage, i, phrase, report);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lexicon;
    use crate::check::rules::RULES;
    use crate::check::split;

    #[test]
    fn what_rules_wait_for_can_come() {
        for word in Lexicon::new(RULES).0.keys() {
            let [only] = split::words(word)[..] else { panic!("`{word}` is not one word") };
            assert_eq!(&word[only.start..only.end], *word, "a word has no punctuation round it");
            assert_eq!(word.to_lowercase(), *word, "a word is awaited in lower case");
        }
    }
}
