//! Deadlines in the text that are not the page's own.

use crate::check::dates::{self, MONTHS, Written};
use crate::check::{Body, Known, Look, Passage, Role, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::kinds::DueKind;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A117",
        name: "deadline-differs",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("deadline_differs.md"),
    },
    look: Look::Body(look),
};

/// How words start that say what the page's own closing day is for.
const OWN: &[&str] = &[
    "appl", "clos", "deadline", "bid", "submi", "respon", "answer", "reply", "survey", "consult", "form", "nominat",
    "entr", "fund", "grant", "scheme",
];

/// How words start that say that a day is for another step.
const OTHER: &[&str] = &[
    "question",
    "clarif",
    "interview",
    "decision",
    "decid",
    "outcome",
    "shortlist",
    "notif",
    "tell",
    "hear",
    "spen",
    "start",
    "report",
    "monitor",
    "evaluat",
    "present",
    "award",
    "mobilis",
    "regist",
    "previous",
    "last",
    "first",
    "extended",
    "was",
    "meeting",
    "event",
    "phase",
    "stage",
    "round",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let due = page.meta.details.due().into_iter().find(|due| due.what == DueKind::Closes);
    let Some(closes) = due.map(|due| due.by.date) else { return };
    for passage in body.english().iter().filter(|passage| passage.role != Role::Label) {
        for date in
            dates::of(passage).iter().filter(|date| dates::is_deadline(passage, date) || closes_on(passage, date))
        {
            let other_day = date.day != u32::from(closes.day()) || date.month + 1 != usize::from(closes.month());
            let other_year = date.year.is_some_and(|year| year != u32::from(closes.year()));
            if (other_day || other_year) && !passage.words[date.first].quoted && is_own(passage, date.first) {
                let written = &passage.text[passage.range(date.first, date.last)];
                let month = MONTHS.get(usize::from(closes.month()) - 1).copied().unwrap_or_default();
                let own = format!("{} {month} {}", closes.day(), closes.year());
                let message = format!("the text says `{written}`, but the page closes on {own}");
                let help = format!("write `{own}`, or mend `closes` in the front matter");
                report.add(passage.span(passage.range(date.first, date.last)), message, help);
            }
        }
    }
}

/// Returns whether a date stands in "applications close on 15 January", which of shops is no deadline.
fn closes_on(passage: &Passage, date: &Written) -> bool {
    let at = |back: usize| date.first.checked_sub(back).map_or("", |at| passage.lower(at));
    at(1) == "on" && at(2) == "close"
}

/// Returns whether a date's sentence is about what the page itself closes.
fn is_own(passage: &Passage, date: usize) -> bool {
    let sentence = passage.sentences[passage.words[date].sentence].clone();
    let starts = |list: &[&str], at: usize| list.iter().any(|start| passage.lower(at).starts_with(start));
    // "The last moment to hand in your form" is the closing day itself.
    let last = |at: usize| {
        passage.lower(at) == "last"
            && matches!(passage.lower(at + 1), "day" | "date" | "moment" | "chance" | "time" | "opportunity")
    };
    sentence.clone().any(|at| starts(OWN, at)) && !sentence.clone().any(|at| starts(OTHER, at) && !last(at))
}
