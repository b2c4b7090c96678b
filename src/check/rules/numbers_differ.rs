//! Two telephone numbers for one service.

use std::collections::BTreeMap;

use memchr::memmem;

use crate::check::raw::{self, Plain};
use crate::check::{Look, Passage, Role, Rule, Sink};
use crate::diag::Span;
use crate::diag::{FindingKind, Severity};
use crate::model::Site;
use crate::model::phone::{WHOLE, dialled};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A172",
        name: "numbers-differ",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("numbers_differ.md"),
    },
    look: Look::Site(look),
};

/// Words that make a second number of one service right.
const OTHER_WAYS: &[&str] = &[
    "textphone",
    "text",
    "sms",
    "fax",
    "mobile",
    "minicom",
    "abroad",
    "overseas",
    "welsh",
    "outside",
    "international",
    "or",
    "urgent",
    "night",
    "evenings",
];

/// What a service is called by that has no name of its own: "the repairs line", "customer services".
const HEADS: &[&str] = &[
    "line",
    "helpline",
    "hotline",
    "team",
    "services",
    "desk",
    "hub",
    "clinic",
    "department",
    "unit",
    "reception",
    "switchboard",
];

/// Words that say nothing of which service it is.
const VAGUE: &[&str] = &[
    "the",
    "our",
    "their",
    "your",
    "this",
    "that",
    "a",
    "an",
    "any",
    "free",
    "same",
    "main",
    "new",
    "local",
    "duty",
    "whole",
    "call",
    "ring",
    "phone",
    "contact",
    "telephone",
    "us",
    "on",
    "with",
    "to",
    "of",
    "and",
    "by",
    "for",
    "from",
    "please",
    "or",
];

fn look(site: &Site, report: &mut Sink<'_>) {
    let mut known: BTreeMap<String, (String, String, Span)> = BTreeMap::new();
    for page in site.pages.iter().filter(|page| page.lang.primary() == "en") {
        for plain in raw::paragraphs(page.file, report.text(page.file), rings) {
            for (name, number, span) in named(&plain) {
                match known.get(&name.to_lowercase()) {
                    Some((_, other, first)) if dialled(other) != dialled(&number) => {
                        let place = report.place(*first);
                        let message = format!("{name} is to be called on `{number}` here, and on `{other}` {place}");
                        let help = "ring both, and keep the right one once, in `content/_data/contacts.yaml`";
                        report.push(report.finding(span, message, help).with_label(*first, format!("`{other}`")));
                    }
                    Some(_) => {}
                    None => _ = known.insert(name.to_lowercase(), (name, number, span)),
                }
            }
        }
    }
}

/// Returns whether a number follows the word "on" or "is", with or without marks of Markdown round it. Few texts have that.
fn rings(text: &str) -> bool {
    let after = |word: &'static [u8]| memmem::find_iter(text.as_bytes(), word);
    after(b" on ").chain(after(b" is ")).any(|at| {
        let next = text[at + 4..].trim_start_matches(['*', '[', '(', ' ']);
        next.starts_with(|c: char| c.is_ascii_digit() || c == '+')
    })
}

/// Returns each name with the number that follows it, as in "Call Hertfordshire Beacon on 0300 011 5555".
fn named(plain: &Plain) -> Vec<(String, String, Span)> {
    let run = plain.run();
    let passage = Passage::read(&run, Role::Paragraph);
    let mut found = Vec::new();
    for at in passage.numbers() {
        let at = at.clone();
        let number = &passage.text[at.clone()];
        let Some(i) = passage.word_at(at.start) else { continue };
        let Some(sentence) = passage.sentences.get(passage.words[i].sentence) else { continue };
        let (on, is) = (passage.lower_before(i) == "on", passage.lower_before(i) == "is");
        if dialled(number).len() < WHOLE || i < 2 || !(on || is) || passage.words[i].quoted {
            continue;
        }
        // What a name starts with has a capital, and is no first word of a sentence such as "Call".
        let capital = |at: usize| passage.word(at).starts_with(char::is_uppercase) && at > sentence.start;
        let first =
            (sentence.start..i - 1).rev().take_while(|at| capital(*at)).last().filter(|first| on && *first < i - 2);
        let Some(first) = first.or_else(|| described(&passage, sentence.start, i - 2)) else { continue };
        let name = passage.text[passage.range(first, i - 2)].to_string();
        let other = (i.saturating_sub(8).max(sentence.start)..i).any(|at| OTHER_WAYS.contains(&passage.lower(at)));
        if !other {
            found.push((name, number.to_string(), plain.span(at)));
        }
    }
    found
}

/// Returns the first word of what a service is called that has no name of its own, given its last: "the customer service team".
fn described(passage: &Passage, start: usize, last: usize) -> Option<usize> {
    HEADS.contains(&passage.lower(last)).then_some(())?;
    let own = |at: &usize| !VAGUE.contains(&passage.lower(*at)) && passage.gap(*at) == " ";
    let first = (start..last).rev().take_while(own).last()?;
    (last - first < 5).then_some(first)
}
