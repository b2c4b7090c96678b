//! Abbreviations that are explained after they were used.

use std::collections::BTreeMap;

use super::abbreviation_unexpanded::{WELL_KNOWN, abbreviations, spelt_out, texts};
use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::Block;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A070",
        name: "abbreviation-late",
        severity: Severity::Warning,
        wcag: &["3.1.4"],
        act: &[],
        doc: include_str!("abbreviation_late.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    if !explains(body) {
        return;
    }
    let mut used: BTreeMap<String, Option<Span>> = BTreeMap::new();
    // A heading stands before the words that it is about.
    for run in body.runs().iter().filter(|run| !matches!(run.block, Block::Heading(_))) {
        texts(run.inlines, &mut |text| {
            for (at, word) in abbreviations(&text.text) {
                if WELL_KNOWN.contains(&word) || site.glossary.get(word).is_some_and(|term| !term.full.is_empty()) {
                    continue;
                }
                let here = text.place(at..at + word.len());
                let spelt = spelt_out(&run.words, word);
                let told = spelt || told(&run.words, word);
                match used.get(word).copied() {
                    None => {
                        used.insert(word.to_string(), (!told).then_some(here));
                    }
                    Some(Some(first)) if spelt => {
                        let message = format!("`{word}` is used here, and explained only later on the page");
                        let help = format!("write out what it means here, with `({word})` after it");
                        report.push(report.finding(first, message, help).with_label(here, "explained here"));
                        used.insert(word.to_string(), None);
                    }
                    Some(_) => {}
                }
            }
        });
    }
}

/// Returns whether the page says anywhere what an abbreviation stands for.
fn explains(body: &Body<'_>) -> bool {
    let mut found = false;
    for run in body.runs().iter().filter(|run| run.words.contains('(')) {
        texts(run.inlines, &mut |text| {
            found |= abbreviations(&text.text).any(|(_, word)| spelt_out(&run.words, word));
        });
    }
    found
}

/// Returns whether words explain an abbreviation in some other way: `[ABC]` after them, or brackets after `ABC`.
fn told(words: &str, short: &str) -> bool {
    words.contains(&format!("[{short}]"))
        || words.contains(&format!("{short} ("))
        || words.contains(&format!("({short},"))
}
