//! Email addresses and postcodes that are nearly the publisher's.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::AhoCorasick;

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
    /// What stands before a postcode, with whose it is.
    places: Vec<Place<'a>>,
}

/// Words of a contact after which its postcode comes.
struct Place<'a> {
    postcode: String,
    contact: &'a Contact,
    /// Whether a number says which house it is. A name or a street without one may stand before other postcodes too.
    numbered: bool,
}

fn look(site: &Site, report: &mut Sink<'_>) {
    let mut kept = Kept { emails: BTreeMap::new(), places: Vec::new() };
    let mut words = Vec::new();
    for contact in site.contacts.values().map(Arc::as_ref).chain([&site.about.organisation]) {
        if contact.email.contains('@') {
            kept.emails.entry(contact.email.to_lowercase()).or_insert(contact);
        }
        let postcode = contact.address.iter().find_map(|line| postcodes(line).next().map(|at| line[at].to_string()));
        let Some(postcode) = postcode else { continue };
        let lines = contact.address.iter().flat_map(|line| line.split(", "));
        let lines: Vec<String> = lines.filter(|line| postcodes(line).next().is_none()).map(str::to_string).collect();
        let name = contact.name.in_lang(&site.about.language).to_string();
        // The last line before the postcode is the town, and a town alone is many places.
        let before = lines.len().saturating_sub(1);
        for (i, line) in lines.into_iter().enumerate().chain([(0, name)]) {
            let numbered = line.bytes().any(|b| b.is_ascii_digit());
            if numbered || (i < before.max(1) && line.split_whitespace().count() > 1) {
                words.push(line);
                kept.places.push(Place { postcode: postcode.clone(), contact, numbered });
            }
        }
    }
    let search = AhoCorasick::builder().ascii_case_insensitive(true).build(&words);
    let Some(search) = search.ok().filter(|_| !(kept.emails.is_empty() && kept.places.is_empty())) else { return };
    let pages = site.pages.iter().map(|page| page.file).chain(site.leaflets.iter().map(|leaflet| leaflet.file));
    let mut files: Vec<FileId> = pages.collect();
    files.sort_unstable();
    files.dedup();
    for file in files {
        emails(&kept, file, report);
        addresses(&kept, &search, file, report);
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

/// Looks for a kept street or name with another postcode after it.
fn addresses(kept: &Kept<'_>, search: &AhoCorasick, file: FileId, report: &mut Sink<'_>) {
    let text = report.text(file);
    let mut told = BTreeSet::new();
    for found in search.find_overlapping_iter(text) {
        let Some(Place { postcode, contact, numbered }) = kept.places.get(found.pattern().as_usize()) else { continue };
        let (at, from) = (found.start(), found.end());
        let to = (from..=text.len().min(from + 120)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(from);
        let after = &text[from..to];
        let after = &after[..after.find("\n\n").unwrap_or(after.len())];
        let other = postcodes(after).next().filter(|other| !same(&after[other.clone()], postcode));
        let Some(other) = other else { continue };
        // Where no number says which house it is, another postcode is another house, unless it is a slip away.
        let slip = one_off(&letters(&after[other.clone()]), &letters(postcode));
        let sentence = after[..other.start].contains(". ");
        if !(*numbered || slip && !sentence) || !told.insert(from + other.start) {
            continue;
        }
        let message =
            format!("`{}` stands after `{}`, whose postcode is `{postcode}`", &after[other.clone()], &text[at..from]);
        let help = format!("write `{postcode}`, or use the contact `{}`", whose(contact));
        let finding = report.finding(Span::new(file, from + other.start, from + other.end), message, help);
        report.push(finding.with_label(contact.span, format!("`{postcode}`")));
    }
}

fn whose(contact: &Contact) -> &str {
    if contact.key == "organisation" { "the organisation" } else { &contact.key }
}

fn same(one: &str, other: &str) -> bool {
    letters(one).eq_ignore_ascii_case(&letters(other))
}

/// Returns the letters and figures of a postcode, without its space.
fn letters(postcode: &str) -> String {
    postcode.chars().filter(|c| c.is_ascii_alphanumeric()).collect()
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
