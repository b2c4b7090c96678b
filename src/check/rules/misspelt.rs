//! Words that are a slip away from another.

use std::collections::BTreeSet;

use crate::check::{Body, Known, Look, Passage, Rule, Sink, dictionary};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A174",
        name: "misspelt",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("misspelt.md"),
    },
    look: Look::Body(look),
};

/// The fewest letters of a word that is looked at: shorter ones are units and names too often.
const FEWEST: usize = 5;

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let passages = body.english();
    for passage in passages {
        for i in 0..passage.words.len() {
            let word = passage.word(i);
            if !is_plain(passage, i)
                || dictionary::knows(word)
                || dictionary::is_built(word)
                || site.own_words.contains(word)
                || told.contains(word)
            {
                continue;
            }
            let Some(meant) = dictionary::meant(word) else { continue };
            // What the page says often, it means.
            let often = passages
                .iter()
                .flat_map(|other| (0..other.words.len()).filter(|at| other.word(*at) == word))
                .take(3)
                .count();
            if often < 3 {
                told.insert(word);
                let help = format!("write `{meant}`; if `{word}` is right, add it to `content/_data/words.txt`");
                report.add(passage.span(passage.range(i, i)), format!("`{word}` is in no dictionary"), help);
            }
        }
    }
}

/// Returns whether a word is one of the author's own, in small letters and no part of an address or a name.
fn is_plain(passage: &Passage, i: usize) -> bool {
    let word = passage.word(i);
    let around = |gap: &str| gap.contains(['/', '.', '@', '_', '#']) && !gap.contains(' ');
    word.len() >= FEWEST
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && !passage.words[i].quoted
        && !around(passage.gap(i))
        && !around(passage.gap_before(i))
}
