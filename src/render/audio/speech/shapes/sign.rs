//! Signs.

use super::super::cursor::Cursor;
use super::super::spoken::Speech;

/// A dash between two numbers, two days or two months: `18–25`, `9am–5pm`, `Monday–Friday`.
pub fn to<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (sign, end) = start.any(&["\u{2013}", "-", " \u{2013} ", " - "])?;
    let next = end.peek()?;
    let before = start.last()?;
    let word_before = start.previous();
    let number = |c: char| c.is_ascii_digit() || c == '\u{a3}';
    let counted = word_before.chars().any(|c| c.is_ascii_digit()) || matches!(before, '%' | '\u{b0}' | '+');
    let numbers = counted && number(next) && (before.is_alphanumeric() || matches!(before, '%' | '\u{b0}' | '.'));
    // `Q1–Q4`, `8pm–midnight`.
    let lettered = end.word().is_some_and(|(word, next)| {
        word.chars().all(char::is_uppercase)
            && word_before.starts_with(word)
            && next.peek().is_some_and(|c| c.is_ascii_digit())
    });
    // `2026-0417` is a reference.
    let padded = end.digits(2, 18).is_some_and(|(digits, _)| digits.starts_with('0')) && word_before.len() > 2;
    // So is what has more digits than a number without commas, or starts with letters: `85000000-9`, `b5fd17-123`.
    let code = word_before.len() > 4 && word_before.starts_with(char::is_alphabetic)
        || word_before.len() > 6 && word_before.bytes().all(|b| b.is_ascii_digit());
    if numbers && code {
        return Some((format!(" {} ", speech.lexicon.word("dash")), end));
    }
    let numbers = numbers && !padded;
    // `A–Z`.
    let one_letter = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    if !sign.contains(' ')
        && one_letter(word_before)
        && end.word().is_some_and(|(word, after)| one_letter(word) && after.ends())
    {
        return Some((format!(" {} ", speech.lexicon.word("to")), end));
    }
    let hour = end.word().is_some_and(|(word, _)| speech.lexicon.has("hours", word));
    let numbers = numbers || (counted && before.is_alphanumeric() && (lettered || hour));
    let word_after = end.word().map_or("", |(word, _)| word);
    let named = |word: &str| speech.lexicon.has("days", word) || speech.lexicon.get("months", word).is_some();
    let days = named(word_before) && named(word_after);
    let spaced = sign.len() > sign.trim().len();
    (numbers || (days && (!spaced || sign.contains('\u{2013}'))))
        .then(|| (format!(" {} ", speech.lexicon.word("to")), end))
}

/// A sign with a name.
pub fn sign<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let before = start.last();
    let next = start.step().peek();
    if let Some((written, said)) = speech.lexicon.longest("before-number", start.rest())
        && let Some(end) = start.take(written)
        && end.spaces().peek().is_some_and(|c| c.is_ascii_digit())
        && !before.is_some_and(char::is_alphanumeric)
    {
        return Some((format!("{said} "), end.spaces()));
    }
    // `A*`, `Grade II*`, `a 5* hotel`; a star behind a word is the mark of a note.
    let grade = before.is_some_and(char::is_uppercase) && !next.is_some_and(|c| c.is_alphanumeric() || c == '*');
    let stars = before.is_some_and(|c| c.is_ascii_digit())
        && start.previous().parse::<u32>().is_ok_and(|stars| (1..=7).contains(&stars))
        && start.step().space().is_some_and(|next| next.peek().is_some_and(char::is_lowercase));
    if start.peek() == Some('*') && (grade || stars) && speech.lexicon.get("words", "star").is_some() {
        return Some((format!(" {}", speech.lexicon.word("star")), start.step()));
    }
    // `a 1:8 adult:child ratio`
    let among_letters = before.is_some_and(char::is_alphabetic) && next.is_some_and(char::is_alphabetic);
    if start.peek() == Some(':') && among_letters && start.rest().split([' ', '.']).nth(1) == Some("ratio") {
        return Some((format!(" {} ", speech.lexicon.word("to")), start.step()));
    }
    // `* required`, `marked * are required`: the sign itself.
    let alone = before.is_none_or(|c| c == ' ' || c == '(') && start.step().space().is_some_and(|next| !next.ends());
    if start.peek() == Some('*') && alone {
        return speech.lexicon.get("words", "star").map(|star| (star.to_string(), start.step()));
    }
    let (written, said) = speech.lexicon.longest("signs", start.rest())?;
    let end = start.take(written)?;
    if written == "+"
        && before.is_none_or(|c| c == ' ')
        && !next.is_some_and(|c| c.is_alphanumeric() || " \u{a3}\u{20ac}$".contains(c))
    {
        return None;
    }
    if written == "/"
        && speech.after("days", start)
        && end.word().is_some_and(|(word, _)| speech.lexicon.has("days", word))
    {
        return Some((", ".to_string(), end));
    }
    // `prices in £/€`.
    let money = |c: Option<char>| matches!(c, Some('\u{a3}' | '\u{20ac}' | '$'));
    if written == "/" && money(before) && money(next) {
        return Some((format!(" {}", speech.lexicon.word("or")), end));
    }
    if written == "/"
        && (start.previous().contains(|c: char| c.is_ascii_digit()) || money(before))
        && let Some((said, end)) = one_of(speech, end)
    {
        return Some((format!(" {} {said}", speech.lexicon.word("per")), end));
    }
    // `tickets £12/£10`
    if written == "/" && money(next) && before.is_some_and(|c| c.is_ascii_digit()) {
        return Some((format!(" {}", speech.lexicon.word("or")), end));
    }
    if written == "/" && !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)) {
        // A slash among spaces parts two words.
        return (before == Some(' ') && next == Some(' ')).then(|| (speech.lexicon.word("or").to_string(), end));
    }
    let lead = if before.is_some_and(|c| !c.is_whitespace() && !"(\u{201c}\u{2018}\"".contains(c)) { " " } else { "" };
    let trail = if end.peek().is_some_and(char::is_alphanumeric) { " " } else { "" };
    Some((format!("{lead}{said}{trail}"), end))
}

/// Returns what is behind a slash for "per": a word such as `wk`, or a unit, each for one.
pub(super) fn one_of<'t>(speech: &Speech, at: Cursor<'t>) -> Option<(&'static str, Cursor<'t>)> {
    let word = at.word().and_then(|(word, end)| Some((speech.lexicon.get("per", word)?, end)));
    let unit = || {
        let (written, forms) = speech.lexicon.longest("units", at.rest())?;
        let end = at.take(written).filter(|end| end.ends() && written.starts_with(char::is_alphabetic))?;
        Some((forms.split_once(" | ").map_or(forms, |(one, _)| one), end))
    };
    word.filter(|(_, end)| end.ends()).or_else(unit)
}
