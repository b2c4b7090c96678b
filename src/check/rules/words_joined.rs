//! Words and sentences that ran together, and words that were broken.

use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink, dates, dictionary};
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

/// What follows a number, and is written apart from it.
const COUNTED: &[&str] = &[
    "million", "billion", "thousand", "people", "days", "weeks", "months", "years", "hours", "minutes", "pounds",
    "percent", "and", "the", "of", "to", "or",
];

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in 0..passage.words.len() {
            let word = passage.word(i);
            if passage.words[i].quoted || word.contains(['/', '@', '_']) {
                continue;
            }
            if passage.words[i].has(Sign::Dash)
                && let Some(whole) = broken(passage, i)
            {
                let range = passage.range(i, i + 1);
                let words = &passage.text[range.clone()];
                let message = format!("`{words}` is one word that was broken at the end of a line");
                report.add(passage.span(range), message, format!("write `{whole}`"));
            }
            if word.len() < 4 || passage.gap(i).starts_with('-') {
                continue;
            }
            let parted = || dictionary::parted(word).filter(|_| !site.own_words.contains(word));
            let Some(say) = apart(word).or_else(|| counted(passage, i)).or_else(parted) else { continue };
            let message = format!("`{word}` is two words that ran together");
            report.add(passage.span(passage.range(i, i)), message, format!("write `{say}`"));
        }
    }
}

/// Returns a word with a space where a sentence or a line ends in it: "services.The", "help,and", "servicesThe".
fn apart(word: &str) -> Option<String> {
    // Most words are small letters throughout.
    if word.len() < 4 || word.bytes().skip(1).all(|b| b.is_ascii_lowercase()) {
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
            && if matches!(mark, '.' | ':') { capital && begins(left, right) } else { capital || small };
        return joined.then(|| format!("{left}{mark} {right}"));
    }
    // "£5Please" has a figure before.
    let at = word.char_indices().skip(2).find(|(_, c)| c.is_uppercase()).map(|(at, _)| at)?;
    let (left, right) = word.split_at(at);
    let small = |part: &str| part.chars().all(char::is_lowercase);
    let priced = left.starts_with('£') && left.ends_with(|c: char| c.is_ascii_digit());
    let known = |part: &str| {
        let lower = part.to_lowercase();
        dictionary::is_common(&lower) || dates::WEEKDAYS.contains(&lower.as_str())
    };
    let right_word =
        right.chars().skip(1).all(char::is_lowercase) && (STARTS.contains(&right) || right.len() > 3 && known(right));
    let left_word = letters(left, 4) && left.chars().skip(1).all(char::is_lowercase) && STARTS.contains(&right)
        || small(left) && known(left) && !BRANDED.contains(&left);
    ((left_word || priced) && right_word).then(|| format!("{left} {right}"))
}

/// How names start that have a capital inside: "easyJet", "mySociety".
const BRANDED: &[&str] =
    &["easy", "my", "open", "mac", "live", "web", "pro", "go", "we", "one", "net", "in", "re", "e", "i", "re", "to"];

/// Returns whether two words with a full stop between are the end of a sentence and the start of the next, and no name of a file.
fn begins(left: &str, right: &str) -> bool {
    STARTS.contains(&right)
        || left.len() > 2
            && right.len() > 3
            && dictionary::is_common(&left.to_lowercase())
            && dictionary::is_common(&right.to_lowercase())
}

/// Returns the word that was broken with a hyphen where a line ended: "infor- mation".
fn broken(passage: &Passage, i: usize) -> Option<String> {
    let (one, rest) = (passage.lower(i), passage.word(i + 1));
    let hyphen = passage.gap(i).strip_prefix('-').is_some_and(|space| !space.is_empty() && space.trim().is_empty());
    let small = rest.bytes().all(|b| b.is_ascii_lowercase()) && !matches!(rest, "and" | "or" | "to" | "");
    let whole = (hyphen && small).then(|| format!("{one}{rest}"))?;
    // "Over- all" may be meant; "infor- mation" has a part that is no word.
    (dictionary::knows(&whole) && !(dictionary::is_common(one) && dictionary::is_common(rest))).then_some(whole)
}

/// Returns a word with a space after its number or its time: "£2.5million", "5pmTuesday", "12March", "March2027".
fn counted(passage: &Passage, i: usize) -> Option<String> {
    if !passage.words[i].has(Sign::Digit) {
        return None;
    }
    let word = passage.word(i);
    let number = |part: &str| {
        let digits = part.trim_start_matches(['£', '€', '$']);
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
    };
    let named = |part: &str| {
        dates::month(part).is_some_and(|_| part.len() > 3 || part == "May")
            || dates::WEEKDAYS.contains(&part.to_ascii_lowercase().as_str())
    };
    let at = word.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (left, right) = word.split_at(at);
    if number(left) && (COUNTED.contains(&right) || (named(right) && left.len() < 3)) {
        return Some(format!("{left} {right}"));
    }
    let noon = right.get(..2).filter(|noon| matches!(*noon, "am" | "pm"));
    if let Some((noon, rest)) = noon.and_then(|noon| Some((noon, right.get(2..)?)))
        && (named(rest) || matches!(rest, "to" | "and" | "on" | "or"))
    {
        return Some(format!("{left}{noon} {rest}"));
    }
    let at = word.find(|c: char| c.is_ascii_digit())?;
    let (left, right) = word.split_at(at);
    (named(left) && dates::year(right).is_some()).then(|| format!("{left} {right}"))
}
