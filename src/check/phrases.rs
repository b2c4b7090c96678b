//! Words and phrases that have a plainer form: finding them, as the rules' tables list them, in running text.

use super::sink::Sink;
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
    /// Whether it is written in capitals where it is meant, so that capitals make it no name.
    pub capitals: bool,
}

/// How words start that say what to write about, and are not to be written themselves.
const INSTRUCTIONS: &[&str] = &["what ", "nothing ", "how ", "where "];

/// Returns a phrase without exceptions.
pub const fn phrase(words: &'static str, say: &'static str, same: bool) -> Phrase {
    Phrase { words, say, same, not_after: &[], not_before: &[], capitals: false }
}

impl Phrase {
    /// Returns the phrase, left alone after and before these words.
    pub const fn except(self, not_after: &'static [&'static str], not_before: &'static [&'static str]) -> Phrase {
        Phrase { not_after, not_before, ..self }
    }

    /// Returns the phrase as one of capital letters, such as `BME`.
    pub const fn capitals(self) -> Phrase {
        Phrase { capitals: true, ..self }
    }

    /// Returns whether the phrase is used where its words stand, from `i`. Words spoken of and words of a name are no
    /// use of it.
    pub fn is_used(&self, passage: &Passage, i: usize) -> bool {
        let last = self.last(i);
        let own =
            self.not_after.contains(&passage.lower_before(i)) || self.not_before.contains(&passage.lower_after(last));
        // In "basic, primary, promote, exhibit" a word is listed, not used.
        let listed = i > 0 && passage.gap_before(i) == ", " && passage.gap(last) == ", ";
        // The word "mankind", the term "hereby" and "the wheelchair-bound label" are spoken of.
        let spoken_of =
            matches!(passage.lower_before(i), "word" | "words" | "term" | "terms" | "phrase" | "phrases" | "label")
                || passage.lower_after(last) == "label";
        !passage.words[i].quoted
            && !spoken_of
            && (self.capitals || !(i..=last).any(|at| passage.name_like(at)))
            && !own
            && !listed
    }

    /// Adds the finding that the phrase stands at `i`; `message` is said of what was written.
    pub fn report(&self, passage: &Passage, i: usize, message: &str, report: &mut Sink<'_>) {
        let range = passage.range(i, self.last(i));
        let upper = passage.word(i).starts_with(char::is_uppercase);
        let say = if upper { capitalised(self.say) } else { self.say.to_string() };
        let fix = passage.fix(range.clone(), &say).filter(|_| self.same);
        let help = if INSTRUCTIONS.iter().any(|start| self.say.starts_with(start)) {
            format!("write {}", self.say)
        } else if self.same {
            format!("write `{say}`")
        } else if let Some((first, rest)) = say.split_once(", or ") {
            format!("write `{first}` or `{rest}`")
        } else if let Some((first, rest)) = say.rsplit_once(", ").filter(|(_, rest)| !rest.contains(" and ")) {
            format!("write `{}` or `{rest}`", first.replace(", ", "`, `"))
        } else {
            format!("write `{say}`")
        };
        let message = format!("`{}` {message}", &passage.text[range.clone()]);
        report.add_fixed(passage.span(range), message, help, fix);
    }

    fn last(&self, i: usize) -> usize {
        i + self.words.matches(' ').count()
    }
}

/// Returns words with a capital at the start.
pub fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}
