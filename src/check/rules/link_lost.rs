//! Words that point to a link which is not there.

use crate::check::{Body, Known, Linked, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A142",
        name: "link-lost",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("link_lost.md"),
    },
    look: Look::Body(look),
};

/// Words before "here" that make it the words of a link.
const LEADS: &[&str] = &[
    "click",
    "read",
    "see",
    "find",
    "found",
    "download",
    "apply",
    "available",
    "view",
    "more",
    "register",
    "book",
    "strategy",
    "report",
    "form",
    "plan",
    "policy",
    "information",
    "survey",
    "details",
    "leaflet",
    "guidance",
    "website",
    "document",
    "access",
    "accessed",
    "out",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english().iter().filter(|passage| passage.is_prose()) {
        for i in 0..passage.words.len() {
            let Some((first, last)) = lost(passage, i) else { continue };
            let linked = |i: usize| passage.words.get(i).is_some_and(|word| passage.linked(word.start) != Linked::No);
            let elsewhere = passage.lower(i) == "link" || passage.lower(i) == "below";
            if passage.words[i].quoted
                || passage.starts_label(first)
                || linked(i)
                || (elsewhere && (0..passage.words.len()).any(linked))
            {
                continue;
            }
            let range = passage.range(first, last);
            let message = format!("`{}` points to a link, and there is none", &passage.text[range.clone()]);
            let help = "link the name of the page or the document, such as `[our strategy](strategy.md)`";
            report.add(passage.span(range), message, help);
        }
    }
}

/// Returns the first and the last word of what points to a link, where it starts or ends at a word.
fn lost(passage: &Passage, i: usize) -> Option<(usize, usize)> {
    let ends = |i: usize| {
        let next = passage.words.get(i + 1);
        next.is_none_or(|next| next.sentence != passage.words[i].sentence)
            || passage.gap(i).starts_with([',', ':', ')', ';'])
    };
    let before = passage.lower_before(i);
    match passage.lower(i) {
        "here" if LEADS.contains(&before) && (ends(i) || before == "click") => Some((i - 1, i)),
        // "Please visit where" and "please visit." have lost the words of their link.
        "where" if before == "visit" && ends(i) => Some((i - 1, i)),
        "visit"
            if matches!(before, "please" | "information" | "details" | "or")
                && passage.gap(i).trim_start().starts_with(['.', ',']) =>
        {
            Some((i, i))
        }
        "link" if matches!(before, "following" | "this") && i > 1 => {
            let leads = matches!(
                passage.lower(i - 2),
                "the" | "at" | "on" | "click" | "follow" | "via" | "use" | "using" | "through"
            );
            leads.then_some((i - 1, i))
        }
        "below" if before == "link" => Some((i - 1, i)),
        _ => None,
    }
}
