//! Parts of a number, told in a sentence, that do not add up to it.

use crate::check::{Body, Chars, Known, Look, Passage, Rule, Sign, Sink, dates};
use crate::diag::{FindingKind, Severity};
use crate::model::grouped_digits;
use crate::model::phone::{WHOLE, dialled};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A185",
        name: "parts-differ",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("parts_differ.md"),
    },
    look: Look::Body(look),
};

/// A whole number in a sentence that counts something.
#[derive(Clone, Copy)]
struct Count {
    word: usize,
    value: u64,
    pounds: bool,
}

/// Words after which a number is a name and counts nothing, or only about.
const NAMED: &[&str] = &[
    "section", "page", "room", "number", "no", "aged", "age", "year", "grade", "bus", "route", "step", "part", "about",
    "nearly", "almost", "over", "under", "than", "least", "around", "some", "to", "between", "in", "since", "until",
    "at", "unit", "platform", "line", "band", "level", "stage",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english_with(Chars::DIGITS).filter(|passage| passage.is_prose()) {
        // A whole and two parts of it have a digit each.
        if passage.with(Sign::Digit).take(3).count() < 3 {
            continue;
        }
        let counts = counts(passage);
        if counts.len() < 3 {
            continue;
        }
        for number in 0..passage.sentences.len() {
            let Some((total, parts, nearest)) = told(passage, number, &counts) else { continue };
            let sum: u64 = parts.iter().map(|part| part.value).sum();
            let fits = parts.len() > 1
                && parts.iter().all(|part| part.pounds == total.pounds && part.value < total.value)
                && sum != total.value
                && sum.abs_diff(total.value) * nearest <= total.value;
            if fits && !passage.words[total.word].quoted {
                tell(passage, total, &parts, sum, report);
            }
        }
    }
}

fn tell(passage: &Passage, total: Count, parts: &[Count], sum: u64, report: &mut Sink<'_>) {
    let shown = |count: &Count| format!("`{}`", passage.word(count.word));
    let (last, first) = parts.split_last().map_or((String::new(), parts), |(last, first)| (shown(last), first));
    let first: Vec<String> = first.iter().map(shown).collect();
    let pounds = if total.pounds { "£" } else { "" };
    let message = format!(
        "{} and {last} add up to {pounds}{}, not to {}",
        first.join(", "),
        grouped_digits(&sum.to_string()),
        shown(&total)
    );
    let help = "mend the number that is wrong; if somebody is counted twice or left out, say so";
    report.add(passage.span(passage.range(total.word, total.word)), message, help);
}

/// Returns a whole and its parts, as a sentence tells them, and how near they must be to be meant as all of it: an eighth of the
/// whole where the sentence may leave some out or tell of people who are in two parts, half where a colon says that all come.
fn told(passage: &Passage, number: usize, counts: &[Count]) -> Option<(Count, Vec<Count>, u64)> {
    let sentence = passage.sentences.get(number)?.clone();
    let own: Vec<Count> = counts.iter().copied().filter(|count| sentence.contains(&count.word)).collect();
    let start = sentence.start;
    if passage.lower(start) == "of" && matches!(passage.lower(start + 1), "these" | "those" | "them") {
        let before = passage.sentences.get(number.checked_sub(1)?)?.clone();
        let mut totals = counts.iter().copied().filter(|count| before.contains(&count.word));
        let total = totals.next()?;
        let only = totals.next().is_none();
        return (only && listed(passage, &own)).then_some((total, own, 8));
    }
    let (total, parts) = own.split_first().filter(|(_, parts)| parts.len() > 1)?;
    let plus = (total.word + 1..sentence.end).filter(|i| passage.lower(*i) == "plus").count();
    if plus > 0 {
        let (total, parts) = own.split_last()?;
        let makes = matches!(passage.lower_before(total.word), "makes" | "is" | "equals" | "make" | "of");
        return (makes && plus + 1 == parts.len()).then(|| (*total, parts.to_vec(), 2));
    }
    let the = usize::from(matches!(passage.lower(start + 1), "the" | "our" | "these" | "all" | "those"));
    if passage.lower(start) == "of" && total.word == start + 1 + the {
        // "40 have a garden, 38 a balcony and 28 both" counts some twice.
        let has = |part: &Count| {
            matches!(passage.lower(part.word + 1), "have" | "has" | "had" | "use" | "used" | "own" | "speak" | "want")
        };
        if the > 0 && parts.iter().any(has) {
            return None;
        }
        return listed(passage, parts).then(|| (*total, parts.to_vec(), 8));
    }
    let first = parts.first()?.word;
    let colon = (total.word..first).any(|i| passage.gap(i).starts_with(':'));
    let made = made_up(passage, total.word, first) && parts.iter().all(|part| !is_measure(passage, part.word));
    ((colon || made) && listed(passage, parts)).then(|| (*total, parts.to_vec(), 2))
}

/// Returns whether the words between a whole and its first part say what it is made of: "the 96 homes are made up of 40", "the 12
/// councillors are 5".
fn made_up(passage: &Passage, total: usize, first: usize) -> bool {
    let before = |back: usize| first.checked_sub(back).filter(|at| *at > total).map_or("", |at| passage.lower(at));
    let near = first <= total + 9 && (total..first).all(|at| !passage.gap(at).contains(['.', ';', '(']));
    let verb = match before(1) {
        "of" => before(2) == "up" && before(3) == "made" || matches!(before(2), "consist" | "consists" | "consisting"),
        "into" => matches!(before(2), "split" | "divided" | "sorted"),
        "comprise" | "comprises" | "comprising" | "include" => before(1) != "include",
        "are" => first <= total + 4,
        _ => false,
    };
    near && verb
}

/// Returns whether a number measures, and counts no part of a whole: "12 metres long".
fn is_measure(passage: &Passage, i: usize) -> bool {
    matches!(
        passage.lower(i + 1),
        "metres"
            | "metre"
            | "miles"
            | "mile"
            | "km"
            | "cm"
            | "mm"
            | "feet"
            | "inches"
            | "minutes"
            | "minute"
            | "hours"
            | "hour"
            | "days"
            | "day"
            | "weeks"
            | "week"
            | "months"
            | "month"
            | "years"
            | "year"
            | "pence"
            | "kilometres"
            | "kilometre"
            | "litres"
            | "centimetres"
            | "storeys"
            | "floors"
            | "wide"
            | "high"
            | "long"
    )
}

/// Returns whether numbers are a list: "and" stands before the last of them, and a comma before it or the others.
fn listed(passage: &Passage, parts: &[Count]) -> bool {
    let Some((last, others)) = parts.split_last() else { return false };
    let before = |word: usize, back: usize| word.checked_sub(back).map_or("", |at| passage.lower(at));
    let and = before(last.word, 1) == "and" || (before(last.word, 2) == "and" || before(last.word, 3) == "and");
    let apart = others.windows(2).all(|pair| match pair {
        [one, two] => (one.word..two.word).any(|i| passage.gap(i).contains([',', ';'])),
        _ => true,
    });
    and && apart
}

/// Returns the numbers of a passage that count something: no years, days, shares, ranges or telephone numbers.
fn counts(passage: &Passage) -> Vec<Count> {
    let dated = dates::of(passage);
    let rung = |i: usize| {
        let at = passage.words[i].start;
        passage
            .numbers()
            .iter()
            .any(|range| range.contains(&at) && dialled(&passage.text[range.clone()]).len() >= WHOLE)
    };
    let count = |i: usize| {
        let word = passage.word(i);
        let digits = word.strip_prefix('£').unwrap_or(word);
        let pounds = digits.len() < word.len();
        let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b',');
        let value = digits.replace(',', "").parse().ok().filter(|_| plain)?;
        let year = !pounds && dates::year(word).is_some();
        let date = dated.iter().any(|date| (date.first..=date.last).contains(&i));
        let before = i.checked_sub(1).map_or("", |at| passage.lower(at));
        // "Between 5 and 7", "5 to 7", "5-7", "1 in 4", "3 per cent", "a 2 by 4".
        let after = passage.lower_after(i);
        let next = passage.words.get(i + 2).is_some_and(|word| word.has(Sign::Digit));
        let share = matches!(after, "per" | "percent" | "million" | "billion" | "am" | "pm")
            || (next && matches!(after, "to" | "in" | "out" | "by"));
        let signed = passage.gap(i).starts_with(['-', '\u{2013}', '%', '/'])
            || passage.gap_before(i).ends_with(['-', '/', '\u{2013}']);
        let named = NAMED.contains(&before);
        (!year && !date && !share && !signed && !named && !rung(i)).then_some(Count { word: i, value, pounds })
    };
    passage.with(Sign::Digit).filter_map(count).collect()
}
