//! Email addresses that no message can reach.

use memchr::memmem;

use crate::check::{Body, Chars, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A120",
        name: "email-malformed",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("email_malformed.md"),
    },
    look: Look::Body(look),
};

/// Ends of addresses that are slips of the pen, and what was meant.
const ENDS: &[(&str, &str)] = &[
    (".con", ".com"),
    (".cmo", ".com"),
    (".couk", ".co.uk"),
    (".co.ku", ".co.uk"),
    (".co.u", ".co.uk"),
    (".govuk", ".gov.uk"),
    (".gov.ku", ".gov.uk"),
    (".gov.u", ".gov.uk"),
    (".gvo.uk", ".gov.uk"),
    (".orguk", ".org.uk"),
    (".org.ku", ".org.uk"),
    (".ogr.uk", ".org.uk"),
    (".nhs.ku", ".nhs.uk"),
    (".police.ku", ".police.uk"),
];

/// What stands for the sign in addresses that are hidden from machines, and from screen readers too.
const HIDDEN: &[&str] = &[
    "[at]",
    "(at)",
    "{at}",
    "[dot]",
    "(dot)",
    " dot gov dot uk",
    " dot org dot uk",
    " dot co dot uk",
    " dot nhs dot uk",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in passage.with(Sign::At).filter(|i| !passage.words[*i].quoted) {
            let Some(why) = wrong(passage, i) else { continue };
            let range = passage.range(i, i);
            let message = format!("`{}` is no email address: {why}", &passage.text[range.clone()]);
            report.add(passage.span(range), message, "write the whole address, and send a message to it");
        }
        let lower = passage.lower_text();
        if !passage.chars.any(Chars::of("[({")) && memmem::find(lower.as_bytes(), b" dot ").is_none() {
            continue;
        }
        if let Some(at) =
            HIDDEN.iter().filter_map(|sign| lower.find(sign).map(|at| at..at + sign.len())).min_by_key(|at| at.start)
        {
            let message = format!("`{}` stands for the sign of an email address", &passage.text[at.clone()]);
            report.add(
                passage.span(at),
                message,
                "write the address with `@`, as a link: `[help@example.org](mailto:help@example.org)`",
            );
        }
    }
}

/// Says what is wrong with a word that has the sign; nothing where it is an address or an account's name.
fn wrong(passage: &Passage, i: usize) -> Option<String> {
    let word = passage.lower(i);
    let (name, host) = word.split_once('@')?;
    if name.is_empty() {
        // "@handbill" is an account; "help @example.org" was one word.
        return (host.contains('.') && passage.gap_before(i) == " ")
            .then(|| "there is a space before the sign".to_string());
    }
    if host.is_empty() {
        return Some("there is a space after the sign".to_string());
    }
    if host.contains('@') {
        return Some("it has the sign twice".to_string());
    }
    if let Some((_, meant)) = ENDS.iter().find(|(end, _)| host.ends_with(end)) {
        return Some(format!("it ends like `{meant}` with a slip"));
    }
    if host.contains(',') || name.contains(',') {
        return Some("it has a comma".to_string());
    }
    if word.contains("..")
        || (host.starts_with("www.") && !passage.gap(i).contains('#'))
        || host.starts_with('.')
        || host.contains("/")
    {
        return Some("the part after the sign is no name of a computer".to_string());
    }
    let rest = passage.word(i + 1);
    if passage.gap(i) == " ." && rest.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Some(format!("there is a space before `.{rest}`"));
    }
    // What comes after a space may be the rest.
    (!host.contains('.')).then(|| "there is no full stop after the sign".to_string())
}
