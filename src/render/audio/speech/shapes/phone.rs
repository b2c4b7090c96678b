//! Telephone numbers, and other numbers that are read digit by digit in groups.

use super::super::cursor::Cursor;
use super::super::spoken::Speech;

/// Fewest and most digits of a number with an area code. Source: Ofcom, The National Telephone Numbering Plan: 0800 1111 is the
/// shortest, and eleven digits with the leading 0 are the rule; with 44 in front, twelve.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=13;

/// A number with its area code: `01707 806100`, `(020) 7946 0000`, `+44 1707 806100`, `18001 0800 123 400`, `116 123`.
pub fn number<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let first = start.peek()?;
    let relayed = start.any(&["18001 ", "18002 "]).is_some();
    let helpline = start.take("116 ").and_then(|rest| rest.digits(3, 3)).filter(|(_, end)| end.ends());
    if let Some((_, end)) = helpline {
        return Some((speech.phone(start.until(end)), end));
    }
    if !(matches!(first, '0' | '+' | '(') || relayed) || start.last().is_some_and(|c| ".,\u{a3}".contains(c)) {
        return None;
    }
    let mut end = start.take("+").unwrap_or(start);
    let mut count = 0;
    loop {
        let open = end.take("(");
        let (run, next) = open.unwrap_or(end).digits(1, 13)?;
        count += run.len();
        end = match open {
            Some(_) => next.take(")")?,
            None => next,
        };
        let next = end.any(&[" ", "-"]).map_or(end, |(_, next)| next);
        let goes_on = next.peek().is_some_and(|c| c.is_ascii_digit())
            || (next.take("(").is_some_and(|inside| inside.peek().is_some_and(|c| c.is_ascii_digit())));
        // Another number may follow at once: only as many digits as one number has belong to this one.
        if !goes_on || (count >= 11 && !relayed && first != '+') {
            break;
        }
        end = next;
    }
    let written = start.until(end);
    // "Company number 01234567".
    if speech.after("numbered", start) && written.len() == count && count < 10 {
        return None;
    }
    let starts = written.trim_start_matches(['(', '+']).starts_with('0') || first == '+' || relayed;
    let most = if relayed { 16 } else { *DIGITS.end() };
    let known = starts && (*DIGITS.start()..=most).contains(&count) && end.ends();
    known.then(|| (speech.phone(written), end))
}

/// The short numbers: 999 always; the others where the words around them say so.
pub fn short<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (number, end) = start.digits(2, 18)?;
    if speech.after("keyed", start) && end.ends() {
        return Some((speech.digits(number, "oh"), end));
    }
    (number.len() > 2).then_some(())?;
    let inside =
        end.any(&[".", ",", "%", "\u{b0}"]).is_some_and(|(_, next)| next.peek().is_some_and(|c| c.is_ascii_digit()));
    if !end.ends() || inside || end.peek() == Some('%') || start.last().is_some_and(|c| ".,\u{a3}-\u{2013}".contains(c))
    {
        return None;
    }
    let follows = end.space().and_then(Cursor::word).map_or("", |(word, _)| word);
    // "Call us or 101", "999 or 101".
    let sentence = start.before().rsplit(". ").next().unwrap_or_default();
    let joined = speech.after("joining", start)
        && sentence
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| matches!(word, "999" | "18001" | "18002") || speech.lexicon.has("calling-verbs", word));
    // "101 or 999".
    let beside = end.any(&[" or ", " and ", " or on "]).and_then(|(_, next)| next.digits(3, 5));
    let beside = beside.is_some_and(|(other, _)| speech.lexicon.has("other-calls", other));
    let called = joined || beside || speech.after("calling", start) || speech.lexicon.has("called", follows);
    let texts = |word: &str| speech.lexicon.has("texting", word);
    let texted = speech.after("texting", start) || (number.len() == 5 && sentence.split(' ').any(texts));
    let known = match number {
        "999" => true,
        "18000" | "18001" | "18002" => return Some((speech.digits(number, "oh"), end)),
        "101" | "105" | "111" | "112" | "119" => called || texted || alone(start, end),
        _ => {
            (texted && number.len() >= 5)
                || (speech.after("numbered", start) && start.last() != Some('(') && number.len() >= 4)
        }
    };
    let naught = if number.len() > 6 || !(called || texted) { "zero" } else { "oh" };
    known.then(|| (speech.digits(number, naught), end))
}

fn alone(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    start.before().trim().is_empty() && end.rest().trim_matches(['.', ' ']).is_empty()
}

/// A bank's sort code: `20-45-77`.
pub fn sort_code<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (_, end) = start.digits(2, 2)?;
    let (_, end) = end.take("-")?.digits(2, 2)?;
    let (_, end) = end.take("-")?.digits(2, 2)?;
    (end.ends() && end.peek() != Some('-')).then(|| (speech.phone(start.until(end)), end))
}

/// Digits in three groups or more, as numbers of customers and taxpayers are written: `943 476 5919`.
pub fn groups<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let mut end = start.digits(3, 4)?.1;
    let mut count = 1;
    while let Some((_, next)) = end.take(" ").and_then(|next| next.digits(2, 4)) {
        (end, count) = (next, count + 1);
    }
    let written = start.until(end);
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    let follows = end.any(&[",", ".", "%"]).is_some_and(|(_, next)| next.peek().is_some_and(|c| c.is_ascii_digit()));
    // `100 000 000` is a number of something.
    let round = written.split(' ').skip(1).all(|group| group == "000");
    let known = count >= 3 && digits >= 8 && end.ends() && !follows && !round;
    known.then(|| {
        let groups = written.split(' ').map(|group| speech.digits(group, "zero")).collect::<Vec<_>>();
        (groups.join(", "), end)
    })
}
