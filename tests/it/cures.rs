//! Cures: whoever does what a finding says is not sent on to the next finding. What findings say to write, and what `--fix` does,
//! is done to the wrong example of each rule's page, and all rules look again. The right examples are `rules.rs`'s.

use std::collections::BTreeMap;

use handbill::content::files::{Files, Memory};
use handbill::diag::{Diagnostic, Span};
use handbill::pipeline::{self, Reading};

use crate::{kit, rules};

/// Returns what a finding says to write in the place of what it is about, where it says that alone.
fn cure(found: &Diagnostic) -> Option<String> {
    let rest = found.help.strip_prefix("write `")?;
    let (words, after) = rest.split_once('`')?;
    let alone = after.is_empty() || after.starts_with(", or") || after.starts_with(", which") || after.starts_with(':');
    (alone && !words.contains('…') && !words.contains(": ")).then(|| words.to_string())
}

/// Returns which bytes of its file a finding changes, as `--fix` does it or as its help says, and the words for them; nothing
/// where only a person can.
fn change(reading: &Reading, found: &Diagnostic) -> Option<(Span, String)> {
    if let Some(fix) = &found.fix {
        return Some((fix.span, fix.text.clone()));
    }
    let (words, mut span) = (cure(found)?, found.span);
    let file = &reading.sources.get(span.file).text;
    // What is wrong with the value of a key stands at the key.
    let rest = &file[span.end as usize..];
    if let Some(value) = rest.strip_prefix(": ").and_then(|rest| rest.lines().next()) {
        span.start = span.end + 2;
        span.end = span.start + value.len() as u32;
    }
    // The help is for the words that the message names.
    let text = reading.sources.text(span);
    let named = found.message.split('`').nth(1).and_then(|named| Some((text.find(named)? as u32, named.len() as u32)));
    if let Some((at, length)) = named {
        span.start += at;
        span.end = span.start + length;
    }
    Some((span, words))
}

/// Returns a site in which all findings of a rule are cured that can be.
fn cured(files: &Memory, reading: &Reading, code: &str) -> Option<Memory> {
    let of_rule = reading.diagnostics.iter().filter(|found| found.kind.code == code);
    let mut changes: Vec<(Span, String)> = of_rule.filter_map(|found| change(reading, found)).collect();
    changes.sort_by_key(|(span, _)| (span.file, span.start));
    changes.dedup_by_key(|(span, _)| (span.file, span.start));
    let mut files = files.clone();
    for (span, words) in changes.iter().rev() {
        let path = &reading.sources.get(span.file).path;
        let mut text = String::from_utf8(files.read(path).unwrap()).unwrap();
        text.replace_range(span.start as usize..span.end as usize, words);
        files.add(path.clone(), text);
    }
    (!changes.is_empty()).then_some(files)
}

/// Returns how many findings there are of each rule.
fn counts(reading: &Reading) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for found in &reading.diagnostics {
        *counts.entry(found.kind.name).or_default() += 1;
    }
    counts
}

/// What a cure may bring: a page that is marked as sensitive must say whose it is, and when it is looked at again; a link of
/// which the number is mended must dial it too.
const BROUGHT: &[(&str, &str)] = &[
    ("sensitive-unflagged", "owner-missing"),
    ("sensitive-unflagged", "review-missing"),
    ("national-number", "number-mismatch"),
];

#[test]
fn no_cure_leads_to_another_finding() {
    let mut wrong = Vec::new();
    let mut tried = 0;
    for kind in pipeline::kinds() {
        let Some((files, _)) = rules::example(&rules::blocks(kind.doc), "fail") else { continue };
        let reading = kit::read(&files);
        let Some(files) = cured(&files, &reading, kind.code) else { continue };
        tried += 1;
        let (before, after) = (counts(&reading), counts(&kit::read(&files)));
        let of = |counts: &BTreeMap<&str, usize>, name| counts.get(name).copied().unwrap_or(0);
        if of(&after, kind.name) >= of(&before, kind.name) {
            wrong.push(format!("{}: found again by itself", kind.name));
        }
        for (name, count) in &after {
            if *name != kind.name && *count > of(&before, name) && !BROUGHT.contains(&(kind.name, *name)) {
                wrong.push(format!("{}: when it is cured, there is {name}", kind.name));
            }
        }
    }
    assert!(tried > 30 && wrong.is_empty(), "{tried} rules\n{}", wrong.join("\n"));
}

/// The letters are of use where they stand again. So nobody is sent to the glossary with letters that are used once, to be told
/// there that they are used once.
#[test]
fn letters_that_are_used_once_are_not_sent_to_the_glossary_and_back() {
    let told = |words: &str, glossary: &str| {
        let mut files = kit::site();
        files.add("content/page.md", format!("{}{words}\n", kit::FRONT));
        files.add("content/_data/glossary.yaml", glossary);
        let reading = kit::read(&files);
        let findings = reading.diagnostics.iter().map(|found| format!("{}: {}", found.kind.name, found.help));
        findings.collect::<Vec<_>>()
    };
    let once = "We work in WGC on most days.";
    let written = "abbreviation-unexpanded: write it out, without `WGC`: the letters are used once here";
    assert_eq!(told(once, ""), [written]);
    let twice = "We work in WGC on most days. The office in WGC is open.";
    let stored = "abbreviation-unexpanded: write it out with the letters in brackets, or add `WGC` to \
                  `content/_data/glossary.yaml`";
    assert_eq!(told(twice, ""), [stored]);
    assert_eq!(told(twice, "WGC:\n  full: Welwyn Garden City\n"), [""; 0]);
    assert_eq!(told("We work in Welwyn Garden City (WGC). The office in WGC is open.", ""), [""; 0]);
}
