//! Email addresses and postcodes that are nearly the publisher's.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use crate::check::postcode::is_postcode;
use crate::check::{Look, Rule, Sink};
use crate::diag::{FileId, Span};
use crate::diag::{FindingKind, Severity};
use crate::model::phone::one_off;
use crate::model::{Contact, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A121",
        name: "detail-near-miss",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("detail_near_miss.md"),
    },
    look: Look::Site(look),
};

/// What a contact of the store has that can be mistyped.
struct Kept<'a> {
    /// Each email address in lower case, with whose it is.
    emails: BTreeMap<String, &'a Contact>,
    /// Each postcode's street line in lower case, with the postcode and whose it is.
    streets: HashMap<String, (String, &'a Contact)>,
}

fn look(site: &Site, report: &mut Sink<'_>) {
    let mut kept = Kept { emails: BTreeMap::new(), streets: HashMap::new() };
    for contact in site.contacts.values().map(Arc::as_ref).chain([&site.about.organisation]) {
        if contact.email.contains('@') {
            kept.emails.entry(contact.email.to_lowercase()).or_insert(contact);
        }
        let postcode = contact.address.iter().find_map(|line| postcodes(line).next().map(|at| line[at].to_string()));
        // A street with its number is one place; a town alone is many.
        let street = contact
            .address
            .iter()
            .find(|line| line.bytes().any(|b| b.is_ascii_digit()) && postcodes(line).next().is_none());
        if let (Some(postcode), Some(street)) = (postcode, street) {
            kept.streets.entry(street.to_lowercase()).or_insert((postcode, contact));
        }
    }
    if kept.emails.is_empty() && kept.streets.is_empty() {
        return;
    }
    let pages = site.pages.iter().map(|page| page.file).chain(site.leaflets.iter().map(|leaflet| leaflet.file));
    let mut files: Vec<FileId> = pages.collect();
    files.sort_unstable();
    files.dedup();
    for file in files {
        emails(&kept, file, report);
        addresses(&kept, file, report);
    }
}

/// Looks for addresses that are one slip away from a kept one, and in no store themselves.
fn emails(kept: &Kept<'_>, file: FileId, report: &mut Sink<'_>) {
    let text = report.text(file);
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let mut told: Vec<(usize, String)> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let start = text[..at]
            .rfind(|c: char| !part(c))
            .map_or(0, |end| end + text[end..].chars().next().map_or(1, char::len_utf8));
        let end = text[at + 1..].find(|c: char| !part(c)).map_or(text.len(), |length| at + 1 + length);
        let written = text[start..end].trim_end_matches(['.', '-']);
        let lower = written.to_lowercase();
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        // The words of a link and where it leads are one slip.
        if kept.emails.contains_key(&lower) || told.contains(&(line, lower.clone())) {
            continue;
        }
        let Some((right, contact)) = kept.emails.iter().find(|(email, _)| one_off(email, &lower)) else { continue };
        let message =
            format!("`{written}` is in no store, and it is nearly `{right}`, the address of `{}`", whose(contact));
        let help = format!("write `{right}`; if the other address is right, add it to `content/_data/contacts.yaml`");
        let finding = report.finding(Span::new(file, start, start + written.len()), message, help);
        report.push(finding.with_label(contact.span, format!("`{right}`")));
        told.push((line, lower));
    }
}

/// Looks for a kept street with another postcode after it.
fn addresses(kept: &Kept<'_>, file: FileId, report: &mut Sink<'_>) {
    if kept.streets.is_empty() {
        return;
    }
    let text = report.text(file);
    // In a text of other letters, lower case can have another length.
    let lower = text.to_ascii_lowercase();
    for (street, (postcode, contact)) in &kept.streets {
        for (at, _) in lower.match_indices(street.as_str()) {
            let from = at + street.len();
            let to = (from..=text.len().min(from + 120)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(from);
            let after = &text[from..to];
            let after = &after[..after.find("\n\n").unwrap_or(after.len())];
            let Some(other) = postcodes(after).next().filter(|other| !same(&after[other.clone()], postcode)) else {
                continue;
            };
            let message = format!(
                "`{}` stands after `{}`, whose postcode is `{postcode}`",
                &after[other.clone()],
                &text[at..from]
            );
            let help = format!("write `{postcode}`, or use the contact `{}`", whose(contact));
            let finding = report.finding(Span::new(file, from + other.start, from + other.end), message, help);
            report.push(finding.with_label(contact.span, format!("`{postcode}`")));
        }
    }
}

fn whose(contact: &Contact) -> &str {
    if contact.key == "organisation" { "the organisation" } else { &contact.key }
}

fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>();
    letters(one).eq_ignore_ascii_case(&letters(other))
}

/// Returns where postcodes stand in a text.
fn postcodes(text: &str) -> impl Iterator<Item = Range<usize>> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words = text.split([' ', '\n', ',', '.', '|']).filter(|word| !word.is_empty());
    words.clone().zip(words.skip(1)).filter_map(move |(first, second)| {
        let (from, last) = (start(first), start(second));
        let beside = last - (from + first.len()) == 1;
        (beside && is_postcode(first, second)).then(|| from..last + second.len())
    })
}
