//! What is written short: abbreviations, letters that stand for words, Roman numbers, two words with a slash.

use super::super::cursor::Cursor;
use super::super::spoken::{Speech, spelled};

/// The longest run of capitals that is taken for letters; longer ones are words.
const LETTERS: usize = 8;

/// Roman numbers of monarchs and of parts: `Charles III`, `Part IV`.
pub fn roman<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (written, end) = start.run(|c| "IVXLCDM".contains(c))?;
    let number = roman_number(written)?;
    if !end.ends() || matches!(end.peek(), Some('\'' | '\u{2019}')) && written == "I" || start.last() != Some(' ') {
        return None;
    }
    let parted = speech.after("numbered-in-roman", start) || listed_in_roman(speech, start);
    // A team: `1st XI`, `2nd XV`.
    let ordinal = start.previous().trim_start_matches(|c: char| c.is_ascii_digit());
    let team = ordinal.len() < start.previous().len() && speech.lexicon.has("ordinal-ends", ordinal);
    if parted || team {
        return Some((speech.tongue.cardinal(number), end));
    }
    let named = speech.after("regnal-names", start);
    let titled = Cursor::previous(before_word(start)).to_string();
    // "George I": only behind a title, since "I" is a word too.
    let certain = written.len() > 1 || speech.lexicon.has("regnal-titles", &titled);
    (named && certain).then(|| (format!("{} {}", speech.lexicon.word("the"), speech.tongue.ordinal(number)), end))
}

/// Returns whether a Roman number is one of several: `Grade I, II* and III`.
fn listed_in_roman(speech: &Speech, start: Cursor<'_>) -> bool {
    let mut words = start.before().split([' ', ',', '*', '&']).rev().filter(|word| !word.is_empty()).peekable();
    let joined = |word: &&str| *word == speech.lexicon.word("and") || *word == speech.lexicon.word("or");
    let roman = |word: &&str| roman_number(word).is_some();
    let mut several = false;
    loop {
        while words.next_if(joined).is_some() {}
        if words.next_if(roman).is_none() {
            break;
        }
        several = true;
    }
    several && words.next().is_some_and(|word| speech.lexicon.has("numbered-in-roman", word))
}

/// Returns the place before the word before.
fn before_word(at: Cursor<'_>) -> Cursor<'_> {
    let before = at.before().trim_end();
    let start =
        before.len() - before.chars().rev().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    let mut cursor = Cursor::new(before);
    while cursor.at() < start {
        cursor = cursor.step();
    }
    cursor
}

/// Returns a Roman number below 90 that is written as the rules have it.
pub fn roman_number(written: &str) -> Option<u64> {
    const ROMAN: [(&str, u64); 7] = [("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)];
    let mut rest = written;
    let mut number = 0;
    for (sign, value) in ROMAN {
        let mut count = 0;
        while let Some(next) = rest.strip_prefix(sign) {
            (rest, number, count) = (next, number + value, count + 1);
        }
        if count > 3 || (count > 1 && !matches!(sign, "X" | "I")) {
            return None;
        }
    }
    (rest.is_empty() && number > 0).then_some(number)
}

/// Abbreviations of the lexicon: `Dr`, `e.g.`, `No. 4`, `pp. 3–7`.
pub fn short<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (run, _) = start.run(|c| c.is_alphabetic() || matches!(c, '.' | '/' | '&'))?;
    let length = run.trim_end_matches(['/', '&']).len();
    let longest = run.get(..length)?;
    // With its full stop first; without it, the stop ends a sentence.
    // `Mon/Wed/Fri`: each for itself.
    let first = longest.split('/').next().filter(|first| speech.lexicon.has("days", first)).unwrap_or(longest);
    let candidates = [longest, longest.trim_end_matches('.'), first];
    for written in candidates.into_iter().filter(|written| !written.is_empty()) {
        let end = start.take(written)?;
        if let Some(said) = speech.lexicon.get("in-acts", written)
            && start.before().trim_end_matches('(').trim_end().ends_with(|c: char| c.is_ascii_digit())
            && start.last() == Some('(')
        {
            return Some((said.to_string(), end));
        }
        if let Some(said) = speech.lexicon.get("before-names", written)
            && end.space().is_some_and(|next| next.peek().is_some_and(char::is_uppercase))
        {
            return Some((said.to_string(), end));
        }
        if let Some(said) = speech.lexicon.get("before-numbers", written)
            && (end.spaces().peek().is_some_and(|c| c.is_ascii_digit()) || before_code(end))
            && !matches!(start.last(), Some('\'' | '\u{2019}'))
        {
            return Some((format!("{said} "), end.spaces()));
        }
        if let Some(said) = speech.lexicon.get("after-numbers", written)
            && start.last() == Some(' ')
            && end.ends()
            && start.previous().ends_with(|c: char| c.is_ascii_digit() || c == 'k')
        {
            return Some((said.to_string(), end));
        }
        if let Some(said) = speech.lexicon.get("after-names", written)
            && start.before().trim_end().ends_with(char::is_alphabetic)
            && speech.lexicon.get("words", "capital-before").is_none_or(|_| starts_with_capital(start.previous()))
        {
            return Some((format!("{said}{}", stop(speech, written, end)), end));
        }
        if let Some(said) = speech.lexicon.get("abbreviations", written) {
            return Some((format!("{said}{}", stop(speech, written, end)), end));
        }
    }
    None
}

/// Returns the full stop that an abbreviation had, where it ended its sentence too.
fn stop(speech: &Speech, written: &str, end: Cursor<'_>) -> &'static str {
    if speech.lexicon.get("leads-on", written).is_some() {
        return "";
    }
    let next = end.space().and_then(Cursor::peek);
    let ended = written.ends_with('.') && (end.rest().trim().is_empty() || next.is_some_and(char::is_uppercase));
    if ended { "." } else { "" }
}

/// Returns whether capitals with digits follow behind a space: `hospital no. X123456`.
fn before_code(end: Cursor<'_>) -> bool {
    let code = end.space().and_then(|next| next.run(|c| c.is_ascii_uppercase() || c.is_ascii_digit()));
    code.is_some_and(|(code, after)| {
        code.starts_with(char::is_uppercase) && code.contains(|c: char| c.is_ascii_digit()) && after.ends()
    })
}

fn starts_with_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Letters that stand for words: `NHS`, `GPs`, `A&E`, `PhD`.
pub fn letters<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    if let Some((first, end)) = start.run(|c| c.is_uppercase()).filter(|(run, _)| run.chars().count() <= 2)
        && let Some((second, end)) = end.take("&").and_then(|next| next.run(char::is_uppercase))
        && second.chars().count() <= 2
        && let several = end.take("s").filter(|end| end.ends())
        && (several.is_some() || end.ends())
    {
        let plural = if several.is_some() { "'s" } else { "" };
        let said = format!("{} {} {}{plural}", spelled(first), speech.lexicon.word("and"), spelled(second));
        return Some((said, several.unwrap_or(end)));
    }
    let (word, end) = start.word()?;
    // `U.K.`, `B.B.C.`
    if word.chars().count() == 1 && word.chars().all(char::is_uppercase) {
        let mut letters = word.to_string();
        let mut cursor = end;
        while let Some((next, after)) =
            cursor.take(".").and_then(|next| next.run(char::is_uppercase)).filter(|(next, _)| next.chars().count() == 1)
        {
            letters.push_str(next);
            cursor = after;
        }
        if letters.chars().count() > 1 && cursor.ends() {
            let behind = cursor
                .take(".")
                .filter(|after| after.space().is_some_and(|next| next.peek().is_some_and(char::is_lowercase)));
            return Some((spelled(&letters), behind.unwrap_or(cursor)));
        }
        return None;
    }
    end.ends().then_some(())?;
    if let Some(said) = speech.lexicon.get("acronyms", word) {
        return Some((said.to_string(), end));
    }
    // `eGFR`, `mRNA`: a small letter before capitals.
    let small = word.chars().next().is_some_and(char::is_lowercase);
    if small && word.chars().count() > 2 && word.chars().skip(1).all(char::is_uppercase) {
        return Some((spelled(word), end));
    }
    // `DfE`, `MoJ`.
    if let [first, second, third] = word.chars().collect::<Vec<_>>()[..]
        && first.is_uppercase()
        && second.is_lowercase()
        && third.is_uppercase()
    {
        return Some((spelled(&word.to_uppercase()), end));
    }
    let stem = word.strip_suffix('s').filter(|stem| stem.chars().count() >= 2).unwrap_or(word);
    let capitals = stem.chars().all(char::is_uppercase);
    let count = stem.chars().count();
    // With two vowels and more letters than five, it is a word that somebody wrote large.
    let vowels = stem.chars().filter(|c| "AEIOU".contains(*c)).count();
    let most = if vowels < 2 { LETTERS } else { LETTERS - 3 };
    if !capitals || !(2..=most).contains(&count) {
        return None;
    }
    // `Text SHOUT to 85258`: a word that is sent.
    let sent =
        speech.lexicon.has("texted", start.previous()) && end.space().is_some_and(|next| next.take("to ").is_some());
    if sent && count > 3 {
        return None;
    }
    let plural = if stem.len() < word.len() { "'s" } else { "" };
    if let Some(said) = speech.lexicon.get("acronyms", stem) {
        return Some((format!("{said}{}", plural.trim_start_matches('\'')), end));
    }
    // `ME/CFS`, `the IT team`.
    let slashed = |other: &str| other.chars().count() > 1 && other.chars().all(char::is_uppercase);
    let beside = end.take("/").and_then(Cursor::word).is_some_and(|(other, _)| slashed(other));
    let among_small = speech.lexicon.has("letters-among-small", stem) && !shouts(start, end);
    let word = speech.lexicon.has("capitals-that-are-words", stem) && !beside && !among_small;
    if word || shouted(speech, start, end) {
        return None;
    }
    Some((format!("{}{plural}", spelled(stem)), end))
}

/// Returns whether a word is one of several in capitals, of which one is too long for letters, or is a word that everybody knows:
/// then all are words.
fn shouted(speech: &Speech, start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let capitals = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let long = |word: &str| word.chars().count() > LETTERS - 2 || speech.lexicon.has("capitals-that-are-words", word);
    let before = start.before().trim_end_matches([' ', '\u{201c}', '\u{2018}', '"']).rsplit(' ');
    let after = end.rest().strip_prefix(' ').unwrap_or_default().split([' ', '.', ',', '!', '?', ':']);
    before.take_while(capitals).chain(after.take_while(capitals)).any(long)
}

/// Returns whether a word beside stands in capitals.
fn shouts(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let capitals = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let next = end.space().and_then(Cursor::word).map_or("", |(word, _)| word);
    capitals(start.previous()) || capitals(next) || (start.previous().is_empty() && next.is_empty())
}

/// A rank that somebody holds for a time: `T/Supt`.
pub fn acting<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (written, said) = speech.lexicon.longest("held-for-a-time", start.rest())?;
    let end = start.take(written)?;
    let rank = end.word().is_some_and(|(rank, after)| speech.lexicon.has("ranks", rank) && after.ends());
    rank.then(|| (format!("{said} "), end))
}

/// Two words with a slash: `he/she`, `and/or`.
pub fn either<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (first, end) = start.word()?;
    let (second, end) = end.take("/")?.word()?;
    let more = end.peek() == Some('/') || start.last() == Some('/') || !end.ends();
    let capitals = |word: &str| word.chars().skip(1).any(char::is_uppercase);
    if more || capitals(first) || capitals(second) {
        return None;
    }
    if let Some(said) = speech.lexicon.get("said-so", &format!("{}/{}", first.to_lowercase(), second.to_lowercase())) {
        return Some((said.to_string(), end));
    }
    let between = if speech.lexicon.has("per", second) { "per" } else { "or" };
    Some((format!("{first} {} {second}", speech.lexicon.word(between)), end))
}
