//! Hours of the day.

use super::super::cursor::Cursor;
use super::super::spoken::Speech;
use super::super::tongue::Half;

/// An hour: `9am`, `9:30am`, `9.30 pm`, `17:45`, `9 a.m.`
pub fn time<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (hour, end) = start.number(1, 2).filter(|(hour, _)| *hour <= 24)?;
    let minutes = |sign: &str| end.take(sign).and_then(|next| next.number(2, 2)).filter(|(minute, _)| *minute < 60);
    let (minute, colon, end) = match (minutes(":"), minutes(".")) {
        (Some((minute, end)), _) => (minute, true, end),
        (None, Some((minute, end))) => (minute, false, end),
        (None, None) => (0, false, end),
    };
    if let Some((half, end)) = half(speech, end) {
        return (hour <= 12).then(|| (speech.tongue.time(hour, minute, half), end));
    }
    // `9–5pm`, `9.30-11am`: the second hour says that the first is one.
    let range = end.any(&["\u{2013}", "-", " to ", " \u{2013} ", " i "]).and_then(|(_, next)| {
        let (_, next) = next.number(1, 2)?;
        let next = next.any(&[":", "."]).and_then(|(_, next)| next.number(2, 2)).map_or(next, |(_, next)| next);
        half(speech, next)
    });
    let written = start.until(end);
    match (colon, range) {
        (true, Some(_)) => Some((bare(speech, hour, minute), end)),
        (false, Some(_)) if written.contains('.') => Some((bare(speech, hour, minute), end)),
        (true, None) if end.ends() && end.peek() != Some(':') && start.last() != Some(':') => {
            Some((speech.tongue.time(hour, minute, Half::Unsaid), end))
        }
        _ => None,
    }
}

/// A length of time or an hour with its seconds: `1:02:33`.
pub fn with_seconds<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (hour, end) = start.number(1, 2).filter(|(hour, _)| *hour < 24)?;
    let (minute, end) = end.take(":")?.number(2, 2).filter(|(minute, _)| *minute < 60)?;
    let (second, end) = end.take(":")?.number(2, 2).filter(|(second, _)| *second < 60)?;
    let said = || format!("{} {}", speech.tongue.time(hour, minute, Half::Unsaid), speech.tongue.cardinal(second));
    (end.ends() && end.peek() != Some(':') && start.last() != Some(':')).then(|| (said(), end))
}

/// An hour as forces write it: `2200hrs`, `0130 hrs`.
pub fn of_forces<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (hours, hundred) = (speech.lexicon.get("words", "hours-of-day")?, speech.lexicon.get("words", "hundred")?);
    let (written, end) = start.digits(4, 4)?;
    let (hour, minute) = (written.get(..2)?.parse::<u64>().ok()?, written.get(2..)?.parse::<u64>().ok()?);
    let close = end.any(&["hrs", "hours", "h"]);
    let loose = end.any(&[" hrs", " hours"]).filter(|_| written.starts_with('0') || speech.after("at-hours", start));
    let (_, end) = close.or(loose).filter(|(_, end)| end.ends() && hour < 24 && minute < 60)?;
    let oh = if hour < 10 { format!("{} ", speech.lexicon.word("oh")) } else { String::new() };
    let minute = match minute {
        0 => hundred.to_string(),
        1..=9 => format!("{} {}", speech.lexicon.word("oh"), speech.tongue.cardinal(minute)),
        10.. => speech.tongue.cardinal(minute),
    };
    Some((format!("{oh}{} {minute} {hours}", speech.tongue.cardinal(hour)), end))
}

/// Hours with points and no half of the day: `09.00–17.30`, `at 17.30`, `Mondays 10.15 to 11.45`. What stands around them must say
/// that they are hours, since `17.30` is a number too.
pub fn pointed<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let first =
        point_hour(start).filter(|_| !start.last().is_some_and(|c| "\u{a3}$\u{20ac}.,-\u{2013}".contains(c)))?;
    let numbered = ["numbered", "versions", "numbered-in-roman"].iter().any(|section| speech.after(section, start));
    if numbered || counted(speech, first.end) {
        return None;
    }
    let said = |hour: &PointHour<'_>| speech.tongue.time(hour.hour, hour.minute, Half::Unsaid);
    let sign = first.end.any(&[
        "\u{2013}",
        "-",
        " \u{2013} ",
        " - ",
        " to ",
        " until ",
        " till ",
        " and ",
        " i ",
        " tan ",
        " a ",
    ]);
    let second = sign.and_then(|(sign, next)| Some((sign, point_hour(next)?)));
    if let Some((sign, second)) = second.filter(|(_, second)| !counted(speech, second.end) && second.end.ends()) {
        let near = near(speech, start);
        let order = second.hour > first.hour || first.certain || second.certain || near;
        let round = first.minute.is_multiple_of(5) && second.minute.is_multiple_of(5);
        let hours = first.minute == 0 || second.minute == 0 || first.certain || near;
        if !(order && round && hours) {
            return None;
        }
        let between = if sign.trim().contains(char::is_alphabetic) { sign.trim() } else { speech.lexicon.word("to") };
        return Some((format!("{} {between} {}", said(&first), said(&second)), second.end));
    }
    let known = first.certain
        || speech.after("at-hours", start)
        || speech.after("days", start)
        || (first.minute.is_multiple_of(5) && near(speech, start) && speech.after("between-hours", start));
    (known && first.end.ends()).then(|| (said(&first), first.end))
}

/// An hour as it is written with a point.
struct PointHour<'t> {
    hour: u64,
    minute: u64,
    /// Whether it can be nothing else: no number starts with 0 and has two digits before its point.
    certain: bool,
    end: Cursor<'t>,
}

fn point_hour(at: Cursor<'_>) -> Option<PointHour<'_>> {
    let (written, end) = at.digits(1, 2)?;
    let hour = written.parse().ok().filter(|hour| *hour < 24)?;
    let (minute, end) = end.take(".")?.number(2, 2).filter(|(minute, _)| *minute < 60)?;
    let more = end.any(&[".", ",", "/"]).is_some_and(|(_, next)| next.peek().is_some_and(|c| c.is_ascii_digit()));
    (!more).then_some(PointHour { hour, minute, certain: written.len() == 2 && written.starts_with('0'), end })
}

/// Returns whether a unit or a word such as `million` follows: then it is a number.
fn counted(speech: &Speech, end: Cursor<'_>) -> bool {
    let gap = end.any(&[" ", "-"]).map_or(end, |(_, next)| next);
    let unit = speech.lexicon.longest("units", gap.rest()).and_then(|(written, _)| Some((written, gap.take(written)?)));
    let sign = |written: &str| !written.contains(char::is_alphabetic);
    let unit = unit
        .is_some_and(|(written, after)| (after.ends() || sign(written)) && !speech.lexicon.has("hours-near", written));
    unit || gap.word().is_some_and(|(word, _)| {
        speech.lexicon.get("scales", word).is_some() || speech.lexicon.has("counted-with-point", word)
    })
}

/// Returns whether the sentence around says that there are hours in it.
fn near(speech: &Speech, at: Cursor<'_>) -> bool {
    let before = at.before().rsplit(". ").next().unwrap_or_default();
    let after = at.rest().split(". ").next().unwrap_or_default();
    let words = before.split(|c: char| !c.is_alphanumeric()).chain(after.split(|c: char| !c.is_alphanumeric()));
    let hours = |word: &str| {
        !word.is_empty() && ["days", "hours", "hours-near"].iter().any(|section| speech.lexicon.has(section, word))
    };
    words.into_iter().any(hours)
}

/// Returns an hour whose half of the day the next one says.
fn bare(speech: &Speech, hour: u64, minute: u64) -> String {
    if minute == 0 { speech.tongue.cardinal(hour) } else { speech.tongue.time(hour, minute, Half::Unsaid) }
}

/// Returns the half of the day that is next.
fn half<'t>(speech: &Speech, at: Cursor<'t>) -> Option<(Half, Cursor<'t>)> {
    let at = at.spaces();
    let (written, half) = speech.lexicon.longest("halves-of-day", at.rest())?;
    let end = at.take(written)?;
    let half = if half == "morning" { Half::Morning } else { Half::Afternoon };
    end.ends().then_some((half, end))
}
