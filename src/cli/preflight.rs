//! `handbill preflight`: what a PDF is, and what in it would shut a reader out.

use std::fmt::Write;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueHint};
use handbill::content::files::{Disk, Files};
use handbill::diag::unseen::visible;
use handbill::diag::{Diagnostic, Severity, Sources, Span, reason};
use handbill::preflight::{self, Facts, Report};
use handbill::units::Pt;
use serde::Serialize;
use serde_json::{Map, Value};

use super::ReportArgs;
use super::columns::{counted, wrapped};
use super::terminal::{self, Terminal};

/// Look into any PDF: its tags, language, fonts and boxes, and what in it would shut a reader out
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill preflight strategy.pdf
  handbill preflight public/leaflets/*/*.pdf --quiet   only what must be mended
  handbill preflight strategy.pdf --text               what a screen reader reads, in its order
  handbill preflight strategy.pdf --tags               every tag with its words
  handbill preflight strategy.pdf --format json        for other programs

Exit status: 0 nothing must be mended; 1 something must; 2 a file cannot be read.
What a program cannot see is for people: whether the order makes sense, and a description fits its picture.")]
pub struct Preflight {
    /// The PDFs
    #[arg(value_name = "FILE.pdf", required = true, value_hint = ValueHint::FilePath)]
    files: Vec<PathBuf>,
    /// Print what is read out, in its order
    #[arg(long)]
    text: bool,
    /// Print every tag with its words
    #[arg(long)]
    tags: bool,
    #[command(flatten)]
    report: ReportArgs,
}

/// What JSON has of each file besides its findings. Its shape is fixed: keys are added, never renamed.
#[derive(Serialize)]
struct Document<'a> {
    file: &'a str,
    #[serde(flatten)]
    facts: &'a Facts,
    tags: &'a str,
    text: &'a str,
}

impl Preflight {
    /// Looks into each file, reports and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.report.shown);
        let mut reports = Vec::new();
        for path in &self.files {
            match report_on(path) {
                Ok(report) => reports.push((path.display().to_string(), report)),
                Err(why) => return terminal::cannot(&format!("`{}` cannot be read: {why}", path.display())),
            }
        }
        let mut sources = Sources::default();
        let mut found = Vec::new();
        for (name, report) in &reports {
            let file = sources.add(name.clone(), "");
            found.extend(report.findings.iter().map(|finding| {
                Diagnostic::new(finding.kind, Span::whole(file), finding.message.clone(), finding.help)
            }));
        }
        handbill::diag::sort(&mut found, &sources);
        if self.report.for_people() && !self.report.shown.quiet {
            for (name, report) in &reports {
                terminal::out(&self.shown(name, report));
            }
        }
        let documents: Vec<Document<'_>> = reports
            .iter()
            .map(|(file, Report { facts, tags, text, .. })| Document { file, facts, tags, text })
            .collect();
        let beside =
            Map::from_iter([("documents".to_string(), serde_json::to_value(documents).unwrap_or(Value::Null))]);
        terminal.findings(&found, &sources, self.report.format, beside);
        let failed = found.iter().any(|found| found.severity == Severity::Error);
        if failed { ExitCode::from(1) } else { ExitCode::SUCCESS }
    }

    /// Returns what a file is, for people.
    fn shown(&self, name: &str, report: &Report) -> String {
        let mut out = format!("{name}\n");
        let facts = &report.facts;
        if facts.pages.is_empty() {
            return out + "\n";
        }
        let or = |value: &str, none: &str| if value.is_empty() { none.to_string() } else { value.to_string() };
        let pages = counted(facts.pages.len(), "page");
        let mut line = |what: &str, words: &str| out.push_str(&wrapped(&format!("  {what}: "), words));
        line("Title", &or(&facts.title, "none"));
        line("Language", &or(&facts.language, "none"));
        line("Size", &format!("{pages}, {}, {}", paper(facts), size(facts.bytes)));
        let tagged = if facts.tagged { "tagged" } else { "not tagged" };
        let claims =
            if facts.claims.is_empty() { String::new() } else { format!(", says {}", facts.claims.join(" and ")) };
        line("Structure", &format!("{tagged}{claims}, {}", counted(facts.bookmarks, "bookmark")));
        if let Some(smallest) = &facts.smallest {
            let words = &smallest.words;
            line("Smallest type", &format!("{} point, on page {}: {words}", smallest.size, smallest.page));
        }
        if facts.ink > 0 {
            line("Ink", &format!("at most {} percent, in text, lines and fields of colour", facts.ink));
        }
        for font in &facts.fonts {
            let embedded = if font.embedded { "embedded" } else { "NOT embedded" };
            let subset = if font.subset { ", only the letters used" } else { "" };
            line("Font", &format!("{} ({embedded}{subset})", or(&font.name, "without a name")));
        }
        if !facts.headings.is_empty() {
            out.push_str("  Headings:\n");
            for (level, words) in &facts.headings {
                let _ = writeln!(
                    out,
                    "    {:indent$}H{level} {}",
                    "",
                    visible(words),
                    indent = usize::from(*level) * 2 - 2
                );
            }
        }
        for (wanted, title, text) in [(self.tags, "Tags", &report.tags), (self.text, "Read out", &report.text)] {
            if wanted {
                let _ = writeln!(out, "  {title}:");
                let lines = text.lines().map(|line| format!("    {line}\n"));
                out.push_str(&if text.is_empty() { "    nothing\n".to_string() } else { lines.collect::<String>() });
            }
        }
        out.push('\n');
        out
    }
}

fn report_on(path: &Path) -> Result<Report, String> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let mut bytes = Vec::new();
    let opened =
        Disk::new(folder).open(&name).and_then(|file| file.take(preflight::MOST_BYTES + 1).read_to_end(&mut bytes));
    opened.map_err(|error| reason(&error))?;
    let size = bytes.len() as u64;
    let large = size > preflight::MOST_BYTES;
    Ok(if large { preflight::closed("it has more than 50 MB", size) } else { preflight::look(&bytes) })
}

/// Returns the size of the paper in millimetres; that of the first page where they differ.
fn paper(facts: &Facts) -> String {
    let sizes: Vec<(f32, f32)> = facts
        .pages
        .iter()
        .map(|page| page.trim.unwrap_or(page.crop))
        .map(|[left, bottom, right, top]| (Pt(right - left).mm().0.round(), Pt(top - bottom).mm().0.round()))
        .collect();
    let first = sizes.first().copied().unwrap_or_default();
    let differ = if sizes.iter().all(|size| *size == first) { "" } else { " and others" };
    format!("{} by {} mm{differ}", first.0, first.1)
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes} bytes"),
        1000..1_000_000 => format!("{} KB", (bytes + 500) / 1000),
        _ => format!("{:.1} MB", bytes as f64 / 1_000_000.0),
    }
}
