//! Telephone numbers that are nearly one of the publisher's, and so are probably meant to be it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use crate::check::{Look, Rule, Sink};
use crate::diag::{FileId, FindingKind, Severity, Span};
use crate::model::phone::{self, WHOLE, dialled, one_off};
use crate::model::{Contact, Details, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A129",
        name: "number-near-miss",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("number_near_miss.md"),
    },
    look: Look::Site(look),
};

/// The most digits that a number has: those of the longest abroad, and a relay prefix. Source: ITU-T E.164, 6.1.
const LONGEST: usize = 15 + 5;

/// The numbers that the site keeps, and every one of them with a digit left out: two numbers that differ by a digit, or
/// by two neighbours that are swapped, are then found by a look-up, however many there are.
struct Kept<'a> {
    numbers: BTreeMap<String, (&'a str, &'a Contact)>,
    shortened: HashMap<String, Vec<String>>,
    /// How many digits one of them has.
    lengths: BTreeSet<usize>,
}

impl<'a> Kept<'a> {
    fn new(site: &'a Site) -> Kept<'a> {
        let mut numbers = BTreeMap::new();
        for contact in site.contacts.values().map(Arc::as_ref).chain([&site.about.organisation]) {
            for written in [&contact.phone, &contact.textphone] {
                let digits = dialled(written);
                if digits.len() >= WHOLE {
                    numbers.entry(digits).or_insert((written.as_str(), contact));
                }
            }
        }
        let mut shortened: HashMap<String, Vec<String>> = HashMap::new();
        for digits in numbers.keys() {
            for short in without_one(digits).chain([digits.clone()]) {
                shortened.entry(short).or_default().push(digits.clone());
            }
        }
        let lengths = numbers.keys().map(String::len).collect();
        Kept { numbers, shortened, lengths }
    }

    /// Returns the kept number that another one nearly is.
    fn near(&self, digits: &str) -> Option<(&'a str, &'a Contact)> {
        self.lengths.range(digits.len().saturating_sub(1)..=digits.len() + 1).next()?;
        let all = without_one(digits).chain([digits.to_string()]);
        let known = all.filter_map(|short| self.shortened.get(&short)).flatten();
        let near = known.filter(|known| one_off(known, digits)).min()?;
        self.numbers.get(near).copied()
    }
}

fn look(site: &Site, report: &mut Sink<'_>) {
    let kept = Kept::new(site);
    if kept.numbers.is_empty() {
        return;
    }
    let pages = site.pages.iter().map(|page| page.file).chain(site.leaflets.iter().map(|leaflet| leaflet.file));
    let captions = site.pages.iter().filter_map(|page| match &page.meta.details {
        Details::Film(film) => film.captions.cues.first().map(|cue| cue.span.file),
        _ => None,
    });
    let mut files: Vec<FileId> = pages.chain(captions).chain(report.settings()).collect();
    files.sort_unstable();
    files.dedup();
    for file in files {
        in_file(&kept, file, report);
    }
}

fn in_file(kept: &Kept<'_>, file: FileId, report: &mut Sink<'_>) {
    let text = report.text(file);
    let groups: Vec<Range<usize>> = phone::groups(text).collect();
    let mut told: BTreeSet<(usize, String)> = BTreeSet::new();
    let runs = groups.chunk_by(|one, next| joins(&text[one.end..next.start]));
    for Miss { at, digits, number, contact } in runs.flat_map(|run| misses(kept, text, run)) {
        let line = text[..at.start].rfind('\n').map_or(0, |end| end + 1);
        // The words of a link and where it leads are one slip.
        if !told.insert((line, digits)) {
            continue;
        }
        let whose = if contact.key == "organisation" { "the organisation" } else { contact.key.as_str() };
        let shown = text[at.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        let message = format!("`{shown}` is in no store, and it is nearly `{number}`, the number of `{whose}`");
        let help = format!("write `{number}`; if the other number is right, add it to `content/_data/contacts.yaml`");
        let finding = report.finding(Span::new(file, at.start, at.end), message, help);
        report.push(finding.with_label(contact.span, format!("`{number}`")));
    }
}

/// A number that is nearly a kept one.
struct Miss<'a> {
    /// Where it stands.
    at: Range<usize>,
    /// Its digits.
    digits: String,
    /// The kept number as it is written, and whose it is.
    number: &'a str,
    contact: &'a Contact,
}

/// Returns whether two groups of digits may be one number; a text may break its line there.
fn joins(between: &str) -> bool {
    match between.split_once('\n') {
        None => phone::joins(between),
        Some((before, after)) => after.trim_start().is_empty() && phone::joins(&format!("{} ", before.trim_end())),
    }
}

/// Returns the parts of a run of groups that are nearly a kept number. What is a kept number as it is comes first, so
/// that "1. 01707 806100" is not taken for one with a digit too many.
fn misses<'a>(kept: &Kept<'a>, text: &str, run: &[Range<usize>]) -> Vec<Miss<'a>> {
    let mut found = Vec::new();
    let known = parts(text, run, &|digits| kept.numbers.contains_key(digits).then_some(()));
    let ends = known.iter().map(|(groups, ..)| (groups.start, groups.end)).chain([(run.len(), run.len())]);
    let mut from = 0;
    for (start, end) in ends {
        let rest = &run[from..start];
        let near = parts(text, rest, &|digits| kept.near(digits));
        // An ISBN or another code has hyphens before and after.
        let coded = |at: &Range<usize>| text[..at.start].ends_with('-') || text[at.end..].starts_with('-');
        let near = near.into_iter().filter(|(_, at, ..)| !coded(at));
        found.extend(near.map(|(_, at, digits, (number, contact))| Miss { at, digits, number, contact }));
        from = end;
    }
    found
}

/// A part of a run: its groups, its bytes, its digits, and what they are.
type Part<T> = (Range<usize>, Range<usize>, String, T);

/// Returns the parts of a run, the longest first, that are something as a number; no two of them share a group.
fn parts<T>(text: &str, run: &[Range<usize>], what: &dyn Fn(&str) -> Option<T>) -> Vec<Part<T>> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < run.len() {
        let mut count = 0;
        let mut ends = Vec::new();
        for (at, group) in run.iter().enumerate().skip(first) {
            count += group.len();
            if count > LONGEST {
                break;
            }
            if count >= WHOLE {
                ends.push(at);
            }
        }
        let part = ends.into_iter().rev().find_map(|last| {
            let start = run[first].start - usize::from(text[..run[first].start].ends_with('+'));
            let digits = dialled(&text[start..run[last].end]);
            let what = what(&digits)?;
            Some((first..last + 1, start..run[last].end, digits, what))
        });
        first = part.as_ref().map_or(first + 1, |(groups, ..)| groups.end);
        found.extend(part);
    }
    found
}

/// Returns a number with each of its digits left out in turn.
fn without_one(digits: &str) -> impl Iterator<Item = String> {
    (0..digits.len()).map(|at| digits.chars().enumerate().filter(|(i, _)| *i != at).map(|(_, c)| c).collect())
}
