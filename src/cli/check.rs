//! `handbill check`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use handbill::check::fix;
use handbill::content::files::Disk;
use handbill::content::mend::NotMended;
use handbill::diag::{Diagnostic, FileId, Fix};
use handbill::pipeline::{self, Reading};
use serde_json::Map;

use super::terminal::{self, Terminal};
use super::{ReportArgs, SiteArgs, baseline, report, status, summary};

/// Read the site and look for mistakes, and write nothing
///
/// One page of each sort is made and audited, to try the theme. A build audits every page; what is wrong with one alone comes then.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill check
  handbill check --fix                    mend what can be mended safely
  handbill check --summary                counts, what to mend first, reading age
  handbill check --format json > known.json
  handbill check --baseline known.json    only what is new since then")]
pub struct Check {
    #[command(flatten)]
    site: SiteArgs,
    /// Mend in the files what can be mended without changing the meaning, then check again
    #[arg(long)]
    fix: bool,
    /// Leave out the findings of an earlier report, made with --format json
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Show what the findings come to, not each of them
    #[arg(long)]
    summary: bool,
    #[command(flatten)]
    report: ReportArgs,
}

impl Check {
    /// Checks, reports and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.report.shown);
        let form = summary::form(self.report.format).filter(|_| self.summary);
        if self.summary && form.is_none() {
            return terminal::cannot(&"a summary is shown as text, plain or json; use one of them with --format");
        }
        let files = Disk::new(&self.site.root);
        let read = || self.site.with(&[], &terminal, |options| pipeline::check(&files, options));
        let mut reading = match read() {
            Ok(reading) => reading,
            Err(error) => return terminal::cannot(&error),
        };
        if self.fix {
            match mend(&files, &reading) {
                Ok(0) => {}
                Ok(mended) => {
                    if self.report.for_people() {
                        terminal.line(format!("Mended {mended} of them; the rest needs you."));
                    }
                    reading = match read() {
                        Ok(reading) => reading,
                        Err(error) => return terminal::cannot(&error),
                    };
                }
                Err(error) => return terminal::cannot(&error),
            }
        }
        if let Some(file) = &self.baseline {
            match baseline::read(file) {
                Ok(known) => baseline::leave_out(&mut reading.diagnostics, &reading.sources, known),
                Err(error) => return terminal::cannot(&error),
            }
        }
        let Some(form) = form else { return report(&reading, &self.report, &terminal, Map::new()) };
        terminal::out(&summary::show(&reading, form));
        status(&reading)
    }
}

/// Applies every safe fix to the files, and returns how many they were. A file that is left alone is told of.
fn mend(files: &Disk, reading: &Reading) -> Result<usize, String> {
    let mut by_file: BTreeMap<FileId, Vec<&Fix>> = BTreeMap::new();
    let fixes = reading.diagnostics.iter().filter_map(|found: &Diagnostic| found.fix.as_ref());
    for fix in fixes.filter(|fix| fix.safe) {
        by_file.entry(fix.span.file).or_default().push(fix);
    }
    let mut mended = 0;
    for (file, fixes) in by_file {
        let source = reading.sources.get(file);
        let fixes = fix::chosen(&source.text, &fixes);
        match files.mend(&source.path, &source.text, &fixes) {
            Ok(()) => mended += fixes.len(),
            Err(NotMended::Left(why)) => terminal::aside(&format!("`{}` is left as it is: it {why}", source.path)),
            Err(NotMended::Failed(why)) => return Err(format!("`{}` cannot be written: {why}", source.path)),
        }
    }
    Ok(mended)
}
