//! The words of British English, and how a wrong one may have been meant.
//!
//! The words are those of SCOWL 2020.12.07 by Kevin Atkinson, British spelling, up to size 70 and without names; those up to
//! size 50 are common, and only they are suggested. Its notices stand in `spelling/COPYING`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

const COMMON: &str = include_str!("spelling/common.words");
const MORE: &str = include_str!("spelling/more.words");

/// Words of public services that SCOWL does not have.
const PUBLIC: &str = include_str!("spelling/public.words");

static WORDS: LazyLock<Words> = LazyLock::new(|| COMMON.lines().chain(MORE.lines()).chain(PUBLIC.lines()).collect());
static SUGGESTED: LazyLock<Words> = LazyLock::new(|| COMMON.lines().chain(PUBLIC.lines()).collect());

type Words = FxHashSet<&'static str>;

/// Returns whether a word in lower case is one.
pub fn knows(word: &str) -> bool {
    WORDS.contains(word)
}

/// Returns whether a word is made of a known one by an ending or a beginning, as new words are: "lookups", "unleased".
pub fn is_built(word: &str) -> bool {
    let begins = ["un", "re", "de", "dis", "mis", "non", "over", "under", "pre", "co", "sub", "multi", "inter", "anti"];
    let known = |rest: &str| rest.len() > 4 && knows(rest);
    let ended = ["s", "es", "ed", "ing", "er", "ers", "ly"].iter().filter_map(|end| word.strip_suffix(end)).any(known);
    let begun = begins.iter().filter_map(|start| word.strip_prefix(start)).any(known);
    ended || begun || knows(&format!("{word}s"))
}

/// Returns the common word that a wrong one is a slip away from; nothing where there is none, so that words of a trade, which
/// no dictionary has, are left alone. Slips are tried in the order in which people make them.
/// Source: F. J. Damerau, 1964, a technique for computer detection and correction of spelling errors.
pub fn meant(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let known = |letters: &[char]| {
        let word: String = letters.iter().collect();
        SUGGESTED.contains(word.as_str()).then_some(word)
    };
    let swapped = (1..letters.len()).find_map(|at| {
        let mut other = letters.clone();
        other.swap(at - 1, at);
        known(&other)
    });
    let without = || {
        (0..letters.len()).find_map(|at| {
            let mut other = letters.clone();
            other.remove(at);
            known(&other)
        })
    };
    // The first letter is rarely wrong.
    let with = || {
        (1..=letters.len()).find_map(|at| {
            ('a'..='z').find_map(|letter| {
                let mut other = letters.clone();
                other.insert(at, letter);
                known(&other)
            })
        })
    };
    let another = || {
        (1..letters.len()).find_map(|at| {
            ('a'..='z').find_map(|letter| {
                let mut other = letters.clone();
                *other.get_mut(at)? = letter;
                known(&other)
            })
        })
    };
    // In a short word, another letter makes another word too easily.
    let another = || if letters.len() > 6 { another() } else { None };
    swapped.or_else(with).or_else(without).or_else(another)
}

#[cfg(test)]
mod tests {
    use super::{knows, meant};

    #[test]
    fn words_are_british() {
        for word in ["colour", "organise", "organize", "centre", "safeguarding"] {
            assert!(knows(word), "{word}");
        }
        for word in ["recieve", "color", "agencyand", "the the"] {
            assert!(!knows(word), "{word}");
        }
    }

    #[test]
    fn a_slip_leads_to_a_common_word() {
        for (wrong, right) in
            [("recieve", "receive"), ("color", "colour"), ("goverment", "government"), ("untill", "until")]
        {
            assert_eq!(meant(wrong).as_deref(), Some(right));
        }
        assert_eq!(meant("qwertzuiop"), None);
    }
}
