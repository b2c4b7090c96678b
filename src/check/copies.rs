//! Copies of leaflets as findings name them: how many of which edition, and who has them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Issue, grouped};

/// How many holders a finding names.
const NAMED: usize = 5;

/// How many leaflets a finding names the letters of.
const RECALLED: usize = 3;

/// What a finding says of copies.
pub struct Told {
    /// Who has how many of what, in words.
    pub words: String,
    /// The command that writes to them, such as "`handbill edition recall RJ-01`".
    pub recall: String,
}

/// Puts the copies of some issues into words, each edition once.
pub fn told(issues: &[&Issue]) -> Told {
    let mut held: BTreeMap<(&str, &str, u32), Vec<&Issue>> = BTreeMap::new();
    for issue in issues {
        held.entry((&issue.reference, issue.language.tag(), issue.edition)).or_default().push(issue);
    }
    let words = held.iter().map(|((reference, language, edition), issues)| {
        format!("`{reference}`, edition {edition} ({language}), {}", holders(issues))
    });
    let words = words.collect::<Vec<_>>().join("; ");
    let references: BTreeSet<&str> = held.keys().map(|(reference, _, _)| *reference).collect();
    let commands = references.iter().take(RECALLED).map(|reference| format!("`handbill edition recall {reference}`"));
    let mut recall = commands.collect::<Vec<_>>().join(", ");
    if references.len() > RECALLED {
        recall += " and so on for each leaflet";
    }
    Told { words, recall }
}

/// Returns who has how many, such as `200 copies at Harpenden surgery and 20 at a library`.
fn holders(issues: &[&Issue]) -> String {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for issue in issues {
        *counts.entry(&issue.to).or_default() += u64::from(issue.copies);
    }
    let word = |count: u64| if count == 1 { "copy" } else { "copies" };
    let mut named: Vec<String> = Vec::new();
    for (name, count) in counts.iter().take(NAMED) {
        let what = if named.is_empty() { format!(" {}", word(*count)) } else { String::new() };
        named.push(format!("{}{what} at {name}", number(*count)));
    }
    if counts.len() > NAMED {
        let rest: u64 = counts.values().skip(NAMED).sum();
        named.push(format!("{} at {} more places", number(rest), number((counts.len() - NAMED) as u64)));
    }
    named.join(", ")
}

fn number(count: u64) -> String {
    usize::try_from(count).map_or_else(|_| count.to_string(), grouped)
}
