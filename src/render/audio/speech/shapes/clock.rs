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
