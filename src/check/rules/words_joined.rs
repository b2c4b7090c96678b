//! Words and sentences that ran together.

use crate::check::{Body, Known, Look, Passage, Rule, Sink, dictionary};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A145",
        name: "words-joined",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("words_joined.md"),
    },
    look: Look::Body(look),
};

/// Words with which a sentence starts.
const STARTS: &[&str] = &[
    "The", "This", "These", "We", "You", "Your", "It", "If", "For", "To", "In", "Our", "They", "When", "How", "What",
    "Please", "All", "Any", "There", "And", "But", "As", "At", "Call", "Contact", "People", "Victims", "Some", "Each",
    "On", "Is", "Are",
];

/// Short words that stick to the end of the word before them.
const STICKY: &[&str] = &["and", "the", "with", "from", "that", "for", "of"];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in 0..passage.words.len() {
            let word = passage.word(i);
            if word.len() < 7 || passage.words[i].quoted || word.contains(['/', '@', '_']) {
                continue;
            }
            let Some(say) = apart(word).or_else(|| stuck(passage, i)) else { continue };
            let message = format!("`{word}` is two words that ran together");
            report.add(passage.span(passage.range(i, i)), message, format!("write `{say}`"));
        }
    }
}

/// Returns a word with a space where a sentence or a line ends in it: "services.The", "help,and", "servicesThe".
fn apart(word: &str) -> Option<String> {
    // Most words are small letters throughout.
    if word.bytes().skip(1).all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let letters = |part: &str, least: usize| part.len() >= least && part.chars().all(char::is_alphabetic);
    if let Some((mark, at)) =
        ['.', '?', '!', ',', ';', ':'].into_iter().find_map(|mark| word.find(mark).map(|at| (mark, at)))
    {
        let (left, right) = (&word[..at], &word[at + 1..]);
        let left_small = left.chars().skip(1).all(char::is_lowercase);
        let capital = right.starts_with(char::is_uppercase) && right.chars().skip(1).all(char::is_lowercase);
        let small = right.chars().all(char::is_lowercase);
        let joined = letters(left, 3)
            && letters(right, 2)
            && left_small
            && if matches!(mark, '.' | ':') { capital && STARTS.contains(&right) } else { capital || small };
        return joined.then(|| format!("{left}{mark} {right}"));
    }
    let at = word.char_indices().skip(4).find(|(_, c)| c.is_uppercase()).map(|(at, _)| at)?;
    let (left, right) = word.split_at(at);
    (letters(left, 4) && left.chars().skip(1).all(char::is_lowercase) && STARTS.contains(&right))
        .then(|| format!("{left} {right}"))
}

/// Returns a word with a space before the short word that sticks to it: "agencyand".
fn stuck(passage: &Passage, i: usize) -> Option<String> {
    let word = passage.lower(i);
    let head = STICKY
        .iter()
        .find_map(|short| word.strip_suffix(short).filter(|head| head.len() > 3 && dictionary::knows(head)))?;
    if !word.bytes().all(|b| b.is_ascii_lowercase()) || dictionary::knows(word) || passage.word(i) != word {
        return None;
    }
    Some(format!("{head} {}", &word[head.len()..]))
}
