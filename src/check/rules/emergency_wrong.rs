//! Emergency numbers that are mixed up.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::check::{Body, Chars, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A122",
        name: "emergency-wrong",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("emergency_wrong.md"),
    },
    look: Look::Body(look),
};

/// What is said of an emergency.
const URGENT: &[&[&str]] = &[
    &["in", "an", "emergency"],
    &["in", "emergencies"],
    &["for", "emergencies"],
    &["is", "an", "emergency"],
    &["in", "immediate", "danger"],
    &["in", "danger"],
    &["crime", "in", "progress"],
    &["life", "is", "at", "risk"],
    &["life-threatening"],
    &["emergency", "number", "is"],
];

/// What is said of a fire, of somebody who is badly hurt, or of who comes then. It counts only where a number is to be rung.
const HURT: &[&[&str]] = &[
    &["on", "fire"],
    &["there", "is", "a", "fire"],
    &["a", "fire", "starts"],
    &["see", "a", "fire"],
    &["see", "flames"],
    &["see", "smoke"],
    &["the", "fire", "service"],
    &["the", "fire", "brigade"],
    &["for", "an", "ambulance"],
    &["for", "the", "ambulance"],
    &["the", "ambulance", "service"],
    &["for", "the", "coastguard"],
    &["not", "breathing"],
    &["stopped", "breathing"],
    &["unconscious"],
    &["heart", "attack"],
    &["bleeding", "badly"],
    &["bleeding", "heavily"],
    &["having", "a", "stroke"],
];

/// What is told to the police later, and not while it happens.
const PAST: &[&str] = &["stolen", "theft", "lost", "graffiti", "vandalism", "shoplifting"];

/// What is said of something that can wait.
const CALM: &[&[&str]] = &[
    &["not", "an", "emergency"],
    &["non-emergency"],
    &["non-emergencies"],
    &["isn't", "an", "emergency"],
    &["not", "in", "an", "emergency"],
    &["not", "urgent"],
    &["not", "in", "immediate", "danger"],
    &["not", "in", "danger"],
    &["less", "urgent"],
];

/// Finds the few texts with a number that speak of an emergency, of what can wait, or of a call in silence.
static SPOKEN_OF: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let signs = [
        "emergenc",
        "danger",
        "progress",
        "at risk",
        "life-threatening",
        "urgent",
        "press",
        "dial",
        "55",
        "fire",
        "flames",
        "smoke",
        "ambulance",
        "coastguard",
        "breathing",
        "unconscious",
        "heart attack",
        "bleeding",
        "stroke",
        "report",
    ];
    AhoCorasick::new(signs).expect("a short list of words can be searched for")
});

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english_with(Chars::DIGITS) {
        for sentence in &passage.sentences {
            let numbers: Vec<usize> =
                sentence.clone().filter(|i| passage.words[*i].has(Sign::Digit) && is_service(passage, *i)).collect();
            if numbers.is_empty() || passage.words[sentence.start].quoted || !SPOKEN_OF.is_match(passage.lower_text()) {
                continue;
            }
            let calm: Vec<Range<usize>> = CALM.iter().flat_map(|phrase| find(passage, sentence, phrase)).collect();
            let inside = |at: &Range<usize>| calm.iter().any(|calm| calm.start <= at.start && at.end <= calm.end);
            let denied = |at: &Range<usize>| {
                (at.start.saturating_sub(4).max(sentence.start)..at.start).any(|i| {
                    matches!(
                        passage.lower(i),
                        "nobody" | "no-one" | "noone" | "no" | "none" | "unless" | "never" | "without"
                    )
                })
            };
            let urgent = URGENT.iter().flat_map(|phrase| find(passage, sentence, phrase));
            let urgent = urgent.filter(|at| !inside(at) && !denied(at));
            for at in urgent {
                urgent_number(passage, &at, &numbers, report);
            }
            let hurt = HURT.iter().flat_map(|phrase| find(passage, sentence, phrase));
            for at in hurt.filter(|at| !denied(at) && !is_thing(passage, at.end)) {
                if nearest(&at, &numbers).is_some_and(|i| rings(passage, i)) {
                    urgent_number(passage, &at, &numbers, report);
                }
            }
            for i in numbers.iter().filter(|i| reports(passage, **i, sentence)) {
                let health = passage.lower(*i) == "111";
                let what = if health { "is for advice about health" } else { "is for emergencies only" };
                let message = format!("`{}` {what}", passage.word(*i));
                let help = "write `101`, the number of the police at other times";
                report.add(passage.span(passage.range(*i, *i)), message, help);
            }
            for at in &calm {
                calm_number(passage, at, &numbers, report);
            }
            for i in &numbers {
                silent(passage, *i, sentence, report);
            }
        }
    }
}

/// Returns whether a number is to be rung: "call 101".
fn rings(passage: &Passage, i: usize) -> bool {
    matches!(passage.lower_before(i), "call" | "ring" | "dial" | "phone" | "telephone")
}

/// Returns whether what was named is a thing and no danger: "a fire door", "the fire service museum".
fn is_thing(passage: &Passage, end: usize) -> bool {
    matches!(
        passage.lower(end),
        "risk" | "door" | "doors" | "alarm" | "alarms" | "hazard" | "safety" | "station" | "drill" | "museum" | "exit"
    )
}

/// Returns whether 999 is to be rung to report what is over: "call 999 to report a stolen bicycle".
fn reports(passage: &Passage, i: usize, sentence: &Range<usize>) -> bool {
    let past = (i + 3..sentence.end.min(i + 7)).any(|at| PAST.contains(&passage.lower(at)));
    // Doctors answer 111, and no police.
    let crime = (i + 2..sentence.end.min(i + 7)).any(|at| matches!(passage.lower(at), "crime" | "burglary" | "theft"))
        && passage.lower(i + 2) == "report";
    if passage.lower(i) == "111" && rings(passage, i) && passage.lower_after(i) == "to" && crime {
        return true;
    }
    passage.lower(i) == "999"
        && rings(passage, i)
        && passage.phrase(i + 1, &["to", "report"])
        && past
        && !refused(passage, i)
        && !sentence.clone().any(|at| matches!(passage.lower(at), "still" | "now" | "happening"))
}

/// Reports the number beside words about an emergency, where it is not one for emergencies.
fn urgent_number(passage: &Passage, at: &Range<usize>, numbers: &[usize], report: &mut Sink<'_>) {
    let Some(i) = nearest(at, numbers) else { return };
    let right = match passage.lower(i) {
        "101" | "111" => "999",
        "18001" | "18002" => "18000",
        _ => return,
    };
    if !refused(passage, i) {
        let message = format!("`{}` is not the number for an emergency", passage.word(i));
        let help = format!(
            "write `{right}`: 999 for an emergency, 18000 for it by textphone, 101 for the police at other times"
        );
        report.add(passage.span(passage.range(i, i)), message, help);
    }
}

/// Reports the number beside words about what can wait, where it is one for emergencies.
fn calm_number(passage: &Passage, at: &Range<usize>, numbers: &[usize], report: &mut Sink<'_>) {
    let Some(i) = nearest(at, numbers) else { return };
    if matches!(passage.lower(i), "999" | "18000" | "112") && !refused(passage, i) {
        let message = format!("`{}` is for emergencies only", passage.word(i));
        report.add(passage.span(passage.range(i, i)), message, "write `101`, the number of the police at other times");
    }
}

/// Reports another number than 55 after "press", where 999 is rung from a mobile and nobody may speak.
/// Source: Independent Office for Police Conduct, Silent solution guide.
fn silent(passage: &Passage, i: usize, sentence: &Range<usize>, report: &mut Sink<'_>) {
    let (word, before) = (passage.lower(i), passage.lower_before(i));
    let said = |word: &str| sentence.clone().any(|at| passage.lower(at) == word);
    let quiet = sentence.clone().any(|at| matches!(passage.lower(at), "speak" | "silent" | "cough" | "prompted"));
    // A menu has one figure for each choice; what puts a call through to the police has two.
    let police =
        sentence.clone().any(|at| matches!(passage.lower(at), "police" | "999" | "keypad" | "silence" | "operator"));
    let long = word.len() > 1 && word != "55" && word.bytes().all(|b| b.is_ascii_digit());
    let pressed_wrong = long && (quiet || police) || quiet && word == "5";
    if matches!(before, "press" | "pressing" | "dial") && pressed_wrong && (before != "dial" || !is_service(passage, i))
    {
        let message = format!("`{before} {}` is not how a silent call goes on", passage.word(i));
        report.add(passage.span(passage.range(i, i)), message, "write `press 55`, after 999 was rung from a mobile");
    }
    if word == "55" && matches!(before, "press" | "pressing") {
        pressed(passage, i, &said, report);
    }
    if word == "55" && matches!(before, "text" | "texting") {
        let help =
            "write `text 999`, after registering by texting `register` to 999; 55 is pressed in a call from a mobile";
        report.add(passage.span(passage.range(i, i)), "`55` is no number to send a text to", help);
    }
    if word == "55" && matches!(before, "call" | "ring" | "dial" | "calling") {
        let message = format!("nobody answers at `{}` alone", passage.word(i));
        report.add(passage.span(passage.range(i, i)), message, "write `call 999, and press 55 if you cannot speak`");
    }
}

/// Reports what is wrong about pressing 55, given which words its sentence has.
fn pressed(passage: &Passage, i: usize, said: &dyn Fn(&str) -> bool, report: &mut Sink<'_>) {
    let span = passage.span(passage.range(i, i));
    if said("101") && !said("999") {
        report.add(span, "`press 55` works after 999, not after 101", "write `999` in the place of `101`");
    }
    if (0..passage.words.len())
        .any(|at| matches!(passage.lower(at), "not" | "cannot" | "never" | "no" | "only" | "mobile"))
    {
        return;
    }
    if said("landline") {
        let help =
            "say that it works from a mobile only; an operator who hears nothing on a landline stays on the line";
        report.add(span, "`press 55` does not work from a landline", help);
    }
    let after = passage.lower_text().get(passage.words[i].end..).unwrap_or_default();
    if ["where you are", "your location", "find you", "trace you", "track you"].iter().any(|told| after.contains(told))
    {
        let help = "say that the call is put through to the police, and that they will ask";
        report.add(span, "`press 55` does not tell the police where somebody is", help);
    }
}

/// Returns whether a word is the number of a service, and counts nothing.
fn is_service(passage: &Passage, i: usize) -> bool {
    matches!(
        passage.lower(i),
        "999" | "101" | "111" | "112" | "18000" | "18001" | "18002" | "55" | "5" | "555" | "99" | "50" | "505" | "5555"
    ) || matches!(passage.lower_before(i), "press" | "pressing") && matches!(passage.word(i).len(), 2..=4)
}

/// Returns whether the text says not to ring a number.
fn refused(passage: &Passage, i: usize) -> bool {
    let before = |back: usize| i.checked_sub(back).map_or("", |at| passage.lower(at));
    let not = |word: &str| matches!(word, "not" | "never" | "don't" | "don\u{2019}t" | "avoid");
    let rings = matches!(before(1), "call" | "ring" | "dial" | "use" | "phone" | "calling" | "ringing" | "dialling");
    not(before(1))
        || before(1) == "than"
        || (rings && not(before(2)))
        || (before(1) == "of" && before(2) == "instead")
        || passage.lower_after(i) == "only"
}

/// Returns where a phrase stands in a sentence, as a range of words.
fn find(passage: &Passage, sentence: &Range<usize>, phrase: &[&str]) -> Vec<Range<usize>> {
    let starts = sentence.clone().filter(|i| passage.phrase(*i, phrase));
    starts.map(|i| i..i + phrase.len()).collect()
}

/// Returns the number nearest to some words, the one before them where both are as near.
fn nearest(at: &Range<usize>, numbers: &[usize]) -> Option<usize> {
    let away = |i: &usize| if *i < at.start { at.start - i } else { (i + 1).saturating_sub(at.end) };
    numbers.iter().copied().min_by_key(|i| (away(i), *i))
}
