//! `handbill check --summary`: what the findings come to, for somebody who decides who mends what.

use std::fmt::Write;

use handbill::check::{PageCount, ReadingAges, RuleCount, Summary};
use handbill::diag::report::{self, json};
use handbill::diag::{Sources, Tally};
use handbill::pipeline::{self, Reading};
use serde_json::{Map, Value};

use super::columns::{WIDTH, counted, wrapped};
use super::terminal;
use super::{ListFormat, ReportFormat};

/// How many pages are listed, of those with most findings.
const MOST_PAGES: usize = 20;

/// How many pages are listed, of those that are hardest to read.
const HARDEST: usize = 5;

/// Returns the form that a summary takes in a format; nothing where it takes none.
pub fn form(format: Option<ReportFormat>) -> Option<ListFormat> {
    match format {
        None => Some(terminal::list_format()),
        Some(ReportFormat::Text) => Some(ListFormat::Text),
        Some(ReportFormat::Plain) => Some(ListFormat::Plain),
        Some(ReportFormat::Json) => Some(ListFormat::Json),
        Some(ReportFormat::Sarif | ReportFormat::Github) => None,
    }
}

/// Returns the summary of a reading.
pub fn show(reading: &Reading, form: ListFormat) -> String {
    let (found, sources) = (&reading.diagnostics, &reading.sources);
    let summary = Summary::of(found, reading.site.as_deref(), sources);
    let total = report::closing(Tally::of(found), sources.len());
    match form {
        ListFormat::Text => text(&summary, &total),
        ListFormat::Plain => plain(&summary, &total),
        ListFormat::Json => json(&summary, reading, sources),
    }
}

fn json(summary: &Summary, reading: &Reading, sources: &Sources) -> String {
    let more = match serde_json::to_value(summary) {
        Ok(Value::Object(more)) => more,
        _ => Map::new(),
    };
    json::report(&reading.diagnostics, sources, &pipeline::kinds(), more, Map::new())
}

/// Tables with aligned columns, for people at a terminal.
fn text(summary: &Summary, total: &str) -> String {
    let mut out = format!("{total}\n");
    if !summary.first.is_empty() {
        out.push_str("\nWhat to do first\n\n");
        for (number, step) in (1..).zip(&summary.first) {
            out.push_str(&wrapped(&format!("{number}. "), step));
        }
    }
    if !summary.rules.is_empty() {
        let wide = summary.rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
        let _ = writeln!(out, "\nFindings by rule\n\nCode  {:wide$}  Level    Found  --fix mends", "Rule");
        for RuleCount { code, name, level, count, fixable } in &summary.rules {
            let _ = writeln!(out, "{code}  {name:wide$}  {level:7}  {count:5}  {fixable:11}");
        }
        out.push_str("\n`handbill explain RULE` says what a rule looks for, and why.\n");
    }
    if !summary.pages.is_empty() {
        out.push_str("\nFindings by page\n\nErrors  Warnings  Notes  File\n");
        for PageCount { file, error, warning, info } in summary.pages.iter().take(MOST_PAGES) {
            let start = format!("{error:6}  {warning:8}  {info:5}  ");
            let file = shortened(file, WIDTH - start.len());
            let _ = writeln!(out, "{start}{file}");
        }
        if let Some(more) = more(summary) {
            let _ = writeln!(out, "{more}");
        }
    }
    out.push_str("\nReading age\n\n");
    match summary.reading_age.average {
        None => out.push_str("No page has words enough to tell.\n"),
        Some(average) => {
            let pages = counted(summary.reading_age.pages.len(), "page");
            let _ = writeln!(out, "{average:.1} years on average, over {pages}. The hardest:\n");
            for page in summary.reading_age.pages.iter().take(HARDEST) {
                let file = shortened(&page.file, WIDTH - 9);
                let _ = writeln!(out, "{:>7}  {file}", years(page.age));
            }
        }
    }
    out
}

/// One line for each thing, for pipes and screen readers.
fn plain(summary: &Summary, total: &str) -> String {
    let mut out = format!("total: {total}\n");
    for (number, step) in (1..).zip(&summary.first) {
        let _ = writeln!(out, "first: {number}. {step}");
    }
    for RuleCount { code, name, level, count, fixable } in &summary.rules {
        let _ = writeln!(out, "rule: {code} {name}: {level}, {count} found, --fix mends {fixable}");
    }
    for page in summary.pages.iter().take(MOST_PAGES) {
        let (errors, warnings) = (counted(page.error, "error"), counted(page.warning, "warning"));
        let _ = writeln!(out, "page: {}: {errors}, {warnings}, {}", page.file, counted(page.info, "note"));
    }
    if let Some(more) = more(summary) {
        let _ = writeln!(out, "pages: {more}");
    }
    if let Some(average) = summary.reading_age.average {
        let pages = counted(summary.reading_age.pages.len(), "page");
        let _ = writeln!(out, "reading age: {average:.1} years on average, over {pages}");
    }
    for page in summary.reading_age.pages.iter().take(HARDEST) {
        let _ = writeln!(out, "hardest: {}: {} years", page.file, years(page.age));
    }
    out
}

/// Returns a reading age as people are told it.
fn years(age: f64) -> String {
    let oldest = ReadingAges::OLDEST;
    if age > oldest { format!("over {oldest}") } else { format!("{age:.1}") }
}

/// Says how many pages are not listed.
fn more(summary: &Summary) -> Option<String> {
    let more = summary.pages.len().saturating_sub(MOST_PAGES);
    (more > 0).then(|| format!("and {more} more"))
}

/// Returns a path in at most `most` characters: of one that is longer, the end.
fn shortened(path: &str, most: usize) -> String {
    let long = path.chars().count();
    if long <= most {
        return path.to_string();
    }
    let end: String = path.chars().skip(long + 3 - most.max(3)).collect();
    format!("...{end}")
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn paths_keep_their_end() {
        assert_eq!(shortened("content/a.md", 20), "content/a.md");
        assert_eq!(shortened("content/victims/strategy.md", 14), "...strategy.md");
    }
}
