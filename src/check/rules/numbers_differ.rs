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

fn look(site: &Site, report: &mut Sink<'_>) {
    let mut known: BTreeMap<String, (String, String, Span)> = BTreeMap::new();
    for page in site.pages.iter().filter(|page| page.lang.primary() == "en") {
        for plain in raw::paragraphs(page.file, report.text(page.file), rings) {
            for (name, number, span) in named(&plain) {
                match known.get(&name.to_lowercase()) {
                    Some((_, other, first)) if dialled(other) != dialled(&number) => {
                        let message = format!("{name} is to be called on `{number}` here, and on `{other}` elsewhere");
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

/// Returns whether a number follows the word "on", with or without marks of Markdown round it. Few texts have that.
fn rings(text: &str) -> bool {
    memmem::find_iter(text.as_bytes(), b" on ").any(|at| {
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
        if dialled(number).len() < WHOLE || i < 2 || passage.lower(i - 1) != "on" || passage.words[i].quoted {
            continue;
        }
        // What a name starts with has a capital, and is no first word of a sentence such as "Call".
        let capital = |at: usize| passage.word(at).starts_with(char::is_uppercase) && at > sentence.start;
        let first = (sentence.start..i - 1).rev().take_while(|at| capital(*at)).last();
        let Some(first) = first else { continue };
        let name = passage.text[passage.range(first, i - 2)].to_string();
        let other = (i.saturating_sub(8).max(sentence.start)..i).any(|at| OTHER_WAYS.contains(&passage.lower(at)));
        if name.contains(' ') && !other {
            found.push((name, number.to_string(), plain.span(at)));
        }
    }
    found
}
