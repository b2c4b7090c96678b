//! Stories with so many details that somebody may be recognised.

use crate::check::{Body, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::{Details, MONTHS};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A104",
        name: "identifying-details",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("identifying_details.md"),
    },
    look: Look::Body(look),
};

/// How many kinds of detail together may show who is meant. Our own choice: with an age, a place, a job and a family
/// most people of a town are one of a few.
const MANY: usize = 4;

/// Says whether a word gives a detail.
type IsDetail = fn(&Passage, usize) -> bool;

/// Kinds of detail, each with how it is found.
const DETAILS: &[(&str, IsDetail)] = &[
    ("an age", age),
    ("a day", day),
    ("a place", place),
    ("a job", |passage, i| JOBS.contains(&passage.lower(i))),
    ("a family", family),
    ("a health condition", |passage, i| HEALTH.contains(&passage.lower(i))),
    ("a faith or an origin", |passage, i| {
        ORIGINS.contains(&passage.lower(i)) && !passage.lower(i + 1).starts_with("speak")
    }),
];

const JOBS: &[&str] = &[
    "nurse",
    "teacher",
    "driver",
    "plumber",
    "electrician",
    "builder",
    "carer",
    "shopkeeper",
    "student",
    "engineer",
    "hairdresser",
    "cleaner",
    "chef",
    "waiter",
    "waitress",
    "doctor",
    "dentist",
    "farmer",
    "accountant",
    "soldier",
    "firefighter",
    "paramedic",
    "receptionist",
    "lecturer",
    "childminder",
    "mechanic",
    "postman",
    "barber",
];

const FAMILY: &[&str] = &[
    "son",
    "sons",
    "daughter",
    "daughters",
    "wife",
    "husband",
    "twins",
    "toddler",
    "grandson",
    "granddaughter",
    "fiancee",
];

const HEALTH: &[&str] = &[
    "autistic",
    "autism",
    "epilepsy",
    "diabetes",
    "diabetic",
    "wheelchair",
    "deaf",
    "blind",
    "pregnant",
    "cancer",
    "asthma",
    "dementia",
    "ptsd",
    "bipolar",
];

const ORIGINS: &[&str] = &[
    "muslim",
    "christian",
    "jewish",
    "hindu",
    "sikh",
    "buddhist",
    "polish",
    "romanian",
    "pakistani",
    "indian",
    "bangladeshi",
    "somali",
    "nigerian",
    "chinese",
    "ukrainian",
    "traveller",
    "irish",
];

fn age(passage: &Passage, i: usize) -> bool {
    let word = passage.lower(i);
    let number = |word: &str| word.parse::<u8>().is_ok_and(|age| (1..=110).contains(&age));
    let aged = word == "aged" && number(passage.lower_after(i));
    let years = number(word) && passage.lower_after(i) == "years" && passage.lower(i + 2) == "old";
    let one_word = word.split_once("-year-old").is_some_and(|(age, _)| number(age));
    let decade =
        word.strip_suffix('s').is_some_and(number) && matches!(passage.lower_before(i), "her" | "his" | "their");
    aged || years || one_word || decade
}

fn day(passage: &Passage, i: usize) -> bool {
    let month = MONTHS.contains(&passage.word(i));
    month && passage.lower_before(i).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

fn place(passage: &Passage, i: usize) -> bool {
    let street = ["Road", "Street", "Avenue", "Lane", "Close", "Drive", "Crescent"].contains(&passage.word(i));
    let named = |i: usize| passage.name_like(i);
    let street = street && i > 0 && named(i - 1);
    // "lived in Stevenage", "from Watford"
    let lives = matches!(passage.lower(i), "in" | "from" | "near") && passage.gap(i) == " " && {
        let next = passage.word(i + 1);
        let known = MONTHS.contains(&next) || passage.lower(i + 1).starts_with("england");
        named(i + 1)
            && !known
            && matches!(
                passage.lower_before(i),
                "lives"
                    | "lived"
                    | "works"
                    | "worked"
                    | "moved"
                    | "comes"
                    | "came"
                    | "home"
                    | "family"
                    | "flat"
                    | "house"
            )
    };
    street || lives
}

fn family(passage: &Passage, i: usize) -> bool {
    FAMILY.contains(&passage.lower(i))
}

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let Details::CaseStudy(story) = &page.meta.details else { return };
    if story.consent.as_ref().is_some_and(|consent| consent.reference == "illustration") {
        return;
    }
    let mut found: Vec<(&str, Span)> = Vec::new();
    for (name, is) in DETAILS {
        let first = body
            .english()
            .iter()
            .find_map(|passage| (0..passage.words.len()).find(|i| is(passage, *i)).map(|i| (passage, i)));
        if let Some((passage, i)) = first {
            found.push((name, passage.span(passage.range(i, i))));
        }
    }
    if found.len() >= MANY {
        let names: Vec<&str> = found.iter().map(|(name, _)| *name).collect();
        let message = format!("this story gives {}, so that somebody may be recognised", names.join(", "));
        let help = "leave some of them out or change them, and read it as the person's neighbour would";
        let mut finding = report.finding(page.key_span("consent"), message, help);
        for (name, span) in found {
            finding = finding.with_label(span, name);
        }
        report.push(finding);
    }
}
