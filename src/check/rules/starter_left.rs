//! Sentences that came with the starter.

use std::collections::HashSet;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::check::{Body, Known, Look, Passage, Rule, Sink, split};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A149",
        name: "starter-left",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("starter_left.md"),
    },
    look: Look::Body(look),
};

/// The starter's pages, as `handbill new` writes them.
const STARTER: &[&str] = &[
    include_str!("../../cli/starter/content/index.md"),
    include_str!("../../cli/starter/content/hall.md"),
    include_str!("../../cli/starter/content/contact.md"),
    include_str!("../../cli/starter/content/news/hall-open.md"),
];

/// What the starter's site is called.
const TITLE: &str = "Example Town Council";

/// The fewest words of a sentence that nobody else would write in the same way.
const FEWEST: usize = 6;

/// The starter's paragraphs.
static SENTENCES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lines =
        STARTER.iter().flat_map(|page| page.lines().skip_while(|line| line.starts_with("---") || line.contains(": ")));
    lines.map(bare).filter(|line| line.split(' ').count() >= FEWEST).collect()
});

/// The two words that each starts with.
static STARTS: LazyLock<FxHashSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    let first = |line: &'static String| {
        let words = split::words(line);
        let [one, two, ..] = words.as_slice() else { return None };
        Some((&line[one.start..one.end], &line[two.start..two.end]))
    };
    SENTENCES.iter().filter_map(first).collect()
});

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let still = [
        &*site.about.title.in_lang(&site.about.language).text,
        &*site.about.organisation.name.in_lang(&site.about.language).text,
    ];
    if still.contains(&TITLE) {
        return;
    }
    let starts: &FxHashSet<(&str, &str)> = &STARTS;
    let may_be =
        |passage: &&Passage| passage.words.len() >= FEWEST && starts.contains(&(passage.lower(0), passage.lower(1)));
    for passage in body.english().iter().filter(may_be) {
        if SENTENCES.contains(&bare(&passage.text)) {
            let range = passage.range(0, passage.words.len() - 1);
            let message = format!("`{}` came with the starter", &passage.text[range.clone()]);
            report.add(passage.span(range), message, "write what is true of you, or take it out");
        }
    }
}

/// Returns a line's words without marks of Markdown, and with plain quotation marks.
fn bare(line: &str) -> String {
    let words = line.trim_start_matches(|c: char| !c.is_alphabetic()).replace(['\u{2019}', '\u{2018}'], "'");
    words.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(['.', ' ']).to_lowercase()
}
