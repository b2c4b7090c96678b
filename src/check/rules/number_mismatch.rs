//! Links that show one telephone number and ring another.

use crate::check::{Body, Known, Look, Rule, Sink, words};
use crate::diag::{FindingKind, Severity};
use crate::model::phone::{self, RELAY, WHOLE, dialled};
use crate::model::{Inline, Target};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A125",
        name: "number-mismatch",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("number_mismatch.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        let Inline::Link(link) = inline else { continue };
        let (rung, rings) = match &link.target {
            Target::Phone(rung) => (rung.as_str(), "rings"),
            Target::TextMessage(texted) => (phone::texted(texted).0, "sends a text message to"),
            _ => continue,
        };
        let words = words(&link.content);
        let shown: Vec<&str> = phone::numbers(&words)
            .into_iter()
            .filter(|at| is_number(&words, at.end, &dialled(&words[at.clone()])))
            .map(|at| &words[at])
            .collect();
        let wrong = |number: &&&str| !same(&dialled(number), &dialled(rung));
        // "999 or 112" may lead to either; a whole number must be the one that rings.
        let some = shown.iter().any(|number| !wrong(&number));
        let whole = |number: &&str| dialled(number).len() >= WHOLE;
        if let Some(number) = shown.iter().filter(wrong).find(|number| !some || whole(number)) {
            let message = format!("the words show `{number}`, but the link {rings} `{rung}`");
            let help = "make both the same number; check which is right by ringing it";
            report.add(link.span, message, help);
        }
    }
}

/// Returns whether two numbers ring the same telephone; a relay prefix that only the link has is no fault.
fn same(shown: &str, rung: &str) -> bool {
    shown == rung || RELAY.iter().any(|relay| rung.strip_prefix(relay) == Some(shown))
}

/// Returns whether digits can be a number to ring: a whole one, or a short one that counts nothing and is no year.
fn is_number(words: &str, end: usize, digits: &str) -> bool {
    let next = words[end..].trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let counts = ["a", "day", "days", "hour", "hours", "minutes", "people", "pence", "per", "percent", "years", "p"];
    let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    digits.len() >= WHOLE || digits.len() >= 3 && !year && !counts.contains(&next)
}
