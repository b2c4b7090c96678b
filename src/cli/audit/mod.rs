//! `handbill audit`: any HTML, and what in it would shut a reader out.

mod compare;
mod earl;
mod pages;

use std::process::ExitCode;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};
use handbill::audit::wcag::{Level, level};
use handbill::audit::{self, Found, Outcome};
use handbill::diag::report::json;
use handbill::diag::{Diagnostic, Markup, Severity, Sources, Span, Tally, nearest};
use serde_json::Map;

use super::columns::counted;
use super::terminal::{self, Terminal};
use super::{ReportFormat, ShownArgs, baseline};
use pages::Texts;

/// Look at any HTML, ours or not, and say what in it would shut a reader out
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill audit page.html
  handbill audit public                         each page of a folder, with its style sheets
  handbill audit public --quiet                 only what must be mended
  handbill audit public --rule contrast-low     one rule alone
  handbill audit public --format json > known.json
  handbill audit public --baseline known.json   only what is new since then
  handbill audit page.html --compare axe.json   beside what axe-core found in a browser
  curl -s https://example.org/ | handbill audit -

Exit status: 0 nothing must be mended; 1 something must; 2 a file cannot be read.
No browser is needed: scripts never run. What only people can see is for people: whether words are understood, a description
fits its picture, and everything works with the keyboard.")]
pub struct Audit {
    /// Pages and folders of pages; - for standard input
    #[arg(value_name = "PATH", required = true, value_hint = ValueHint::AnyPath)]
    paths: Vec<PathBuf>,
    /// Only rules with these names or codes
    #[arg(long, value_name = "RULE")]
    rule: Vec<String>,
    /// The level of WCAG up to which is looked [default: AA for people, all for programs]
    #[arg(long, value_enum, ignore_case = true, value_name = "LEVEL")]
    level: Option<Asked>,
    /// Leave out the findings of an earlier report, made with --format json
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Lay a report of axe-core beside ours: what each saw that the other did not
    ///
    /// The file holds what `axe.run` gave for one page, or a list of such reports, which are known by their addresses.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "rule"])]
    compare: Option<PathBuf>,
    /// How findings are shown [default: text on a terminal, plain on a pipe]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,
    #[command(flatten)]
    shown: ShownArgs,
}

/// A level of WCAG.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Asked {
    /// The least
    A,
    /// What the law asks of public bodies
    Aa,
    /// The most
    Aaa,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the line of the file and a mark under it
    Text,
    /// One line each, for pipes and screen readers
    Plain,
    /// For other programs
    Json,
    /// For code hosts and editors that read SARIF
    Sarif,
    /// For GitHub's workflows
    Github,
    /// As W3C asks of tools that implement its ACT rules
    Earl,
}

impl Audit {
    /// Looks at each page, reports and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        if let Err(why) = self.knows_rules() {
            return terminal::cannot(&why);
        }
        let known = match self.baseline.as_deref().map(baseline::read).transpose() {
            Ok(known) => known,
            Err(why) => return terminal::cannot(&why),
        };
        let pages = match pages::of(&self.paths) {
            Ok(pages) => pages,
            Err(why) => return terminal::cannot(&why),
        };
        if let Some(file) = &self.compare {
            return self.compares(file, &pages, &terminal);
        }
        let people = !matches!(self.format, Some(Format::Json | Format::Sarif | Format::Earl));
        let mut sources = Sources::default();
        let mut diagnostics = Vec::new();
        let (mut unread, mut seen) = (false, 0);
        for page in pages::looked_at(&pages, Texts::WithFindings, &terminal) {
            for why in &page.asides {
                terminal::aside(why);
            }
            unread |= page.unread;
            seen += usize::from(page.seen);
            let wanted: Vec<&Found> = page.found.iter().filter(|found| self.wants(found, people)).collect();
            let file = sources.add(page.name, if wanted.is_empty() { String::new() } else { page.text });
            diagnostics.extend(wanted.into_iter().map(|found| diagnostic(found, file)));
        }
        handbill::diag::sort(&mut diagnostics, &sources);
        if let Some(known) = known {
            baseline::leave_out(&mut diagnostics, &sources, known);
        }
        self.prints(&diagnostics, (&sources, seen), &terminal);
        let failed = diagnostics.iter().any(|found| found.severity == Severity::Error);
        match (unread, failed) {
            (true, _) => ExitCode::from(2),
            (false, true) => ExitCode::from(1),
            (false, false) => ExitCode::SUCCESS,
        }
    }

    /// Lays a report of axe-core beside ours.
    fn compares(&self, file: &Path, pages: &[pages::Page], terminal: &Terminal) -> ExitCode {
        let json = match self.format {
            None | Some(Format::Text | Format::Plain) => false,
            Some(Format::Json) => true,
            Some(_) => {
                return terminal::cannot(
                    &"a comparison is shown as text, plain or json; use one of them with --format",
                );
            }
        };
        let reports = match compare::read(file) {
            Ok(reports) => reports,
            Err(why) => return terminal::cannot(&why),
        };
        let looked = pages::looked_at(pages, Texts::All, terminal);
        for why in looked.iter().flat_map(|page| &page.asides) {
            terminal::aside(why);
        }
        let unread = looked.iter().any(|page| page.unread);
        let pages: Vec<_> = looked
            .into_iter()
            .filter(|page| page.seen)
            .map(|page| {
                (page.name, page.text, page.found.into_iter().filter(|found| self.wants(found, !json)).collect())
            })
            .collect();
        let compared = compare::Compared::of(&reports, &pages);
        if json {
            terminal::written(&compared.json());
        } else {
            terminal::out(&compared.text());
        }
        if unread { ExitCode::from(2) } else { ExitCode::SUCCESS }
    }

    fn knows_rules(&self) -> Result<(), String> {
        let kinds = audit::kinds();
        for rule in &self.rule {
            if !kinds.iter().any(|kind| kind.name == rule || kind.code.eq_ignore_ascii_case(rule)) {
                let near = nearest(rule, kinds.iter().map(|kind| kind.name));
                let near = near
                    .map_or("`handbill rules` lists every rule".to_string(), |near| format!("did you mean `{near}`?"));
                return Err(format!("the audit has no rule `{rule}`; {near}"));
            }
        }
        Ok(())
    }

    fn wants(&self, found: &Found, people: bool) -> bool {
        let kind = found.kind;
        let named = self.rule.is_empty()
            || self.rule.iter().any(|rule| kind.name == rule || kind.code.eq_ignore_ascii_case(rule));
        let most = match self.level {
            Some(Asked::A) => Level::A,
            Some(Asked::Aa) => Level::Aa,
            Some(Asked::Aaa) => Level::Aaa,
            None if people && self.rule.is_empty() => Level::Aa,
            None => Level::Aaa,
        };
        named && level(kind.wcag).is_none_or(|level| level <= most)
    }

    fn prints(&self, found: &[Diagnostic], (sources, seen): (&Sources, usize), terminal: &Terminal) {
        let format = match self.format {
            Some(Format::Json) => {
                let text = json::report(found, sources, &audit::kinds(), Map::new(), Map::new());
                return terminal::written(&text);
            }
            Some(Format::Earl) => return terminal::written(&earl::report(found, sources)),
            Some(Format::Text) => Some(ReportFormat::Text),
            Some(Format::Plain) => Some(ReportFormat::Plain),
            Some(Format::Sarif) => Some(ReportFormat::Sarif),
            Some(Format::Github) => Some(ReportFormat::Github),
            None => None,
        };
        terminal.findings_with(found, sources, format, Map::new(), &closing(found, seen));
    }
}

/// Returns the closing line of a report.
fn closing(found: &[Diagnostic], files: usize) -> String {
    if files == 0 {
        return "nothing was looked at".to_string();
    }
    let files = counted(files, "page");
    let unsure = found.iter().filter(|found| found.markup.as_ref().is_some_and(|markup| !markup.sure)).count();
    let tally = Tally::of(found.iter().filter(|found| found.markup.as_ref().is_none_or(|markup| markup.sure)));
    let counts = [(tally.errors, "error"), (tally.warnings, "warning"), (tally.infos, "note"), (unsure, "thing")];
    let parts: Vec<String> =
        counts.iter().filter(|(number, _)| *number > 0).map(|(number, one)| counted(*number, one)).collect();
    let people = "What a program cannot see is for people: whether words are understood, a description fits its picture, and \
                  everything works with the keyboard.";
    match parts.as_slice() {
        [] => format!("no issues found in {files}. {people}"),
        _ => {
            let told = parts.join(", ");
            let told = if unsure > 0 { format!("{told} for a person to look at") } else { told };
            format!("{told} in {files}. {people}")
        }
    }
}

fn diagnostic(found: &Found, file: handbill::diag::FileId) -> Diagnostic {
    let sure = found.outcome == Outcome::Failed;
    let span = Span::new(file, found.place.start, found.place.end);
    let mut diagnostic = Diagnostic::new(found.kind, span, found.message.clone(), found.help.clone());
    if !sure {
        diagnostic.severity = Severity::Info;
    }
    diagnostic.markup = Some(Box::new(Markup { target: found.target.clone(), html: found.html.clone(), sure }));
    diagnostic
}
