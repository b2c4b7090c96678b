//! Postcodes, references, clauses and other names made of letters and digits.

use super::super::cursor::Cursor;
use super::super::spoken::{Speech, spelled};

/// A postcode: `AL5 4GZ`. Source: Royal Mail, PAF Programmers' Guide: one or two letters, a digit, a digit or letter; then a
/// digit and two letters.
pub fn postcode<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (area, end) = start.run(|c| c.is_ascii_uppercase()).filter(|(area, _)| area.len() <= 2)?;
    let (district, end) = end.digits(1, 2)?;
    let (letter, end) = end.run(|c| c.is_ascii_uppercase()).filter(|(run, _)| run.len() == 1).unwrap_or(("", end));
    let end = end.take(" ").unwrap_or(end);
    let (sector, end) = end.digits(1, 1)?;
    let (unit, end) = end.run(|c| c.is_ascii_uppercase()).filter(|(unit, _)| unit.len() == 2)?;
    end.ends().then_some(())?;
    let district = if district.starts_with('0') { speech.digits(district, "zero") } else { count(speech, district)? };
    let letter = if letter.is_empty() { String::new() } else { format!(" {letter}") };
    let said = format!("{} {district}{letter}, {} {}", spelled(area), speech.digits(sector, "zero"), spelled(unit));
    Some((said, end))
}

fn count(speech: &Speech, digits: &str) -> Option<String> {
    Some(speech.tongue.cardinal(digits.parse().ok()?))
}

/// A reference: capitals and digits with hyphens or slashes, such as `RJ-01`, `C/2026/014`.
pub fn reference<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let sort = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '/');
    let (written, _) = start.run(sort)?;
    let written = written.trim_end_matches(['-', '/']);
    let end = start.take(written)?;
    let joined = written.contains(['-', '/']);
    let has = |sort: fn(char) -> bool| written.contains(sort);
    let parts = written.split(['-', '/']).count();
    let lettered = has(|c| c.is_ascii_uppercase()) || parts >= 3;
    if !(joined && lettered && has(|c| c.is_ascii_digit()) && end.ends()) {
        return None;
    }
    // `COVID-19` is a word and a number; `A-15` might be, and is a reference.
    let first = written.split(['-', '/']).next().unwrap_or_default();
    if speech.lexicon.get("acronyms", first).is_some()
        || first.len() > 5
        || written.starts_with("FY")
        || first.starts_with(|c: char| c.is_ascii_digit()) && !start_of_code(written)
    {
        return None;
    }
    let mut said = Vec::new();
    let mut rest = Cursor::new(written);
    let mut after_letter = false;
    while let Some(next) = rest.peek() {
        let (part, end) = rest
            .run(|c| c.is_ascii_digit())
            .or_else(|| rest.run(|c| c.is_ascii_uppercase()))
            .unwrap_or(("", rest.step()));
        said.push(match next {
            '-' => speech.lexicon.word("dash").to_string(),
            '/' => speech.lexicon.word("slash").to_string(),
            // `X1925` is no year.
            _ if next.is_ascii_digit() && after_letter && part.len() > 2 => speech.digits(part, "zero"),
            _ if next.is_ascii_digit() => group(speech, part),
            _ => spelled(part),
        });
        after_letter = next.is_ascii_alphabetic();
        rest = end;
    }
    Some((said.join(" "), end))
}

/// Returns whether capitals follow a number soon, as in `21/P/014`.
fn start_of_code(written: &str) -> bool {
    written.split(['-', '/']).count() >= 3
}

/// Returns digits of a reference: a year as a year, one or two digits counted, else digit by digit.
fn group(speech: &Speech, run: &str) -> String {
    let year: Option<u64> = run.parse().ok().filter(|year| run.len() == 4 && (1900..2100).contains(year));
    match year {
        Some(year) => speech.tongue.year(year),
        None if run.len() <= 2 && !run.starts_with('0') => count(speech, run).unwrap_or_else(|| run.to_string()),
        None => speech.digits(run, "zero"),
    }
}

/// The number of a standard: `ISO 14289-1`.
pub fn standard<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    speech.after("standards", start).then_some(())?;
    let (number, end) = start.digits(3, 6)?;
    let part = end.take("-").and_then(|next| next.number(1, 2)).filter(|(_, end)| end.ends());
    if part.is_none() && (number.len() < 4 || !end.ends() || end.peek() == Some(',')) {
        return None;
    }
    let number = speech.digits(number, "zero");
    Some(match part {
        Some((part, end)) => {
            (format!("{number} {} {}", speech.lexicon.word("dash"), speech.tongue.cardinal(part)), end)
        }
        None => (number, end),
    })
}

/// Digits in groups, such as those of a book: `ISBN 978-0-11-703876-7`.
pub fn grouped<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    // A place on the map: `TQ 308 806`. Source: Ordnance Survey, the national grid, whose squares have two letters.
    if start.previous().len() == 2
        && start.previous().starts_with(['H', 'N', 'O', 'S', 'T'])
        && start.previous().chars().all(|c| c.is_ascii_uppercase())
        && let Some((east, end)) = start.digits(3, 5)
        && let Some((north, end)) = end.take(" ").and_then(|next| next.digits(3, 5)).filter(|(_, end)| end.ends())
        && east.len() == north.len()
    {
        return Some((format!("{}, {}", speech.digits(east, "zero"), speech.digits(north, "zero")), end));
    }
    (speech.after("grouped", start) && start.peek().is_some_and(|c| c.is_ascii_digit())).then_some(())?;
    let (written, _) = start.run(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | 'X'))?;
    let written = written.trim_end_matches(['-', ' ']);
    let groups = written.split(['-', ' ']).map(|group| speech.digits(group, "zero")).collect::<Vec<_>>();
    Some((groups.join(", "), start.take(written)?))
}

/// What was numbered in a year: `SI 2018/952`.
pub fn of_year<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (year, end) = start.number(4, 4).filter(|(year, _)| (1900..2100).contains(year))?;
    let (number, end) = end.take("/")?.digits(3, 5)?;
    let alone = end.ends() && end.peek() != Some('/') && start.last() != Some('/');
    let said =
        format!("{} {} {}", speech.tongue.year(year), speech.lexicon.word("slash"), speech.digits(number, "zero"));
    alone.then_some((said, end))
}

/// Where a law says something: `3(2)(a)`, `4.2(b)`.
pub fn clause<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (first, mut end) = start.digits(1, 3)?;
    let mut said = vec![count(speech, first)?];
    // `1.4(b)`
    if let Some((second, next)) =
        end.take(".").and_then(|next| next.digits(1, 3)).filter(|(_, next)| next.peek() == Some('('))
    {
        said = vec![format!("{} {} {}", said.concat(), speech.lexicon.word("point"), count(speech, second)?)];
        end = next;
    }
    if let Some((letter, next)) = end.run(|c| c.is_ascii_uppercase()).filter(|(run, _)| run.len() <= 2) {
        said = vec![format!("{} {}", said.concat(), spelled(letter))];
        end = next;
    }
    while let Some(inside) = end.take("(") {
        let (part, next) = inside.run(char::is_alphanumeric)?;
        let next = next.take(")")?;
        said.push(match part.parse::<u64>() {
            Ok(number) if part.len() <= 3 => speech.tongue.cardinal(number),
            _ if part.chars().count() == 1 => spelled(part),
            _ => match super::writing::roman_number(&part.to_uppercase()) {
                Some(number) => speech.tongue.cardinal(number),
                None if part.chars().count() <= 2 => spelled(part),
                None => return None,
            },
        });
        end = next;
    }
    (said.len() >= 2).then(|| (said.join(", "), end))
}

/// A class of use or a part of a list, by its letters: `Class E(b)`.
pub fn lettered<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    speech.after("numbered-in-roman", start).then_some(())?;
    let (first, end) = start.run(|c| c.is_ascii_uppercase()).filter(|(first, _)| first.len() == 1)?;
    let (second, end) = end.take("(")?.run(|c| c.is_ascii_lowercase()).filter(|(second, _)| second.len() == 1)?;
    Some((format!("{first}, {}", spelled(second)), end.take(")")?))
}

/// Those below an age: `u16s`.
pub fn under<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let under = speech.lexicon.get("words", "under")?;
    let (sign, end) = start.any(&["u", "U"])?;
    let (age, end) = end.number(1, 2).filter(|(age, _)| (5..=25).contains(age))?;
    match end.take("s").filter(|end| end.ends()) {
        Some(end) => Some((format!("{under} {}", speech.tongue.plural(age)), end)),
        None => (sign == "u" && end.ends()).then(|| (format!("{under} {}", speech.tongue.cardinal(age)), end)),
    }
}

/// A number that names something: `room 101`, `A414`, `PIN 1234`.
pub fn identity<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    speech.after("spelled-after", start).then_some(())?;
    let (number, end) = start.digits(3, 18)?;
    let follows = end.any(&[",", "."]).is_some_and(|(_, next)| next.peek().is_some_and(|c| c.is_ascii_digit()));
    (end.ends() && !follows).then(|| (speech.digits(number, "oh"), end))
}

/// A number with a letter: `4B`, `12a`.
pub fn room<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (number, end) = start.digits(1, 4)?;
    let (letter, end) = end.word().filter(|(letter, _)| letter.chars().count() == 1)?;
    end.ends().then(|| (format!("{} {}", count(speech, number).unwrap_or_default(), spelled(letter)), end))
}

/// A room by its floor: `G.12`, `B.101`.
pub fn on_floor<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (floor, end) = start.run(|c| c.is_ascii_uppercase()).filter(|(floor, _)| floor.len() == 1)?;
    let (number, end) = end.take(".")?.digits(2, 3)?;
    let alone = end.ends() && end.take(".").is_none_or(|next| next.ends()) && end.peek() != Some('/');
    let number = if number.len() == 2 && !number.starts_with('0') {
        count(speech, number)?
    } else {
        speech.digits(number, "oh")
    };
    (alone && floor != "S").then(|| (format!("{floor} {number}"), end))
}

/// A number with a slash behind a word that numbers something: `URN 119/26`.
pub fn numbered<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    speech.after("numbered", start).then_some(())?;
    let (first, end) = start.digits(1, 8)?;
    let (second, end) = end.take("/")?.digits(1, 8)?;
    let alone = end.ends() && !matches!(end.peek(), Some('/' | '-'));
    alone.then(|| (format!("{} {} {}", group(speech, first), speech.lexicon.word("slash"), group(speech, second)), end))
}

/// Letters with digits behind: `A4`, `M25`, `P45`, `A414`, `CO2`, `H1N1`.
pub fn letters_and_digits<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (written, end) = start.run(|c| c.is_ascii_alphanumeric())?;
    let mixed =
        written.contains(|c: char| c.is_ascii_digit()) && written.starts_with(|c: char| c.is_ascii_alphabetic());
    let capitals = !written.contains(|c: char| c.is_ascii_lowercase());
    if !mixed || !end.ends() {
        return None;
    }
    if let Some(said) = speech.lexicon.get("acronyms", written) {
        return Some((said.to_string(), end));
    }
    let (word, rest) = start.run(|c| c.is_ascii_alphabetic())?;
    // `FY25/26`
    let short = rest.number(2, 2).and_then(|(first, end)| Some((first, end.take("/")?.number(2, 2)?)));
    if let Some((first, (second, end))) =
        short.filter(|(first, (second, end))| *second == first + 1 && end.ends() && word == "FY")
    {
        let (first, second) = (speech.tongue.cardinal(first), speech.tongue.cardinal(second));
        return Some((format!("{} {first} {} {second}", spelled(word), speech.lexicon.word("to")), end));
    }
    // `FY2024/25`
    if let Some((years, end)) = super::calendar::years(speech, rest).filter(|_| capitals) {
        return Some((format!("{} {years}", spelled(word)), end));
    }
    let word = if capitals || word.len() == 1 {
        speech.lexicon.get("acronyms", word).map_or_else(|| spelled(word), str::to_string)
    } else {
        word.to_string()
    };
    let mut said = vec![word];
    let mut cursor = rest;
    while cursor.at() < end.at() {
        let (part, next) = cursor.run(|c| c.is_ascii_digit()).or_else(|| cursor.run(|c| c.is_ascii_alphabetic()))?;
        said.push(match part.parse::<u64>() {
            Ok(number) if part.len() <= 2 && !part.starts_with('0') => speech.tongue.cardinal(number),
            Ok(_) => speech.digits(part, "zero"),
            Err(_) if capitals || part.len() == 1 => spelled(part),
            Err(_) => part.to_string(),
        });
        cursor = next;
    }
    // `PM2.5`
    if let Some((decimals, end)) = end.take(".").and_then(|next| next.digits(1, 2)).filter(|(_, end)| end.ends()) {
        said.push(speech.lexicon.word("point").to_string());
        said.push(speech.digits(decimals, "zero"));
        return Some((said.join(" "), end));
    }
    // A road that is a motorway there: `A1(M)`. Source: Department for Transport, road numbers.
    let motorway = end.take("(M)").filter(|end| written.starts_with('A') && end.ends());
    if let Some(end) = motorway {
        said.push(spelled("M"));
        return Some((said.join(" "), end));
    }
    Some((said.join(" "), end))
}
