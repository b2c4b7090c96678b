//! Numbers that a list does not keep: "3 ways" before four bullets.

use crate::check::dates::Written;
use crate::check::figures::{self, number};
use crate::check::{Body, Known, Look, Passage, Role, Rule, Sink, dates};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::{Block, Inline, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A135",
        name: "count-differs",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("count_differs.md"),
    },
    look: Look::Body(look),
};

/// What the items of a list are called.
const ITEMS: &[&str] = &[
    "ways",
    "steps",
    "things",
    "reasons",
    "options",
    "types",
    "kinds",
    "stages",
    "parts",
    "priorities",
    "aims",
    "goals",
    "objectives",
    "questions",
    "services",
    "areas",
    "documents",
    "principles",
    "rules",
    "themes",
    "outcomes",
    "tips",
    "recommendations",
    "groups",
    "forms",
    "rights",
    "points",
    "examples",
    "benefits",
    "conditions",
    "criteria",
    "sorts",
    "places",
    "choices",
    "actions",
    "commitments",
    "promises",
    "strands",
    "pillars",
    "projects",
    "changes",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    if body.lang.primary() == "en" {
        for part in body.parts() {
            siblings(part, report);
        }
        body.english().iter().for_each(|passage| days(passage, report));
    }
}

/// What stands on a day each.
const ON_DAYS: &[&str] = &[
    "day",
    "days",
    "session",
    "sessions",
    "dates",
    "evening",
    "evenings",
    "mornings",
    "afternoons",
    "classes",
    "workshops",
    "meetings",
    "lessons",
    "events",
    "talks",
    "walks",
    "nights",
    "visits",
    "part",
];

/// Looks for days that are more or fewer than their sentence says: "a 2-day course on 5, 6 and 7 May".
fn days(passage: &Passage, report: &mut Sink<'_>) {
    let dates = dates::of(passage);
    let Some(date) = dates.first() else { return };
    let sentence = passage.sentences[passage.words[date.first].sentence].clone();
    let other = sentence.clone().any(|i| {
        matches!(
            passage.lower(i),
            "or" | "to"
                | "from"
                | "each"
                | "every"
                | "either"
                | "choose"
                | "until"
                | "between"
                | "before"
                | "after"
                | "by"
                | "within"
        )
    });
    let count = |i: usize| {
        let (number, unit, last) = match passage.lower(i).split_once('-') {
            Some((number, unit)) => (number, unit, i),
            None if ON_DAYS.contains(&passage.lower_after(i)) => (passage.lower(i), passage.lower_after(i), i + 1),
            // "2 free sessions".
            None => (passage.lower(i), passage.lower_after(i + 1), i + 2),
        };
        let number = figures::number(number).filter(|_| ON_DAYS.contains(&unit))?;
        (2.0..=12.0).contains(&number).then_some((i, last, number))
    };
    let mut counts = sentence.clone().filter_map(count);
    let (Some((first, last, number)), None, false) = (counts.next(), counts.next(), other) else { return };
    let Some(listed) = listed(passage, dates, sentence.end) else { return };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 2 to 12")]
    let said = number as usize;
    if listed > 1 && number.fract() == 0.0 && said != listed && !passage.words[first].quoted {
        let range = passage.range(first, last);
        let message = format!("`{}` has {listed} days in its sentence", &passage.text[range.clone()]);
        report.add(
            passage.span(range),
            message,
            "write the right number, or look for the day that is missing or too many",
        );
    }
}

/// Returns how many days a list of them has, "5, 6 and 7 May" or "3 March, 10 March and 17 March"; nothing where its sentence has
/// another date.
fn listed(passage: &Passage, dates: &[Written], end: usize) -> Option<usize> {
    let day = |at: usize| passage.word(at).parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
    let weekday = |at: usize| dates::WEEKDAYS.contains(&passage.lower(at));
    let skipped = |at: usize| weekday(at) || passage.lower(at) == "and";
    let mut own = dates.iter().filter(|date| date.first < end);
    let first = own.next()?;
    let (mut count, mut at) = (1, first.first);
    while let Some(before) = at.checked_sub(1) {
        let close = matches!(passage.gap(before), " " | ", ");
        if close && day(before) && (passage.gap(before) == ", " || passage.lower(at) == "and" || weekday(at)) {
            count += 1;
        } else if !(close && skipped(before)) {
            break;
        }
        at = before;
    }
    let mut last = first.last;
    for date in own {
        let mut next = last + 1;
        while next < date.first && (skipped(next) || day(next)) {
            count += usize::from(day(next));
            next += 1;
        }
        if next != date.first {
            return None;
        }
        (count, last) = (count + 1, date.last);
    }
    Some(count)
}

fn siblings(blocks: &[Block], report: &mut Sink<'_>) {
    for pair in blocks.windows(2) {
        if let [lead, list] = pair
            && let Some((count, listed)) = items(list)
            && let Some((run, heading)) = words(lead)
            && let Some((span, written, said)) = said(run, heading)
            && said != count
        {
            let message = format!("`{written}` leads into a list of {count}");
            let help =
                format!("write the right number, or look for the item that is missing or too many in the {listed}");
            report.add(span, message, help);
        }
    }
    for block in blocks {
        if !matches!(block, Block::Quote(_) | Block::Included(_)) {
            walk::held(block).into_iter().for_each(|held| siblings(held, report));
        }
    }
}

/// Returns how many items a list or steps have, and what they are.
fn items(block: &Block) -> Option<(usize, &'static str)> {
    match block {
        Block::List(list) => Some((list.items.len(), "list")),
        Block::Steps(steps) => Some((steps.steps.len(), "steps")),
        _ => None,
    }
}

/// Returns the words that lead into what follows, and whether they are a heading.
fn words(block: &Block) -> Option<(&[Inline], bool)> {
    match block {
        Block::Paragraph(paragraph) => Some((&paragraph.content, false)),
        Block::Heading(heading) => Some((&heading.content, true)),
        _ => None,
    }
}

/// Returns the number of items that a lead-in says: the last one of its last sentence, which ends with a colon.
fn said(run: &[Inline], heading: bool) -> Option<(Span, String, usize)> {
    let passage = Passage::read(run, if heading { Role::Heading } else { Role::Paragraph });
    if !heading && !passage.text.trim_end().ends_with(':') {
        return None;
    }
    let sentence = passage.sentences.last()?.clone();
    let counts = |i: usize| {
        let number =
            number(passage.lower(i)).filter(|number| number.fract() == 0.0 && (2.0..=30.0).contains(number))?;
        let noun = (i + 1..sentence.end.min(i + 4)).find(|at| ITEMS.contains(&passage.lower(*at)))?;
        // "One of the three ways", "2 of these 3 steps", "at least 2 ways".
        let before = |back: usize| i.checked_sub(back).map_or("", |at| passage.lower(at));
        let loose = matches!(
            before(1),
            "least" | "than" | "or" | "to" | "of" | "between" | "about" | "over" | "other" | "another"
        ) || matches!(before(2), "of" | "one");
        (!loose && !passage.words[i].quoted).then_some((i, noun, number))
    };
    let (first, last, number) = sentence.clone().rev().find_map(counts)?;
    let range = passage.range(first, last);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 2 to 30")]
    Some((passage.span(range.clone()), passage.text[range].to_string(), number as usize))
}
