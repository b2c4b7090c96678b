//! Figures about people that have no source.

use crate::check::{Body, Look, Report, Rule};
use crate::diag::{Kind, Severity};
use crate::model::{Block, Inline, Site, plain_text, walk};

pub const RULE: Rule = Rule {
    kind: Kind {
        code: "A081",
        name: "statistic-without-source",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("statistic_without_source.md"),
    },
    look: Look::Body(look),
};

/// Words for people, as they stand after a figure.
pub(super) const PEOPLE: &[&str] = &[
    "people",
    "persons",
    "victims",
    "survivors",
    "women",
    "men",
    "girls",
    "boys",
    "children",
    "adults",
    "parents",
    "families",
    "residents",
    "households",
    "offenders",
    "respondents",
    "officers",
    "witnesses",
    "users",
    "patients",
    "pupils",
    "students",
    "teenagers",
    "adolescents",
    "callers",
    "citizens",
    "taxpayers",
    "voters",
    "customers",
    "participants",
    "readers",
    "employees",
];

fn look(body: &Body<'_>, _: &Site, report: &mut Report<'_>) {
    for part in body.parts() {
        siblings(part, report);
    }
}

/// Words that say where a figure comes from.
const SOURCES: &[&str] = &[
    "according to",
    "study",
    "studies",
    "survey",
    "research",
    "report",
    "found",
    " test",
    "poll",
    "census",
    "data from",
    "figures from",
    "statistics",
    "source:",
    "estimate",
];

fn siblings(blocks: &[Block], report: &mut Report<'_>) {
    // What leads into a list speaks for its items.
    let mut told = false;
    for block in blocks {
        match block {
            // A quotation says who said it.
            Block::Quote(_) | Block::Included(_) => {}
            Block::Paragraph(paragraph) => {
                let words = plain_text(&paragraph.content);
                told = sourced(&paragraph.content, &words);
                if !told && let Some(figure) = words.split_inclusive(['.', '!', '?', ';']).find_map(figure) {
                    let help = "put it into `content/_data/facts.yaml` with its source, or add a footnote that names the source";
                    report.add(paragraph.span, format!("`{figure}` has no source"), help);
                }
            }
            Block::List(_) if told => {}
            _ => {
                for held in walk::held(block) {
                    siblings(held, report);
                }
            }
        }
    }
}

/// Returns whether a paragraph says, or leads to, where its figures come from.
fn sourced(run: &[Inline], words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut found = SOURCES.iter().any(|source| lower.contains(source));
    walk::each(run, &mut |inline| {
        found |= matches!(inline, Inline::Fact(_) | Inline::Link(_) | Inline::FootnoteMark(_));
    });
    found
}

/// Returns the figure of a sentence, such as `40% of victims` or `3 in 10 people`.
fn figure(sentence: &str) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    // What has to be, or might be, was not counted.
    let lower = sentence.trim_start().to_lowercase();
    if ["if ", "imagine ", "suppose ", "for example", "at least"].iter().any(|start| lower.starts_with(start)) {
        return None;
    }
    let wished =
        ["target", "want", "aim", "goal", "should", "must", "may", "might", "would", "could", "hope", "plan", "expect"];
    if lower.split(|c: char| !c.is_alphanumeric()).any(|word| wished.contains(&word)) {
        return None;
    }
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%').to_lowercase();
    let number = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || c == '.');
    let people = |from: usize| (from..words.len().min(from + 4)).find(|at| PEOPLE.contains(&bare(words[*at]).as_str()));
    (0..words.len()).find_map(|at| {
        let word = bare(words[at]);
        let next = words.get(at + 1).map(|word| bare(word)).unwrap_or_default();
        let after = words.get(at + 2).map(|word| bare(word)).unwrap_or_default();
        let percent = word.strip_suffix('%').is_some_and(number) && next == "of";
        let spelt = number(&word)
            && matches!(next.as_str(), "percent" | "per")
            && words[at..].iter().take(4).any(|w| *w == "of");
        let share = matches!(next.as_str(), "in") && counts(&word) && counts(&after);
        let end = if percent || spelt || share { people(at + 2)? } else { return None };
        Some(words[at..=end].join(" ").trim_end_matches(|c: char| !c.is_alphanumeric()).to_string())
    })
}

/// Returns whether a word counts up to a few: `1 in 4`, `one in four`.
fn counts(word: &str) -> bool {
    let spelt = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].contains(&word);
    spelt || (matches!(word.len(), 1..=3) && word.bytes().all(|b| b.is_ascii_digit()))
}
