//! Closed calls that still ask people to apply.

use crate::check::{Body, Known, Look, Passage, Rule, Sink, dates};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::Date;
use crate::model::kinds::DueKind;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A085",
        name: "deadline-passed",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("deadline_passed.md"),
    },
    look: Look::Body(look),
};

/// What a sentence about the future says.
const STILL: &[&str] =
    &["will close", "closes on", "closes at", "must ", "apply by", "send it by", "please ", "are due", "is due"];

/// What a sentence says that asks for something by a day, or says when something ends.
const ASKS: &[&str] = &[
    " apply ",
    " close ",
    " closes ",
    " still time ",
    " nominations ",
    " entries ",
    " last chance ",
    " last day to ",
    " bookings ",
    " end on ",
    " ends on ",
    " deadline ",
    " must ",
    " please ",
    " send ",
    " submit ",
    " return ",
    " reply ",
    " register ",
    " book ",
    " email ",
    " call ",
    " tell us ",
    " let us ",
    " give us ",
    " have until ",
    " write to ",
    " fill in ",
    " complete ",
    " answer ",
    " respond ",
    " comment ",
    " nominate ",
    " vote ",
    " join ",
    " hand in ",
    " share your ",
    " closing date ",
    " will close ",
    " due ",
    " open until ",
];

/// What a sentence about the past says.
const OVER: &[&str] =
    &["closed", " was ", " were ", " had to ", "needed it", "did not", " have had ", " we have ", " had ", " could "];

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let mut told = Vec::new();
    if let Some(page) = body.page {
        let passed = page.meta.details.due().into_iter().filter(|due| due.what != DueKind::Opens);
        for day in passed.filter(|due| site.clock.passed(due.by)).map(|due| due.by.date) {
            own(body, page.meta.span, day, report);
            told.push(day);
        }
    }
    for passage in body.english() {
        anywhere(passage, site.today(), &told, report);
    }
}

/// Looks for the page's own closing day, in any language.
fn own(body: &Body<'_>, whole: Span, day: Date, report: &mut Sink<'_>) {
    let words = day.in_words(body.lang);
    for run in body.runs() {
        for sentence in run.words.split_inclusive(['.', '!', '?']) {
            let lower = sentence.to_lowercase();
            let still = STILL.iter().any(|word| lower.contains(word)) && !OVER.iter().any(|word| lower.contains(word));
            if sentence.contains(&words) && still {
                let span = run.inlines.first().map_or(whole, |inline| inline.span());
                tell(span, sentence, report);
            }
        }
    }
}

/// Looks for any deadline that has passed, in the words round its date.
fn anywhere(passage: &Passage, today: Date, told: &[Date], report: &mut Sink<'_>) {
    if !passage.is_prose() {
        return;
    }
    for date in dates::of(passage) {
        if date.on_calendar(None).is_none_or(|day| day >= today || told.contains(&day)) {
            continue;
        }
        let sentence = passage.sentences[passage.words[date.first].sentence].clone();
        let text = &passage.text[passage.range(sentence.start, sentence.end - 1)];
        let lower = format!(" {} ", text.to_lowercase());
        // "If you moved before 1 November, register by 1 December" asks for something by the later day.
        let later = |other: &dates::Written| {
            passage.words[other.first].sentence == passage.words[date.first].sentence
                && other.on_calendar(None).is_some_and(|day| day >= today)
        };
        if dates::of(passage).iter().any(later) {
            continue;
        }
        let asks = ASKS.iter().any(|word| lower.contains(word)) && !OVER.iter().any(|word| lower.contains(word));
        if asks && dates::is_deadline(passage, date) && !passage.words[date.first].quoted {
            tell(passage.span(passage.range(date.first, date.last)), text, report);
        }
    }
}

fn tell(span: Span, sentence: &str, report: &mut Sink<'_>) {
    let message = format!("`{}` asks for something by a day that has passed", sentence.trim());
    report.add(span, message, "say first that this is closed, and put the sentence into the past");
}
