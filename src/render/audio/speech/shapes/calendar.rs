//! Days, months, years and spans of years.

use super::super::cursor::Cursor;
use super::super::spoken::Speech;

/// The years that four digits without a comma are taken for.
const YEARS: std::ops::RangeInclusive<u64> = 1100..=2099;

/// A day as programs write it: `2026-05-03`.
pub fn iso<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (year, end) = start.number(4, 4)?;
    let (month, end) = end.take("-")?.number(2, 2)?;
    let (day, end) = end.take("-")?.number(2, 2)?;
    end.ends().then_some(())?;
    Some((full(speech, day, month, year, start)?, end))
}

/// A day with slashes or points: `25/12/2026`, `25.12.2026`, `25/12/26`; and a span of years, `2019/20`.
pub fn slashed<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (day, end) = start.number(1, 2)?;
    let (sign, end) = end.any(&["/", "."])?;
    let (month, end) = end.number(1, 2)?;
    let end = end.take(sign)?;
    let (year, end) = end.number(4, 4).or_else(|| short_year(speech, start, sign, end))?;
    (end.ends() && end.peek() != Some('/')).then_some(())?;
    let year = if year < 100 { 2000 + year } else { year };
    Some((full(speech, day, month, year, start)?, end))
}

/// Returns a year of two digits. Behind points it is one only from 2015 to 2050, and where no word makes the digits a version or
/// a clause.
fn short_year<'t>(speech: &Speech, start: Cursor<'_>, sign: &str, at: Cursor<'t>) -> Option<(u64, Cursor<'t>)> {
    let numbered = || speech.after("numbered", start) || speech.after("versions", start);
    at.number(2, 2).filter(|(year, _)| sign == "/" || (15..=50).contains(year) && !numbered())
}

/// The month and year until which a card is good: `expires 08/26`.
pub fn expiry<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    speech.after("expiring", start).then_some(())?;
    let (month, end) = start.number(2, 2)?;
    let (year, end) = end.take("/")?.number(2, 2)?;
    (end.ends() && end.peek() != Some('/')).then_some(())?;
    let month = speech.lexicon.get("month-numbers", &month.to_string())?;
    Some((format!("{month} {}", speech.tongue.year(2000 + year)), end))
}

/// A day and its month where a word says that a day follows: `by 30/9`.
pub fn day_and_month<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    speech.after("before-days", start).then_some(())?;
    // What could be a fraction, such as 3/4, stays one.
    let (day, end) = start.number(1, 2).filter(|(day, _)| (13..=31).contains(day))?;
    let (month, end) = end.take("/")?.number(1, 2)?;
    let month = speech.lexicon.get("month-numbers", &month.to_string())?;
    let alone = end.ends() && end.peek() != Some('/');
    alone.then(|| (speech.tongue.day(day, month, false), end))
}

fn full(speech: &Speech, day: u64, month: u64, year: u64, start: Cursor<'_>) -> Option<String> {
    ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some(())?;
    let month = speech.lexicon.get("month-numbers", &month.to_string())?;
    Some(format!("{} {}", speech.tongue.day(day, month, speech.after("articles", start)), speech.tongue.year(year)))
}

/// Returns the month that is next, whole or shortened, and the place behind it.
fn month<'t>(speech: &Speech, at: Cursor<'t>) -> Option<(&'static str, Cursor<'t>)> {
    let (word, end) = at.word()?;
    let found = speech.lexicon.get("months", word)?;
    // A shortened month may have a full stop; only where the sentence goes on is it the month's.
    let shortened = word != found;
    let stop = end.take(".").filter(|next| shortened && next.space().is_some_and(|next| next.digits(1, 4).is_some()));
    Some((found, stop.unwrap_or(end)))
}

/// Returns a day of a month, as `3`, `3rd` or `3ydd`.
fn day<'t>(speech: &Speech, at: Cursor<'t>) -> Option<(u64, Cursor<'t>)> {
    let (day, end) = at.number(1, 2)?;
    let suffix = end.word().filter(|(word, _)| speech.lexicon.has("ordinal-ends", word));
    let end = suffix.map_or(end, |(_, end)| end);
    ((1..=31).contains(&day) && end.ends()).then_some((day, end))
}

/// Days before their month: `3 May 2027`, `3rd of May`, `3 to 5 May`, `3–5 May`.
pub fn days<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (first, end) = day(speech, start)?;
    let article = speech.after("articles", start);
    if let Some((found, end)) = of_month(speech, end) {
        let said = speech.tongue.day(first, found, article);
        // `28 February – 4 March`
        let until = end.any(&["\u{2013}", " \u{2013} ", " - "]).and_then(|(_, next)| day(speech, next));
        if let Some((last, found, end)) =
            until.and_then(|(day, next)| of_month(speech, next).map(|(m, end)| (day, m, end)))
        {
            let said = format!("{said} {} {}", speech.lexicon.word("to"), speech.tongue.day(last, found, false));
            return Some(with_year(speech, said, end));
        }
        return Some(with_year(speech, said, end));
    }
    let (sign, next) = end.any(&[" to ", " i ", " and ", " a ", " or ", "\u{2013}", " \u{2013} ", "-", "/"])?;
    let (second, next) = day(speech, next)?;
    let (found, end) = of_month(speech, next)?;
    let first = speech.tongue.day(first, "", article);
    let between = match sign.trim() {
        "\u{2013}" | "-" => speech.lexicon.word("to"),
        "/" => speech.lexicon.word("and"),
        word => word,
    };
    let said = format!("{first} {between} {}", speech.tongue.day(second, found, false));
    Some(with_year(speech, said, end))
}

fn of_month<'t>(speech: &Speech, end: Cursor<'t>) -> Option<(&'static str, Cursor<'t>)> {
    let next = end.any(&[" of ", " o "]).map(|(_, next)| next);
    let next = next.or_else(|| end.space())?;
    month(speech, next)
}

/// Adds the year that may follow.
fn with_year<'t>(speech: &Speech, said: String, end: Cursor<'t>) -> (String, Cursor<'t>) {
    let next = end.take(",").unwrap_or(end);
    let year = next.space().and_then(|next| next.number(4, 4)).filter(|(year, end)| YEARS.contains(year) && end.ends());
    match year {
        Some((year, end)) => (format!("{said} {}", speech.tongue.year(year)), end),
        None => (said, end),
    }
}

/// A month before its day or year: `May 3`, `May 3, 2027`, `Sept 2026`.
pub fn day_after_month<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (found, end) = month(speech, start)?;
    // `Mar–Jun 2026`
    if let Some((_, next)) = end.any(&["\u{2013}", "-", "/", " \u{2013} "])
        && month(speech, next).is_some()
    {
        return Some((found.to_string(), end));
    }
    // `Apr–Jun`
    let before = speech.lexicon.get("months", start.previous_beyond(&['\u{2013}', '-', '/']));
    if before.is_some() && end.ends() && end.space().and_then(|next| next.digits(1, 4)).is_none() {
        return Some((found.to_string(), end));
    }
    let next = end.space()?;
    // `August 9–10, 1999`
    let until = day(speech, next).and_then(|(first, end)| {
        let (last, end) = day(speech, end.any(&["\u{2013}", "-"])?.1)?;
        (first < last && end.peek() != Some('%')).then_some((first, last, end))
    });
    if let Some((first, last, end)) = until {
        let (first, last) = (speech.tongue.day(first, "", false), speech.tongue.day(last, "", false));
        return Some(with_year(speech, format!("{found} {first} {} {last}", speech.lexicon.word("to")), end));
    }
    if let Some((number, end)) = day(speech, next).filter(|(_, end)| end.take(":").is_none() && end.word().is_none()) {
        let range = end
            .any(&["\u{2013}", "-", ".", "%"])
            .is_some_and(|(_, next)| next.peek().is_some_and(|c| c.is_ascii_digit()));
        let percent =
            end.peek() == Some('%') || end.space().and_then(Cursor::word).is_some_and(|(word, _)| word == "million");
        if !range && !percent {
            return Some(with_year(speech, format!("{found} {}", speech.tongue.day(number, "", false)), end));
        }
    }
    let (year, end) = next.number(4, 4).filter(|(year, end)| YEARS.contains(year) && end.ends())?;
    let more = end.any(&["\u{2013}", "/", "-"]).is_some_and(|(_, next)| next.digits(2, 4).is_some());
    (!more).then(|| (format!("{found} {}", speech.tongue.year(year)), end))
}

/// A span of years: `2026–27`, `2019/20`, `1998-2007`.
pub fn years<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (first, end) = start.number(4, 4).filter(|(year, _)| YEARS.contains(year))?;
    let (_, end) = end.any(&["\u{2013}", "/", "-", " \u{2013} "])?;
    let (short, end) = end.number(4, 4).or_else(|| end.number(2, 2))?;
    (end.ends() && end.any(&["-", "/"]).is_none_or(|(_, next)| !next.peek().is_some_and(|c| c.is_ascii_digit())))
        .then_some(())?;
    let mut second = if short < 100 { first / 100 * 100 + short } else { short };
    if second < first && short < 100 {
        second += 100;
    }
    (YEARS.contains(&second) && second > first && second - first < 200).then_some(())?;
    let year = |year| speech.tongue.year(year);
    Some((format!("{} {} {}", year(first), speech.lexicon.word("to"), year(second)), end))
}

/// Ten years: `1990s`, `'90s`, `1990au`.
pub fn decade<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let short = start.any(&["'", "\u{2019}", "\u{2018}"]).map(|(_, next)| next);
    if let Some(next) = short {
        let (number, end) = next.number(2, 2)?;
        // `since '98`
        if end.ends() && start.last() == Some(' ') {
            return Some((speech.tongue.cardinal(number), end));
        }
        let end = end.take("s").filter(|end| end.ends() && number % 10 == 0 && number > 0)?;
        return Some((speech.tongue.plural(number), end));
    }
    let (year, end) = start.number(4, 4)?;
    let (_, end) = end.any(&["s", "'s", "\u{2019}s", "au"])?;
    let known = YEARS.contains(&year) && year % 10 == 0 && end.ends();
    known.then(|| (speech.tongue.decade(year), end))
}

/// A year alone: four digits without a comma, unless the word before says that they are a number of something.
pub fn year<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (year, end) = start.number(4, 4)?;
    let decimal = end.any(&[".", ","]).is_some_and(|(_, next)| next.peek().is_some_and(|c| c.is_ascii_digit()));
    let known = (YEARS.contains(&year) || (year >= 1000 && speech.after("before-years", start)))
        && !decimal
        && end.ends()
        && (!speech.after("numbered", start) || start.last() == Some('('));
    known.then(|| (speech.tongue.year(year), end))
}
