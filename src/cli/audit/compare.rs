//! A report of axe-core laid beside ours: what each saw that the other did not, by rule and element.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use handbill::audit::{self, Found, Outcome};
use handbill::content::files::{Disk, Files};
use handbill::diag::reason;
use serde_json::{Value, json};

/// Which rules of axe-core and of ours look for the same.
const SAME: &str = include_str!("axe.txt");

/// What axe-core said of one page.
pub struct Report {
    /// The page's address.
    url: String,
    found: Vec<Seen>,
}

/// Something that axe-core found at an element.
struct Seen {
    rule: String,
    /// A selector that finds the element.
    target: String,
    sure: bool,
}

/// Who saw an element, for one family of rules.
#[derive(Clone, Copy, Default)]
struct Sight {
    ours: Option<Outcome>,
    theirs: Option<Outcome>,
}

/// What was compared, by family of rules.
#[derive(Default)]
pub struct Compared {
    families: BTreeMap<String, Family>,
    pages: usize,
    /// Reports of pages that were not looked at.
    unknown: Vec<String>,
}

#[derive(Default)]
struct Family {
    both: usize,
    ours: Vec<Alone>,
    theirs: Vec<Alone>,
}

/// What one of the two saw alone.
struct Alone {
    page: String,
    line: usize,
    target: String,
    /// Whether the other one leaves it to a person.
    unsure: bool,
}

/// Reads what axe-core found: the object that `axe.run` gives, or a list of these.
///
/// # Errors
///
/// The file cannot be read, or is no such report; one sentence.
pub fn read(file: &Path) -> Result<Vec<Report>, String> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let bytes = Disk::new(folder).read(&name).map_err(|error| format!("`{}`: {}", file.display(), reason(&error)))?;
    let value: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let all = match value {
        Value::Array(all) => all,
        one => vec![one],
    };
    let reports: Option<Vec<Report>> = all.iter().map(report).collect();
    reports.filter(|reports| !reports.is_empty()).ok_or_else(|| {
        format!("`{}` is no report of axe-core; save what `axe.run` gives, or `axe --save`", file.display())
    })
}

fn report(value: &Value) -> Option<Report> {
    let mut found = Vec::new();
    for (list, sure) in [("violations", true), ("incomplete", false)] {
        let Some(rules) = value[list].as_array() else {
            if sure {
                return None;
            }
            continue;
        };
        for rule in rules {
            let name = rule["id"].as_str()?;
            for node in rule["nodes"].as_array().into_iter().flatten() {
                // What stands in a frame or a shadow tree has several selectors, one in the other.
                if let Some([Value::String(target)]) = node["target"].as_array().map(Vec::as_slice) {
                    found.push(Seen { rule: name.to_string(), target: target.clone(), sure });
                }
            }
        }
    }
    Some(Report { url: value["url"].as_str().unwrap_or("").to_string(), found })
}

impl Compared {
    /// Compares reports with what we found on pages, each with its name, its text and its findings.
    pub fn of(reports: &[Report], pages: &[(String, String, Vec<Found>)]) -> Compared {
        let mut compared = Compared::default();
        for report in reports {
            match page(report, pages, reports.len()) {
                Some(page) => compared.page(report, page),
                None => compared.unknown.push(report.url.clone()),
            }
        }
        compared
    }

    fn page(&mut self, report: &Report, (name, text, found): &(String, String, Vec<Found>)) {
        self.pages += 1;
        let mut sights: BTreeMap<(String, usize), (Sight, String)> = BTreeMap::new();
        let sees = |outcome: Option<Outcome>, sure: bool| {
            // What is wrong for sure outweighs a doubt about the same element.
            let now = if sure { Outcome::Failed } else { Outcome::CannotTell };
            Some(outcome.map_or(now, |known| known.min(now)))
        };
        for ours in found {
            let key = (family(ours.kind.name), start_tag(text, ours.place.start));
            let (sight, _) = sights.entry(key).or_insert_with(|| (Sight::default(), ours.target.clone()));
            sight.ours = sees(sight.ours, ours.outcome == Outcome::Failed);
        }
        let targets: Vec<&str> = report.found.iter().map(|seen| seen.target.as_str()).collect();
        for (seen, place) in report.found.iter().zip(audit::places(text, &targets)) {
            let Some(place) = place else { continue };
            let key = (family(&seen.rule), place.start);
            let (sight, _) = sights.entry(key).or_insert_with(|| (Sight::default(), seen.target.clone()));
            sight.theirs = sees(sight.theirs, seen.sure);
        }
        for ((family, start), (sight, target)) in sights {
            let line = text.get(..start).map_or(1, |before| before.matches('\n').count() + 1);
            let alone = |unsure: bool| Alone { page: name.clone(), line, target: target.clone(), unsure };
            let family = self.families.entry(family).or_default();
            match (sight.ours, sight.theirs) {
                (Some(Outcome::Failed), Some(Outcome::Failed)) => family.both += 1,
                (Some(Outcome::Failed), other) => family.ours.push(alone(other.is_some())),
                (other, Some(Outcome::Failed)) => family.theirs.push(alone(other.is_some())),
                _ => {}
            }
        }
        self.families.retain(|_, family| family.both + family.ours.len() + family.theirs.len() > 0);
    }

    /// Returns the comparison in words.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let wide = self.families.keys().map(String::len).max().unwrap_or(0).max("Rules".len());
        if !self.families.is_empty() {
            let _ = writeln!(out, "{:wide$}  Both  Handbill alone  axe-core alone", "Rules");
        }
        for (name, family) in &self.families {
            let (ours, theirs) = (family.ours.len(), family.theirs.len());
            let _ = writeln!(out, "{name:wide$}  {:4}  {ours:14}  {theirs:14}", family.both);
        }
        for (who, other, of) in [
            ("Handbill", "axe-core", (|family| &family.ours) as fn(&Family) -> &Vec<Alone>),
            ("axe-core", "Handbill", |family| &family.theirs),
        ] {
            if self.families.values().any(|family| !of(family).is_empty()) {
                let _ = writeln!(out, "\n{who} alone:");
            }
            for (name, family) in &self.families {
                for Alone { page, line, target, unsure } in of(family) {
                    let unsure = if *unsure { format!(" ({other}: a person has to look)") } else { String::new() };
                    let _ = writeln!(out, "  {page}:{line}: {name}: {target}{unsure}");
                }
            }
        }
        for url in &self.unknown {
            let _ = writeln!(out, "\nThe report is of `{url}` too, which is none of these pages.");
        }
        let pages = if self.pages == 1 { "1 page".to_string() } else { format!("{} pages", self.pages) };
        let _ = writeln!(out, "\n{pages} compared. What both leave to a person is not counted.");
        out.trim_start().to_string()
    }

    /// Returns the comparison for programs.
    pub fn json(&self) -> String {
        let alone = |alone: &Vec<Alone>| -> Vec<Value> {
            let one = |one: &Alone| json!({ "page": one.page, "line": one.line, "target": one.target, "other_unsure": one.unsure });
            alone.iter().map(one).collect()
        };
        let family = |(name, family): (&String, &Family)| json!({ "rules": name, "both": family.both, "handbill": alone(&family.ours), "axe": alone(&family.theirs) });
        let all: Vec<Value> = self.families.iter().map(family).collect();
        let value = json!({ "pages": self.pages, "unknown": self.unknown, "families": all });
        format!("{value:#}\n")
    }
}

/// Returns the page that a report is of: the only one, or the one whose name its address ends with.
fn page<'p>(
    report: &Report,
    pages: &'p [(String, String, Vec<Found>)],
    reports: usize,
) -> Option<&'p (String, String, Vec<Found>)> {
    if let ([one], 1) = (pages, reports) {
        return Some(one);
    }
    let address = report.url.split(['?', '#']).next().unwrap_or("");
    let address = if address.ends_with('/') { format!("{address}index.html") } else { address.to_string() };
    let fits = |name: &str| address.ends_with(name) || name.ends_with(address.trim_start_matches("file://"));
    pages.iter().filter(|(name, ..)| fits(name)).max_by_key(|(name, ..)| name.len())
}

/// Returns the name of a family of rules: all that look for what a rule of ours or of axe-core looks for. The rule itself where
/// the other side has none.
fn family(rule: &str) -> String {
    let lines: Vec<Vec<&str>> =
        SAME.lines().filter(|line| !line.starts_with('#')).map(|line| line.split(' ').collect()).collect();
    let theirs = lines.iter().find(|line| line.first() == Some(&rule));
    let mut family: BTreeSet<&str> =
        theirs.map_or_else(|| [rule].into(), |line| line.iter().skip(1).copied().collect());
    loop {
        let before = family.len();
        for line in &lines {
            if line.iter().skip(1).any(|own| family.contains(own)) {
                family.extend(line.iter().skip(1));
            }
        }
        if family.len() == before {
            return family.first().map_or_else(String::new, ToString::to_string);
        }
    }
}

/// Returns where the start tag begins that holds a place.
fn start_tag(text: &str, at: usize) -> usize {
    let up_to = text.as_bytes().get(..=at).unwrap_or_default();
    up_to.iter().rposition(|byte| *byte == b'<').unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::{SAME, family};

    #[test]
    fn every_rule_of_ours_in_the_table_is_one() {
        let kinds = handbill::audit::kinds();
        for line in SAME.lines().filter(|line| !line.starts_with('#')) {
            for own in line.split(' ').skip(1) {
                assert!(kinds.iter().any(|kind| kind.name == own), "{own}");
            }
        }
    }

    #[test]
    fn rules_that_look_for_the_same_are_one_family() {
        for (rule, expected) in [
            ("image-alt", "image-unnamed"),
            ("image-unnamed", "image-unnamed"),
            ("word-spacing-fixed", "letter-spacing-fixed"),
            ("avoid-inline-spacing", "letter-spacing-fixed"),
            ("region", "region"),
        ] {
            assert_eq!(family(rule), expected, "{rule}");
        }
    }
}
