//! Times of day that are not in the form that readers know.

use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A027",
        name: "time-form",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("time_form.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in passage.with(Sign::Digit) {
            let word = passage.words[i];
            let Some((last, say)) = mended(passage, i).filter(|_| !word.quoted) else { continue };
            // "5 p.m." may end its sentence, whose full stop then stays.
            let ends = passage.words.get(last + 1).is_none_or(|next| next.sentence != word.sentence);
            let stop = !ends && passage.lower(last).contains('.') && passage.lower(last).ends_with('m');
            let end = passage.words[last].end + usize::from(stop && passage.gap(last).starts_with('.'));
            let message = format!("`{}` is not how readers know times", &passage.text[word.start..end]);
            // Before a capital, nobody can tell whose full stop it is: "4 p.m. Eastern time".
            let unsure = ends && !stop && last + 1 < passage.words.len() && passage.lower(last).contains("m");
            let fix = passage.fix(word.start..end, &say).filter(|_| !(unsure && passage.lower(last).ends_with(".m")));
            // Who writes 12pm may mean either.
            let (help, fix) = match (say.as_str(), passage.lower(i).contains('m') || passage.lower(last).ends_with('m'))
            {
                ("midday", true) => ("write `midday`, or `midnight` if that is meant".to_string(), None),
                ("midnight", true) => ("write `midnight`, or `midday` if that is meant".to_string(), None),
                _ => (format!("write `{say}`"), fix),
            };
            report.add_fixed(passage.span(word.start..end), message, help, fix);
        }
    }
}

/// Returns a time in the form that readers know, and its last word, where it is in another.
fn mended(passage: &Passage, i: usize) -> Option<(usize, String)> {
    let word = passage.lower(i);
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let after = passage.lower_after(i);
    if word == "12" && matches!(after, "noon" | "midnight") {
        return Some((i + 1, if after == "noon" { "midday" } else { "midnight" }.to_string()));
    }
    let noon = |text: &str| match text {
        "am" | "a.m" => Some("am"),
        "pm" | "p.m" => Some("pm"),
        _ => None,
    };
    let digits = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(word.len());
    let (clock, rest) = word.split_at(digits);
    let (hour, minute) = clock.split_once([':', '.']).unwrap_or((clock, "00"));
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok().filter(|_| minute.len() == 2)?);
    if minute > 59 {
        return None;
    }
    let say =
        |hour: u32, half: &str| if minute == 0 { format!("{hour}{half}") } else { format!("{hour}:{minute:02}{half}") };
    if let Some(half) = noon(rest).or_else(|| noon(after).filter(|_| rest.is_empty())) {
        let last = if rest.is_empty() { i + 1 } else { i };
        // Source: GOV.UK style guide, times: "midnight (not 00:00)" and "midday (not 12 noon, noon or 12pm)".
        let mended = match (hour, minute, half) {
            (12, 0, "am") => "midnight".to_string(),
            (12, 0, _) => "midday".to_string(),
            (13..=23, ..) => say(hour - 12, "pm"),
            _ => say(hour, half),
        };
        return ((1..=23).contains(&hour) && passage.text[passage.range(i, last)] != mended).then_some((last, mended));
    }
    let hours = matches!(after, "hrs" | "hours") && clock.contains(':') && rest.is_empty();
    let asked = matches!(passage.lower_before(i), "at" | "from" | "until" | "by") && clock.len() == 5 && hour > 12;
    if (hours || (asked && clock.contains(':') && rest.is_empty())) && hour < 24 {
        let half = if hour < 12 { "am" } else { "pm" };
        return Some((i + usize::from(hours), say(if hour % 12 == 0 { 12 } else { hour % 12 }, half)));
    }
    None
}
