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

/// Returns whether a word in lower case is one that most people know.
pub fn is_common(word: &str) -> bool {
    SUGGESTED.contains(word)
}

/// Returns whether a word is made of a known one by an ending or a beginning, as new words are: "lookups", "unleased".
pub fn is_built(word: &str) -> bool {
    let begins = ["un", "re", "de", "dis", "mis", "non", "over", "under", "pre", "co", "sub", "multi", "inter", "anti"];
    let known = |rest: &str| rest.len() > 4 && knows(rest);
    let ended = ["s", "es", "ed", "ing", "er", "ers", "ly"].iter().filter_map(|end| word.strip_suffix(end)).any(known);
    let begun = begins.iter().filter_map(|start| word.strip_prefix(start)).any(known);
    ended || begun || knows(&format!("{word}s"))
}

/// Small words that stick to the word after them: "ourservice", "theoffice".
const BEFORE: &[&str] = &[
    "the", "our", "your", "can", "and", "for", "with", "from", "this", "that", "will", "you", "are", "have", "they",
    "their", "which", "who", "not", "may", "must", "should", "would", "could", "when", "what", "how", "any", "was",
    "were", "these", "those", "about", "please",
];

/// Small words that stick to the word before them: "agencyand". Shorter ones are endings of words too often.
const AFTER: &[&str] = &["and", "the", "with", "from", "that", "for", "of", "our", "your", "will", "which", "this"];

/// Words of three letters that one of the small words may stick to: "canask".
const NEXT: &[&str] =
    &["ask", "get", "use", "see", "say", "try", "pay", "had", "has", "one", "two", "new", "can", "may", "let", "put"];

/// Two-letter words, of which one sticks to another small word: "tothe", "ofyour".
const SHORT: &[&str] = &["to", "of", "in", "on", "at", "by", "is", "as", "we", "if", "it", "or", "be", "us"];

/// Returns a word in lower case with a space where two ran together, one of them small and both common; nothing where the whole
/// is a word.
pub fn parted(word: &str) -> Option<String> {
    // The first letters of the small words, so that most words are not looked up.
    let begins = matches!(
        word.as_bytes().first()?,
        b't' | b'o' | b'y' | b'c' | b'a' | b'f' | b'w' | b'h' | b'n' | b'm' | b's' | b'p'
    ) || SHORT.iter().any(|short| word.starts_with(short));
    let ends = AFTER.iter().any(|small| word.ends_with(small));
    if !(begins || ends) || knows(word) || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let common = |part: &str| part.len() > 2 && SUGGESTED.contains(part);
    let small = |part: &str| BEFORE.contains(&part) || AFTER.contains(&part) || NEXT.contains(&part);
    let before = BEFORE.iter().filter_map(|left| Some((*left, word.strip_prefix(left)?)));
    let before = before.filter(|(_, right)| right.len() > 3 || small(right)).find(|(_, right)| common(right));
    let after = || {
        let cut = AFTER.iter().filter_map(|right| Some((word.strip_suffix(right)?, *right)));
        cut.filter(|(left, _)| left.len() > 3).find(|(left, _)| common(left))
    };
    let short = || {
        let cut = SHORT.iter().filter_map(|left| Some((*left, word.strip_prefix(left)?)));
        cut.into_iter().find(|(_, right)| small(right) && right.len() > 2)
    };
    let (left, right) = before.or_else(after).or_else(short)?;
    (!is_built(word)).then(|| format!("{left} {right}"))
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
    // Two letters for one, and one for two, in the same word: "refferal", "tommorow".
    let doubled = || {
        let twins = (1..letters.len()).filter(|at| letters.get(*at) == letters.get(at - 1));
        twins.take(3).find_map(|twin| {
            let mut once = letters.clone();
            once.remove(twin);
            (1..once.len()).find_map(|at| {
                let mut other = once.clone();
                other.insert(at, *once.get(at)?);
                known(&other)
            })
        })
    };
    swapped.or_else(with).or_else(without).or_else(another).or_else(doubled)
}

#[cfg(test)]
mod tests {
    use super::{knows, meant, parted};

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
        for (wrong, right) in [("refferal", "referral"), ("tommorow", "tomorrow"), ("proffesional", "professional")] {
            assert_eq!(meant(wrong).as_deref(), Some(right), "{wrong}");
        }
        assert_eq!(meant("qwertzuiop"), None);
    }

    #[test]
    fn words_that_ran_together_are_parted() {
        for (joined, apart) in [
            ("ourservice", "our service"),
            ("theoffice", "the office"),
            ("canask", "can ask"),
            ("agencyand", "agency and"),
            ("tothe", "to the"),
        ] {
            assert_eq!(parted(joined).as_deref(), Some(apart));
        }
        for word in ["themselves", "candle", "forward", "textphone", "onboarding", "website", "youth", "handbook"] {
            assert_eq!(parted(word), None, "{word}");
        }
    }
}
