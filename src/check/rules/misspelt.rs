//! Words that are a slip away from another.

use std::collections::BTreeSet;

use super::{language_unmarked, placeholder_left};
use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink, dictionary};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A174",
        name: "misspelt",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("misspelt.md"),
    },
    look: Look::Body(look),
};

/// The fewest letters of a word that is looked at: shorter ones are units and names too often.
const FEWEST: usize = 5;

/// The fewest letters of a word that is looked at where it may be a name, or a part of a word with a hyphen.
const FEWEST_UNSURE: usize = 8;

/// The fewest letters of a word that starts a sentence, where two letters are swapped in it.
const FEWEST_FIRST: usize = 6;

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let passages = body.english();
    for passage in passages {
        for i in 0..passage.words.len() {
            let known = |word: &str| dictionary::knows(word) || site.own_words.contains(word);
            let Some(word) = looked_at(passage, i).find(|word| !known(word)) else { continue };
            if told.contains(word) || dictionary::is_built(word) || placeholder_left::is_filler(passage) {
                continue;
            }
            // A word of a sentence in another language is right there.
            let sentence = passage.sentences.get(passage.words[i].sentence).cloned();
            if sentence.is_some_and(|sentence| language_unmarked::language(passage, sentence).is_some()) {
                continue;
            }
            // What ran together is told as that.
            let Some(meant) = dictionary::meant(word).filter(|_| dictionary::parted(word).is_none()) else { continue };
            // A name at a sentence's start is another word with one other letter too easily.
            let name =
                passage.word(i).starts_with(char::is_uppercase) && meant.len() == word.len() && !swapped(word, &meant);
            // What the page says often, it means.
            let often = passages
                .iter()
                .flat_map(|other| (0..other.words.len()).filter(|at| other.word(*at) == passage.word(i)))
                .take(3)
                .count();
            // A short word that starts a sentence may be a name, such as Browne.
            let first = passage.word(i).starts_with(char::is_uppercase) && word.len() < FEWEST_UNSURE;
            let slip =
                swapped(word, &meant) && !(i + 1..i + 4).any(|at| passage.word(at).starts_with(char::is_uppercase));
            if often < 3 && !name && (!first || slip) {
                told.insert(word);
                let help = format!("write `{meant}`; if `{word}` is right, add it to `content/_data/words.txt`");
                let at = passage.words[i].start + passage.lower(i).find(word).unwrap_or_default();
                report.add(passage.span(at..at + word.len()), format!("`{word}` is in no dictionary"), help);
            }
        }
    }
}

/// Returns whether two words of one length have the same letters in another order.
fn swapped(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}

/// Returns the parts of a word that are looked at, in lower case: all of it where it is one of the author's own, and no part of
/// an address or a name; a name's first letter may be the start of a sentence.
fn looked_at<'p>(passage: &'p Passage, i: usize) -> impl Iterator<Item = &'p str> {
    let word = passage.lower(i);
    let word = word.strip_suffix("\u{2019}s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
    let small = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase());
    let written = passage.word(i);
    let capital = || written.starts_with(|c: char| c.is_ascii_uppercase());
    let starts = || {
        passage.is_prose()
            && passage.starts_sentence(i)
            && passage.gap(i) == " "
            && passage.word(i + 1).starts_with(|c: char| c.is_ascii_lowercase())
    };
    // "macOS" is a name.
    let inner =
        written.get(1..word.len()).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
    let least = if word.len() < FEWEST || !inner {
        usize::MAX
    } else if small(word) {
        if !capital() {
            FEWEST
        } else if starts() {
            FEWEST_FIRST
        } else {
            usize::MAX
        }
    } else if passage.words[i].has(Sign::Dash) && !capital() && word.split('-').all(small) {
        FEWEST_UNSURE
    } else {
        usize::MAX
    };
    let marked = |signs: &[char], end: Option<char>| end.is_some_and(|c| signs.contains(&c));
    let apart = || {
        passage.words[i].quoted
            || marked(&['/', '.', '@', '_', '#', '\\', '$'], passage.gap_before(i).chars().next_back())
            || marked(&['/', '@', '_', '#', '\\', '='], passage.gap(i).chars().next())
            || passage.gap(i).starts_with("- ")
            || i > 0 && passage.gap(i - 1).starts_with("- ")
    };
    let word = if least == usize::MAX || apart() { "" } else { word };
    word.split('-').filter(move |part| part.len() >= least)
}
