//! What the findings of a site come to: counts by rule and by page, what to mend first, and how hard its pages are.

use std::collections::BTreeMap;

use serde::Serialize;

use super::rules::reading_age;
use super::{Body, fix};
use crate::diag::{Diagnostic, Severity, Sources, Tally};
use crate::model::Site;

/// A report for somebody who does not mend the findings, but decides who mends what.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// What to do first: a sentence or two each, with the reason.
    pub first: Vec<String>,
    /// Findings by rule and level: the gravest level first, then the most frequent rule.
    pub rules: Vec<RuleCount>,
    /// Findings by file, the worst first.
    pub pages: Vec<PageCount>,
    /// How hard the pages are to read.
    pub reading_age: ReadingAges,
}

/// How often a rule found something, at one level.
#[derive(Debug, Serialize)]
pub struct RuleCount {
    /// The rule's code.
    pub code: &'static str,
    /// The rule's name.
    pub name: &'static str,
    /// The level: a rule may have another one in some folders.
    pub level: &'static str,
    /// How many findings.
    pub count: usize,
    /// How many of them `check --fix` mends.
    pub fixable: usize,
}

/// How much was found in one file.
#[derive(Debug, Serialize)]
pub struct PageCount {
    /// The file.
    pub file: String,
    /// Findings that stop publication.
    pub error: usize,
    /// Findings that somebody should look at.
    pub warning: usize,
    /// Findings for information.
    pub info: usize,
}

/// How hard pages and leaflets are to read. What has too few words to tell is left out.
#[derive(Debug, Default, Serialize)]
pub struct ReadingAges {
    /// The average in years, each page counting the same, and an age over [`ReadingAges::OLDEST`] as that.
    pub average: Option<f64>,
    /// Each page, the hardest first.
    pub pages: Vec<ReadingAge>,
}

/// How hard one page or leaflet is to read.
#[derive(Debug, Serialize)]
pub struct ReadingAge {
    /// Its file.
    pub file: String,
    /// The age of the youngest reader who is expected to follow it, in years and tenths.
    pub age: f64,
    /// How many words of it were counted.
    pub words: usize,
}

impl ReadingAges {
    /// The age past which the formula says no more than "older", in years: that of a reader who has left school.
    pub const OLDEST: f64 = 18.0;
}

impl PageCount {
    /// Returns how many findings there are.
    pub fn all(&self) -> usize {
        self.error + self.warning + self.info
    }
}

/// How many rules or pages one sentence names.
const NAMED: usize = 3;

impl Summary {
    /// Returns what findings come to, and how hard the site's pages are.
    pub fn of(found: &[Diagnostic], site: Option<&Site>, sources: &Sources) -> Summary {
        let rules = rules(found, &fix::mends(found, sources));
        let pages = pages(found, sources);
        let first = first(found, &rules, &pages, sources);
        Summary { first, rules, pages, reading_age: site.map(|site| reading_ages(site, sources)).unwrap_or_default() }
    }
}

fn rules(found: &[Diagnostic], mends: &[bool]) -> Vec<RuleCount> {
    let mut counts: BTreeMap<(Severity, &str), RuleCount> = BTreeMap::new();
    for (diagnostic, mends) in found.iter().zip(mends) {
        let (code, name, severity) = (diagnostic.kind.code, diagnostic.kind.name, diagnostic.severity);
        let none = RuleCount { code, name, level: severity.name(), count: 0, fixable: 0 };
        let rule = counts.entry((severity, code)).or_insert(none);
        rule.count += 1;
        rule.fixable += usize::from(*mends);
    }
    let mut rules: Vec<((Severity, &str), RuleCount)> = counts.into_iter().collect();
    rules.sort_by_key(|((severity, _), rule)| (*severity, std::cmp::Reverse(rule.count)));
    rules.into_iter().map(|(_, rule)| rule).collect()
}

fn pages(found: &[Diagnostic], sources: &Sources) -> Vec<PageCount> {
    let mut by_file: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in found {
        by_file.entry(&sources.get(diagnostic.span.file).path).or_default().push(diagnostic);
    }
    let mut pages: Vec<PageCount> = by_file
        .into_iter()
        .map(|(file, found)| {
            let Tally { errors, warnings, infos } = Tally::of(found);
            PageCount { file: file.to_string(), error: errors, warning: warnings, info: infos }
        })
        .collect();
    pages.sort_by_key(|page| std::cmp::Reverse((page.error, page.warning, page.info)));
    pages
}

/// Returns how hard each page and leaflet is.
fn reading_ages(site: &Site, sources: &Sources) -> ReadingAges {
    let pages = site.pages.iter().map(|page| Body::of_page(page, sources));
    let bodies = pages.chain(site.leaflets.iter().map(|leaflet| Body::of_leaflet(leaflet, sources)));
    let mut pages: Vec<ReadingAge> = bodies
        .filter_map(|body| {
            let score = reading_age::score(&body)?;
            let file = sources.get(body.file).path.clone();
            Some(ReadingAge { file, age: score.age, words: score.words })
        })
        .collect();
    pages.sort_by(|a, b| b.age.total_cmp(&a.age).then_with(|| a.file.cmp(&b.file)));
    let sum: f64 = pages.iter().map(|page| page.age.min(ReadingAges::OLDEST)).sum();
    let average = (!pages.is_empty()).then(|| tenths(sum / pages.len() as f64));
    for page in &mut pages {
        page.age = tenths(page.age);
    }
    ReadingAges { average, pages }
}

/// Returns a number with one place after the point; the formula is not worth more.
fn tenths(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

/// Returns what to do first: errors, then what mends itself, then the pages with most to do.
fn first(found: &[Diagnostic], rules: &[RuleCount], pages: &[PageCount], sources: &Sources) -> Vec<String> {
    let mut first = Vec::new();
    let errors: usize = pages.iter().map(|page| page.error).sum();
    if errors > 0 {
        let named = rules.iter().filter(|rule| rule.level == Severity::Error.name());
        let named = list(named.map(|rule| (rule.name, rule.count)).collect());
        let (what, them) =
            if errors == 1 { ("the error".to_string(), "it") } else { (format!("the {errors} errors"), "them") };
        first.push(format!("Mend {what}: {named}. Nothing is published before somebody has mended {them}."));
    }
    let mut mended: BTreeMap<&str, usize> = BTreeMap::new();
    for rule in rules.iter().filter(|rule| rule.fixable > 0) {
        *mended.entry(rule.name).or_default() += rule.fixable;
    }
    let sum: usize = mended.values().sum();
    if sum > 0 {
        let mut mended: Vec<(&str, usize)> = mended.into_iter().collect();
        mended.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let findings = if sum == 1 { "1 finding".to_string() } else { format!("{sum} findings") };
        let named = list(mended);
        first.push(format!("Run `handbill check --fix`: it mends {findings} without changing the meaning: {named}."));
    }
    let mut worst: Vec<&PageCount> = pages.iter().filter(|page| page.all() > 1).collect();
    worst.sort_by_key(|page| std::cmp::Reverse(page.all()));
    for (page, place) in worst.into_iter().zip(["the most of all pages", "the next most", "the third most"]) {
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for diagnostic in found.iter().filter(|found| sources.get(found.span.file).path == page.file) {
            *kinds.entry(diagnostic.kind.name).or_default() += 1;
        }
        let mut kinds: Vec<(&str, usize)> = kinds.into_iter().collect();
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        first.push(format!("Look at `{}`: it has {} findings, {place}: {}.", page.file, page.all(), list(kinds)));
    }
    first
}

/// Returns names with their counts, such as `link-broken` (2), `date-numeric` (1) and 3 of other rules.
fn list(counts: Vec<(&str, usize)>) -> String {
    let others: usize = counts.iter().skip(NAMED).map(|(_, count)| count).sum();
    let mut parts: Vec<String> = counts.iter().take(NAMED).map(|(name, count)| format!("`{name}` ({count})")).collect();
    if others > 0 {
        parts.push(format!("{others} of other rules"));
    }
    match parts.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
